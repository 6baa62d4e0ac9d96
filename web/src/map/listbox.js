// The map for the keyboard and for assistive technology: a listbox with one option, the node
// or line that has the focus.

import { el } from '../ui/el.js'
import { t } from '../ui/words.js'
/** @import { FocusEventMessage, Target, WalkDirection } from '../engine/messages.js' */
/** @import { GraphIndex } from './graph-index.js' */
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
 * @property {GraphIndex} graph
 * @property {HitBoxes} hitBoxes
 * @property {MapStore} store
 * @property {import('../engine/messages.js').Send} send
 * @property {(action: KeyAction, focused: Target) => boolean} act carries out what is not walking; false: not used
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
  /** The node that walking starts from. @type {string|undefined} */
  #node
  /** The line at that node that has the focus instead of it. @type {string|undefined} */
  #line
  /** Whether the engine shows the keyboard's mark. */
  #marked = false
  /** Answers that are under way: every focus and walk has one. Until the last has come, the
   * engine may be somewhere else than it says. */
  #awaited = 0
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
    const help = el('p', { id: `${prefix}-keys`, class: 'am-unseen' }, t('map.help'))
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
  }

  /** The engine is ready: the surface becomes part of the page. */
  open() {
    const { graph } = this.#hooks
    this.#forget()
    if (!graph.node(this.#node)) this.#node = this.#line = undefined
    this.#showNode(this.#anchor)
    this.surface.hidden = graph.nodes.length === 0
    if (document.activeElement === this.surface) this.#focusIn()
  }

  /** No engine will run: there is nothing to walk on. */
  close() {
    this.#forget()
    this.surface.hidden = true
  }

  /**
   * Takes over where the engine has put the keyboard's mark.
   * @param {FocusEventMessage} event
   * @returns {boolean} whether it is where the mark is now: of several answers under way the last one is
   */
  moved(event) {
    const { graph } = this.#hooks
    this.#awaited = Math.max(0, this.#awaited - 1)
    if (this.#awaited > 0) return false
    if (event.node !== undefined) {
      this.#node = event.node
      this.#line = undefined
      this.#showNode(event.node, event)
    } else if (event.line !== undefined) {
      this.#line = event.line
      const line = graph.line(event.line)
      if (line && line.from !== this.#node && line.to !== this.#node) this.#node = line.from
    }
    for (const action of this.#held.splice(0)) this.#carryOut(action)
    return true
  }

  /** What the option says may have changed: selection, pin, place. */
  refresh() {
    if (this.surface.hidden) return
    this.#option.setAttribute('aria-selected', String(this.#isSelected()))
    if (this.#line === undefined) this.#setText(this.#describeNode(this.#anchor))
    this.#placeOption()
  }

  /** Puts the mark on a target, as when it was opened from elsewhere. @param {Target} target */
  visit({ node, line }) {
    this.#line = line
    this.#node = node ?? this.#hooks.graph.line(line)?.from ?? this.#node
    if (line === undefined) this.#showNode(this.#anchor)
  }

  /** What the keyboard is on. @returns {Target} */
  get focused() {
    if (this.#line !== undefined) return { line: this.#line }
    return this.#anchor === undefined ? {} : { node: this.#anchor }
  }

  remove() {
    this.surface.remove()
    this.help.remove()
  }

  /** The node that walking starts from; the selected or the first one, where none was visited. */
  get #anchor() {
    const { graph, store } = this.#hooks
    return this.#node ?? store.selected.node ?? graph.line(store.selected.line)?.from ?? graph.nodes[0]?.id
  }

  /** @param {KeyboardEvent} event */
  #keyDown(event) {
    if (event.target !== this.surface || event.isComposing) return
    const action = actionOf(event)
    if (!action || this.surface.hidden) return
    const hold = this.#awaited > 0 && needsFocused.has(action.act)
    if (hold) this.#held.push(action)
    if (action.act === 'close') this.#held = [] // what was to be opened is not wanted any more
    if (hold || this.#carryOut(action)) event.preventDefault()
  }

  /** @param {KeyAction} action */
  #carryOut(action) {
    if (action.act === 'walk') return this.#walk(action.dir)
    if (action.act === 'line') return this.#stepLine(action.step)
    return this.#hooks.act(action, this.focused)
  }

  #forget() {
    this.#marked = false
    this.#awaited = 0
    this.#held = []
  }

  /** @param {WalkDirection} dir */
  #walk(dir) {
    const node = this.#anchor
    if (node === undefined) return false
    if (!this.#marked || this.#line !== undefined) this.#mark({ node })
    this.#awaited++
    this.#hooks.send({ type: 'walk', dir })
    return true
  }

  /** @param {1|-1} step */
  #stepLine(step) {
    const node = this.#anchor
    const next = node === undefined ? null : this.#hooks.graph.stepLine(node, this.#line, step)
    if (!next) return false
    this.#node = node
    this.#line = next.line.id
    this.#mark({ line: next.line.id })
    const sentence = this.#hooks.graph.sentence(next.line)
    this.#show(t('line.position', { sentence, position: next.position, n: next.count }), next.position, next.count)
    return true
  }

  #focusIn() {
    // A click focuses the surface too; the mark is for those who will go on by key.
    if (this.surface.matches(':focus-visible')) this.#mark(this.focused)
  }

  #focusOut() {
    if (!this.#marked) return
    this.#marked = false
    this.#awaited++
    this.#hooks.send({ type: 'focus' })
  }

  /** @param {Target} target */
  #mark(target) {
    if (target.node === undefined && target.line === undefined) return
    this.#marked = true
    this.#awaited++
    this.#hooks.send({ type: 'focus', ...target })
  }

  /**
   * @param {string|undefined} id
   * @param {{position?: number, count?: number}} [event]
   */
  #showNode(id, event = {}) {
    const node = this.#hooks.graph.node(id)
    if (!node) return
    this.#show(this.#describeNode(id), event.position ?? node.index + 1, event.count ?? this.#hooks.graph.nodes.length)
  }

  /** @param {string|undefined} id */
  #describeNode(id) {
    return this.#hooks.graph.describe({ node: id }, { pinned: this.#hooks.store.isPinned(id) })
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
    const { selected } = this.#hooks.store
    const { node, line } = this.focused
    return line !== undefined ? selected.line === line : node !== undefined && selected.node === node
  }

  /** Lays the option over the node, for magnifiers and for touch exploration. */
  #placeOption() {
    const index = this.#hooks.graph.node(this.#anchor)?.index ?? -1
    const box = this.#hooks.hitBoxes.boxes[index]
    if (!box) return
    const [x, y, halfW, halfH] = this.#line === undefined ? box : [box[0], box[1], lineBoxPx / 2, lineBoxPx / 2]
    Object.assign(this.#option.style, {
      left: `${x - halfW}px`,
      top: `${y - halfH}px`,
      width: `${2 * halfW}px`,
      height: `${2 * halfH}px`,
    })
  }
}
