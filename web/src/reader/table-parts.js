// The two tables as elements. Data strings are texts, never markup.

/** @import { Dataset } from '../model/dataset.js' */
/** @import { Cell, Column, Matrix, Row, Labels } from '../model/table-rows.js' */
import { standingOf } from '../model/claims.js'
import { columns } from '../model/table-rows.js'
import { el } from '../ui/el.js'
import { interfaceLanguage, t } from '../ui/words.js'
import { labelOf, nameOfVoucher } from './claim-words.js'
import { countsInWords, editorNotes } from './relation-notes.js'

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
      const rests = standing === 'stated' ? [] : [t(`standing.${standing}`)]
      // Of what is only claimed nobody can say that it has happened.
      const status = rests.length > 0 && relation.status === 'happened' ? [] : [t(`status.${relation.status}`)]
      return [...rests, ...status, ...editorNotes(dataset, relation, lang)].join(t('list.comma'))
    },
    voucher: (voucher) => nameOfVoucher(dataset, voucher, lang),
    denied: (names) => t('claim.denied', { names }),
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
    const button = el('button', { type: 'button' }, t(`column.${column}`), el('span', { class: 'am-sort', 'aria-hidden': 'true' }, arrow))
    button.addEventListener('click', () => onSort(column))
    return el('th', { scope: 'col', 'data-column': column, 'aria-sort': column === sorted ? way : null }, button)
  })
  return el(
    'table',
    { class: 'am-table am-table-list' },
    el('caption', { class: 'am-visually-hidden' }, t('tables.list.caption')),
    el('thead', {}, el('tr', {}, ...heads)),
    el('tbody', {}, ...rows.map(listRow)),
  )
}

/** @param {Row} row */
function listRow(row) {
  const { relation } = row
  const cells = columns.map((column) => {
    const text = row[column]
    switch (column) {
      case 'from':
        return el('th', { scope: 'row' }, nodeLink(relation.from, text))
      case 'to':
        return el('td', {}, nodeLink(relation.to, text))
      case 'label':
        return el('td', { class: 'am-table-what' }, el('a', { href: `#r-${relation.id}`, dir: 'auto' }, text))
      case 'date':
        return el('td', { class: 'am-table-date' }, text === '' ? '' : el('time', { datetime: text }, text))
      default:
        return el('td', { dir: 'auto' }, text)
    }
  })
  return el('tr', {}, ...cells)
}

/** @param {string} id @param {string} name */
function nodeLink(id, name) {
  return el('a', { href: `#n-${id}`, dir: 'auto' }, name)
}

/**
 * Makes actors by issues.
 * @param {Matrix} matrix
 * @param {Labels} words
 * @param {(actor: string, issue: string, cell: Cell, byKey: boolean) => void} onOpen
 */
export function matrixTable({ actors, issues, cell }, words, onOpen) {
  const heads = issues.map((id) => el('th', { scope: 'col' }, nodeLink(id, words.name(id))))
  const rows = actors.map((actor) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, nodeLink(actor, words.name(actor))),
      ...issues.map((issue) => {
        const found = cell(actor, issue)
        return el('td', {}, ...(found ? [cellButton(actor, issue, found, words, onOpen)] : []))
      }),
    ),
  )
  return el(
    'table',
    { class: 'am-table am-table-matrix' },
    el('caption', {}, t('tables.matrix.caption')),
    el('thead', {}, el('tr', {}, el('td', {}), ...heads)),
    el('tbody', {}, ...rows),
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
  const stands = stance ? [t(`stance.${stance}`)] : []
  const said = [...countsInWords(relations.length, claims), ...stands]
  const name = [words.name(actor), words.name(issue), ...said].join(t('list.comma'))
  const button = el(
    'button',
    { type: 'button', 'aria-label': name, title: name, 'data-stance': stance, 'data-lines': relations.map((r) => r.id).join(' ') },
    ...(stance ? [el('span', { class: 'am-stance' }, signs[stance])] : []),
    String(relations.length),
  )
  button.addEventListener('click', (event) => onOpen(actor, issue, cell, event.detail === 0))
  return button
}
