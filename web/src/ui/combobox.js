// A field of text with a list of what fits: the ARIA combobox pattern with list autocompletion.

import { el, setText } from './el.js'
import { t } from './words.js'

/** How many are listed: what fits on a phone without scrolling far. */
const mostOptions = 8

/**
 * @template T
 * @typedef {object} Option
 * @property {T} value
 * @property {string} title
 * @property {string} [detail] in which words it was found, or what it is
 */

/**
 * @template T
 * @typedef {object} ComboboxHooks
 * @property {(query: string) => Promise<Option<T>[]>} find
 * @property {(value: T) => void} onPick
 * @property {(found: T[]) => void} [onFound] while the reader types; none when that ends
 * @property {(sentence: string) => void} announce speaks to assistive technology
 */

/** @template T */
export class Combobox {
  box
  input
  #list
  #note = el('p', { class: 'am-options-note' })
  #popup
  /** @type {ComboboxHooks<T>} */
  #hooks
  #id
  /** @type {Option<T>[]} */
  #options = []
  #active = -1
  /** What the options answer. */
  #answered = ''
  /** Counts the questions: an answer that comes too late is dropped. */
  #asked = 0

  /**
   * @param {{id: string, label: string, placeholder?: string}} names
   * @param {ComboboxHooks<T>} hooks
   */
  constructor({ id, label, placeholder }, hooks) {
    this.#hooks = hooks
    this.#id = id
    this.input = el('input', {
      id,
      type: 'text',
      class: 'am-field',
      role: 'combobox',
      'aria-label': label,
      placeholder: placeholder ?? null,
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': `${id}-list`,
      dir: 'auto',
    })
    this.#list = el('ul', { id: `${id}-list`, class: 'am-options-list', role: 'listbox', 'aria-label': label })
    this.#popup = el('div', { class: 'am-options', hidden: true }, this.#list, this.#note)
    this.box = el('div', { class: 'am-combobox' }, this.input, this.#popup)
    this.input.addEventListener('input', () => void this.#ask())
    this.input.addEventListener('keydown', (event) => this.#keyDown(event))
    this.input.addEventListener('focus', () => this.input.value !== '' && void this.#ask())
    this.box.addEventListener('focusout', (event) => {
      if (!(event.relatedTarget instanceof Node) || !this.box.contains(event.relatedTarget)) this.close()
    })
    // Pressing must not take the focus from the field; the click then picks.
    this.#popup.addEventListener('pointerdown', (event) => event.preventDefault())
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null
      if (option) this.#pick([...this.#list.children].indexOf(option))
    })
  }

  /** Takes the list away and ends the lifting of what was found. */
  close() {
    this.#asked++
    this.#show([])
    this.#hooks.onFound?.([])
  }

  clear() {
    this.input.value = ''
    this.close()
  }

  async #ask() {
    const asked = ++this.#asked
    const query = this.input.value
    const found = query.trim() === '' ? [] : await this.#hooks.find(query).catch(() => null)
    if (asked !== this.#asked) return
    if (!found) {
      this.#fail() // what is searched could not be loaded; the next letter tries again
      return
    }
    this.#show(found, query)
    this.#hooks.onFound?.(found.map((o) => o.value))
    if (query.trim() === '') return
    this.#hooks.announce(found.length === 0 ? t('search.none', { query }) : t('search.count', { n: found.length }))
  }

  #fail() {
    const sentence = t('tables.noData')
    this.#show([])
    setText(this.#note, sentence)
    this.#popup.hidden = false
    this.#hooks.onFound?.([])
    this.#hooks.announce(sentence)
  }

  /**
   * @param {Option<T>[]} found
   * @param {string} [query] where nothing was found for it
   */
  #show(found, query = '') {
    this.#options = found.slice(0, mostOptions)
    this.#answered = query
    this.#active = -1
    const items = this.#options.map(({ title, detail }, k) =>
      el(
        'li',
        { id: `${this.#id}-${k}`, role: 'option', class: 'am-option-row', 'aria-selected': 'false' },
        el('bdi', { class: 'am-option-title' }, title),
        ...(detail ? [el('bdi', { class: 'am-option-detail' }, detail)] : []),
      ),
    )
    const none = found.length === 0 && query.trim() !== ''
    const rest = found.length - this.#options.length
    const note = none ? t('search.none', { query }) : rest > 0 ? t('search.more', { n: rest }) : ''
    this.#list.replaceChildren(...items)
    this.#list.hidden = items.length === 0 // a listbox without options is none
    setText(this.#note, note)
    this.#popup.hidden = items.length === 0 && !none
    this.input.setAttribute('aria-expanded', String(items.length > 0))
    this.input.removeAttribute('aria-activedescendant')
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const n = this.#options.length
    if (event.key === 'ArrowDown' && n > 0) this.#activate(this.#active + 1 >= n ? 0 : this.#active + 1)
    else if (event.key === 'ArrowUp' && n > 0) this.#activate(this.#active <= 0 ? n - 1 : this.#active - 1)
    else if (event.key === 'Enter') void this.#enter()
    else if (event.key === 'Escape' && (this.input.value !== '' || !this.#popup.hidden)) this.clear()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  /** @param {number} k */
  #activate(k) {
    this.#active = k
    const rows = [...this.#list.querySelectorAll('[role="option"]')]
    rows.forEach((row, i) => row.setAttribute('aria-selected', String(i === k)))
    rows[k].scrollIntoView({ block: 'nearest' })
    this.input.setAttribute('aria-activedescendant', rows[k].id)
    this.#hooks.onFound?.([this.#options[k].value])
  }

  /** Takes the active one, or the best one; a reader may be faster than the answer. */
  async #enter() {
    if (this.#answered !== this.input.value || this.#options.length === 0) await this.#ask()
    if (this.#options.length > 0) this.#pick(Math.max(this.#active, 0))
  }

  /** @param {number} k */
  #pick(k) {
    const option = this.#options[k]
    if (!option) return
    this.close()
    this.#hooks.onPick(option.value)
  }
}
