// The line to a running host: commands go out at once while it keeps up, moves of the pointer are
// put together while it does not, and silence is noticed.

/** @typedef {import('./host.js').Letter} Letter */

/** How long the host may leave a message unanswered before it is asked whether it lives, and how
 * long it then has to say so; milliseconds. Together: the 4 s after which it is lost. */
export const patienceMS = 3000
export const lastCallMS = 1000

/**
 * @typedef {object} LinkHooks
 * @property {(n: number, letters: Letter[]) => void} post
 * @property {(n: number) => void} ping
 * @property {() => void} lost
 * @property {(callback: () => void, delayMS: number) => (() => void)} after calls back
 *   once, while the page is visible; returns a function that calls it off
 */

/** One line. A timer exists only while something is unanswered. */
export class Link {
  #hooks
  /** @type {Letter[]} */
  #waiting = []
  /** Which pointer the last waiting letter moves, if it is a move. @type {unknown} */
  #movePointer = undefined
  #open = false
  #sent = 0
  #acknowledged = 0
  #pinged = 0
  /** @type {(() => void)|null} */
  #callOff = null

  /** @param {LinkHooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks
  }

  /** The host has started: what was queued goes out. */
  open() {
    this.#open = true
    this.#flush()
  }

  /**
   * Sends a command, in order. A pointer move waits while an earlier message is unanswered, and
   * then takes the place of a waiting one of the same pointer; nothing else is ever dropped, and
   * anything else takes what waits along.
   * @param {Record<string, unknown>} command
   */
  send(command) {
    const letter = toLetter(command)
    const isMove = command.type === 'pointer' && command.phase === 'move'
    const pointer = isMove ? command.pointer : undefined
    if (isMove && this.#waiting.length > 0 && pointer === this.#movePointer) this.#waiting.pop()
    this.#waiting.push(letter)
    this.#movePointer = pointer
    if (this.#open && !(isMove && this.#unanswered)) this.#flush()
  }

  /** @param {number} n the last message that a frame has taken in */
  acknowledge(n) {
    this.#acknowledged = Math.max(this.#acknowledged, n)
    this.#rest()
    this.#flush()
    if (this.#unanswered && !this.#callOff) this.#watch()
  }

  /**
   * The host lives. It may still draw nothing, since browsers give no frames to what nobody
   * sees; then the next message wakes the watch again.
   * @param {number} n
   */
  pong(n) {
    if (n === this.#pinged) this.#rest()
  }

  close() {
    this.#open = false
    this.#waiting = []
    this.#rest()
  }

  get #unanswered() {
    return this.#sent > this.#acknowledged
  }

  #flush() {
    if (!this.#open || this.#waiting.length === 0) return
    const letters = this.#waiting
    this.#waiting = []
    this.#movePointer = undefined
    this.#sent++
    this.#hooks.post(this.#sent, letters)
    if (!this.#callOff && this.#open) this.#watch()
  }

  #watch() {
    this.#callOff = this.#hooks.after(() => {
      this.#pinged++
      this.#callOff = this.#hooks.after(this.#hooks.lost, lastCallMS)
      this.#hooks.ping(this.#pinged)
    }, patienceMS)
  }

  #rest() {
    this.#callOff?.()
    this.#callOff = null
  }
}

/**
 * @param {Record<string, unknown>} command
 * @returns {Letter}
 */
export function toLetter(command) {
  const json = JSON.stringify({ v: 1, ...command })
  if (command.type !== 'start' && command.type !== 'resize') return { json }
  return { json, frame: { width: Number(command.width), height: Number(command.height), dpr: Number(command.dpr) } }
}
