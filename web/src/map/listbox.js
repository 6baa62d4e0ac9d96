// The map for the keyboard and for assistive technology: a listbox with one option, the node
// or line that has the focus.

import { el } from '../ui/el.js'
import { t } from '../ui/words.js'
/** @import { FocusEventMessage, Target, WalkDirection } from '../engine/messages.js' */
/** @import { KeyAction } from './keys.js' */
/** @import { HitBoxes } from './hit-boxes.js' */
/** @import { MapStore } from './map-store.js' */
import { actionOf } from './keys.js'

/** Size of the option's box on a line, which has no extent of its own, px. */
const lineBoxPx = 24

/** The actions that mean the node or line with the focus. */
const needsFocused = new Set(['open', 'move', 'unpin', 'line'])

/**
 * @typedef {object} ListBoxHooks
 * @property {HitBoxes} hitBoxes
 * @property {MapStore} store
 * @property {import('../engine/messages.js').Ask} request
 * @property {(action: KeyAction, focused: Target) => boolean} act carries out what is not walking; false: not used
 * @property {(event: FocusEventMessage) => void} onFocus the engine has its mark where the keyboard is
 */

/** The surface over the canvas. It takes the pointer too; see PointerInput. */
export class ListBox {
  surface
  /** @type {ListBoxHooks} */
  #hooks
  #prefix
  /** @type {HTMLElement} */
  #option
  #turn = 0
  /** Whether the engine shows the keyboard's mark. */
  #marked = false
  /** The last focus or walk that was asked for, and the last that was answered: before, the engine may be somewhere else
   * than it says. */
  #asked = 0
  #answered = 0
  /** Where the engine has put its mark meanwhile. @type {FocusEventMessage|null} */
  #heard = null
  /** Key presses that ask for what has the focus, and came before the answer. @type {KeyAction[]} */
  #held = []

  /**
   * @param {string} prefix of element ids
   * @param {string} name of the map
   * @param {ListBoxHooks} hooks
   */
  constructor(prefix, name, hooks) {
    this.#hooks = hooks
    this.#prefix = prefix
    this.#option = el('div')
    const help = el('p', { id: `${prefix}-keys`, class: 'am-visually-hidden' }, t('map.help'))
    this.surface = el('div', {
      class: 'am-surface',
      role: 'listbox',
      tabindex: 0,
      'aria-label': name,
      'aria-describedby': help.id,
      hidden: true,
    })
    this.help = help
    this.surface.addEventListener('keydown', (event) => this.#keyDown(event))
    this.surface.addEventListener('focus', () => this.#focusIn())
    this.surface.addEventListener('blur', () => this.#focusOut())
    const { store } = hooks
    store.watch(
      () => [store.selected, store.isPinned(store.walksFrom), store.status],
      () => this.refresh(),
    )
  }

  /** The engine is ready: the surface becomes part of the page. */
  open() {
    const { store } = this.#hooks
    this.#showNode(store.walksFrom)
    this.surface.hidden = store.graph.nodes.length === 0
    if (this.#isWaiting) return // the answer puts the mark
    this.#marked = false
    if (document.activeElement === this.surface) this.#focusIn()
  }

  /** No engine will run: there is nothing to walk on. */
  close() {
    this.#marked = false
    this.forgetKeys()
    this.surface.hidden = true
  }

  /**
   * The engine has put its mark somewhere: that is where the keyboard is, unless more was asked for.
   * @param {FocusEventMessage} event
   */
  moved(event) {
    this.#heard = event
    if (!this.#isWaiting) this.#follow()
  }

  #follow() {
    const event = this.#heard
    this.#heard = null
    if (!event) return
    this.#hooks.store.follow(event)
    if (event.node !== undefined) this.#showNode(event.node, event)
    this.#hooks.onFocus(event)
  }

  get #isWaiting() {
    return this.#asked !== this.#answered
  }

  /**
   * Asks the engine for its mark. Of several answers the last one counts.
   * @param {import('../engine/messages.js').Command} command
   */
  async #ask(command) {
    const asked = ++this.#asked
    const isAnswered = await this.#hooks.request(command).then(
      () => true,
      () => false,
    )
    if (asked !== this.#asked) return
    this.#answered = asked
    if (!isAnswered) this.forgetKeys() // the keyboard stays where it is: what was to be opened is elsewhere
    this.#follow()
    for (const action of this.#held.splice(0)) this.#carryOut(action)
  }

  /** What was to be opened where the keyboard is going is not wanted any more. */
  forgetKeys() {
    this.#held = []
  }

  /** What the option says may have changed: selection, pin, place. */
  refresh() {
    if (this.surface.hidden) return
    this.#option.setAttribute('aria-selected', String(this.#isSelected()))
    const { focusedLine, walksFrom } = this.#hooks.store
    if (focusedLine === undefined) this.#setText(this.#describeNode(walksFrom))
    this.#placeOption()
  }

  /** Puts the mark on a target, as when it was opened from elsewhere. @param {Target} target */
  visit(target) {
    const { store } = this.#hooks
    store.visit(target)
    if (target.line === undefined) this.#showNode(store.walksFrom)
  }

  remove() {
    this.surface.remove()
    this.help.remove()
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    if (event.target !== this.surface || event.isComposing) return
    const action = actionOf(event)
    if (!action || this.surface.hidden) return
    const hold = this.#isWaiting && needsFocused.has(action.act)
    if (hold) this.#held.push(action)
    if (action.act === 'close') this.forgetKeys()
    if (hold || this.#carryOut(action)) event.preventDefault()
  }

  /** @param {KeyAction} action */
  #carryOut(action) {
    if (action.act === 'walk') return this.#walk(action.dir)
    if (action.act === 'line') return this.#stepLine(action.step)
    return this.#hooks.act(action, this.#hooks.store.focused)
  }

  /** @param {WalkDirection} dir */
  #walk(dir) {
    const { walksFrom: node, focusedLine } = this.#hooks.store
    if (node === undefined) return false
    if (!this.#marked || focusedLine !== undefined) this.#mark({ node })
    void this.#ask({ type: 'walk', dir })
    return true
  }

  /** @param {1|-1} step */
  #stepLine(step) {
    const { store } = this.#hooks
    const { walksFrom: node, graph } = store
    const next = node === undefined ? null : graph.stepLine(node, store.focusedLine, step)
    if (!next) return false
    store.visit({ node, line: next.line.id })
    this.#mark({ line: next.line.id })
    const sentence = graph.sentence(next.line)
    this.#show(t('line.position', { sentence, position: next.position, n: next.count }), next.position, next.count)
    return true
  }

  #focusIn() {
    // A click focuses the surface too; the mark is for those who will go on by key.
    if (this.surface.matches(':focus-visible')) this.#mark(this.#hooks.store.focused)
  }

  #focusOut() {
    if (!this.#marked) return
    this.#marked = false
    void this.#ask({ type: 'focus' })
  }

  /** @param {Target} target */
  #mark(target) {
    if (target.node === undefined && target.line === undefined) return
    this.#marked = true
    void this.#ask({ type: 'focus', ...target })
  }

