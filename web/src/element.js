// The custom element <actor-map>: attributes in, properties, methods and events out.
//
// What it encloses is the map without script: a figure with the picture, and a legend. They
// stay, and are all there is where the engine cannot run. It runs on pages of this script's own
// origin only (ui/program.js). With `src`, the address of a published map, the element shows that map
// in a frame instead, on any page, with the same methods and events.

import { EmbedError } from './embed/errors.js'
import { Frame } from './embed/frame.js'
import { FramePool } from './embed/frame-pool.js'
/** @import { Command, Failure, MapEvent, MapState, Status, Target } from './engine/messages.js' */
import { Controller } from './map/controller.js'
import { LocalMap } from './map/local-map.js'
import { PrintPicture } from './share/print-picture.js'
import { dataOfPage, programOfPage } from './ui/program.js'
import { ViewUrlSync } from './url/view-url-sync.js'

/** The events of the engine that are events of the element, by type. */
const domEvents = new Map([
  ['ready', 'actor-map-ready'],
  ['select', 'actor-map-select'],
  ['hover', 'actor-map-hover'],
  ['state', 'actor-map-state'],
  ['focus', 'actor-map-focus'],
  ['settled', 'actor-map-settled'],
  ['error', 'actor-map-error'],
])

/** The element <actor-map>: attributes and API. It shows a map in a frame, or the map that it encloses. */
export class ActorMap extends HTMLElement {
  static observedAttributes = ['theme', 'lang', 'src']
  /** The framed maps of the page share its means. */
  static #framePool = new FramePool()
  /** @type {Controller|null} */
  #controller = null
  /** The map, here or in a frame. @type {LocalMap|Frame|null} */
  #map = null
  /** @type {PrintPicture|null} */
  #paper = null
  /** The first map of a page has the page's address. @type {ViewUrlSync|null} */
  #keeper = null
  /** @type {AbortController|null} */
  #waiting = null
  /** @type {Map<number, {resolve: (value: any) => void, reject: (reason: Error) => void}>} */
  #requests = new Map()
  #lastRequest = 0

