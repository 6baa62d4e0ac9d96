// The panel: who, what, when and in which words, of the node or line that is selected.

import { targetOfLink } from '../reader/page-text.js'
import { el, iconButton } from '../ui/el.js'
import { giveFocus, keepFocus } from '../ui/focus.js'
/** @import { Target } from '../engine/messages.js' */
/** @import { PageText, PanelText } from '../reader/page-text.js' */
/** @import { MapStore } from './map-store.js' */
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'

/**
 * @typedef {object} DetailsPanelHooks
 * @property {MapStore} store what is selected in it is what the panel is about
 * @property {PageText} texts
 * @property {(target: Target, byKey: boolean) => void} onSelect something in the panel leads to another target
 * @property {(line: string) => void} onCite
 * @property {() => void} onClose the reader has closed it
 * @property {() => HTMLElement} home where the focus goes when nothing else is left
 */

/** The panel. While it is closed, the legend and a hint stand in its place. */
export class DetailsPanel {
  box
  /** @type {DetailsPanelHooks} */
  #hooks
  #title
  #text = el('div', { class: 'am-panel-text' })
  /** What the text in the panel is of, so that nothing is built twice; which target is selected, the store says. @type {Readonly<Target>|null} */
  #filled = null
  /** Where the focus goes when the panel closes. @type {HTMLElement|null} */
  #opener = null

