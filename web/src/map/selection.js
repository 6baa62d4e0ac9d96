// What follows from a selection: the panel, what is announced, the marks in the table. A selection comes from the page,
// through `open`, or from the engine, through the store.

/** @import { Ask, Target } from '../engine/messages.js' */
/** @import { PageText } from '../reader/page-text.js' */
/** @import { DetailsPanel } from './details-panel.js' */
/** @import { MapStore } from './map-store.js' */
import { t } from '../ui/words.js'

/**
 * How a selection is shown. focus: the focus goes to the panel; opener: gets it back; quiet: nothing is announced.
 * @typedef {{focus?: boolean, opener?: HTMLElement|null, quiet?: boolean}} How
 */

/**
 * @typedef {object} SelectionHooks
 * @property {MapStore} store
 * @property {PageText} texts
 * @property {DetailsPanel} panel
 * @property {Ask} request
 * @property {(target: Target) => void} visit the keyboard goes there
 * @property {() => HTMLElement} surface of the map, where the focus goes back to
 * @property {() => boolean} closeTools whether there was anything to close
 * @property {() => void} giveWay closes what covers the panel
 * @property {(target: Target) => void} onOpen the panel has opened
 * @property {() => void} onShown panel or no panel: the selection is shown
 * @property {(sentence: string) => void} announce
 */

/** Selects, and shows what is selected. */
export class Selection {
  /** @type {SelectionHooks} */
  #hooks
  /** Of a selection that the page is about to make. @type {How|null} */
  #how = null

  /** @param {SelectionHooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks
    const { store } = hooks
    store.watch(
      () => store.selected,
      () => this.#show(),
    )
  }

  /**
   * Selects a target, or with an empty one nothing, and shows it in the panel; also while no engine runs.
   * @param {Target} target
   * @param {How} [how]
   */
  open(target, how = {}) {
    const { store, request, visit } = this.#hooks
    const answer = request({ type: 'select', ...target })
    if (how.focus) visit(target)
    this.#how = how
    store.ask({ selected: { ...target } }, answer)
    if (this.#how) this.#show() // it was selected before: the panel may be closed, or want the focus
  }

  /** Closes what is open. @returns {boolean} whether there was anything to close */
  close() {
    const { store, panel, closeTools } = this.#hooks
    const { node, line } = store.selected
    if (closeTools()) return true
    if (panel.box.hidden && node === undefined && line === undefined) return false
    this.open({})
    return true
  }

  #show() {
    const { store, texts, panel, surface, giveWay, announce, onOpen, onShown } = this.#hooks
    const { focus = false, opener = null, quiet = false } = this.#how ?? {}
    this.#how = null
    const { selected } = store
    const text = store.graph.describe(selected, { pinned: store.isPinned(selected.node) }) || texts.titleOf(selected)
    if (text) {
      giveWay()
      panel.open({ focus, opener: opener ?? surface() })
      if (!focus && !quiet) announce(text)
      onOpen(selected)
    } else {
      panel.close()
      if (!quiet) announce(t('selected.nothing'))
    }
    onShown()
  }
}
