// The map that an element encloses, behind the same requests as one in a frame.

import { EmbedError } from '../embed/errors.js'
import { captionOf } from '../share/export.js'
import { pictureBlob } from '../share/picture.js'
import { sharedBy } from '../share/source.js'
/** @import { PageActorMap } from '../page-element.js' */
/** @import { MethodAsk, ParamsOf, ResultOf } from '../embed/messages.js' */
/** @import { MapState, Target } from '../engine/messages.js' */
/** @import { PictureType } from '../share/picture.js' */
/** @import { MapStore } from './map-store.js' */

/**
 * What of a map its page may reach.
 * @typedef {object} ReachedMap
 * @property {MapStore} store
 * @property {boolean} wasLive whether there ever was an engine
 * @property {(target: Target) => void} open
 * @property {{holdHidden(held: boolean): void}} presence
 */

/**
 * What each method of the table does to the live map.
 * @typedef {{[A in MethodAsk]: (given: ParamsOf<A>) => ResultOf<A>|Promise<ResultOf<A>>}} Functions
 */

/** Answers what a page may ask of a map; names as in embed/messages.js. */
export class LocalMap {
  #element
  #map
  /** @type {Functions} */
  #functions = {
    select: (target) => this.#select(target),
    focus: (target) => this.#request({ type: 'focus', ...only(target) }),
    fit: () => this.#request({ type: 'fit' }),
    pause: () => this.#map.presence.holdHidden(true),
    resume: () => this.#map.presence.holdHidden(false),
    getState: () => this.state,
    setState: ({ state }) => this.#restore(state),
    picture: (wish) => this.#picture(wish),
  }

  /**
   * @param {PageActorMap} element
   * @param {ReachedMap} map
   */
  constructor(element, map) {
    this.#element = element
    this.#map = map
  }

  get state() {
    return this.#map.store.state
  }

  get nodes() {
    return this.#map.wasLive ? this.#map.store.graph.nodes : []
  }

  get lines() {
    return this.#map.wasLive ? this.#map.store.graph.lines : []
  }

  /**
   * @param {string} ask
   * @param {any} [given]
   * @returns {Promise<any>} rejected with an EmbedError or an error of the engine
   */
  async ask(ask, given) {
    if (!Object.hasOwn(this.#functions, ask)) throw new EmbedError('NotAvailable')
    const answer = /** @type {(given: any) => unknown} */ (this.#functions[/** @type {MethodAsk} */ (ask)])
    return answer(given)
  }

  /**
   * The picture of what is seen, and the address of the published one; while no engine runs there
   * is only that.
   * @param {{type?: PictureType, scale?: number}} wish scale: pixels a px, of a PNG
   * @returns {Promise<{src: string, width: number, height: number, blob: Blob|null}>} px
   */
  async #picture({ type = 'svg', scale = 1 }) {
    const img = this.#element.querySelector('img')
    if (!img?.currentSrc) throw new EmbedError('NotAvailable')
    const { currentSrc: src, naturalWidth: width, naturalHeight: height } = img
    if (!this.#element.engine) return { src, width, height, blob: null }
    const drawing = await this.draw(captionOf(sharedBy(document, this.#element, '')))
    return { src, width: drawing.width, height: drawing.height, blob: await pictureBlob(drawing, type, scale) }
  }

  /**
   * Lets the engine draw what is seen.
   * @param {import('../engine/messages.js').PictureOptions} how
   * @returns {Promise<import('../share/picture.js').Drawing>}
   */
  draw(how) {
    return this.#request({ type: 'picture', ...how })
  }

  /** @param {Target} target */
  #select(target) {
    this.#know(target)
    this.#map.open(only(target))
  }

  /** @param {Partial<MapState>} state */
  async #restore(state) {
    this.#know(only(state.selected ?? {}))
    if (this.#element.engine) await this.#request({ type: 'restore', state })
    else this.#map.store.replace(/** @type {MapState} */ (state)) // parts may be missing, and the store knows
  }

  /**
   * Refuses what the map does not have, as far as that is known: before the map was live it is not.
   * @param {Target} target
   */
  #know({ node, line }) {
    const { graph } = this.#map.store
    if (graph.nodes.length === 0) return
    if (line !== undefined && !graph.line(line)) throw new EmbedError('UnknownLine', 'line')
    if (node !== undefined && !graph.node(node)) throw new EmbedError('UnknownNode', 'node')
  }

  /** @param {import('../engine/messages.js').Command} command */
  #request(command) {
    if (!this.#element.engine) throw new EmbedError('NotLive')
    return this.#element.request(command)
  }
}

/**
 * A target without anything else; of two, the node.
 * @param {Target} target
 * @returns {Target}
 */
function only({ node, line } = {}) {
  if (node !== undefined) return { node }
  return line !== undefined ? { line } : {}
}
