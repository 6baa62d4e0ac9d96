// The map as tables: the relations one by one, and actors by issues. They take the place of the
// picture, need no engine, and show what filter and time show; map and tables select each other.

/** @import { Target } from '../engine/messages.js' */
/** @import { Cell, Matrix, Row, Labels } from '../model/table-rows.js' */
import { Dataset } from '../model/dataset.js'
import { applyQuery, isFiltered } from '../model/map-query.js'
import { matrixOf, rowsOf, sortRows } from '../model/table-rows.js'
import { download } from '../ui/download.js'
import { el, icon, setText } from '../ui/el.js'
import { keepFocus } from '../ui/focus.js'
import { iconPaths } from '../ui/icons.js'
import { interfaceLanguage, t } from '../ui/words.js'
import { targetOfLink } from './page-text.js'
import { relationsCSV, relationsJSON } from './table-files.js'
import { listTable, matrixTable, sayRelations } from './table-parts.js'

/** @typedef {'list'|'matrix'} TableKind */

/** How many rows are made at once: a browser lays thousands out at every step. */
const chunk = 400

/**
 * @typedef {object} TableHooks
 * @property {() => Promise<unknown>} load the dataset as JSON
 * @property {() => string} lang BCP 47 tag of names and labels
 * @property {import('../map/map-store.js').MapStore} store
 * @property {(target: Target, byKey: boolean) => void} onSelect
 * @property {(sentence: string) => void} announce
 * @property {() => void} onChange another table, or the map, is shown
 */

/** The list or the matrix, in place of the picture. */
export class TableView {
  /** In the place of the picture. */
  box
  /** Beside the tools of the map: from the picture to the tables and back. */
  toggle
  #hooks
  #figure
  #kinds
  #count = el('p', { class: 'am-tables-count' })
  #scroll
  /** @type {{dataset: Dataset, json: any}|null} */
  #loaded = null
  /** @type {TableKind|null} */
  #kind = null
  /** @type {import('../model/table-rows.js').Column|null} */
  #sorted = null
  /** @type {'ascending'|'descending'} */
  #direction = 'ascending'
  /** The cell whose relations alone are listed. @type {{actor: string, issue: string}|null} */
  #only = null
  #limit = chunk
  /** What is drawn, so that a drag of a node costs nothing. */
  #drawn = ''

