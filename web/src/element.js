// The custom element <actor-map>: attributes in, properties, methods and events out. With `src`, the address of
// a published map, it shows that map in a frame, on any page. Without, it shows what it encloses, and does nothing
// else; on our own pages page-element.js makes a live map of that.

import { EmbedError } from './embed/errors.js'
import { Frame } from './embed/frame.js'
import { FramePool } from './embed/frame-pool.js'
import { requests } from './embed/messages.js'
import { nothing } from './embed/schema.js'
/** @import { DetailOf, EmbedMethods, Method } from './embed/messages.js' */
/** @import { Command, MapState, Status } from './engine/messages.js' */

/**
 * A map that an element shows: in a frame, or in place.
 * @typedef {object} ShownMap
 * @property {MapState|null} state a copy
 * @property {DetailOf<'ready'>['nodes']} nodes
 * @property {DetailOf<'ready'>['lines']} lines
 * @property {(ask: string, given?: unknown) => Promise<any>} ask a method of embed/messages.js
 * @property {(command: Command) => Promise<void>} send
 * @property {(command: Command) => Promise<any>} request
 * @property {(ask: string, given: unknown) => void} change an attribute has changed
 * @property {() => void} end
 */

/**
 * What a shown map tells its element.
 * @typedef {object} ShownHooks
 * @property {(status: Status) => void} onStatus
 * @property {(event: string, detail: unknown) => void} onEvent
 */

/** The method by which an element makes a map of what it encloses; no name leads a page to it. */
export const openEnclosed = Symbol('open what is enclosed')

/** The attributes that a map is asked to follow. */
const attributes = [...requests.values()].flatMap(({ attribute }) => attribute ?? [])

/** What the compiler knows of the methods that the table of embed/messages.js makes. @type {{new(): HTMLElement & EmbedMethods}} */
const TypedElement = /** @type {any} */ (HTMLElement)

/** The element <actor-map>: attributes and API. It shows a map in a frame, or the map that it encloses. */
export class ActorMap extends TypedElement {
  static {
    for (const [ask, entry] of requests) {
      const { method } = entry
      if (method === undefined) continue
      const made = {
        /** @this {ActorMap} @param {unknown} given */
        [method](given) {
          return this.#ask(ask, paramsOf(entry, given))
        },
      }
      Object.defineProperty(ActorMap.prototype, method, { value: made[method], writable: true, configurable: true })
    }
  }

  static observedAttributes = ['src', ...attributes]
  /** The framed maps of the page share its means. */
  static #framePool = new FramePool()
  /** @type {ShownMap|null} */
  #map = null

  connectedCallback() {
    if (this.#map) return
    this.status = 'picture'
    /** @type {ShownHooks} */
    const hooks = {
      onStatus: (status) => this.#changeStatus(status),
      onEvent: (event, detail) => this.#dispatch(event, detail),
    }
    this.#map = this.hasAttribute('src') ? new Frame(this, ActorMap.#framePool, hooks) : this[openEnclosed](hooks)
  }

  disconnectedCallback() {
    const map = this.#map
    this.#map = null
    map?.end()
    this.removeAttribute('status')
  }

  /**
   * @param {string} name
   * @param {string|null} before
   * @param {string|null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now) return
    if (name === 'src') this.#startAgain()
    for (const [ask, { attribute }] of requests) {
      if (attribute === name) this.#map?.change(ask, { [name]: /** @type {any} */ (this)[name] })
    }
  }

  /** The palette. An attribute that is none of the three reads as 'auto'. @returns {'auto'|'light'|'dark'} */
  get theme() {
    const theme = this.getAttribute('theme')
    return theme === 'light' || theme === 'dark' ? theme : 'auto'
  }

  set theme(theme) {
    this.setAttribute('theme', theme)
  }

  /** What the reader sees. An attribute that is none of the four reads as 'picture'. @returns {Status} */
  get status() {
    const status = this.getAttribute('status')
    return status === 'loading' || status === 'live' || status === 'failed' ? status : 'picture'
  }

  /** @param {Status} status for the style and for tests; it is set by the element itself */
  set status(status) {
    this.setAttribute('status', status)
  }

  /** A copy of the map's state, or null before there was one. @returns {MapState|null} */
  get state() {
    return this.#map?.state ?? null
  }

  /** The nodes of the live map. Those of a map in a frame have no names. */
  get nodes() {
    return this.#map?.nodes ?? []
  }

  /** The lines of the live map. */
  get lines() {
    return this.#map?.lines ?? []
  }

  /**
   * Sends a command to the engine; one that is starting carries it out then. While there is none
   * the command is dropped.
   * @param {Command} command
   * @returns {Promise<void>} rejected where the map is in a frame: its page takes requests only
   */
  send(command) {
    return this.#map?.send(command) ?? noMap()
  }

  /**
   * Sends a command and waits for its answer.
   * @param {Command} command
   * @returns {Promise<any>} its value, if it has one; rejected with the engine's error, or when no engine is running
   */
  request(command) {
    return this.#map?.request(command) ?? noMap()
  }

  /**
   * @param {ShownHooks} _hooks
   * @returns {ShownMap|null} null: what is enclosed stays as it is
   */
  [openEnclosed](_hooks) {
    return null
  }

  /**
   * @param {string} ask as in embed/messages.js
   * @param {unknown} [given]
   * @returns {Promise<any>}
   */
  #ask(ask, given) {
    return this.#map?.ask(ask, given) ?? noMap()
  }

  #startAgain() {
    if (!this.isConnected) return
    this.disconnectedCallback()
    this.connectedCallback()
  }

  /** @param {Status} status */
  #changeStatus(status) {
    if (status === this.status) return
    this.status = status
    this.#dispatch('status', { status })
  }

  /**
   * @param {string} event without its prefix
   * @param {unknown} detail
   */
  #dispatch(event, detail) {
    this.dispatchEvent(new CustomEvent(`actor-map-${event}`, { detail, bubbles: true, composed: true }))
  }
}

/**
 * @param {Method} entry
 * @param {unknown} given the argument of the method
 */
function paramsOf({ params, field, absent }, given) {
  if (params === nothing) return undefined // a method without arguments takes no notice of any
  if (field !== undefined) return { [field]: given }
  return given === undefined ? absent : given
}

/** @returns {Promise<never>} */
function noMap() {
  return Promise.reject(new EmbedError('NoMap'))
}
