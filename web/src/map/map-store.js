// What the parts of one map have in common: its graph, its state, what is selected, where the keyboard is. An engine can
// be thrown away at any moment, and a new one look the same.

/** @import { Command, FocusEventMessage, HistoryEvent, MapState, ReadyEvent, Status, Target, Trail } from '../engine/messages.js' */
/** @import { Dataset } from '../model/dataset.js' */
/** @import { MapQuery } from '../model/map-query.js' */
import { GraphIndex } from './graph-index.js'
import { Observable, reuse } from './observable.js'

/** So many steps back are kept for a new engine: each has the places of all nodes. */
const mostKept = 50

/** What the page may ask for before an engine confirms it. @typedef {Pick<MapState, 'filter'|'time'|'around'|'trail'|'selected'>} Asked */

/**
 * The state of one map, of which no part keeps a copy: the engine's, under what it was asked and has not answered yet.
 * Of what is returned nothing may be changed, except `state`, which is a copy.
 */
export class MapStore extends Observable {
  /** The last thing that an engine has told, with what was asked while there was none. @type {MapState|null} */
  #told = null
  /** What an engine was asked and has not answered, the oldest first. @type {Set<Asked>} */
  #unanswered = new Set()
  /** Both together; null: as the map was laid out. @type {MapState|null} */
  #state = null
  /** @type {MapQuery} */
  #query = {}
  /** What undo and redo would bring back, the newest last. @type {{past: MapState[], next: MapState[]}} */
  #history = { past: [], next: [] }
  /** Where the keyboard is, whether or not the engine shows its mark there. @type {Target} */
  #visited = {}
  /** Changed by `know` alone. */
  graph = new GraphIndex()
  /** @type {Status} */
  #status = 'picture'

  /** A copy of the state, or null: the map is as it was laid out. */
  get state() {
    return this.#state === null ? null : structuredClone(this.#state)
  }

  get status() {
    return this.#status
  }

  set status(status) {
    this.change(() => {
      this.#status = status
    })
  }

  get isLive() {
    return this.#status === 'live'
  }

  /** The zoom; 1 shows the whole frame. */
  get zoom() {
    return this.#state?.camera?.zoom || 1
  }

  /** What is selected. @returns {Readonly<Target>} */
  get selected() {
    return this.#state?.selected ?? nothing
  }

  /** What of the map is shown. @returns {Readonly<MapQuery>} */
  get query() {
    return this.#query
  }

  /** The two nodes whose connection is being read, or null. @returns {Readonly<Trail>|null} */
  get trail() {
    return this.#state?.trail ?? null
  }

  /** The node that the keyboard walks from: the selected or the first one, where none was visited. @returns {string|undefined} */
  get walksFrom() {
    const { node, line } = this.selected
    return this.#visited.node ?? node ?? this.graph.line(line)?.from ?? this.graph.nodes[0]?.id
  }

  /** What the keyboard is on. @returns {Target} */
  get focused() {
    const { line } = this.#visited
    if (line !== undefined) return { line }
    return this.walksFrom === undefined ? {} : { node: this.walksFrom }
  }

  /** The line that the keyboard is on, rather than on the node that it walks from. */
  get focusedLine() {
    return this.#visited.line
  }

  /** Whether there is anything that a reset would take back. */
  get moved() {
    const s = this.#state
    if (!s) return false
    return s.moved === true || count(s.pinned) + count(s.places) > 0 || !this.fitted
  }

  /** Whether the camera is where the map starts. */
  get fitted() {
    const { x = 0, y = 0, zoom = 1 } = this.#state?.camera ?? {}
    return zoom === 1 && x === 0 && y === 0
  }

  get canUndo() {
    return this.#state?.canUndo === true
  }

  get canRedo() {
    return this.#state?.canRedo === true
  }

