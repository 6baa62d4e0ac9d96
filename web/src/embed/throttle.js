// A throttle: of what changes many times a second only the latest is told.

/** How often one kind of news is told at most, ms. */
const defaultPauseMS = 100

/**
 * Tells news at once, and what comes soon after it together when the pause is over. The last is
 * never lost. There is a timer only while something waits.
 */
export class Throttle {
  /** @type {(kind: string, news: unknown) => void} */
  #tell
  #nowMS
  #pauseMS
  /** @type {Map<string, number>} When each kind was told last, ms. */
  #toldMS = new Map()
  /** @type {Map<string, unknown>} */
  #waiting = new Map()
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer

  /**
   * @param {(kind: string, news: unknown) => void} tell
   * @param {() => number} [nowMS]
   * @param {number} [pauseMS] between two of a kind
   */
  constructor(tell, nowMS = () => performance.now(), pauseMS = defaultPauseMS) {
    this.#tell = tell
    this.#nowMS = nowMS
    this.#pauseMS = pauseMS
  }

  /**
   * @param {string} kind
   * @param {unknown} news
   */
  put(kind, news) {
    if (this.#nowMS() - (this.#toldMS.get(kind) ?? -Infinity) >= this.#pauseMS) {
      this.#waiting.delete(kind)
      this.#say(kind, news)
      return
    }
    this.#waiting.set(kind, news)
    this.#timer ??= setTimeout(() => this.flush(), this.#pauseMS)
  }

  /** Tells all that waits. */
  flush() {
    this.stop()
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const [kind, news] of waiting) this.#say(kind, news)
  }

  /** Forgets what waits. */
  clear() {
    this.stop()
    this.#waiting.clear()
  }

  /** Calls the timer off; what waits is told by the next `flush`. */
  stop() {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  /**
   * @param {string} kind
   * @param {unknown} news
   */
  #say(kind, news) {
    this.#toldMS.set(kind, this.#nowMS())
    this.#tell(kind, news)
  }
}
