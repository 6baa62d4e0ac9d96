// The ledger of what was asked and has not been answered.

/** @import { Failure } from './messages.js' */

/** A question goes to a second engine when the first one is lost over it; never to a third, which it may be what ends them. */
const mostEngines = 2

/**
 * @template Q
 * @typedef {object} Request
 * @property {number} id
 * @property {Q} question
 * @property {number} engines how many it has gone to
 * @property {(value: any) => void} resolve
 * @property {(error: Error) => void} reject
 */

/**
 * Gives questions their ids and promises. An id is never given twice, so that an answer cannot be taken for another's.
 * @template Q
 */
export class RequestLedger {
  #lastID = 0
  /** In the order in which they were asked. @type {Map<number, Request<Q>>} */
  #unanswered = new Map()

  /**
   * Notes a question that goes out under the id.
   * @param {Q} question
   * @returns {{id: number, answer: Promise<any>}}
   */
  open(question) {
    const id = ++this.#lastID
    const answer = new Promise((resolve, reject) => {
      this.#unanswered.set(id, { id, question, engines: 1, resolve, reject })
    })
    return { id, answer }
  }

  /**
   * An answer has come. One to no question is nobody's.
   * @param {number} id
   * @param {unknown} value
   * @param {string|Failure} [error] the question was refused
   */
  settle(id, value, error) {
    const request = this.#unanswered.get(id)
    this.#unanswered.delete(id)
    if (error) request?.reject(namedError(error))
    else request?.resolve(value)
  }

  /**
   * No answer will come any more.
   * @param {Failure} why
   */
  rejectAll(why) {
    for (const id of [...this.#unanswered.keys()]) this.settle(id, undefined, why)
  }

  /**
   * Returns the questions that the next engine is to be asked, in their order; the others are rejected.
   * @param {Failure} why of those that have been asked often enough
   * @returns {Request<Q>[]}
   */
  askAgain(why) {
    for (const request of [...this.#unanswered.values()]) {
      if (++request.engines > mostEngines) this.settle(request.id, undefined, why)
    }
    return [...this.#unanswered.values()]
  }
}

/** @param {string|Failure} error */
function namedError(error) {
  const { name, message } = typeof error === 'string' ? { name: 'Error', message: error } : error
  return Object.assign(new Error(message), { name })
}
