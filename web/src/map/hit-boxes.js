// Where the nodes are on the screen, so that a finger can be judged without asking the engine.

/** @import { Extent, PointerSettings } from '../engine/messages.js' */

/** The boxes of the nodes' shapes and names, px of the canvas, in node order. */
export class HitBoxes {
  /** @type {Extent[]} */
  #boxes = []
  /** @type {readonly (Extent|0)[]} */
  #names = []
  /** The engine's own, and null before it has listed nodes: with a larger slop the page would stop scrolling where the engine
   * finds no node, with a smaller one a drag would scroll the page. @type {PointerSettings|null} */
  #pointers = null

  /** @param {PointerSettings} pointers as the engine says in `ready` */
  calibrate(pointers) {
    this.#pointers = pointers
  }

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
    if (this.#pointers === null) return -1
    const { nodeSlopPx } = this.#pointers[pointerKind(kind)]
    let best = -1
    let least = Infinity
    this.#boxes.forEach(([cx, cy, halfW, halfH], i) => {
      const d = Math.max(Math.abs(x - cx) - halfW, Math.abs(y - cy) - halfH)
      if (d <= nodeSlopPx && d < least) {
        best = i
        least = d
      }
    })
    return best >= 0
      ? best
      : this.#names.findIndex((name) => name !== 0 && Math.abs(x - name[0]) <= name[2] && Math.abs(y - name[1]) <= name[3])
  }
}

/**
 * Returns the kind of a pointer: a mouse where the browser cannot tell.
 * @param {string} type of a pointer event
 */
export function pointerKind(type) {
  return type === 'touch' || type === 'pen' ? type : 'mouse'
}
