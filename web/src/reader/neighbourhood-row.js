// Under the heading of a node: show only what is around it, or ask how it is connected with another.

/** @import { Around, Way } from '../model/map-query.js' */
import { make } from '../ui/el.js'
import { say } from '../ui/words.js'

/** As far as wasm/reading goes. */
const steps = Object.freeze([1, 2, 3])

/** @type {readonly Way[]} */
const ways = Object.freeze(['both', 'along', 'against'])

export class AroundRow {
  box
  #steps
  #way
  /** @type {string|undefined} */
  #node

  /**
   * @param {HTMLElement} pair the field for the other node
   * @param {(around: Around|undefined) => void} onChange
   */
  constructor(pair, onChange) {
    this.#steps = make(
      'select',
      { class: 'am-field', 'aria-label': say('around') },
      make('option', { value: 0 }, say('around.all')),
      ...steps.map((n) => make('option', { value: n }, say('around.steps', { n }))),
    )
    this.#way = make(
      'select',
      { class: 'am-field', 'aria-label': say('around.way') },
      ...ways.map((way) => make('option', { value: way }, say(`around.${way}`))),
    )
    for (const select of [this.#steps, this.#way]) {
      select.addEventListener('change', () => {
        const n = Number(this.#steps.value)
        onChange(n > 0 && this.#node !== undefined ? { node: this.#node, steps: n, way: /** @type {Way} */ (this.#way.value) } : undefined)
      })
    }
    this.box = make(
      'div',
      { class: 'am-around' },
      make('div', { class: 'am-around-selects' }, make('span', { 'aria-hidden': 'true' }, say('around')), this.#steps, this.#way),
      pair,
    )
  }

  /**
   * @param {string|undefined} node the selected one
   * @param {Around|undefined} around
   */
  update(node, around) {
    this.#node = node
    this.box.hidden = node === undefined
    const here = around && around.node === node ? around : undefined
    this.#steps.value = String(here?.steps ?? 0)
    if (here) this.#way.value = here.way
    this.#way.hidden = !here
  }
}
