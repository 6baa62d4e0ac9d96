// What a reader looks the map through with, wired to the map: search, filter, time and comparison, tables, story, citation.

/** @import { Ask, Send, Target } from '../engine/messages.js' */
/** @import { PageActorMap } from '../page-element.js' */
/** @import { Environment } from './environment.js' */
/** @import { MapStore } from './map-store.js' */
/** @import { How } from './selection.js' */
import { loadAssets } from '../engine/assets.js'
import { Cite } from '../reader/cite.js'
import { ExploreTools } from '../reader/explore-tools.js'
import { PageText } from '../reader/page-text.js'
import { Story } from '../reader/story.js'
import { TableView } from '../reader/table-view.js'
import { el } from '../ui/el.js'
import { fetchBytes } from '../ui/fetch-bytes.js'

/**
 * @typedef {object} ReaderPartsHooks
 * @property {PageActorMap} element
 * @property {Element} picture
 * @property {MapStore} store
 * @property {Environment} environment
 * @property {Send} send
 * @property {Ask} request
 * @property {(target: Target, how?: How) => void} open
 * @property {(sentence: string) => void} announce
 * @property {() => HTMLElement} home where the focus goes when nothing else is left
 * @property {() => HTMLElement} citeHome the same, when a citation closes
 * @property {() => boolean} coversMap whether the panel, when it opens, lies over the map
 * @property {() => void} makeRoom the panel would cover what is opened now
 * @property {() => void} onShown what was taken from the text is out of date
 * @property {() => void} onPanels a panel may have opened or closed
 * @property {() => void} onView a table has replaced the map, or the map is back; or another step of the story is shown
 */

/** Makes these parts, and takes them away. */
export class ReaderParts {
  texts
  tools
  tables
  story
  cite
  /** The toggles of the other views. */
  views = el('div', { class: 'am-views' })
  /** @type {ReaderPartsHooks} */
  #hooks

  /**
   * @param {string} prefix of element ids
   * @param {ReaderPartsHooks} hooks
   */
  constructor(prefix, hooks) {
    const { element, store } = hooks
    this.#hooks = hooks
    this.texts = new PageText(element)
    this.cite = new Cite(prefix, this.texts, (line) => store.graph.line(line)?.from ?? '', hooks.citeHome)
    this.tools = this.#makeTools(prefix)
    this.tables = this.#makeTables(prefix)
    this.story = this.#makeStory(prefix)
    this.views.append(this.story.toggle, this.tables.toggle)
  }

  /** @param {AbortSignal} signal */
  async load(signal) {
    const assets = await loadAssets(this.#hooks.element.sources, signal)
    this.tools.take(assets.dataset)
    return assets
  }

  remove() {
    this.tools.end()
    for (const part of [this.cite, this.tables, this.story, this.views]) part.remove()
  }

  /** @param {string} prefix */
  #makeTools(prefix) {
    const { element, store, environment, open, send, request, announce, home, makeRoom, onShown, onPanels } = this.#hooks
    return new ExploreTools(prefix, {
      element,
      store,
      texts: this.texts,
      load: () => fetchBytes(element.sources.dataset, new AbortController().signal),
      send,
      request,
      makeRoom,
      open,
      onShown: () => {
        this.tables.update()
        onShown()
      },
      onPanels,
      onDataset: (dataset) => store.knowFrom(dataset, element.lang),
      announce,
      home,
      reducedMotion: () => environment.reducedMotion,
    })
  }

  /** @param {string} prefix */
  #makeTables(prefix) {
    const { element, picture, store, announce, onView } = this.#hooks
    return new TableView(prefix, picture.closest('figure') ?? picture, {
      load: async () => JSON.parse(new TextDecoder().decode(await fetchBytes(element.sources.dataset, new AbortController().signal))),
      lang: () => element.lang,
      store,
      onSelect: (target, byKey) => this.#openFrom(target, byKey),
      announce,
      onChange: onView,
    })
  }

  /** @param {string} prefix */
  #makeStory(prefix) {
    const { store, environment, open, send, announce, coversMap, onView } = this.#hooks
    return new Story(prefix, document, {
      send,
      ask: (what, asked) => this.tools.ask(what, asked),
      state: () => store.state,
      frame: () => environment.frame,
      onSelect: (target, byKey) => this.#openFrom(target, byKey),
      // A sheet would lie over the story: what the step is about is highlighted all the same.
      choose: (target) => open(coversMap() ? {} : target, { quiet: true }),
      announce,
      onChange: onView,
    })
  }

  /**
   * Opens what a link leads to; the link gets the focus back.
   * @param {Target} target
   * @param {boolean} byKey
   */
  #openFrom(target, byKey) {
    this.#hooks.open(target, { focus: byKey, opener: byKey ? /** @type {HTMLElement|null} */ (document.activeElement) : null })
  }
}
