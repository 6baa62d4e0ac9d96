// The height of an embedded map, told to the page around it in the dialects of those who listen:
// our own, WordPress, AMP, and the iframe.resize of Iframely, Embedly and others.

import { embedVersion, safeParse } from './messages.js'
import { object, oneOf, pattern } from './schema.js'

/** WordPress uses ten letters and digits. */
const secretSchema = pattern(/^[A-Za-z0-9]+$/, 32, 'a secret')
const wordPressReady = object({ message: oneOf('ready'), secret: secretSchema }, {}, { strict: false })

/**
 * Finds the secret that WordPress appends to the address of a frame, also after a fragment
 * that was there before: "#?secret=S", "#view=2#?secret=S".
 * @param {string} hash location.hash
 * @returns {string|null}
 */
export function secretIn(hash) {
  return safeParse(secretSchema, /#\?secret=([^#&]*)$/.exec(hash)?.[1])
}

/**
 * Finds the secret in WordPress's message {message: 'ready', secret}.
 * @param {unknown} message
 * @returns {string|null}
 */
export function secretOfReady(message) {
  return safeParse(wordPressReady, message)?.secret ?? null
}

/**
 * Returns what tells one height in every dialect. The receivers are told nothing that they do not
 * know: a height, and the address and the secret that they gave.
 * @param {number} height px
 * @param {string} address of the frame
 * @param {string|null} secret
 * @returns {unknown[]}
 */
export function heightMessages(height, address, secret) {
  const [src] = address.split('#')
  return [
    { type: 'actor-map:height', v: embedVersion, height },
    ...(secret === null ? [] : [{ message: 'height', value: height, secret }]),
    { sentinel: 'amp', type: 'embed-size', height },
    JSON.stringify({ context: 'iframe.resize', height, src }),
  ]
}

/**
 * The height of a document, as a page is told it.
 * @param {Document} document its root is as high as what it holds
 * @returns {number} px
 */
export function heightOf(document) {
  return Math.ceil(document.documentElement.getBoundingClientRect().height)
}

/** Tells the height of a document whenever it changes, and when asked to. */
export class HeightReporter {
  /** Of this frame, as WordPress gave it; null elsewhere. @type {string|null} */
  secret
  /** The last height, px; 0 before there was one. */
  height = 0
  #document
  #address
  #post
  #onHeight
  #observer = new ResizeObserver(() => void this.#measure())

  /**
   * @param {Document} document its root is as high as what it holds
   * @param {string} address of the frame
   * @param {{post: (message: unknown) => void, onHeight: (height: number) => void}} hooks
   */
  constructor(document, address, { post, onHeight }) {
    this.#document = document
    this.#address = address
    this.#post = post
    this.#onHeight = onHeight
    this.secret = secretIn(new URL(address).hash)
  }

  /** Tells the first height at once: a frame that is not shown yet is not rendered, so that no observer calls. */
  start() {
    this.#measure()
    this.#observer.observe(this.#document.documentElement)
  }

  stop() {
    this.#observer.disconnect()
  }

  /**
   * Answers WordPress, which asks by a message of its own.
   * @param {unknown} message
   */
  hear(message) {
    const secret = secretOfReady(message)
    if (secret === null || (this.secret !== null && this.secret !== secret)) return
    this.secret = secret
    if (!this.#measure()) this.notifyHeight()
  }

  /** Tells the present height in every dialect. */
  notifyHeight() {
    if (this.height === 0) return
    for (const message of heightMessages(this.height, this.#address, this.secret)) this.#post(message)
    this.#onHeight(this.height)
  }

  /** @returns {boolean} whether there was a new height to tell */
  #measure() {
    const height = heightOf(this.#document)
    if (height === this.height) return false
    this.height = height
    this.notifyHeight()
    return true
  }
}
