// Two-way sync of view and URL: restores the view from the query, writes changes back with replaceState, and gives the
// Share dialog the present view.

import { decodeAnchor, targetOfLink } from '../reader/page-text.js'
import { ShareDialog } from '../share/dialog.js'
import { sharedBy } from '../share/source.js'
import { HistoryWriter } from './history-writer.js'
/** @import { PageActorMap } from '../page-element.js' */
/** @import { Controller } from '../map/controller.js' */
/** @import { Failure, MapEvent } from '../engine/messages.js' */
/** @import { View } from './view-url.js' */
/** @import { PrintPicture } from '../share/print-picture.js' */
import { addressInLanguage } from './language.js'
import { commandsFor, targetOf, viewOf, withoutUnknown } from './view.js'
import { canonicalView, formatView, parseView } from './view-url.js'

/** The events after which the view may be another. */
const changes = new Set(['state', 'select'])

/** Keeps the view of one map and the URL of its page in step, until it ends. */
export class ViewUrlSync {
  #element
  #controller
  #onIgnored
  /** What the link asks for, until an engine has shown it. @type {View|null} */
  #pending
  /** Language and theme without the link. */
  #defaults
  /** @type {HistoryWriter|null} */
  #history
  #share
  #abort = new AbortController()

  /**
   * @param {PageActorMap} element
   * @param {Controller} controller
   * @param {PrintPicture} paper
   * @param {(failure: Failure) => void} onIgnored some of the link is of no use
   */
  constructor(element, controller, paper, onIgnored) {
    this.#element = element
    this.#controller = controller
    this.#onIgnored = onIgnored
    const { view, ignored } = parseView(location.search)
    // An anchor of the text, such as #r-17, means the same thing on the map.
    const named = targetOfLink(location.hash)
    if (!view.select && !isEmpty(named)) view.select = named
    if (view.select && showCorrection(view.select)) delete view.select
    // A language that the link asks for stays in it: without it the browser's would come back.
    this.#defaults = { lang: view.lang ? null : element.lang, theme: element.theme }
    this.#pending = formatView(view) === '' ? null : view
    // An embed belongs to its host, whose links it must not seem to be.
    this.#history = isEmbedded() ? null : new HistoryWriter(() => formatView(this.view))
    this.#share = new ShareDialog(element.id || 'actor-map', paper, (how) => element.request({ type: 'picture', ...how }))
    element.append(this.#share.dialog)
    controller.toolbar.offerShare(() => this.#openShare())
    this.#reportIgnored(ignored)
    if (new URLSearchParams(location.search).get('scroll') === '1') controller.captureAllGestures()
    if (view.theme) element.theme = view.theme
    if (view.lang) element.lang = view.lang
    document.addEventListener('click', (event) => this.#carryView(event), { signal: this.#abort.signal })
    if (view.table) controller.tables.show(view.table)
    if (view.step) controller.story.show(view.step)
    if (view.select && controller.texts.titleOf(view.select)) controller.open(view.select)
    addEventListener('hashchange', () => this.#followAnchor(), { signal: this.#abort.signal })
    openFolds()
  }

  /** The present view, also before there is an engine. @returns {View} */
  get view() {
    const { store, environment } = this.#controller
    const { lang, theme } = this.#element
    const now = viewOf(store.state, environment.frame)
    const { select, ...rest } = this.#pending ?? { ...now, focus: this.#focus }
    return {
      ...rest,
      select: store.state ? now.select : select,
      table: this.#controller.tables.kind ?? undefined,
      step: this.#controller.story.step ?? undefined,
      lang: lang === this.#defaults.lang ? undefined : lang,
      theme: theme === this.#defaults.theme || theme === 'auto' ? undefined : theme,
    }
  }

  /** Where the keyboard goes on, if it is not where it would anyway. */
  get #focus() {
    const { listbox, store, graph } = this.#controller
    const { selected } = store
    const usual = selected.node ?? graph.line(selected.line)?.from ?? graph.nodes[0]?.id
    const { node, line } = listbox.focused
    return line ?? (node === usual ? undefined : node)
  }

  /** @param {MapEvent} event that the controller has taken note of */
  hear(event) {
    if (event.type === 'ready') this.#restore()
    if (changes.has(event.type) && !this.#pending) this.#history?.note()
  }

  /** The reader has followed a link to an anchor of the text. */
  #followAnchor() {
    openFolds()
    const target = targetOfLink(location.hash)
    const { graph, texts } = this.#controller
    if (graph.node(target.node) || graph.line(target.line) || (!isEmpty(target) && texts.titleOf(target))) this.#controller.open(target)
  }

  /**
   * Goes where the page is in a language, with the present view, if there is such a page.
   * @param {string} lang BCP 47 tag
   */
  goTo(lang) {
    const address = addressInLanguage(lang, formatView({ ...this.view, lang }))
    if (address) location.replace(address)
  }

  /** A table has taken the place of the picture, or given it back. */
  noteView() {
    this.#history?.note()
  }

  end() {
    this.#abort.abort()
    this.#history?.stop()
    this.#share.remove()
  }

  #openShare() {
    const { view } = this
    const left = Object.keys(view.places ?? {}).length - Object.keys(canonicalView(view).places ?? {}).length
    this.#share.open(sharedBy(document, this.#element, formatView(view)), left)
  }

  /**
   * Gives a link to the page in another language the present view.
   * @param {MouseEvent} event
   */
  #carryView({ target }) {
    const link = target instanceof Element ? /** @type {HTMLAnchorElement|null} */ (target.closest('.languages a[hreflang]')) : null
    if (link) link.search = formatView({ ...this.view, lang: link.hreflang })
  }

  /** Brings an engine that has just started to what the link asks for. */
  #restore() {
    if (!this.#pending) return
    const { store, graph, environment, listbox } = this.#controller
    const { view, unknownIds } = withoutUnknown(this.#pending, graph)
    for (const command of commandsFor(view, environment.frame)) this.#controller.send(command)
    // The reader may have chosen something else while the engine was on its way.
    const select = store.state ? store.selected : view.select
    if (select) this.#controller.open(select)
    if (view.focus) listbox.visit(targetOf(view.focus, graph))
    this.#element.request({ type: 'sync' }).then(
      () => {
        this.#pending = null
        this.#reportIgnored(unknownIds.map((id) => `${id}: this map has nothing of that name`))
        this.#history?.note()
      },
      () => {},
    ) // the engine has died before: the next one is asked again
  }

  /** @param {string[]} ignored */
  #reportIgnored(ignored) {
    if (ignored.length === 0) return
    this.#onIgnored({ name: 'LinkIgnored', message: `of the link, this is of no use: ${ignored.join('; ')}` })
  }
}

/** Opens the folded text around the anchor that the address names: not every browser does. */
function openFolds() {
  openFoldsAround(document.getElementById(decodeAnchor(location.hash)))
}

/**
 * Shows the correction that has taken what a link names out of the map. Reports whether there is one.
 * @param {import('../engine/messages.js').Target} target
 */
function showCorrection({ node, line }) {
  const anchor = document.getElementById(line === undefined ? `n-${node}` : `r-${line}`)
  const correction = anchor?.closest('#corrections li')
  if (!correction) return false
  openFoldsAround(correction)
  correction.scrollIntoView({ block: 'center' })
  return true
}

/** @param {Element|null|undefined} anchor */
function openFoldsAround(anchor) {
  for (let fold = anchor?.closest('details'); fold; fold = fold.parentElement?.closest('details')) {
    if (fold.open) continue
    fold.open = true
    anchor?.scrollIntoView()
  }
}

/** @param {import('../engine/messages.js').Target} target */
function isEmpty({ node, line }) {
  return node === undefined && line === undefined
}

/** Whether the page belongs to another: it is in a frame, or made for one. */
function isEmbedded() {
  return window.parent !== window || document.documentElement.classList.contains('embed')
}
