// The state of the map as the page remembers it, so that an engine can be thrown away at any
// moment and a new one look the same.

/** @import { Command, HistoryEvent, MapState, Target, Trail } from '../engine/messages.js' */
/** @import { MapQuery } from '../model/map-query.js' */

/** So many steps back are kept for a new engine: each has the places of all nodes. */
const mostKept = 50

/** Optimistic replica of MapState: local edits win over older `state` events until their request id is answered. Null before the first event. */
export class MapStore {
  /** @type {MapState|null} */
  #state = null
  /** What the engine was asked and has not answered, by request. @type {Map<number, ('filter'|'time'|'around'|'trail'|'selected')[]>} */
  #awaited = new Map()
  /** Requests of the page count down from 0; those of the element count up. */
  #lastRequest = 0
  /** What undo and redo would bring back, the newest last. @type {{past: MapState[], next: MapState[]}} */
  #history = { past: [], next: [] }

  /** A copy of the state, or null: the map is as it was laid out. */
  get state() {
    return this.#state === null ? null : structuredClone(this.#state)
  }

  /** The zoom; 1 shows the whole frame. */
  get zoom() {
    return this.#state?.camera?.zoom || 1
  }

  /** What is selected. */
  get selected() {
    return this.#state?.selected ?? {}
  }

  /** What of the map is shown. @returns {MapQuery} */
  get query() {
    const { filter, time, around } = this.#state ?? {}
    return structuredClone({ ...(filter && { filter }), ...(time && { time }), ...(around && { around }) })
  }

  /** The two nodes whose connection is being read, or null. @returns {Trail|null} */
  get trail() {
    return structuredClone(this.#state?.trail ?? null)
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
   * Takes over what the engine says, except what it was asked and has not answered yet.
   * @param {MapState} state
   */
  accept(state) {
    const before = this.#state
    this.#state = structuredClone(state)
    for (const what of [...this.#awaited.values()].flat()) {
      const asked = before?.[what]
      if (asked === undefined) delete this.#state[what]
      else Object.assign(this.#state, { [what]: asked })
    }
  }

  /** The id of another request. */
  request() {
    return --this.#lastRequest
  }

  /** Whether an engine has yet to say that it has selected what the page asked for: until then it tells of what was before. */
  get awaitsSelection() {
    return [...this.#awaited.values()].some((asked) => asked.includes('selected'))
  }

  /**
   * Notes what is selected.
   * @param {Target} target
   * @param {number} [id] of the request, if an engine will answer
   */
  choose(target, id) {
    if (id !== undefined) this.#await(id, 'selected')
    this.#edit().selected = { ...target }
  }

  /**
   * Notes what the reader asks for, before any engine has confirmed it.
   * @template {'filter'|'time'|'around'|'trail'} K
   * @param {K} what
   * @param {MapState[K]} asked undefined: nothing
   * @param {number} [id] of the request, if an engine will answer
   */
  ask(what, asked, id) {
    if (id !== undefined) this.#await(id, what)
    const state = this.#edit()
    if (asked === undefined) delete state[what]
    else state[what] = structuredClone(asked)
  }

  /**
   * The engine has answered, or will not any more.
   * @param {number} [id] without one: all requests
   */
  answered(id) {
    if (id === undefined) this.#awaited.clear()
    else this.#awaited.delete(id)
  }

  /**
   * Notes a place that no engine has confirmed: a node that was dropped while it died.
   * @param {string} node
   * @param {[number, number]} at fractions of the frame
   */
  place(node, at) {
    const state = this.#edit()
    state.pinned = { ...state.pinned, [node]: at }
    if (state.places) delete state.places[node]
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
   * Returns the commands that bring a new engine to this state, none where there is nothing to
   * bring back.
   * @returns {Command[]}
   */
  restoreCommands() {
    if (this.#state === null) return []
    const { past, next } = this.#history
    /** @type {Command[]} */
    const recall = past.length + next.length > 0 ? [{ type: 'recall', past, next }] : []
    return [{ type: 'restore', state: { ...this.state, canUndo: false, canRedo: false } }, ...recall]
  }

  /**
   * @param {number} id
   * @param {'filter'|'time'|'around'|'trail'|'selected'} what
   */
  #await(id, what) {
    this.#awaited.set(id, [...(this.#awaited.get(id) ?? []), what])
  }

  #edit() {
    this.#state ??= { camera: { x: 0, y: 0, zoom: 1 }, pinned: {} }
    return this.#state
  }
}

/** @param {object|undefined} record */
function count(record) {
  return record ? Object.keys(record).length : 0
}
