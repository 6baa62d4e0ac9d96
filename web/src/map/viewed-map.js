// One live map as the address of its page sees it: what its view is, and how another one is shown. url/view-url-sync.js
// keeps the two in step and knows nothing else of the map.

/** @import { Command, Target } from '../engine/messages.js' */
/** @import { TableKind, TableView } from '../reader/table-view.js' */
/** @import { Story } from '../reader/story.js' */
/** @import { PageText } from '../reader/page-text.js' */
/** @import { Environment } from './environment.js' */
/** @import { GestureCapture } from './gesture-capture.js' */
/** @import { ListBox } from './listbox.js' */
/** @import { MapStore } from './map-store.js' */
/** @import { Selection } from './selection.js' */
/** @import { Toolbar } from './toolbar.js' */

/**
 * @typedef {object} ViewedParts
 * @property {MapStore} store
 * @property {Environment} environment
 * @property {PageText} texts
 * @property {TableView} tables
 * @property {Story} story
 * @property {ListBox} listbox
 * @property {Selection} selection
 * @property {GestureCapture} capture
 * @property {Toolbar} toolbar
 * @property {import('../engine/messages.js').Send} send
 * @property {import('../engine/messages.js').Ask} request
 */

/** Answers for the parts of one map; decides nothing. */
export class ViewedMap {
  /** @type {ViewedParts} */
  #parts

  /** @param {ViewedParts} parts */
  constructor(parts) {
    this.#parts = parts
  }

  /** A copy of the state; null: as the map was laid out. */
  get state() {
    return this.#parts.store.state
  }

  get selected() {
    return this.#parts.store.selected
  }

  /** px */
  get frame() {
    return this.#parts.environment.frame
  }

  /** What the engine knows by its id; nothing before there was one. @returns {{node(id: string|undefined): unknown, line(id: string|undefined): unknown}} */
  get graph() {
    return this.#parts.store.graph
  }

  /** Which table is shown; null: the map. */
  get table() {
    return this.#parts.tables.kind
  }

  /** Which step of the story is shown; null: none. */
  get step() {
    return this.#parts.story.step
  }

  /** Where the keyboard goes on, if it is not where it would anyway. @returns {string|undefined} */
  get focus() {
    const { selected, graph, focused } = this.#parts.store
    const usual = selected.node ?? graph.line(selected.line)?.from ?? graph.nodes[0]?.id
    const { node, line } = focused
    return line ?? (node === usual ? undefined : node)
  }

  /** Whether the text tells of a target, with an engine or without. @param {Target} target */
  hasText(target) {
    return this.#parts.texts.titleOf(target) !== ''
  }

  /** @param {Target} target */
  open(target) {
    this.#parts.selection.open(target)
  }

  /** The keyboard goes on from there. @param {Target} target */
  visit(target) {
    this.#parts.listbox.visit(target)
  }

  /** @param {TableKind} kind */
  showTable(kind) {
    this.#parts.tables.show(kind)
  }

  /** @param {string} id */
  showStep(id) {
    this.#parts.story.show(id)
  }

  captureAllGestures() {
    this.#parts.capture.start()
  }

  /** @param {() => void} onShare */
  offerShare(onShare) {
    this.#parts.toolbar.offerShare(onShare)
  }

  /** @param {Command} command */
  send(command) {
    this.#parts.send(command)
  }

  /** @param {Command} command */
  request(command) {
    return this.#parts.request(command)
  }
}
