// Two-way sync of view and URL: restores the view from the query, writes changes back with replaceState, and gives the
// Share dialog the present view.

import { decodeAnchor, targetOfLink } from '../reader/page-text.js'
import { ShareDialog } from '../share/dialog.js'
import { sharedBy } from '../share/source.js'
import { HistoryWriter } from './history-writer.js'
/** @import { PageActorMap } from '../page-element.js' */
/** @import { ViewedMap } from '../map/viewed-map.js' */
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
  #map
  #onIgnored
  /** What the link asks for, until an engine has shown it. @type {View|null} */
  #pending
  /** How often an engine was brought to what the link asks for. */
  #restored = 0
  /** Language and theme without the link. */
  #defaults
  /** @type {HistoryWriter|null} */
  #history
  #share
  #abort = new AbortController()

  /**
   * @param {PageActorMap} element
   * @param {ViewedMap} map
   * @param {PrintPicture} paper
   * @param {(failure: Failure) => void} onIgnored some of the link is of no use
   */
  constructor(element, map, paper, onIgnored) {
    this.#element = element
    this.#map = map
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
    map.offerShare(() => this.#openShare())
    this.#reportIgnored(ignored)
    if (new URLSearchParams(location.search).get('scroll') === '1') map.captureAllGestures()
    if (view.theme) element.theme = view.theme
    if (view.lang) element.lang = view.lang
    document.addEventListener('click', (event) => this.#carryView(event), { signal: this.#abort.signal })
    if (view.table) map.showTable(view.table)
    if (view.step) map.showStep(view.step)
    if (view.select && map.hasText(view.select)) map.open(view.select)
    addEventListener('hashchange', () => this.#followAnchor(), { signal: this.#abort.signal })
    openFolds()
  }

  /** The present view, also before there is an engine. @returns {View} */
  get view() {
    const { state, frame, focus, table, step } = this.#map
    const { lang, theme } = this.#element
    const now = viewOf(state, frame)
    const { select, ...rest } = this.#pending ?? { ...now, focus }
    return {
      ...rest,
      select: state ? now.select : select,
      table: table ?? undefined,
      step: step ?? undefined,
      lang: lang === this.#defaults.lang ? undefined : lang,
      theme: theme === this.#defaults.theme || theme === 'auto' ? undefined : theme,
    }
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
    const { graph } = this.#map
    if (graph.node(target.node) || graph.line(target.line) || (!isEmpty(target) && this.#map.hasText(target))) this.#map.open(target)
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
    const { state, selected, graph, frame } = this.#map
    const { view, unknownIds } = withoutUnknown(this.#pending, graph)
    for (const command of commandsFor(view, frame)) this.#map.send(command)
    // The reader may have chosen something else while the engine was on its way.
    const select = state ? selected : view.select
    if (select) this.#map.open(select)
    if (view.focus) this.#map.visit(targetOf(view.focus, graph))
    const restoring = ++this.#restored
    this.#map.request({ type: 'sync' }).then(
      () => {
        if (restoring !== this.#restored) return // asked again of an engine that has taken the place of the first
        this.#pending = null
        this.#reportIgnored(unknownIds.map((id) => `${id}: this map has nothing of that name`))
        this.#history?.note()
      },
      () => {},
    ) // no engine: the next one is brought to it
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
