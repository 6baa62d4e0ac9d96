// When a map that died is started again by itself, and when only the reader may.

/** So many automatic starts in so much time; more, and a broken driver would flicker for ever. */
const maxRemounts = 3
const windowMS = 60_000

/** Deaths of a running map that a new canvas and a new engine mend. */
const mendable = new Set(['ContextLost', 'Panic', 'Exited', 'WorkerLost'])

/** The log of automatic starts. It has no clock: times come in as milliseconds. */
export class RemountLog {
  /** @type {number[]} */
  #startsMS = []

  /**
   * Decides about one failure and, where the answer is yes, notes the start.
   * @param {string} failure name, as in client.js
   * @param {number} nowMS
   */
  allows(failure, nowMS) {
    if (!mendable.has(failure)) return false
    this.#startsMS = this.#startsMS.filter((t) => nowMS - t < windowMS)
    if (this.#startsMS.length >= maxRemounts) return false
    this.#startsMS.push(nowMS)
    return true
  }

  /** Forgets the past: the reader asked for another attempt. */
  clear() {
    this.#startsMS = []
  }
}
