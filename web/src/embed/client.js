// The side of the page around a map in a frame: shakes hands with the frame, asks, and hears what
// it tells. Whatever stands in the frame is a stranger until its words have their shapes.

import { TalkError } from './errors.js'
import { answer, events, greetings, ifShaped, requests, talkVersion, told } from './messages.js'
import { TokenBucket } from './rate-limiter.js'
import { Misshapen } from './schema.js'

/** Messages at once and a second in the long run: a map tells 30 a second while it is dragged. */
const messagesAtOnce = 300
const messagesPerSecond = 100

/** Requests that may wait for a frame that has not come yet. */
const mostWaiting = 64

/** @typedef {{resolve: (value: any) => void, reject: (reason: Error) => void}} Promised */
/** @typedef {{id: number, ask: string, with?: unknown}} Request */
/** @typedef {{source: unknown, origin: string, data: unknown, ports: readonly MessagePort[]}} Heard what of a MessageEvent counts */

/**
 * @typedef {object} HostHooks
 * @property {() => void} onWelcome the frame can be seen and talked to; again after it was loaded anew
 * @property {(event: string, detail: any) => void} onEvent
 * @property {(error: TalkError) => void} onRefusal
 */

/** The talk with one frame, from its first load to its end. */
export class FrameTalk {
  /** @type {() => {postMessage: (message: unknown, targetOrigin: string) => void}|null} */
  #frame
  #origin
  /** @type {HostHooks} */
  #hooks
  #nonce = ''
  /** Whether a map has said that it is there. */
  greeted = false
  /** @type {MessagePort|null} */
  #port = null
  #bucket = new TokenBucket(messagesAtOnce, messagesPerSecond)
  #lastID = 0
  /** @type {Map<number, Promised & {ask: string}>} */
  #asked = new Map()
  /** @type {Request[]} */
  #waiting = []

  /**
   * @param {() => {postMessage: (message: unknown, targetOrigin: string) => void}|null} frame its window
   * @param {string} origin that it has unless it is sandboxed
   * @param {HostHooks} hooks
   */
  constructor(frame, origin, hooks) {
    this.#frame = frame
    this.#origin = origin
    this.#hooks = hooks
  }

  /**
   * Hears a message that came to the page. Only one of the frame itself counts, from the origin that
   * it should have, or from none, as sandboxed frames are.
   * @param {Heard} message
   */
  hear({ source, origin, data, ports }) {
    const frame = this.#frame()
    if (!frame || source !== frame || (origin !== this.#origin && origin !== 'null') || !this.#bucket.take()) return
    if (ifShaped(greetings.here, data)) {
      this.greeted = true
      this.#greet(frame, origin)
    }
    const welcome = ifShaped(greetings.welcome, data)
    if (welcome?.nonce === this.#nonce && ports.length === 1) this.#adopt(ports[0])
    const refusal = ifShaped(greetings.refuse, data)
    if (refusal?.nonce === this.#nonce) this.#hooks.onRefusal(new TalkError('Version'))
  }

  /**
   * Asks the map for something. Before the frame is there the request waits.
   * @param {string} ask as in the table of requests
   * @param {unknown} [given]
   * @returns {Promise<any>} rejected with a TalkError
   */
  ask(ask, given) {
    const id = ++this.#lastID
    return new Promise((resolve, reject) => {
      const shaped = requests.get(ask)?.takes(given, '')
      if (!this.#port && this.#waiting.length >= mostWaiting) throw new TalkError('TooMany')
      this.#asked.set(id, { ask, resolve, reject })
      const request = shaped === null ? { id, ask } : { id, ask, with: shaped }
      if (this.#port) this.#port.postMessage(request)
      else this.#waiting.push(request)
    }).catch((error) => {
      throw error instanceof Misshapen ? new TalkError('BadRequest', error.at) : error
    })
  }

  /** Tells whoever waits for a frame that it has not come; should it come later, it can be talked to. */
  giveUp() {
    this.#waiting = []
    this.#rejectAll('NoFrame')
  }

  /** Ends the talk; whoever waits for an answer is told. */
  end() {
    this.#port?.close()
    this.#port = null
    this.#nonce = ''
    this.#waiting = []
    this.#rejectAll()
  }

  /**
   * @param {{postMessage: (message: unknown, targetOrigin: string) => void}} frame
   * @param {string} origin
   */
  #greet(frame, origin) {
    this.#nonce = makeNonce()
    frame.postMessage({ type: 'actor-map:hello', v: talkVersion, nonce: this.#nonce }, origin === 'null' ? '*' : origin)
  }

  /** @param {MessagePort} port */
  #adopt(port) {
    if (this.#port) {
      // The frame was loaded anew: what the old map was asked for is lost.
      this.#port.close()
      this.#rejectAll()
    }
    this.#nonce = ''
    this.#port = port
    port.onmessage = ({ data }) => this.#receive(data)
    this.#hooks.onWelcome()
    for (const request of this.#waiting.splice(0)) port.postMessage(request)
  }

  /** @param {unknown} data */
  #receive(data) {
    if (!this.#bucket.take()) return
    const answered = ifShaped(answer, data)
    if (answered) {
      this.#settle(answered)
      return
    }
    const news = ifShaped(told, data)
    const shape = news && events.get(news.event)
    const detail = shape && ifShaped(shape, news.detail)
    if (detail) this.#hooks.onEvent(news.event, detail)
  }

  /** @param {{id: number, value?: unknown, error?: {name: string, at?: string}}} answered */
  #settle({ id, value, error }) {
    const asked = this.#asked.get(id)
    if (!asked) return
    this.#asked.delete(id)
    if (error) {
      asked.reject(new TalkError(error.name, error.at))
      return
    }
    try {
      asked.resolve(requests.get(asked.ask)?.gives(value ?? null, ''))
    } catch {
      asked.reject(new TalkError('Failed'))
    }
  }

  #rejectAll(name = 'Disconnected') {
    const waiting = new Set(this.#waiting.map(({ id }) => id))
    for (const [id, { reject }] of this.#asked) {
      if (waiting.has(id)) continue
      this.#asked.delete(id)
      reject(new TalkError(name))
    }
  }
}

/** A word that nobody can guess. */
function makeNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