  /** @param {string|undefined} node */
  isPinned(node) {
    return node !== undefined && Object.hasOwn(this.#state?.pinned ?? {}, node)
  }

  /**
   * Takes over what the engine says; what it was asked and has not answered yet is kept as it was asked.
   * @param {MapState} state
   */
  accept(state) {
    this.#edit(() => {
      this.#told = structuredClone(state)
    })
  }

  /**
   * The page puts another state in the place of all that was told and asked, where no engine runs.
   * @param {MapState} state
   */
  replace(state) {
    this.#edit(() => {
      this.#unanswered.clear()
      this.#told = structuredClone(state)
    })
  }

  /**
   * The engine has selected something: it says so before it tells its state.
   * @param {Target} selected
   */
  acceptSelected({ node, line }) {
    this.#edit(() => {
      this.#told = withFields(this.#told, { selected: { ...(node !== undefined && { node }), ...(line !== undefined && { line }) } })
    })
  }

  /**
   * Notes what the reader asks for, before any engine has confirmed it. Until the answer it counts, whatever the engine
   * tells. A refusal takes it back; where no engine answers, the next one is brought to it.
   * @param {Asked} asked undefined: nothing of the kind
   * @param {Promise<unknown>} answer
   */
  ask(asked, answer) {
    const fields = structuredClone(asked)
    this.#edit(() => this.#unanswered.add(fields))
    answer.then(
      () => this.#settle(fields),
      (error) => this.#settle(fields, error.name === 'NotLive'),
    )
  }

  /**
   * @param {Asked} fields
   * @param {boolean} [keep]
   */
  #settle(fields, keep = false) {
    this.#edit(() => {
      const counts = this.#unanswered.delete(fields) // not where the state has been replaced since
      if (keep && counts) this.#told = withFields(this.#told, fields)
    })
  }

  /**
   * Takes over what the map consists of.
   * @param {ReadyEvent} ready
   */
  know(ready) {
    this.change(() => {
      this.graph.fill(ready)
      if (!this.graph.node(this.#visited.node)) this.#visited = {}
    })
  }

  /**
   * Knows what the dataset has, where no engine has listed it.
   * @param {Dataset} dataset
   * @param {string} lang
   */
  knowFrom(dataset, lang) {
    this.change(() => this.graph.fillFrom(dataset, lang))
  }

  /**
   * The keyboard goes to a target; with neither, nowhere else.
   * @param {Target} target
   */
  visit({ node, line }) {
    this.change(() => {
      this.#visited = { node: node ?? this.graph.line(line)?.from ?? this.#visited.node, line }
    })
  }

  /**
   * The keyboard goes to where the engine has put its mark; no mark leaves it where it is.
   * @param {FocusEventMessage} event
   */
  follow({ node, line }) {
    this.change(() => {
      if (node !== undefined) this.#visited = { node }
      else if (line !== undefined) this.#visited = { node: this.#endOf(line), line }
    })
  }

  /**
   * The end of a line that the keyboard is at, else the one it goes out from.
   * @param {string} id
   */
  #endOf(id) {
    const line = this.graph.line(id)
    const { node } = this.#visited
    return !line || line.from === node || line.to === node ? node : line.from
  }

  /**
   * Notes a place that no engine has confirmed: a node that was dropped while it died.
   * @param {string} node
   * @param {[number, number]} at fractions of the frame
   */
  place(node, at) {
    this.#edit(() => {
      const state = withFields(this.#told, {})
      const { [node]: _, ...places } = state.places ?? {}
      this.#told = { ...state, pinned: { ...state.pinned, [node]: at }, ...(state.places && { places }) }
    })
  }

  /**
   * Turns a point of the screen into fractions of a frame of the given size.
   * @param {{x: number, y: number}} at px
   * @param {{width: number, height: number}} frame px
   * @returns {[number, number]}
   */
  fractions(at, frame) {
    const { x = 0, y = 0 } = this.#state?.camera ?? {}
    return [(at.x - x) / this.zoom / frame.width, (at.y - y) / this.zoom / frame.height]
  }

  /**
   * Takes note of a step that can be undone or done again. It comes on top of one of the two lists
   * and goes from the top of the other.
   * @param {HistoryEvent} event
   */
  remember({ past, next, undone = false, newest }) {
    const kept = this.#history
    if (undone) kept.past.pop()
    if (newest) (undone ? kept.next : kept.past).push(newest)
    kept.next.length = Math.min(kept.next.length, next)
    // A page need not remember as much as an engine: the oldest steps go first.
    kept.past.splice(0, kept.past.length - Math.min(past, mostKept))
  }

  /**
   * Returns the commands that bring a new engine to what the last one has told, none where there is nothing to bring back.
   * What that one has not answered is asked again.
   * @returns {Command[]}
   */
  restoreCommands() {
    if (this.#told === null) return []
    const { past, next } = this.#history
    /** @type {Command[]} */
    const recall = past.length + next.length > 0 ? [{ type: 'recall', past, next }] : []
    return [{ type: 'restore', state: { ...structuredClone(this.#told), canUndo: false, canRedo: false } }, ...recall]
  }

  /** @param {() => void} make changes what was told or asked */
  #edit(make) {
    this.change(() => {
      make()
      /** @type {MapState|null} */
      let state = this.#told
      for (const fields of this.#unanswered) state = withFields(state, fields)
      this.#state = reuse(this.#state, state)
      const { filter, time, around } = this.#state ?? {}
      this.#query = reuse(this.#query, { ...(filter && { filter }), ...(time && { time }), ...(around && { around }) })
    })
  }
}

/** @type {Readonly<Target>} */
const nothing = Object.freeze({})

/**
 * @param {MapState|null} state null: as the map starts
 * @param {Asked} fields undefined: without it
 * @returns {MapState}
 */
function withFields(state, fields) {
  const all = { ...(state ?? { camera: { x: 0, y: 0, zoom: 1 }, pinned: {} }), ...fields }
  for (const [what, asked] of Object.entries(fields)) if (asked === undefined) delete all[/** @type {keyof Asked} */ (what)]
  return all
}

/** @param {object|undefined} record */
function count(record) {
  return record ? Object.keys(record).length : 0
}
