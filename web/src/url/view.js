// Between the view that a link tells and the state that the engine keeps.

/** @import { Command, MapState, Target } from '../engine/messages.js' */
/** @import { View } from './view-url.js' */
import { askCommand, noSpeaker } from '../model/map-query.js'

/** @typedef {{width: number, height: number}} Frame CSS px */

/** What of a map can be found by its id. */
/** @typedef {{node(id: string|undefined): unknown, line(id: string|undefined): unknown}} Known */

/**
 * Returns the view of a state. Without a state it is the view that the map starts with.
 * @param {MapState|null} state
 * @param {Frame} frame
 * @returns {View}
 */
export function viewOf(state, frame) {
  /** @type {View} */
  const view = {}
  const { node, line } = state?.selected ?? {}
  if (node !== undefined) view.select = { node }
  else if (line !== undefined) view.select = { line }
  if (state?.pinned) view.places = state.pinned
  for (const key of /** @type {const} */ (['filter', 'time', 'around', 'trail'])) {
    if (state?.[key]) Object.assign(view, { [key]: state[key] })
  }
  const camera = state?.camera
  if (camera && camera.zoom > 1 && frame.width > 0 && frame.height > 0) {
    const { x, y, zoom } = camera
    view.camera = { zoom, at: [(frame.width / 2 - x) / zoom / frame.width, (frame.height / 2 - y) / zoom / frame.height] }
  }
  return view
}

/**
 * Returns the commands that bring a map that has just been laid out to a view, without the
 * selection. Places are sent one by one, so that the other nodes make room and the reader can
 * take each back; then what narrows the map, so that it comes back to those places.
 * @param {View} view of a map that has all its ids
 * @param {Frame} frame
 * @returns {Command[]}
 */
export function commandsFor({ camera, places = {}, filter, time, around, trail }, frame) {
  /** @type {Command[]} */
  const commands = Object.entries(places).map(([node, [x, y]]) => ({ type: 'place', node, x, y }))
  if (camera) {
    const {
      zoom,
      at: [x, y],
    } = camera
    const place = { zoom, x: (0.5 - x * zoom) * frame.width, y: (0.5 - y * zoom) * frame.height }
    commands.unshift({ type: 'restore', state: { camera: place } })
  }
  const asked = { filter, time, around, trail }
  for (const what of /** @type {const} */ (['filter', 'time', 'around', 'trail'])) {
    if (asked[what]) commands.push(askCommand(what, asked[what]))
  }
  return commands
}

/**
 * Leaves out what a map does not have, and tells it: a link may be older or newer than the data.
 * @param {View} view
 * @param {Known} known
 * @returns {{view: View, unknownIds: string[]}}
 */
export function withoutUnknown(view, known) {
  const { select = {}, focus, places = {}, filter, around, trail, ...rest } = view
  /** @type {View} */
  const found = rest
  /** @type {string[]} */
  const unknownIds = []
  if (known.node(select.node) || known.line(select.line)) found.select = select
  else unknownIds.push(...[select.node ?? select.line].filter((id) => id !== undefined))
  if (known.node(focus) || known.line(focus)) found.focus = focus
  else if (focus !== undefined) unknownIds.push(focus)
  if (around && known.node(around.node)) found.around = around
  else if (around) unknownIds.push(around.node)
  const strangers = strangersIn(trail, known)
  if (trail && strangers.length === 0) found.trail = trail
  unknownIds.push(...strangers)
  const kept = knownFilter(filter, known, unknownIds)
  if (kept) found.filter = kept
  for (const id of Object.keys(places).filter((id) => !known.node(id))) unknownIds.push(id)
  const put = Object.entries(places).filter(([id]) => known.node(id))
  if (put.length > 0) found.places = Object.fromEntries(put)
  return { view: found, unknownIds }
}

/**
 * The ids of a trail that this map does not have.
 * @param {View['trail']} trail
 * @param {Known} known
 */
function strangersIn(trail, known) {
  if (!trail) return []
  const lines = trail.path.filter((id, k) => k % 2 === 1 && id !== '' && !known.line(id))
  return [...[trail.from, trail.to, ...trail.path.filter((_, k) => k % 2 === 0)].filter((id) => !known.node(id)), ...lines]
}

/**
 * A filter without the actors and issues that this map does not have: it would show nothing.
 * @param {View['filter']} filter
 * @param {Known} known
 * @param {string[]} unknownIds takes the ids that are left out
 * @returns {View['filter']}
 */
function knownFilter(filter, known, unknownIds) {
  if (!filter) return undefined
  const entries = Object.entries(filter)
    .map(([facet, values]) => {
      if (facet !== 'speaker' && facet !== 'issue') return /** @type {const} */ ([facet, values])
      const found = values.filter((id) => id === noSpeaker || known.node(id))
      unknownIds.push(...values.filter((id) => !found.includes(id)))
      return /** @type {const} */ ([facet, found])
    })
    .filter(([, values]) => values.length > 0)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/**
 * Turns an id into the target that it names.
 * @param {string|undefined} id
 * @param {Known} known
 * @returns {Target}
 */
export function targetOf(id, known) {
  if (known.node(id)) return { node: id }
  return known.line(id) ? { line: id } : {}
}
