// Under the heading of a node: show only what is around it, or ask how it is connected with another.

/** @import { Around, Direction } from '../model/map-query.js' */
import { el } from '../ui/el.js'
import { t } from '../ui/words.js'

/** As far as wasm/query goes. */
const steps = Object.freeze([1, 2, 3])

/** @type {readonly Direction[]} */
const directions = Object.freeze(['both', 'along', 'against'])

/** The row of the details panel that narrows the map to the neighbourhood of a node. */
export class NeighbourhoodRow {
  box
  #steps
  #direction

  /**
   * @param {HTMLElement} pair the field for the other node
   * @param {(within: Omit<Around, 'node'>|undefined) => void} onChange of the node that is selected
   */
  constructor(pair, onChange) {
    this.#steps = el(
      'select',
      { class: 'am-field', 'aria-label': t('around') },
      el('option', { value: 0 }, t('around.all')),
      ...steps.map((n) => el('option', { value: n }, t('around.steps', { n }))),
    )
    this.#direction = el(
      'select',
      { class: 'am-field', 'aria-label': t('around.way') },
      ...directions.map((direction) => el('option', { value: direction }, t(`around.${direction}`))),
    )
    for (const select of [this.#steps, this.#direction]) {
      select.addEventListener('change', () => {
        const n = Number(this.#steps.value)
        onChange(n > 0 ? { steps: n, way: /** @type {Direction} */ (this.#direction.value) } : undefined)
      })
    }
    this.box = el(
      'div',
      { class: 'am-around' },
      el('div', { class: 'am-around-selects' }, el('span', { 'aria-hidden': 'true' }, t('around')), this.#steps, this.#direction),
      pair,
    )
  }

  /**
   * @param {string|undefined} node the selected one
   * @param {Around|undefined} around
   */
  update(node, around) {
    this.box.hidden = node === undefined
    const here = around && around.node === node ? around : undefined
    this.#steps.value = String(here?.steps ?? 0)
    if (here) this.#direction.value = here.way
    this.#direction.hidden = !here
  }
}
