// The tools of a reader with a question: search, filter, time, what is around a node, how two are
// connected. All of them work on the text too, where no engine runs; what is asked is kept in the
// state of the map, so that undo, links and a new engine have it.

import { Dataset } from '../model/dataset.js'
import { applyQuery, askCommand, isFiltered, noSpeaker } from '../model/map-query.js'
import { pathsBetween } from '../model/paths.js'
import { choicesOf, timeAxesOf, timelineOf } from '../model/query-counts.js'
import { SearchIndex } from '../model/search.js'
import { Combobox } from '../ui/combobox.js'
import { el, icon } from '../ui/el.js'
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'
import { labelOf, tellClaim, tellLaterDenials } from './claim-words.js'
import { ComparePanel, pathOf } from './compare-panel.js'
import { FilterPanel } from './filter-panel.js'
/** @import { MapState, Target } from '../engine/messages.js' */
/** @import { PageText } from './page-text.js' */
/** @import { Facet, Shown } from '../model/map-query.js' */
/** @import { MapStore } from '../map/map-store.js' */
import { NeighbourhoodRow } from './neighbourhood-row.js'
import { describeQuery } from './query-words.js'
import { editorNotes, withStatus } from './relation-notes.js'
import { filterText } from './text-follow.js'
import { TimeStrip } from './time-strip.js'

/** The most that is highlighted on the map while the reader types: more is no answer. */
const mostLifted = 60

/**
 * @typedef {object} ExploreHooks
 * @property {HTMLElement} element the map
 * @property {MapStore} store
 * @property {PageText} texts
 * @property {() => Promise<Uint8Array>} load the bytes of the dataset
 * @property {import('../engine/messages.js').Send} send
 * @property {import('../engine/messages.js').Ask} request
 * @property {() => void} makeRoom the panel would cover what is opened now
 * @property {(target: Target, how?: {focus?: boolean, opener?: HTMLElement|null}) => void} open
 * @property {() => void} onShown another part is shown: what was taken from the text is out of date
 * @property {() => void} onPanels a panel may have opened or closed
 * @property {(dataset: Dataset) => void} onDataset
 * @property {(sentence: string) => void} announce speaks to assistive technology
 * @property {() => HTMLElement} home where the focus goes when nothing else is left
 * @property {() => boolean} reducedMotion
 */

/** Owns the tools and keeps tools, text and map at the same query. */
export class ExploreTools {
  /** Above the picture. */
  bar
  /** Below the picture: what is shown, and the timeline. */
  below = el('div', { class: 'am-below' })
  #prefix
  /** @type {ExploreHooks} */
  #hooks
  #search
  #pairField
  #filterButton
  #timeButton
  #state
  #stateText = el('p', {})
  filter
  pair
  around
  /** @type {TimeStrip|null} */
  #time = null
  /** @type {Dataset|null} */
  #dataset = null
  /** @type {Promise<Dataset>|null} */
  #loading = null
  /** @type {{all: SearchIndex, nodes: SearchIndex}|null} */
  #index = null
  /** JSON of the last rendered inputs; update() returns early when it is equal. */
  #told = '{}'
  /** @type {Shown|null} */
  #shown = null
  /** The time that the text follows. */
  #timed = 'null'

  /**
   * @param {string} prefix of element ids
   * @param {ExploreHooks} hooks
   */
  constructor(prefix, hooks) {
    this.#prefix = prefix
    this.#hooks = hooks
    const { announce } = hooks
    this.#search = new Combobox(
      { id: `${prefix}-search`, label: t('search'), placeholder: t('search.hint') },
      {
        find: async (query) => (await this.#indexed()).all.find(query).map((hit) => this.#option(hit)),
        onFound: (found) => this.#highlightHits(found),
        onPick: (target) => this.#goTo(target),
        announce,
      },
    )
    this.#pairField = new Combobox(
      { id: `${prefix}-pair`, label: t('pair.with'), placeholder: t('pair.with') },
      {
        find: async (query) =>
          (await this.#indexed()).nodes
            .find(query)
            .filter((h) => h.target.node !== hooks.store.selected.node)
            .map((hit) => this.#option(hit)),
        onPick: ({ node }) => void this.#connect(node),
        announce,
      },
    )
    this.#filterButton = this.#toggle('filter', iconPaths.filter, `${prefix}-filter`, () => this.#openFilter(isHidden(this.filter.box)))
    this.#timeButton = this.#toggle('time', iconPaths.time, `${prefix}-time`, () =>
      this.#openTime(this.#time !== null && isHidden(this.#time.box)),
    )
    this.#timeButton.hidden = true
    // The time comes with the dataset: where it stands, nothing else moves.
    this.bar = el('search', { class: 'am-reading' }, this.#search.box, this.#timeButton, this.#filterButton)
    this.filter = new FilterPanel(prefix, this.#clearButton(), {
      onChange: (filter) => this.ask('filter', filter),
      onClose: () => this.#openFilter(false),
      nameOf: (facet, value) => this.#nameOf(facet, value),
    })
    this.pair = new ComparePanel(prefix, {
      texts: hooks.texts,
      nameOf: (id) => this.#nameOfNode(id),
      inWords: (text) => this.#inWords(text),
      labelOf: (relation) => this.#labelOf(relation),
      onHighlight: (path) => this.#highlightPath(path),
      onSelect: (target, focus) => hooks.open(target, { focus }),
      onClose: () => this.ask('trail', undefined),
      home: hooks.home,
    })
    this.around = new NeighbourhoodRow(this.#pairField.box, (within) => {
      const { node } = hooks.store.selected
      this.ask('around', within && node !== undefined ? { node, ...within } : undefined)
    })
    this.#state = el('div', { class: 'am-shown', hidden: true }, this.#stateText, this.#clearButton())
    this.below.append(this.#state)
    this.#watch()
  }