  /**
   * @param {string} prefix of element ids
   * @param {Element} figure whose picture the table replaces
   * @param {TableHooks} hooks
   */
  constructor(prefix, figure, hooks) {
    this.#hooks = hooks
    this.#figure = figure
    const id = `${prefix}-tables`
    this.toggle = el(
      'button',
      { type: 'button', class: 'am-tool am-table-toggle', 'aria-pressed': 'false', 'aria-controls': id, title: t('tables') },
      icon(iconPaths.table),
      el('span', {}, t('tables')),
    )
    this.toggle.addEventListener('click', () => this.show(this.#kind === null ? 'list' : null))
    this.#kinds = /** @type {const} */ (['list', 'matrix']).map((kind) => {
      const button = el('button', { type: 'button', class: 'am-text-button', 'aria-pressed': 'false' }, t(`tables.${kind}`))
      button.addEventListener('click', () => this.show(kind))
      return { kind, button }
    })
    this.#scroll = el('div', { class: 'am-tables-scroll', role: 'region', tabindex: 0, 'aria-label': t('tables') })
    this.box = el(
      'section',
      { id, class: 'am-tables', 'aria-label': t('tables'), hidden: true },
      el(
        'div',
        { class: 'am-tables-bar' },
        el('div', { class: 'am-tables-kinds', role: 'group', 'aria-label': t('tables') }, ...this.#kinds.map(({ button }) => button)),
        this.#count,
        this.#saver('csv'),
        this.#saver('json'),
      ),
      this.#scroll,
    )
    this.#scroll.addEventListener('click', (event) => this.#click(event))
    const { store } = hooks
    store.watch(
      () => [store.query, store.graph.nodes],
      () => this.update(),
    )
  }

  /** Which table is shown; null: the map. */
  get kind() {
    return this.#kind
  }

  /**
   * Shows a table, or the map again.
   * @param {TableKind|null} kind
   */
  show(kind) {
    if (kind === this.#kind) return
    this.#kind = kind
    this.#only = null
    this.box.hidden = kind === null
    this.#figure.toggleAttribute('data-tables', kind !== null)
    this.toggle.setAttribute('aria-pressed', String(kind !== null))
    for (const { kind: each, button } of this.#kinds) button.setAttribute('aria-pressed', String(each === kind))
    this.#hooks.onChange()
    this.#drawn = ''
    this.update()
  }

  /** What is asked for, or the language, may be another. */
  update() {
    if (this.#kind === null) return
    if (this.#loaded) this.#draw()
    else void this.#load()
  }

  /** Marks the rows of what is selected; the first of them comes into view. */
  showSelected() {
    if (this.#kind !== null) this.#mark(true)
  }

  remove() {
    this.box.remove()
    this.toggle.remove()
    this.#figure.removeAttribute('data-tables')
  }

  async #load() {
    this.#scroll.replaceChildren(el('p', { class: 'am-tables-note' }, t('tables.loading')))
    try {
      const json = await this.#hooks.load()
      this.#loaded ??= { json, dataset: new Dataset(json) }
      this.update()
    } catch {
      this.#scroll.replaceChildren(el('p', { class: 'am-tables-note' }, t('tables.noData')))
    }
  }

  /** @returns {Labels} */
  get #say() {
    const dataset = /** @type {{dataset: Dataset}} */ (this.#loaded).dataset
    const lang = this.#hooks.lang()
    return sayRelations(dataset, lang)
  }

  #shown() {
    const { query } = this.#hooks.store
    const dataset = /** @type {{dataset: Dataset}} */ (this.#loaded).dataset
    return isFiltered(query) ? applyQuery(dataset, query).relations : null
  }

  #draw() {
    const now = JSON.stringify([
      this.#kind,
      this.#hooks.store.query,
      this.#hooks.lang(),
      this.#only,
      this.#sorted,
      this.#direction,
      this.#limit,
    ])
    if (now === this.#drawn || !this.#loaded) return
    const first = this.#drawn === ''
    this.#drawn = now
    const { dataset } = this.#loaded
    const draw = () => (this.#kind === 'matrix' ? this.#drawMatrix(matrixOf(dataset, this.#shown())) : this.#drawList(this.#rows()))
    keepFocus(this.box, draw, () => this.#scroll)
    this.#mark(first)
  }

  /** The rows of the list, as they stand in it. */
  #rows() {
    const { dataset } = /** @type {{dataset: Dataset}} */ (this.#loaded)
    const shown = this.#shown()
    let rows = rowsOf(dataset, shown, this.#say)
    if (this.#only) {
      const its = new Set(
        matrixOf(dataset, shown)
          .cell(this.#only.actor, this.#only.issue)
          ?.relations.map((r) => r.id),
      )
      rows = rows.filter(({ id }) => its.has(id))
    }
    if (!this.#sorted) return rows
    const collator = new Intl.Collator(interfaceLanguage().locale)
    return sortRows(rows, this.#sorted, this.#direction, (a, b) => collator.compare(a, b))
  }

  /** @param {Row[]} rows */
  #drawList(rows) {
    const more = rows.length - this.#limit
    setText(this.#count, t('n.relations', { n: rows.length }))
    const table = listTable(rows.slice(0, this.#limit), {
      sorted: this.#sorted,
      way: this.#direction,
      onSort: (column) => this.#sort(column),
    })
    const parts = [...this.#onlyNote(), rows.length === 0 ? el('p', { class: 'am-tables-note' }, t('tables.empty')) : table]
    if (more > 0) {
      const button = el('button', { type: 'button', class: 'am-text-button' }, t('tables.more', { n: Math.min(more, chunk) }))
      button.addEventListener('click', () => {
        this.#limit += chunk
        this.update()
      })
      parts.push(el('p', { class: 'am-tables-note' }, button))
    }
    this.#scroll.replaceChildren(...parts)
  }

  /** Says that only one cell is listed, and leads back. */
  #onlyNote() {
    if (!this.#only) return []
    const { name } = this.#say
    const all = el('button', { type: 'button', class: 'am-text-button' }, t('tables.all'))
    all.addEventListener('click', () => {
      this.#only = null
      this.update()
      this.#scroll.focus()
    })
    return [
      el('p', { class: 'am-tables-note' }, t('tables.only', { actor: name(this.#only.actor), issue: name(this.#only.issue) }), ' ', all),
    ]
  }

  /** @param {Matrix} matrix */
  #drawMatrix(matrix) {
    setText(this.#count, t('tables.size', { actors: matrix.actors.length, issues: matrix.issues.length }))
    const out = matrix.actorsLeftOut + matrix.issuesLeftOut
    this.#scroll.replaceChildren(
      ...(out > 0 ? [el('p', { class: 'am-tables-note' }, t('tables.leftOut', { n: out }))] : []),
      matrixTable(matrix, this.#say, (actor, issue, cell, byKey) => this.#openCell({ actor, issue }, cell, byKey)),
    )
  }

  /**
   * @param {{actor: string, issue: string}} at
   * @param {Cell} cell
   * @param {boolean} byKey
   */
  #openCell(at, { relations }, byKey) {
    if (relations.length === 1) {
      this.#hooks.onSelect({ line: relations[0].id }, byKey)
      return
    }
    this.show('list')
    this.#only = at
    this.update()
    if (byKey) this.#scroll.focus()
  }

  /** @param {import('../model/table-rows.js').Column} column */
  #sort(column) {
    this.#direction = this.#sorted === column && this.#direction === 'ascending' ? 'descending' : 'ascending'
    this.#sorted = column
    this.update()
    this.#hooks.announce(t(`tables.sorted.${this.#direction}`, { column: t(`column.${column}`) }))
    const button = this.#scroll.querySelector(`th[data-column="${column}"] button`)
    if (button instanceof HTMLElement) button.focus()
  }

  /** @param {boolean} follow scroll to the first marked row, within the table */
  #mark(follow) {
    const { node, line } = this.#hooks.store.selected
    /** @type {HTMLElement|null} */
    let first = null
    for (const link of this.#scroll.querySelectorAll('a[href], button[data-lines]')) {
      const target = targetOfLink(link.getAttribute('href') ?? '')
      const is =
        line !== undefined
          ? target.line === line || (link.getAttribute('data-lines') ?? '').split(' ').includes(line)
          : node !== undefined && target.node === node
      if (is) link.setAttribute('aria-current', 'true')
      else link.removeAttribute('aria-current')
      if (is) first ??= /** @type {HTMLElement} */ (link)
    }
    if (follow && first && !this.#scroll.contains(document.activeElement)) bringIntoView(this.#scroll, first)
  }

  /**
   * Links of the table are about the map; all others are the browser's.
   * @param {MouseEvent} event
   */
  #click(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return
    const link = event.target.closest('a[href]')
    if (!link) return
    event.preventDefault()
    this.#hooks.onSelect(targetOfLink(link.getAttribute('href') ?? ''), event.detail === 0)
  }

  /** @param {'csv'|'json'} format */
  #saver(format) {
    const name = t(`tables.${format}`)
    const button = el('button', { type: 'button', class: 'am-text-button', title: name, 'aria-label': name }, format.toUpperCase())
    button.addEventListener('click', () => this.#save(format))
    return button
  }

  /** @param {'csv'|'json'} format */
  #save(format) {
    if (!this.#loaded) return
    const { json } = this.#loaded
    const rows = this.#rows()
    const [body, type] =
      format === 'csv'
        ? [relationsCSV(rows, this.#say, this.#loaded.dataset.desk), 'text/csv;charset=utf-8']
        : [relationsJSON(json, rows), 'application/json']
    download(new Blob([body], { type }), `${json.id}.${format}`)
  }
}

/**
 * Scrolls a box, and nothing around it, until an element in it is clear of the sticky headers.
 * @param {HTMLElement} box
 * @param {HTMLElement} element
 */
function bringIntoView(box, element) {
  const head = box.querySelector('thead')?.getBoundingClientRect().height ?? 0
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()]
  if (inner.top < outer.top + head) box.scrollTop += inner.top - outer.top - head
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom
}
