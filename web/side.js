// The side of the map: the panel of what is selected, or the legend. The style puts it beside
// the map or under it, or makes the panel a sheet over the lower edge of the window.

import { make } from './make.js'

export class Side {
  #box
  /** @type {Element|null} */
  #legend
  /** Stands where the legend was, to bring it back. */
  #mark = document.createComment('legend')

  /**
   * @param {Element} element
   * @param {Element|null} legend is taken in until `remove`
   * @param {HTMLElement} panel
   */
  constructor(element, legend, panel) {
    this.#legend = legend
    legend?.before(this.#mark)
    this.#box = make('div', { class: 'am-side' }, panel)
    if (legend) this.#box.append(legend)
    element.append(this.#box)
  }

  /**
   * The panel has opened or closed.
   * @param {HTMLElement} panel
   */
  update(panel) {
    this.#box.toggleAttribute('data-open', !panel.hidden)
  }

  /** Whether the panel sticks to the lower edge of the window, over the map. */
  get isSheet() {
    return getComputedStyle(this.#box).position === 'sticky'
  }

  remove() {
    if (this.#legend) this.#mark.replaceWith(this.#legend)
    this.#box.remove()
  }
}
