// The time in which a second tap may still come: the page must not move under it.

/** Knows whether a second tap may still come, so that nothing moves under it. */
export class Taps {
  /** The pointers that are down. @type {Set<number>} */
  #down = new Set()
  #endedAt = -Infinity
  /** What waits for the end of the taps. @type {(() => void)|null} */
  #waiting = null
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer
  /** A second tap within this time makes a double tap: the engine's own, and 0 before there is one to tap. */
  #doubleTapMs = 0

  /** @param {number} doubleTapMs as the engine says in `ready` */
  calibrate(doubleTapMs) {
    this.#doubleTapMs = doubleTapMs
  }

  /** @param {number} pointer has come down */
  begin(pointer) {
    clearTimeout(this.#timer)
    this.#down.add(pointer)
  }

  /** @param {number} pointer is up, or the browser has taken it */
  end(pointer) {
    if (!this.#down.delete(pointer)) return
    this.#endedAt = performance.now()
    if (this.#waiting) this.after(this.#waiting)
  }

  /**
   * Runs what would move the map in the window once no second tap can come any more: at once if
   * nothing was tapped. A newer call takes the place of one that still waits.
   * @param {() => void} run
   */
  after(run) {
    clearTimeout(this.#timer)
    this.#waiting = run
    if (this.#down.size > 0) return
    const restMs = this.#endedAt + this.#doubleTapMs - performance.now()
    if (restMs > 0) this.#timer = setTimeout(() => this.#run(), restMs)
    else this.#run()
  }

  /** What waits is dropped. */
  stop() {
    clearTimeout(this.#timer)
    this.#waiting = null
  }

  #run() {
    const run = this.#waiting
    this.#waiting = null
    run?.()
  }
}
