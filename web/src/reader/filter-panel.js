// The filter: for each facet what is kept, with how many relations that would show.

import { facets } from '../model/map-query.js'
import { el, iconButton, setText } from '../ui/el.js'
/** @import { Choice } from '../model/query-counts.js' */
/** @import { Facet, Filter } from '../model/map-query.js' */
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'

/** How many values of a facet are offered before the reader asks for the rest. */
const mostOffered = 8

/**
 * @typedef {object} FilterHooks
 * @property {(filter: Filter) => void} onChange
 * @property {() => void} onClose
 * @property {(facet: Facet, value: string) => string} nameOf
 */

/** The panel of the facets, with a count at each value. */
export class FilterPanel {
  box
  #title
  #groups = el('div', { class: 'am-filter-groups' })
  #count = el('p', { class: 'am-filter-count' })
  /** @type {FilterHooks} */
  #hooks
  /** By facet and value: the check box and its count. @type {Map<string, {input: HTMLInputElement, count: HTMLElement}>} */
  #rows = new Map()

  /**
   * @param {string} prefix of element ids
   * @param {HTMLElement} clear the button that shows everything again
   * @param {FilterHooks} hooks
   */
  constructor(prefix, clear, hooks) {
    this.#hooks = hooks
    this.#title = el('h2', { id: `${prefix}-filter-title`, tabindex: -1 }, t('filter'))
    const close = iconButton({ name: t('close'), keys: 'Escape', path: iconPaths.close, onClick: () => hooks.onClose() })
    this.box = el(
      'section',
      { id: `${prefix}-filter`, class: 'am-filter', 'aria-labelledby': this.#title.id, hidden: true },
      el('div', { class: 'am-panel-bar' }, this.#title, close),
      el('div', { class: 'am-filter-state' }, this.#count, clear),
      this.#groups,
    )
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      hooks.onClose()
    })
    this.#groups.addEventListener('change', () => hooks.onChange(this.#chosen()))
  }

  focus() {
    this.#title.focus({ preventScroll: true })
  }

  /**
   * Shows the choices. Boxes that are there stay: the reader's focus may be on one.
   * @param {Record<Facet, Choice[]>} choices
   * @param {Filter} filter
   * @param {string} count how many relations are shown, in words
   */
  update(choices, filter, count) {
    if (this.#rows.size === 0)
      this.#groups.replaceChildren(...facets.filter((f) => choices[f].length > 1).map((f) => this.#group(f, choices[f])))
    for (const facet of facets) {
      for (const { value, count } of choices[facet]) {
        const row = this.#rows.get(`${facet}:${value}`)
        if (!row) continue
        row.input.checked = filter[facet]?.includes(value) ?? false
        row.count.textContent = String(count)
      }
    }
    setText(this.#count, count)
  }

  /**
   * Says why there is nothing to choose from, until there is.
   * @param {string} sentence
   */
  fail(sentence) {
    setText(this.#count, sentence)
  }

  /**
   * @param {Facet} facet
   * @param {Choice[]} choices
   */
  #group(facet, choices) {
    const rows = choices.map(({ value }) => this.#row(facet, value))
    const group = el('fieldset', { class: 'am-facet' }, el('legend', {}, t(`filter.${facet}`)), ...rows.slice(0, mostOffered))
    const rest = rows.slice(mostOffered)
    if (rest.length > 0) {
      const more = el('button', { type: 'button', class: 'am-text-button' }, t('filter.all', { n: rows.length }))
      more.addEventListener('click', () => {
        more.replaceWith(...rest)
        rest[0].querySelector('input')?.focus()
      })
      group.append(more)
    }
    return group
  }

  /**
   * @param {Facet} facet
   * @param {string} value
   */
  #row(facet, value) {
    const input = el('input', { type: 'checkbox', value, 'data-facet': facet })
    const count = el('span', { class: 'am-facet-count' })
    this.#rows.set(`${facet}:${value}`, { input, count })
    return el('label', { class: 'am-facet-row' }, input, el('bdi', {}, this.#hooks.nameOf(facet, value)), ' ', count)
  }

  /** @returns {Filter} */
  #chosen() {
    /** @type {Filter} */
    const filter = {}
    for (const { input } of this.#rows.values()) {
      const facet = /** @type {Facet} */ (input.dataset.facet)
      if (input.checked) filter[facet] = [...(filter[facet] ?? []), input.value]
    }
    return filter
  }
}
