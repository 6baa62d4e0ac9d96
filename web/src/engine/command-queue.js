// Command queue with backpressure: while a batch is unacknowledged, the moves of one pointer are coalesced. A watchdog
// pings a silent host after 3 s and reports the loss 1 s later.

import { encode } from './messages.js'

/** @import { Command } from './messages.js' */
/** @typedef {import('./host.js').Envelope} Envelope */

/** How long the host may leave a batch unacknowledged before the watchdog pings it, and how long it then has to answer;
 * milliseconds. Together: the 4 s after which it is lost. */
export const watchdogMS = 3000
export const pingTimeoutMS = 1000

/**
 * @typedef {object} CommandQueueHooks
 * @property {(n: number, envelopes: Envelope[]) => void} post
 * @property {(n: number) => void} ping
 * @property {() => void} lost
 * @property {(callback: () => void, delayMS: number) => (() => void)} after calls back
 *   once, while the page is visible; returns a function that cancels it
 */

/** The queue of one engine. A timer exists only while a batch is unacknowledged. */
export class CommandQueue {
  #hooks
  /** @type {Envelope[]} */
  #waiting = []
  /** Which pointer the last waiting envelope moves, if it is a move. @type {unknown} */
  #movePointer = undefined
  #open = false
  #sent = 0
  #acknowledged = 0
  #pinged = 0
  /** @type {(() => void)|null} */
  #cancelWatchdog = null

  /** @param {CommandQueueHooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks
  }

  /** The host has started: what was queued goes out. */
  open() {
    this.#open = true
    this.#flush()
  }

  /**
   * Sends a command, in order. A pointer move waits while a batch is unacknowledged, and replaces a waiting move of the
   * same pointer; no other command is ever dropped, and any other command flushes the queue.
   * @param {Command} command
   * @param {number} [id] of the request, where an answer is wanted
   */
  send(command, id) {
    const envelope = toEnvelope(command, id)
    const isMove = command.type === 'pointer' && command.phase === 'move'
    const pointer = isMove ? command.pointer : undefined
    if (isMove && this.#waiting.length > 0 && pointer === this.#movePointer) this.#waiting.pop()
    this.#waiting.push(envelope)
    this.#movePointer = pointer
    if (this.#open && !(isMove && this.#isUnacknowledged)) this.#flush()
  }

  /** @param {number} n the last batch that a frame has processed */
  acknowledge(n) {
    this.#acknowledged = Math.max(this.#acknowledged, n)
    this.#stopWatchdog()
    this.#flush()
    if (this.#isUnacknowledged && !this.#cancelWatchdog) this.#startWatchdog()
  }

  /**
   * The host has answered a ping. It may still draw nothing, since browsers give no frames to what nobody sees; then the
   * next batch starts the watchdog again.
   * @param {number} n
   */
  pong(n) {
    if (n === this.#pinged) this.#stopWatchdog()
  }

  close() {
    this.#open = false
    this.#waiting = []
    this.#stopWatchdog()
  }

  get #isUnacknowledged() {
    return this.#sent > this.#acknowledged
  }

  #flush() {
    if (!this.#open || this.#waiting.length === 0) return
    const envelopes = this.#waiting
    this.#waiting = []
    this.#movePointer = undefined
    this.#sent++
    this.#hooks.post(this.#sent, envelopes)
    if (!this.#cancelWatchdog && this.#open) this.#startWatchdog()
  }

  #startWatchdog() {
    this.#cancelWatchdog = this.#hooks.after(() => {
      this.#pinged++
      this.#cancelWatchdog = this.#hooks.after(this.#hooks.lost, pingTimeoutMS)
      this.#hooks.ping(this.#pinged)
    }, watchdogMS)
  }

  #stopWatchdog() {
    this.#cancelWatchdog?.()
    this.#cancelWatchdog = null
  }
}

/**
 * @param {Command} command
 * @param {number} [id]
 * @returns {Envelope}
 */
export function toEnvelope(command, id) {
  const json = encode(command, id)
  if (command.type !== 'start' && command.type !== 'resize') return { json }
  const { width, height, dpr } = command
  return { json, frame: { width, height, dpr } }
}
