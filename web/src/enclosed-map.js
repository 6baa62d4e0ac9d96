// The map that an element of our own pages encloses, from when the parser has reached its picture until the element goes.

import { EmbedError } from './embed/errors.js'
import { Controller } from './map/controller.js'
import { LocalMap } from './map/local-map.js'
import { PrintPicture } from './share/print-picture.js'
import { programOfPage } from './ui/program.js'
import { ViewUrlSync } from './url/view-url-sync.js'

/** @import { ShownHooks } from './element.js' */
/** @import { PageActorMap } from './page-element.js' */
/** @import { Command, MapEvent } from './engine/messages.js' */

/** The events of the engine that are events of the element. */
const elementEvents = new Set(['ready', 'select', 'hover', 'state', 'focus', 'settled', 'error'])

export class EnclosedMap {
  #element
  #startEngine
  /** @type {ShownHooks} */
  #hooks
  /** @type {Controller|null} */
  #controller = null
  /** @type {LocalMap|null} */
  #map = null
  /** @type {PrintPicture|null} */
  #paper = null
  /** The first map of a page has the page's address. @type {ViewUrlSync|null} */
  #keeper = null
  /** Aborted when the element goes. */
  #abort = new AbortController()

  /**
   * @param {PageActorMap} element
   * @param {ShownHooks} hooks
   * @param {typeof import('./engine/client.js').startEngine} startEngine
   */
  constructor(element, hooks, startEngine) {
    this.#element = element
    this.#startEngine = startEngine
    this.#hooks = hooks
  }

  /** Begins once the picture is there: the parser may not have reached it yet. */
  start() {
    if (this.#element.querySelector('img') || document.readyState !== 'loading') this.#begin()
    else document.addEventListener('DOMContentLoaded', () => this.#begin(), { once: true, signal: this.#abort.signal })
  }

  get state() {
    return this.#map?.state ?? null
  }

  get nodes() {
    return this.#map?.nodes ?? []
  }

  get lines() {
    return this.#map?.lines ?? []
  }

  /** The live engine, or null. */
  get engine() {
    return this.#element.status === 'live' ? (this.#controller?.engine ?? null) : null
  }

  /** Where the nodes are: [x, y, half width, half height] in px of the picture, in node order. */
  get places() {
    return this.#controller?.hitBoxes.boxes.map((box) => [...box]) ?? []
  }

  /** Where the names beside the nodes are, in the same way; 0 for a node that has none. */
  get names() {
    return structuredClone(this.#controller?.hitBoxes.names ?? [])
  }

  /**
   * @param {string} ask
   * @param {unknown} [given]
   * @returns {Promise<any>}
   */
  ask(ask, given) {
    return this.#map?.ask(ask, given) ?? noMap()
  }

  /** @param {Command} command */
  async send(command) {
    if (!this.#controller) throw new EmbedError('NoMap')
    this.#controller.send(command)
  }

  /**
   * @param {Command} command
   * @returns {Promise<any>}
   */
  request(command) {
    const controller = this.#controller
    if (!controller) return noMap()
    if (!this.engine) return Promise.reject(new EmbedError('NotLive'))
    return controller.request(command.type === 'picture' ? { ...command, notes: controller.told() } : command)
  }

  /** @param {string} what 'theme' or 'language' */
  change(what) {
    const { theme, lang } = this.#element
    if (what === 'theme') this.#controller?.environment.chooseTheme(theme)
    else {
      this.#controller?.send({ type: 'lang', lang })
      this.#keeper?.goTo(lang)
    }
  }

  end() {
    this.#abort.abort()
    this.#keeper?.end()
    this.#paper?.end()
    this.#controller?.end()
    this.#keeper = this.#paper = this.#controller = this.#map = null
  }

  #begin() {
    const img = this.#element.querySelector('img')
    const program = programOfPage()
    // Without one of them there is nothing to make live; what is enclosed stays.
    if (!img || this.#abort.signal.aborted || !this.#element.dataset.src || !program) return
    const picture = img.closest('picture') ?? img
    const index = [...document.querySelectorAll(this.#element.localName)].indexOf(this.#element)
    const controller = this.#makeController({
      picture,
      legend: this.#element.querySelector('.am-legend'),
      prefix: this.#element.id || `actor-map-${index}`,
      program,
    })
    this.#controller = controller
    this.#map = new LocalMap(this.#element, controller)
    this.#paper = this.#makePaper(picture, controller)
    if (index === 0) {
      this.#keeper = new ViewUrlSync(this.#element, controller.viewed, this.#paper, (failure) => this.#hooks.onEvent('error', failure))
    }
    controller.environment.chooseTheme(this.#element.theme)
  }

  /** @param {ConstructorParameters<typeof Controller>[1]} page */
  #makeController(page) {
    return new Controller(this.#element, page, {
      startEngine: this.#startEngine,
      onStatus: (status) => this.#hooks.onStatus(status),
      onEvent: (event) => this.#tell(event),
      onFailure: (failure) => this.#hooks.onEvent('error', failure),
      onView: () => this.#keeper?.noteView(),
    })
  }

  /**
   * @param {Element} picture
   * @param {Controller} controller
   */
  #makePaper(picture, { store, environment }) {
    return new PrintPicture(picture, {
      draw: () => this.request({ type: 'picture', theme: 'light' }),
      state: () => JSON.stringify([store.state, environment.frame]),
      differs: () => store.moved || Object.keys(store.query).length > 0,
    })
  }

  /** @param {MapEvent} event */
  #tell(event) {
    this.#keeper?.hear(event)
    if (event.type === 'state') this.#paper?.note()
    if (elementEvents.has(event.type)) this.#hooks.onEvent(event.type, event.type === 'state' ? this.state : event)
  }
}

/** @returns {Promise<never>} */
function noMap() {
  return Promise.reject(new EmbedError('NoMap'))
}