  connectedCallback() {
    if (this.#map) return
    this.status = 'picture'
    if (this.hasAttribute('src')) {
      this.#frame()
      return
    }
    if (this.querySelector('img') || document.readyState !== 'loading') {
      this.#begin()
      return
    }
    // The parser has not reached the picture yet.
    this.#waiting = new AbortController()
    document.addEventListener('DOMContentLoaded', () => this.#begin(), { once: true, signal: this.#waiting.signal })
  }

  disconnectedCallback() {
    this.#waiting?.abort()
    this.#waiting = null
    this.#keeper?.end()
    this.#keeper = null
    this.#paper?.end()
    this.#paper = null
    this.#controller?.end()
    this.#controller = null
    if (this.#map instanceof Frame) this.#map.end()
    this.#map = null
    this.#rejectAll('the map was taken out of the page')
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
    else if (this.#map instanceof Frame) this.#map.change(...(name === 'theme' ? themeRequest(this) : languageRequest(this)))
    else if (name === 'theme') this.#controller?.environment.chooseTheme(this.theme)
    else {
      this.send({ type: 'lang', lang: this.lang })
      this.#keeper?.goTo(this.lang)
    }
  }

  /** The palette. An attribute that is none of the three reads as 'auto'. @returns {import('./map/environment.js').Theme} */
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

  /** Where the engine shall run. @returns {'auto'|'worker'|'main'} */
  get host() {
    const host = this.getAttribute('host')
    return host === 'main' || host === 'worker' ? host : 'auto'
  }

  set host(host) {
    this.setAttribute('host', host)
  }

  /** Where the engine runs, or null while there is none. @returns {'worker'|'main'|null} */
  get engineHost() {
    const host = this.engine?.host
    return host === 'worker' || host === 'main' ? host : null
  }

  /** The live engine, or null. Its methods are for tests. */
  get engine() {
    return this.status === 'live' ? (this.#controller?.engine ?? null) : null
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

  /** Where the nodes are: [x, y, half width, half height] in px of the picture, in node order. */
  get places() {
    return this.#controller?.hitBoxes.boxes.map((box) => [...box]) ?? []
  }

  /** Where the names beside the nodes are, in the same way; 0 for a node that has none. */
  get names() {
    return structuredClone(this.#controller?.hitBoxes.names ?? [])
  }

  /** Size of the program in bytes, undecoded, or null: for the progress bar. */
  get wasmBytes() {
    const bytes = Number(this.dataset.wasmBytes)
    return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : null
  }

  /** The absolute addresses of the data that the page loads; null for those of another origin. */
  get sources() {
    const { src, layout } = this.dataset
    return { dataset: src ? dataOfPage(src) : null, layout: layout ? dataOfPage(layout) : null }
  }

  /**
   * Sends a command to the engine; one that is starting carries it out then. While there is none
   * the command is dropped.
   * @param {Command} command
   * @returns {Promise<void>} rejected where the map is in a frame: its page takes requests only
   */
  async send(command) {
    if (this.#map instanceof Frame) throw new EmbedError('OwnPage')
    this.#controller?.send(command)
  }

  /**
   * Sends a command and waits for its answer.
   * @param {Command} command
   * @returns {Promise<any>} its value, if it has one; rejected with the engine's error, or when no engine is running
   */
  request(command) {
    if (this.#map instanceof Frame) return Promise.reject(new EmbedError('OwnPage'))
    if (!this.engine) return Promise.reject(new Error(`actor-map: ${command.type}: no engine is running`))
    const id = ++this.#lastRequest
    return new Promise((resolve, reject) => {
      this.#requests.set(id, { resolve, reject })
      this.send({ ...command, ...(command.type === 'picture' && { notes: this.#controller?.tools.told() ?? [] }), id })
    })
  }

  /**
   * Selects a node or a line and opens the panel; with neither, selects nothing. It works while
   * no engine is running too.
   * @param {Target} [target]
   * @returns {Promise<void>} rejected where the map has no such node or line
   */
  select(target = {}) {
    return this.#ask('select', target)
  }

  /**
   * Puts the map's own focus on a node or a line, as the arrow keys do; with neither, nowhere. The
   * focus of the page stays where it is.
   * @param {Target} [target]
   * @returns {Promise<void>}
   */
  focusOn(target = {}) {
    return this.#ask('focus', target)
  }

  /** Shows the whole map. @returns {Promise<void>} */
  fit() {
    return this.#ask('fit')
  }

  /** Lets the map rest: it draws nothing, and after 2 s holds no graphics. @returns {Promise<void>} */
  pause() {
    return this.#map?.hold(true) ?? noMap()
  }

  /** Ends a pause. @returns {Promise<void>} */
  resume() {
    return this.#map?.hold(false) ?? noMap()
  }

  /** Returns the state of the map; null: as it was laid out. @returns {Promise<MapState|null>} */
  getState() {
    return this.#ask('getState')
  }

  /**
   * Brings the map to a state that `getState` has returned.
   * @param {MapState} state
   * @returns {Promise<void>}
   */
  setState(state) {
    return this.#ask('setState', { state })
  }

  /**
   * Returns the picture of what is seen now, captioned, and the absolute address of the published one.
   * @param {{type?: 'svg'|'png', scale?: number}} [wish] scale: pixels a px, of a PNG
   * @returns {Promise<{src: string, width: number, height: number, blob: Blob|null}>} px; blob: null while no
   *   engine runs
   */
  picture(wish) {
    return this.#map?.picture(wish) ?? noMap()
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

  #frame() {
    this.#map = new Frame(this, ActorMap.#framePool, {
      onStatus: (status) => this.#changeStatus(status),
      onEvent: (event, detail) => this.#dispatch(`actor-map-${event}`, event === 'error' ? new EmbedError(detail.name) : detail),
    })
  }

  /** @param {Status} status */
  #changeStatus(status) {
    if (status === this.status) return
    this.status = status
    this.#dispatch('actor-map-status', { status })
  }

  #begin() {
    const img = this.querySelector('img')
    const program = programOfPage()
    // Without one of them there is nothing to make live; what is enclosed stays.
    if (!img || !this.isConnected || !this.dataset.src || !program) return
    const picture = img.closest('picture') ?? img
    const index = [...document.querySelectorAll(this.localName)].indexOf(this)
    this.#controller = new Controller(
      this,
      {
        picture,
        legend: this.querySelector('.am-legend'),
        prefix: this.id || `actor-map-${index}`,
        program,
      },
      {
        onStatus: (status) => {
          this.#changeStatus(status)
          if (status !== 'live') this.#rejectAll(`the map is ${status}`)
        },
        onEvent: (event) => this.#tell(event),
        onFailure: (failure) => this.#dispatch('actor-map-error', failure),
        onView: () => this.#keeper?.noteView(),
      },
    )
    this.#map = new LocalMap(this, this.#controller)
    const paper = this.#makePaper(picture, this.#controller)
    if (index === 0) {
      this.#keeper = new ViewUrlSync(this, this.#controller, paper, (failure) => this.#dispatch('actor-map-error', failure))
    }
    this.#controller.environment.chooseTheme(this.theme)
  }

  /**
   * @param {Element} picture
   * @param {Controller} controller
   */
  #makePaper(picture, { store, environment }) {
    this.#paper = new PrintPicture(picture, {
      draw: () => this.request({ type: 'picture', theme: 'light' }),
      state: () => JSON.stringify([store.state, environment.frame]),
      differs: () => store.moved || Object.keys(store.query).length > 0,
    })
    return this.#paper
  }

  /** @param {MapEvent} event */
  #tell(event) {
    if (event.type === 'reply') {
      this.#answer(event)
      return
    }
    this.#keeper?.hear(event)
    if (event.type === 'state') this.#paper?.note()
    const name = domEvents.get(event.type)
    if (name) this.#dispatch(name, event.type === 'state' ? this.state : event)
  }

  /** @param {import('./engine/messages.js').ReplyEvent} reply */
  #answer({ id, error, value }) {
    const request = this.#requests.get(id)
    this.#requests.delete(id)
    if (!error) request?.resolve(value)
    else request?.reject(errorOf(error))
  }

  /** @param {string} reason */
  #rejectAll(reason) {
    for (const { reject } of this.#requests.values()) {
      reject(errorOf({ name: 'NotLive', message: `actor-map: no answer: ${reason}` }))
    }
    this.#requests.clear()
  }

  /**
   * @param {string} name
   * @param {unknown} detail
   */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
  }
}

/** @param {ActorMap} map @returns {[string, unknown]} */
function themeRequest({ theme }) {
  return ['theme', { theme }]
}

/** @param {ActorMap} map @returns {[string, unknown]} */
function languageRequest({ lang }) {
  return ['language', { lang }]
}

/** @returns {Promise<never>} */
function noMap() {
  return Promise.reject(new EmbedError('NoMap'))
}

/** @param {string|Failure} error */
function errorOf(error) {
  const { name, message } = typeof error === 'string' ? { name: 'Error', message: error } : error
  return Object.assign(new Error(message), { name })
}
