// The two tables as elements. Data strings are texts, never markup.

/** @import { Dataset } from '../model/dataset.js' */
/** @import { Cell, Column, Matrix, Row, Labels } from '../model/table-rows.js' */
import { standingOf } from '../model/claims.js'
import { columns } from '../model/table-rows.js'
import { make } from '../ui/el.js'
import { interfaceLanguage, say } from '../ui/words.js'
import { labelOf, nameOfVoucher } from './claim-words.js'
import { countsInWords, deskNotes } from './relation-notes.js'

/**
 * Returns how the words of a dataset are said in a language.
 * @param {Dataset} dataset
 * @param {string} lang
 * @returns {Labels}
 */
export function sayRelations(dataset, lang) {
  const text = (/** @type {import('../model/dataset.js').Text|undefined} */ t) => dataset.inLanguage(t, lang)
  const { locale } = interfaceLanguage()
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' })
  return {
    text,
    name: (id) => text(dataset.nodes.get(id)?.name) || id,
    label: (relation) => labelOf(dataset, relation, lang),
    status: (relation) => {
      const standing = standingOf(relation)
      const rests = standing === 'stated' ? [] : [say(`standing.${standing}`)]
      // Of what is only claimed nobody can say that it has happened.
      const status = rests.length > 0 && relation.status === 'happened' ? [] : [say(`status.${relation.status}`)]
      return [...rests, ...status, ...deskNotes(dataset, relation, lang)].join(say('list.comma'))
    },
    voucher: (voucher) => nameOfVoucher(dataset, voucher, lang),
    denied: (names) => say('claim.denied', { names }),
    list: (all) => list.format(all),
  }
}

/**
 * Makes the list of relations.
 * @param {Row[]} rows
 * @param {{sorted: Column|null, way: 'ascending'|'descending', onSort: (column: Column) => void}} order
 */
export function listTable(rows, { sorted, way, onSort }) {
  const heads = columns.map((column) => {
    const arrow = column === sorted ? (way === 'ascending' ? '▲' : '▼') : '↕'
    const button = make(
      'button',
      { type: 'button' },
      say(`column.${column}`),
      make('span', { class: 'am-sort', 'aria-hidden': 'true' }, arrow),
    )
    button.addEventListener('click', () => onSort(column))
    return make('th', { scope: 'col', 'data-column': column, 'aria-sort': column === sorted ? way : null }, button)
  })
  return make(
    'table',
    { class: 'am-table am-table-list' },
    make('caption', { class: 'am-unseen' }, say('tables.list.caption')),
    make('thead', {}, make('tr', {}, ...heads)),
    make('tbody', {}, ...rows.map(listRow)),
  )
}

/** @param {Row} row */
function listRow(row) {
  const { relation } = row
  const cells = columns.map((column) => {
    const text = row[column]
    switch (column) {
      case 'from':
        return make('th', { scope: 'row' }, nodeLink(relation.from, text))
      case 'to':
        return make('td', {}, nodeLink(relation.to, text))
      case 'label':
        return make('td', { class: 'am-table-what' }, make('a', { href: `#r-${relation.id}`, dir: 'auto' }, text))
      case 'date':
        return make('td', { class: 'am-table-date' }, text === '' ? '' : make('time', { datetime: text }, text))
      default:
        return make('td', { dir: 'auto' }, text)
    }
  })
  return make('tr', {}, ...cells)
}

/** @param {string} id @param {string} name */
function nodeLink(id, name) {
  return make('a', { href: `#n-${id}`, dir: 'auto' }, name)
}

/**
 * Makes actors by issues.
 * @param {Matrix} matrix
 * @param {Labels} words
 * @param {(actor: string, issue: string, cell: Cell, byKey: boolean) => void} onOpen
 */
export function matrixTable({ actors, issues, cell }, words, onOpen) {
  const heads = issues.map((id) => make('th', { scope: 'col' }, nodeLink(id, words.name(id))))
  const rows = actors.map((actor) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, nodeLink(actor, words.name(actor))),
      ...issues.map((issue) => {
        const found = cell(actor, issue)
        return make('td', {}, ...(found ? [cellButton(actor, issue, found, words, onOpen)] : []))
      }),
    ),
  )
  return make(
    'table',
    { class: 'am-table am-table-matrix' },
    make('caption', {}, say('tables.matrix.caption')),
    make('thead', {}, make('tr', {}, make('td', {}), ...heads)),
    make('tbody', {}, ...rows),
  )
}

/** A sign beside the number; the name of the button says it in words. */
const signs = { for: '+', against: '−', both: '±' }

/**
 * @param {string} actor
 * @param {string} issue
 * @param {Cell} cell
 * @param {Labels} words
 * @param {(actor: string, issue: string, cell: Cell, byKey: boolean) => void} onOpen
 */
function cellButton(actor, issue, cell, words, onOpen) {
  const { relations, claims, stance } = cell
  const stands = stance ? [say(`stance.${stance}`)] : []
  const said = [...countsInWords(relations.length, claims), ...stands]
  const name = [words.name(actor), words.name(issue), ...said].join(say('list.comma'))
  const button = make(
    'button',
    { type: 'button', 'aria-label': name, title: name, 'data-stance': stance, 'data-lines': relations.map((r) => r.id).join(' ') },
    ...(stance ? [make('span', { class: 'am-stance' }, signs[stance])] : []),
    String(relations.length),
  )
  button.addEventListener('click', (event) => onOpen(actor, issue, cell, event.detail === 0))
  return button
}
