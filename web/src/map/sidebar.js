// The side of the map: the filter, two nodes compared, the panel of what is selected, or the legend. The style puts it beside
// the map or under it, or makes the panel a sheet over the lower edge of the window.

import { el } from '../ui/el.js'

/** The column beside the map, below 700 px a sheet: legend, filter, comparison or details panel. */
export class Sidebar {
  #box
  /** @type {HTMLElement[]} */
  #panels
  /** @type {Element|null} */
  #legend
  /** Stands where the legend was, to bring it back. */
  #mark = document.createComment('legend')
  #sizes = new ResizeObserver(() => this.#reach())

  /**
   * @param {Element} element
   * @param {Element|null} legend is taken in until `remove`
   * @param {...HTMLElement} panels of those that are open the first one is seen
   */
  constructor(element, legend, ...panels) {
    this.#legend = legend
    legend?.before(this.#mark)
    this.#box = el('div', { class: 'am-side' }, ...panels)
    this.#panels = panels
    if (legend) this.#box.append(legend)
    element.append(this.#box)
    for (const watched of legend ? [this.#box, legend] : []) this.#sizes.observe(watched)
  }

  /** A panel has opened or closed. */
  update() {
    const open = this.#panels.find((panel) => !panel.hidden)
    this.#box.toggleAttribute('data-open', open !== undefined)
    for (const panel of this.#panels) panel.toggleAttribute('data-under', !panel.hidden && panel !== open)
    this.#reach()
  }

  /** Nothing in the legend takes the focus: where it scrolls, its box does, so that the keyboard can scroll it. */
  #reach() {
    const box = this.#box
    const scrolls = !box.hasAttribute('data-open') && box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY !== 'visible'
    const name = this.#legend?.querySelector('h2')?.textContent ?? ''
    for (const [attribute, value] of Object.entries({ tabindex: '0', role: 'group', 'aria-label': name })) {
      if (scrolls) box.setAttribute(attribute, value)
      else box.removeAttribute(attribute)
    }
  }

  /**
   * Lets taps through to what lies under: the second one of a double tap is meant for the map.
   * @param {boolean} on
   */
  letTapsThrough(on) {
    this.#box.toggleAttribute('data-taps-through', on)
  }

  /** Whether the panel sticks to the lower edge of the window, over the map. */
  get isSheet() {
    return getComputedStyle(this.#box).position === 'sticky'
  }

  /** Whether the panel, when it opens, is such a sheet. The width is that of styles/map/sidebar.css. */
  get coversMap() {
    return matchMedia('(max-width: 1099.98px)').matches
  }

  remove() {
    this.#sizes.disconnect()
    if (this.#legend) this.#mark.replaceWith(this.#legend)
    this.#box.remove()
  }
}
