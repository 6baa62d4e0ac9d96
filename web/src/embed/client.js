// The client of the embed protocol, in the parent page: shakes hands with the server in the frame, sends requests and
// hears events. It trusts nothing in the frame: each message has to fit its schema.

import { RateLimiter } from '../ui/rate-limiter.js'
import { EmbedError } from './errors.js'
import { answer, embedVersion, events, greetings, messagesPerSecond, requests, safeParse, told } from './messages.js'
import { ValidationError } from './schema.js'
import { Throttle } from './throttle.js'

/** Messages at once, beside one `ready`. */
const messagesAtOnce = 400

/** How often `ready` is heard at most, ms; the last one always is. */
const readyPauseMS = 1000

/** Requests that may wait for a frame that has not come yet. */
const mostWaiting = 64

/** @typedef {{resolve: (value: any) => void, reject: (reason: Error) => void}} Promised */
/** @typedef {{id: number, ask: string, with?: unknown}} Request */
/**
 * @typedef {object} FrameOrigin
 * @property {string} origin of its address
 * @property {boolean} opaque it has none: it is sandboxed, or the page around it is
 */

/** @typedef {{source: unknown, origin: string, data: unknown, ports: readonly MessagePort[]}} Heard what of a MessageEvent counts */

/**
 * @typedef {object} ClientHooks
 * @property {() => void} onWelcome the frame can be seen and talked to; again after the frame was loaded again
 * @property {(event: string, detail: any) => void} onEvent
 * @property {(error: EmbedError) => void} onRefusal
 */

/** The client of one frame, from the frame's first load to its end. */
export class EmbedClient {
  /** @type {() => {postMessage: (message: unknown, targetOrigin: string) => void}|null} */
  #frame
  #expected
  /** @type {ClientHooks} */
  #hooks
  #nonce = ''
  /** Whether a map has said that it is there. */
  greeted = false
  /** @type {MessagePort|null} */
  #port = null
  #limiter
  #ready
  #lastID = 0
  /** @type {Map<number, Promised & {ask: string}>} */
  #asked = new Map()
  /** @type {Request[]} */
  #waiting = []

  /**
   * @param {() => {postMessage: (message: unknown, targetOrigin: string) => void}|null} frame its window
   * @param {FrameOrigin} expected
   * @param {ClientHooks} hooks
   * @param {() => number} [nowMS] a clock that never goes back
   */
  constructor(frame, expected, hooks, nowMS = () => performance.now()) {
    this.#frame = frame
    this.#expected = expected
    this.#hooks = hooks
    this.#limiter = new RateLimiter(messagesAtOnce, messagesPerSecond, nowMS)
    this.#ready = new Throttle((event, detail) => this.#tell(event, detail), nowMS, readyPauseMS)
  }

  /**
   * Hears a message that came to the page. Only one of the frame itself counts, from the origin that it should have.
   * What it holds is read only then: anybody may send a page more than it can unpack in time.
   * @param {Heard} message
   */
  hear(message) {
    const frame = this.#frame()
    const { source, origin } = message
    if (!frame || source !== frame || !this.#expects(origin) || !this.#limiter.take()) return
    const { data, ports } = message
    if (safeParse(greetings.here, data)) {
      this.greeted = true
      this.#greet(frame, origin)
    }
    const welcome = safeParse(greetings.welcome, data)
    if (welcome?.nonce === this.#nonce && ports.length === 1) this.#adopt(ports[0])
    const refusal = safeParse(greetings.refuse, data)
    if (refusal?.nonce === this.#nonce) this.#hooks.onRefusal(new EmbedError('Version'))
  }

  /**
   * Asks the map for something. Before the frame is there the request waits.
   * @param {string} ask as in the table of requests
   * @param {unknown} [given]
   * @returns {Promise<any>} rejected with an EmbedError
   */
  ask(ask, given) {
    const id = ++this.#lastID
    return new Promise((resolve, reject) => {
      const params = requests.get(ask)?.params(given, '')
      if (!this.#port && this.#waiting.length >= mostWaiting) throw new EmbedError('TooMany')
      this.#asked.set(id, { ask, resolve, reject })
      const request = params === null ? { id, ask } : { id, ask, with: params }
      if (this.#port) this.#port.postMessage(request)
      else this.#waiting.push(request)
    }).catch((error) => {
      throw error instanceof ValidationError ? new EmbedError('BadRequest', error.at) : error
    })
  }

  /** Tells whoever waits for a frame that it has not come; should it come later, it can be talked to. */
  giveUp() {
    this.#waiting = []
    this.#rejectAll('NoFrame')
  }

  /** Closes the port; whoever waits for an answer is told. */
  end() {
    this.#port?.close()
    this.#port = null
    this.#ready.clear()
    this.#nonce = ''
    this.#waiting = []
    this.#rejectAll()
  }

  /**
   * @param {{postMessage: (message: unknown, targetOrigin: string) => void}} frame
   * @param {string} origin
   */
  #greet(frame, origin) {
    this.#nonce = newNonce()
    frame.postMessage({ type: 'actor-map:hello', v: embedVersion, nonce: this.#nonce }, origin === 'null' ? '*' : origin)
  }

  /** @param {MessagePort} port */
  #adopt(port) {
    if (this.#port) {
      // The frame was loaded again: what the old map was asked for is lost.
      this.#port.close()
      this.#ready.clear()
      this.#rejectAll()
    }
    this.#nonce = ''
    this.#port = port
    port.onmessage = (message) => this.#receive(message)
    this.#hooks.onWelcome()
    for (const request of this.#waiting.splice(0)) port.postMessage(request)
  }

  /** @param {string} origin of a message */
  #expects(origin) {
    return origin === this.#expected.origin || (origin === 'null' && this.#expected.opaque)
  }

  /** @param {Pick<MessageEvent, 'data'>} message */
  #receive(message) {
    if (!this.#limiter.take()) return
    const { data } = message
    const answered = safeParse(answer, data)
    if (answered) {
      this.#settle(answered)
      return
    }
    const news = safeParse(told, data)
    if (!news) return
    this.#limiter.charge((events.get(news.event)?.cost ?? 1) - 1)
    if (news.event === 'ready') this.#ready.put(news.event, news.detail)
    else this.#tell(news.event, news.detail)
  }

  /**
   * @param {string} event of the table
   * @param {unknown} news
   */
  #tell(event, news) {
    const schema = events.get(event)?.detail
    const detail = schema && safeParse(schema, news)
    if (detail) this.#hooks.onEvent(event, detail)
  }

  /** @param {{id: number, value?: unknown, error?: {name: string, at?: string}}} answered */
  #settle({ id, value, error }) {
    const asked = this.#asked.get(id)
    if (!asked) return
    this.#asked.delete(id)
    if (error) {
      asked.reject(new EmbedError(error.name, error.at))
      return
    }
    try {
      asked.resolve(requests.get(asked.ask)?.result(value ?? null, ''))
    } catch {
      asked.reject(new EmbedError('Failed'))
    }
  }

  #rejectAll(name = 'Disconnected') {
    const waiting = new Set(this.#waiting.map(({ id }) => id))
    for (const [id, { reject }] of this.#asked) {
      if (waiting.has(id)) continue
      this.#asked.delete(id)
      reject(new EmbedError(name))
    }
  }
}

/** 128 random bits as hex; ties a `welcome` to our `hello`. */
function newNonce() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
