// The restart policy: which failures restart the engine by themselves, and when only the reader may.

/** At most this many automatic restarts in this time: with more, a broken driver would flicker for ever. */
const maxRestarts = 3
const windowMS = 60_000

/** Failures of a running map that a new canvas and a new engine mend. */
const restartable = new Set(['ContextLost', 'Panic', 'Exited', 'WorkerLost'])

/** Counts the automatic restarts. It has no clock: times come in as milliseconds. */
export class RestartPolicy {
  /** @type {number[]} */
  #startsMS = []

  /**
   * Decides whether one failure restarts the engine and, if so, counts the restart.
   * @param {string} failure name, as in client.js
   * @param {number} nowMS
   */
  allows(failure, nowMS) {
    if (!restartable.has(failure)) return false
    this.#startsMS = this.#startsMS.filter((t) => nowMS - t < windowMS)
    if (this.#startsMS.length >= maxRestarts) return false
    this.#startsMS.push(nowMS)
    return true
  }

  /** Forgets the past: the reader asked for another attempt. */
  clear() {
    this.#startsMS = []
  }
}
