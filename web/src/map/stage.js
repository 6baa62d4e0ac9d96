// The stage: the box exactly over the picture in which the live map appears.

import { el } from '../ui/el.js'

/** Lays the stage over the picture of a figure, and canvases into the stage. The picture stays
 * behind; it is what is seen whenever no canvas is shown. */
export class Stage {
  /** The box of the frame; its top left is the origin of all coordinates. */
  box = el('div', { class: 'am-stage' })
  /** @type {HTMLCanvasElement|null} */
  #canvas = null

  /** @param {Element} picture the <picture> or <img> to cover */
  constructor(picture) {
    picture.after(this.box)
  }

  /** Adds a canvas that is not yet shown, in place of any other. A canvas that had an engine
   * cannot have another one. */
  mountCanvas() {
    this.dropCanvas()
    this.#canvas = el('canvas', { class: 'am-canvas', 'aria-hidden': 'true', 'data-waiting': true })
    this.box.prepend(this.#canvas)
    return this.#canvas
  }

  showCanvas() {
    this.#canvas?.removeAttribute('data-waiting')
  }

  dropCanvas() {
    this.#canvas?.remove()
    this.#canvas = null
  }

  remove() {
    this.dropCanvas()
    this.box.remove()
  }
}
