// <actor-map> on our own pages. Without `src` it makes a live map of what it encloses, where the program may run
// (ui/program.js): a figure with the picture, and a legend. They stay, and are all there is where the engine cannot run.

import { ActorMap, openEnclosed } from './element.js'
import { EnclosedMap } from './enclosed-map.js'
import { startEngine } from './engine/client.js'
import { dataOfPage } from './ui/program.js'
/** @import { ShownHooks } from './element.js' */

export class PageActorMap extends ActorMap {
  /** Which engine a map runs; tests hand in another. */
  static startEngine = startEngine
  /** Where `src` does not name another. @type {EnclosedMap|null} */
  #enclosed = null

  connectedCallback() {
    const before = this.#enclosed
    super.connectedCallback()
    if (this.#enclosed !== before) this.#enclosed?.start() // only now: it asks the element, which asks it
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.#enclosed = null
  }

  /** @param {ShownHooks} hooks */
  [openEnclosed](hooks) {
    this.#enclosed = new EnclosedMap(this, hooks, PageActorMap.startEngine)
    return this.#enclosed
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
    return this.#enclosed?.engine ?? null
  }

  /** Where the nodes are: [x, y, half width, half height] in px of the picture, in node order. */
  get places() {
    return this.#enclosed?.places ?? []
  }

  /** Where the names beside the nodes are, in the same way; 0 for a node that has none. */
  get names() {
    return this.#enclosed?.names ?? []
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
}