  /**
   * @param {string|undefined} id
   * @param {{position?: number, count?: number}} [event]
   */
  #showNode(id, event = {}) {
    const { graph } = this.#hooks.store
    const node = graph.node(id)
    if (!node) return
    this.#show(this.#describeNode(id), event.position ?? node.index + 1, event.count ?? graph.nodes.length)
  }

  /** @param {string|undefined} id */
  #describeNode(id) {
    const { store } = this.#hooks
    return store.graph.describe({ node: id }, { pinned: store.isPinned(id) })
  }

  /**
   * Puts a new option in place of the old one. Its id alternates: assistive technology speaks
   * when aria-activedescendant changes, not when a text does.
   * @param {string} text
   * @param {number} position from 1
   * @param {number} count
   */
  #show(text, position, count) {
    this.#turn = 1 - this.#turn
    const option = el('div', {
      id: `${this.#prefix}-option-${this.#turn}`,
      class: 'am-option',
      role: 'option',
      'aria-posinset': position,
      'aria-setsize': count,
      'aria-selected': String(this.#isSelected()),
    })
    this.#option = option
    this.#setText(text)
    this.#placeOption()
    this.surface.replaceChildren(option)
    this.surface.setAttribute('aria-activedescendant', option.id)
  }

  /** @param {string} text */
  #setText(text) {
    if (this.#option.textContent !== text) this.#option.textContent = text
  }

  #isSelected() {
    const { selected, focused } = this.#hooks.store
    const { node, line } = focused
    return line !== undefined ? selected.line === line : node !== undefined && selected.node === node
  }

  /** Lays the option over the node, for magnifiers and for touch exploration. */
  #placeOption() {
    const { graph, walksFrom, focusedLine } = this.#hooks.store
    const index = graph.node(walksFrom)?.index ?? -1
    const box = this.#hooks.hitBoxes.boxes[index]
    if (!box) return
    const [x, y, halfW, halfH] = focusedLine === undefined ? box : [box[0], box[1], lineBoxPx / 2, lineBoxPx / 2]
    Object.assign(this.#option.style, {
      left: `${x - halfW}px`,
      top: `${y - halfH}px`,
      width: `${2 * halfW}px`,
      height: `${2 * halfH}px`,
    })
  }
}
