// Whether the parent page makes a frame as high as what it holds. Such a frame grows a moment after its
// content has: until then it could be scrolled, and what was scrolled would jump back.

import { heightOf } from './height.js'

/** The height of one window, until it is stopped. */
export class ParentHeight {
  #window
  #abort = new AbortController()
  /** Whether the window was as high as its document when it was last resized. */
  #follows
  /** What waits for the window to grow. @type {(() => void)|null} */
  #waiting = null

  /** @param {Pick<Window, 'parent'|'innerHeight'|'document'> & EventTarget} window */
  constructor(window) {
    this.#window = window
    this.#follows = this.#fits()
    window.addEventListener('resize', () => this.#resized(), { signal: this.#abort.signal })
  }

  /**
   * Runs what scrolls the document once its page has had its chance to give it room: at once in a window
   * that is nobody's frame, or in a frame of a fixed height; never where there is room for all.
   * @param {() => void} run a later one takes its place
   */
  afterGrowth(run) {
    this.#waiting = null
    if (this.#fits()) return
    if (this.#follows) this.#waiting = run
    else run()
  }

  stop() {
    this.#waiting = null
    this.#abort.abort()
  }

  #resized() {
    const run = this.#waiting
    this.#follows = this.#fits()
    this.#waiting = null
    if (!this.#follows) run?.() // a page that gives a frame so much height and no more
  }

  /** Whether this is a frame that is as high as its page was told. */
  #fits() {
    const { parent, innerHeight, document } = this.#window
    if (/** @type {unknown} */ (parent) === this.#window) return false
    return innerHeight === heightOf(document)
  }
}
