// The server of the embed protocol, beside the map in the frame: greets the parent page, carries out its requests,
// and tells it what happens.

/** @import { ActorMap } from '../element.js' */
/** @import { EmbedMethods, Method } from './messages.js' */
import { RateLimiter } from '../ui/rate-limiter.js'
import { EmbedError } from './errors.js'
import { answer, embedVersion, events, greetings, request, requestHead, requests, safeParse } from './messages.js'
import { ValidationError } from './schema.js'
import { Throttle } from './throttle.js'

/** Requests at once, and a second in the long run: a hand on a slider, not a flood. */
const requestsAtOnce = 60
const requestsPerSecond = 30

/** The same for messages from window to window. */
const greetingsAtOnce = 20
const greetingsPerSecond = 2

/** The part of <actor-map> that a page may reach. */
/** @typedef {Pick<ActorMap, keyof EmbedMethods|'theme'|'lang'|'status'|'nodes'|'lines'|'state'> & EventTarget} ServedMap */

/** Serves one map to the window around its own. */
export class EmbedServer {
  #map
  /** @type {{parent: {postMessage: Window['postMessage']}}} */
  #window
  /** @type {MessagePort|null} */
  #port = null
  /** @type {string|null} */
  #nonce = null
  #height = 0
  #greetings = new RateLimiter(greetingsAtOnce, greetingsPerSecond)
  #requests = new RateLimiter(requestsAtOnce, requestsPerSecond)
  #throttle = new Throttle((event, detail) => this.#tell(event, detail))

  /**
   * @param {ServedMap} map
   * @param {{parent: {postMessage: Window['postMessage']}}} window of the frame
   */
  constructor(map, window) {
    this.#map = map
    this.#window = window
    for (const [event, { throttled, ofFrame }] of events) {
      if (ofFrame) continue
      map.addEventListener(`actor-map-${event}`, (e) => {
        const { detail } = /** @type {CustomEvent} */ (e)
        if (throttled) this.#throttle.put(event, detail)
        else this.#tell(event, detail)
      })
    }
  }

  /** Says that the map can be talked to. */
  announce() {
    this.#window.parent.postMessage({ type: 'actor-map:here', v: embedVersion }, '*')
  }

  /**
   * Hears a message of a window. Only the window around this one counts: a message of any
   * other, even one inside it, is nobody's.
   * @param {Pick<MessageEvent, 'source'|'origin'|'data'>} message
   */
  hear({ source, origin, data }) {
    if (source !== this.#window.parent || !this.#greetings.take()) return
    const hello = safeParse(greetings.hello, data)
    if (!hello || hello.nonce === this.#nonce) return
    // A page without an origin can only be addressed by a star; the nonce tells it that it is meant.
    const targetOrigin = origin === 'null' ? '*' : origin
    if (hello.v === embedVersion) this.#welcome(hello.nonce, targetOrigin)
    else this.#window.parent.postMessage({ type: 'actor-map:refuse', v: embedVersion, nonce: hello.nonce }, targetOrigin)
  }

  /** @param {number} height px */
  tellHeight(height) {
    this.#height = height
    this.#throttle.put('height', { height })
  }

  /**
   * Gives the page a port; one that it had before is closed.
   * @param {string} nonce
   * @param {string} targetOrigin
   */
  #welcome(nonce, targetOrigin) {
    this.#port?.close()
    this.#nonce = nonce
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    port1.onmessage = ({ data }) => void this.#answer(port1, data)
    this.#window.parent.postMessage({ type: 'actor-map:welcome', v: embedVersion, nonce }, targetOrigin, [port2])
    this.#catchUp()
  }

  /** Tells a page that has come late what it has missed. */
  #catchUp() {
    const { status, nodes, lines, state } = this.#map
    this.#tell('status', { status })
    if (status === 'live') this.#tell('ready', { nodes, lines })
    if (state) this.#tell('state', state)
    if (this.#height > 0) this.#tell('height', { height: this.#height })
  }

  /**
   * @param {string} event
   * @param {unknown} detail only what the table knows of it is told
   */
  #tell(event, detail) {
    const schema = events.get(event)?.detail
    const known = schema && safeParse(schema, detail)
    if (known) this.#port?.postMessage({ event, detail: known })
  }

  /**
   * @param {MessagePort} port
   * @param {unknown} data
   */
  async #answer(port, data) {
    const head = safeParse(requestHead, data)
    if (!head) return // nobody waits for an answer
    const result = await this.#result(data)
    port.postMessage({ id: head.id, ...result })
  }

  /**
   * @param {unknown} data
   * @returns {Promise<{value: unknown}|{error: {name: string, at?: string}}>}
   */
  async #result(data) {
    try {
      if (!this.#requests.take()) throw new EmbedError('TooMany')
      const { ask, with: given } = request(data, '') // of the table
      return { value: await carryOut(this.#map, /** @type {Method} */ (requests.get(ask)), given) }
    } catch (error) {
      return { error: nameOf(error) }
    }
  }
}

/**
 * Names an error so that it fits into an answer.
 * @param {unknown} error
 */
export function nameOf(error) {
  if (error instanceof ValidationError) return { name: 'BadRequest', at: error.at }
  const { name, at } = /** @type {{name?: unknown, at?: unknown}} */ (error)
  const named = { id: 1, error: at === undefined ? { name } : { name, at } }
  return safeParse(answer, named)?.error ?? { name: 'Failed' }
}

/**
 * Does what a request asks for, as its entry in the table says.
 * @param {ServedMap} map
 * @param {Method} entry
 * @param {unknown} given
 */
async function carryOut(map, { method, attribute, field, params, result, pack }, given) {
  const known = params(given, '')
  const argument = (field === undefined ? known : known[field]) ?? undefined
  const element = /** @type {any} */ (map)
  if (attribute !== undefined) element[attribute] = argument
  const made = method === undefined ? null : await element[method](argument)
  return result(pack ? pack(made) : (made ?? null), '')
}