  /**
   * @param {string} prefix of element ids
   * @param {HTMLElement} mover the buttons that move the selected node
   * @param {DetailsPanelHooks} hooks
   */
  constructor(prefix, mover, hooks) {
    this.#hooks = hooks
    this.#title = el('h2', { id: `${prefix}-panel-title`, class: 'am-panel-title', tabindex: -1 })
    const close = iconButton({ name: t('close'), keys: 'Escape', path: iconPaths.close, onClick: () => hooks.onClose() })
    close.classList.add('am-panel-close')
    this.box = el(
      'section',
      { class: 'am-panel', 'aria-labelledby': this.#title.id, hidden: true },
      el('div', { class: 'am-panel-bar' }, this.#title, close),
      mover,
      this.#text,
    )
    this.box.addEventListener('click', (event) => this.#click(event))
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      hooks.onClose()
    })
  }

  /** Takes the focus for the panel. */
  get heading() {
    return this.#title
  }

  /**
   * Shows what is selected.
   * @param {{focus: boolean, opener: HTMLElement|null}} how focus: put the focus on the heading; opener:
   *   gets it back when the panel closes
   */
  open({ focus, opener }) {
    const { selected } = this.#hooks.store
    const inside = this.box.contains(document.activeElement)
    if (!inside) this.#opener = opener
    if (!this.#filled || !sameTarget(selected, this.#filled)) this.#fill()
    this.box.hidden = false
    // What had the focus inside is gone with the old text: without a new place it would be lost.
    if (focus || inside) this.#title.focus({ preventScroll: !focus })
  }

  /** Fills an open panel again, now that more is known; not under a reader whose focus is in it. */
  refresh() {
    if (!this.box.hidden && !this.#text.contains(document.activeElement)) this.#fill()
  }

  /**
   * Makes a change to what the panel holds; the focus stays in it.
   * @param {() => void} change
   */
  keepFocus(change) {
    keepFocus(this.box, change, () => this.#title)
  }

  /** Closes the panel; the focus goes back to where it came from if it is inside. */
  close() {
    const inside = this.box.contains(document.activeElement)
    this.#filled = null
    this.box.hidden = true
    if (inside) giveFocus(this.#opener, this.#hooks.home())
    this.#opener = null
  }

  #fill() {
    const target = this.#hooks.store.selected
    this.#filled = target
    const text = this.#hooks.texts.here(target)
    if (text) this.#show(text)
    else void this.#fetch(target)
    this.box.scrollTop = 0
  }

  /** @param {Target} target */
  async #fetch(target) {
    const { store, texts } = this.#hooks
    const { graph } = store
    const node = target.node ?? graph.line(target.line)?.from
    this.#show({ title: [text(graph.node(target.node)?.name ?? graph.describe(target))], body: [el('p', {}, t('panel.loading'))] })
    const found = node === undefined ? null : await texts.elsewhere(target, node).catch(() => null)
    if (this.box.hidden || !sameTarget(target, store.selected)) return
    this.keepFocus(() => {
      if (found) this.#show(found)
      else this.#text.replaceChildren(this.#missing(node))
    })
  }

  /** @param {string|undefined} node */
  #missing(node) {
    const address = node === undefined ? null : this.#hooks.texts.addressOf(node)
    const link = address ? [' ', el('a', { href: address }, t('panel.readPage'))] : []
    return el('p', {}, t('panel.noText'), ...link)
  }

  /** @param {PanelText} content */
  #show({ title, body }) {
    const { store } = this.#hooks
    const name = title.length > 0 ? title : [text(store.graph.describe(store.selected))]
    this.#title.replaceChildren(...name)
    this.#text.replaceChildren(...body)
    this.#text.append(...this.#beside())
    for (const article of this.#text.querySelectorAll('article.relation')) this.#addActions(/** @type {HTMLElement} */ (article))
  }

  /** Lists the other lines between the same two nodes, but for those that the text sets side by side. */
  #beside() {
    const { graph, selected } = this.#hooks.store
    const line = graph.line(selected.line)
    const told = new Set([...this.#text.querySelectorAll('.claims a[href]')].map((a) => targetOfLink(a.getAttribute('href') ?? '').line))
    const others = line ? graph.linesBeside(line).filter(({ id }) => !told.has(id)) : []
    if (others.length === 0) return []
    const items = others.map((other) => {
      const link = el('a', { href: `#r-${encodeURIComponent(other.id)}`, dir: 'auto' }, graph.sentence(other))
      return el('li', {}, link)
    })
    return [el('h3', { class: 'am-refs-title' }, t('panel.beside')), el('ul', { class: 'am-beside' }, ...items)]
  }

  /**
   * Adds to a relation what can be done with it: among those of a node, to show it; to cite it.
   * @param {HTMLElement} article
   */
  #addActions(article) {
    const { store, texts } = this.#hooks
    const { graph } = store
    const id = article.dataset.line ?? store.selected.line
    if (id === undefined) return
    const line = graph.line(id)
    const sentence = line ? graph.sentence(line) : texts.titleOf({ line: id })
    const cite = el(
      'button',
      {
        type: 'button',
        class: 'am-text-button',
        'aria-haspopup': 'dialog',
        'aria-label': t('cite.named', { line: sentence }),
      },
      t('cite'),
    )
    cite.addEventListener('click', () => this.#hooks.onCite(id))
    const row = el('p', { class: 'am-actions' }, cite)
    if (line && article.dataset.line !== undefined) {
      const label = t('panel.showLine.named', { line: sentence })
      row.prepend(el('button', { type: 'button', class: 'am-text-button am-show-line', 'aria-label': label }, t('panel.showLine')))
    }
    article.append(row)
  }

  /**
   * Follows links and buttons that mean something on the map; all others are the browser's.
   * @param {MouseEvent} event
   */
  #click(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return
    const show = event.target.closest('.am-show-line')
    const link = /** @type {HTMLAnchorElement|null} */ (event.target.closest('a[href]'))
    const target = show
      ? { line: show.closest('article')?.dataset.line }
      : link && link.origin === location.origin
        ? targetOfLink(link.getAttribute('href') ?? '')
        : {}
    const { graph } = this.#hooks.store
    if (!graph.node(target.node) && !graph.line(target.line)) return
    event.preventDefault()
    this.#hooks.onSelect(target, event.detail === 0)
  }
}

/**
 * @param {Target} a
 * @param {Target} b
 */
function sameTarget(a, b) {
  return a.node === b.node && a.line === b.line
}

/** @param {string} value */
function text(value) {
  return document.createTextNode(value)
}