  #watch() {
    const { store } = this.#hooks
    const updateRow = () => this.around.update(store.selected.node, store.query.around)
    updateRow()
    store.watch(() => [store.selected.node, store.query.around], updateRow)
    store.watch(
      () => [store.query, store.trail],
      () => this.update(),
    )
  }

  get searchField() {
    return this.#search.input
  }

  /** The search takes the focus: the reader has pressed a slash on the map. */
  focusSearch() {
    this.#search.input.focus()
    this.#search.input.select()
  }

  /**
   * The dataset has come for the engine; it is read when the page has time for it.
   * @param {Uint8Array} bytes
   */
  take(bytes) {
    if (this.#loading) return
    // Bytes that are no dataset are the engine's to refuse; whoever asks here later has them fetched again.
    this.#loading = new Promise((resolve, reject) => {
      const read = () => {
        try {
          resolve(this.#accept(bytes))
        } catch (cause) {
          reject(cause)
        }
      }
      if (typeof requestIdleCallback === 'function') requestIdleCallback(read, { timeout: 500 })
      else setTimeout(read)
    })
    this.#forgetIfLost(this.#loading)
  }

  /**
   * Asks for something; undefined: for nothing of that kind.
   * @template {'filter'|'time'|'around'|'trail'} K
   * @param {K} what
   * @param {MapState[K]} asked
   */
  ask(what, asked) {
    const empty = asked === undefined || Object.keys(asked).length === 0
    this.#hooks.store.ask({ [what]: empty ? undefined : asked }, this.#hooks.request(askCommand(what, asked)))
    this.update() // what is asked for may be as before, and the axis of the time another
  }

  /** Shows the whole map again. */
  clear() {
    const nothing = { filter: undefined, time: undefined, around: undefined }
    this.#hooks.store.ask(nothing, this.#hooks.request({ type: 'showAll' }))
  }

  /** Closes what covers the panel: something was selected. */
  giveWay() {
    this.#openFilter(false)
    if (this.#hooks.store.trail) this.ask('trail', undefined)
  }

  /** @returns {boolean} whether there was anything to close */
  close() {
    const open = !this.filter.box.hidden || this.#hooks.store.trail !== null
    this.giveWay()
    return open
  }

  /**
   * Returns what a line in a tooltip or a list says of a relation beside its label: who says and who denies a
   * claim, a correction, an answer; nothing before the dataset is read.
   * @param {string} line
   * @returns {string[]}
   */
  notesOf(line) {
    const dataset = this.#dataset
    const relation = dataset?.relations.get(line)
    if (!dataset || !relation) return []
    const { lang } = this.#hooks.element
    return [tellClaim(dataset, relation, lang), ...editorNotes(dataset, relation, lang)].filter(Boolean)
  }

  /**
   * Tells each relation that is shown and must not be read as what is so, for the description of a picture: a claim
   * with who says it and who denies it, and what has not happened, was corrected or answered.
   */
  told() {
    const shown = this.#shown?.relations ?? this.#dataset?.relations
    return [...(shown?.keys() ?? [])]
      .map((line) => ({ line, notes: this.notesOf(line) }))
      .filter(({ line, notes }) => notes.length > 0 || this.#dataset?.relations.get(line)?.status !== 'happened')
      .map(({ line, notes }) => [this.#sentence(line), ...notes].join(t('list.semicolon')))
  }

  /**
   * @param {string} line
   * @param {string} until ISO 8601
   */
  #laterDenials(line, until) {
    const relation = this.#dataset?.relations.get(line)
    return this.#dataset && relation ? tellLaterDenials(this.#dataset, relation, until, this.#hooks.element.lang) : []
  }

  /** What is asked for, or which tool is open, may be another. */
  update() {
    const { store } = this.#hooks
    const now = JSON.stringify([store.query, store.trail, !this.filter.box.hidden, this.#time?.box.hidden ?? true, this.#time?.by])
    if (now === this.#told) return
    const dataset = this.#dataset
    if (dataset) {
      this.#told = now
      this.#show(dataset)
    } else if (isFiltered(store.query) || store.trail || !this.filter.box.hidden) {
      void this.#ready().then(
        () => this.update(),
        () => {},
      )
    }
  }

  end() {
    this.#time?.stop()
    this.bar.remove()
    this.below.remove()
    filterText(this.#hooks.element, null, {})
  }

  /** @param {Dataset} dataset */
  #show(dataset) {
    const { store, element, announce } = this.#hooks
    const { query, trail } = store
    const shown = isFiltered(query) ? applyQuery(dataset, query) : null
    const changed =
      JSON.stringify([...(this.#shown?.relations ?? [])]) !== JSON.stringify([...(shown?.relations ?? [])]) ||
      (this.#shown === null) !== (shown === null)
    this.#shown = shown
    const count = t('shown.count', {
      some: shown?.relations.size ?? dataset.relations.size,
      relations: t('n.relations', { n: dataset.relations.size }),
    })
    const undated = shown && shown.undated > 0 ? ` ${t('shown.undated', { n: shown.undated })}` : ''
    this.#state.hidden = !shown
    const why = describeQuery(
      query,
      (f, v) => this.#nameOf(f, v),
      (id) => this.#nameOfNode(id),
    )
    this.#stateText.textContent = `${count}: ${why}.${undated}`
    this.#filterButton.toggleAttribute('data-on', query.filter !== undefined)
    this.#timeButton.toggleAttribute('data-on', query.time !== undefined)
    if (!this.filter.box.hidden) this.filter.update(choicesOf(dataset, query), query.filter ?? {}, count)
    if (this.#time && !this.#time.box.hidden) this.#showTime(dataset, shown)
    this.pair.update(dataset, trail, (r) => shown === null || shown.relations.has(r.id))
    filterText(element, shown, query, (line, until) => this.#laterDenials(line, until))
    const timed = JSON.stringify(query.time ?? null)
    if (changed || timed !== this.#timed) this.#hooks.onShown()
    this.#hooks.onPanels()
    this.#timed = timed
    if (changed) announce(count)
  }

  /**
   * @param {Dataset} dataset
   * @param {Shown|null} shown
   */
  #showTime(dataset, shown) {
    const { query } = this.#hooks.store
    const added = [...(shown?.added ?? [])].map((line) => ({ line, sentence: this.#sentence(line) }))
    this.#time?.update(timelineOf(dataset, query.time?.by ?? this.#time.by, query), query.time, added)
  }

  /** @param {boolean} open */
  #openFilter(open) {
    if (open !== this.filter.box.hidden) return
    const inside = this.filter.box.contains(document.activeElement)
    if (open) this.#deselect() // it takes the place of the panel, and what is selected fades the rest
    this.filter.box.hidden = !open
    this.#filterButton.setAttribute('aria-expanded', String(open))
    this.update()
    this.#hooks.onShown()
    if (open)
      void this.#ready()
        .catch(() => this.#failFilter())
        .then(() => this.filter.focus())
    else if (inside) this.#filterButton.focus()
  }

  #failFilter() {
    const sentence = t('tables.noData')
    this.filter.fail(sentence)
    this.#hooks.announce(sentence)
  }

  /** @param {boolean} open */
  #openTime(open) {
    if (!this.#time) return
    if (open) this.#hooks.makeRoom()
    this.#time.box.hidden = !open
    this.#timeButton.setAttribute('aria-expanded', String(open))
    if (!open) this.#time.rest()
    this.update()
  }

  #deselect() {
    const { node, line } = this.#hooks.store.selected
    if (node !== undefined || line !== undefined) this.#hooks.open({})
  }

  /** @param {string|undefined} other */
  async #connect(other) {
    const from = this.#hooks.store.selected.node
    if (from === undefined || other === undefined) return
    const dataset = await this.#ready()
    if (this.#hooks.store.selected.node !== from) return // the reader has gone on while the data came
    const [best] = pathsBetween(dataset, from, other, 1, (r) => this.#shown === null || this.#shown.relations.has(r.id))
    this.#pairField.clear()
    this.#deselect()
    this.ask('trail', { from, to: other, path: pathOf(best ?? []) })
    this.#hooks.onShown()
    this.pair.focus(this.#hooks.home())
  }

  /** @param {string[]} path */
  #highlightPath(path) {
    const { trail } = this.#hooks.store
    if (trail) this.ask('trail', { ...trail, path })
  }

  /** @param {Target[]} found */
  #highlightHits(found) {
    const ids = (/** @type {'node'|'line'} */ of) =>
      found
        .slice(0, mostLifted)
        .map((t) => t[of])
        .filter((id) => id !== undefined)
    this.#hooks.send({ type: 'hits', nodes: ids('node'), lines: ids('line') })
  }

  /** @param {Target} target */
  #goTo(target) {
    this.#hooks.open(target, { focus: true, opener: this.#search.input })
    this.#hooks.send({ type: 'reveal', ...target })
  }

  /** @param {import('../model/search.js').Hit} hit */
  #option({ target, place, text }) {
    const { node, line } = target
    const out = this.#shown !== null && !(node !== undefined ? this.#shown.nodes.has(node) : this.#shown.relations.has(line ?? ''))
    const kind = node === undefined ? '' : t(`kind.${this.#dataset?.nodes.get(node)?.kind}`)
    const detail = place === 'name' ? kind : place === 'label' ? '' : place === 'quote' ? t('quoted', { text }) : `${text} · ${kind}`
    return {
      value: target,
      title: node !== undefined ? this.#nameOfNode(node) : this.#sentence(line ?? ''),
      detail: [detail, ...(line === undefined ? [] : this.notesOf(line)), out ? t('search.leftOut') : ''].filter(Boolean).join(' · '),
    }
  }

  /** @returns {Promise<Dataset>} */
  #ready() {
    if (this.#dataset) return Promise.resolve(this.#dataset)
    this.#loading ??= this.#hooks.load().then((bytes) => this.#accept(bytes))
    this.#forgetIfLost(this.#loading)
    return this.#loading
  }

  /** @param {Promise<Dataset>} loading that the next who asks shall begin again if it fails */
  #forgetIfLost(loading) {
    loading.catch(() => {
      if (this.#loading === loading) this.#loading = null
    })
  }

  /** @param {Uint8Array} bytes */
  #accept(bytes) {
    const dataset = Dataset.parse(bytes)
    this.#dataset = dataset
    const clocks = timeAxesOf(dataset)
    if (clocks.length > 0) {
      this.#time = new TimeStrip(this.#prefix, clocks, {
        onChange: (time) => this.ask('time', time),
        onOpen: (line) => this.#hooks.open({ line }, { focus: true }),
        reducedMotion: this.#hooks.reducedMotion,
      })
      this.below.append(this.#time.box)
      this.#timeButton.hidden = false
    }
    this.#hooks.onDataset(dataset)
    this.update()
    return dataset
  }

  async #indexed() {
    const dataset = await this.#ready()
    this.#index ??= { all: new SearchIndex(dataset), nodes: new SearchIndex(dataset, { nodesOnly: true }) }
    return this.#index
  }

  /** @param {string} line */
  #sentence(line) {
    const r = this.#dataset?.relations.get(line)
    if (!r) return line
    return withStatus(t('line.sentence', { from: this.#nameOfNode(r.from), to: this.#nameOfNode(r.to), label: this.#labelOf(r) }), r)
  }

  /** @param {import('../model/dataset.js').Relation} relation */
  #labelOf(relation) {
    return this.#dataset ? labelOf(this.#dataset, relation, this.#hooks.element.lang) : ''
  }

  /** @param {string} id */
  #nameOfNode(id) {
    return this.#inWords(this.#dataset?.nodes.get(id)?.name) || id
  }

  /** @param {import('../model/dataset.js').Text|undefined} text */
  #inWords(text) {
    return this.#dataset?.inLanguage(text, this.#hooks.element.lang) ?? ''
  }

  /**
   * @param {Facet} facet
   * @param {string} value
   */
  #nameOf(facet, value) {
    if (facet === 'kind') return t(`kind.${value}`)
    if (facet === 'class') return t(`class.${value}`)
    if (facet === 'status') return t(`status.${value}`)
    if (facet === 'standing') return t(`standing.${value}`)
    if (facet === 'source') return this.#inWords(this.#dataset?.sources.get(value)?.title) || value
    return value === noSpeaker ? t('filter.sourceItself') : this.#nameOfNode(value)
  }

  /**
   * @param {'filter'|'time'} key
   * @param {string} path
   * @param {string} controls id
   * @param {() => void} onClick
   */
  #toggle(key, path, controls, onClick) {
    const button = el(
      'button',
      { type: 'button', class: 'am-tool', 'aria-expanded': 'false', 'aria-controls': controls },
      icon(path),
      el('span', {}, t(key)),
    )
    button.addEventListener('click', onClick)
    return button
  }

  #clearButton() {
    const button = el('button', { type: 'button', class: 'am-text-button' }, t('shown.clear'))
    button.addEventListener('click', () => {
      const lost = button.closest('.am-shown') !== null
      this.clear()
      if (lost) this.#search.input.focus() // the button goes with what it cleared
    })
    return button
  }
}

/** @param {HTMLElement} element */
function isHidden(element) {
  return element.hidden !== false
}
