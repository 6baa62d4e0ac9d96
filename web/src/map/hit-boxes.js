// Where the nodes are on the screen, so that a finger can be judged without asking the engine.

/** @import { Extent } from '../engine/messages.js' */

/** Slop in px by kind of pointer, the same as in wasm/scene: larger, and the page would stop
 * scrolling where the engine finds no node; smaller, and a drag would scroll the page. */
const slopPx = Object.freeze({ touch: 14, mouse: 3, pen: 3 })

/** The boxes of the nodes' shapes and names, px of the canvas, in node order. */
export class HitBoxes {
  /** @type {Extent[]} */
  #boxes = []
  /** @type {readonly (Extent|0)[]} */
  #names = []

  /**
   * @param {Extent[]} boxes of the shapes
   * @param {readonly (Extent|0)[]} [names] boxes of the names beside them, 0 where there is none
   */
  update(boxes, names = []) {
    this.#boxes = boxes
    this.#names = names
  }

  /** The boxes as they are; not a copy. */
  get boxes() {
    return this.#boxes
  }

  /** The boxes of the names as they are, 0 for a node that has none; not a copy. */
  get names() {
    return this.#names
  }

  /**
   * Returns the index of the node nearest to a point within the pointer's slop, else of the
   * node whose name the point is on, or -1.
   * @param {number} x
   * @param {number} y
   * @param {string} kind mouse, touch or pen
   */
  nodeAt(x, y, kind) {
    const slop = kind === 'touch' ? slopPx.touch : kind === 'pen' ? slopPx.pen : slopPx.mouse
    let best = -1
    let least = Infinity
    this.#boxes.forEach(([cx, cy, halfW, halfH], i) => {
      const d = Math.max(Math.abs(x - cx) - halfW, Math.abs(y - cy) - halfH)
      if (d <= slop && d < least) {
        best = i
        least = d
      }
    })
    return best >= 0
      ? best
      : this.#names.findIndex((name) => name !== 0 && Math.abs(x - name[0]) <= name[2] && Math.abs(y - name[1]) <= name[3])
  }
}
