// Between the view that a link tells and the state that the engine keeps.

/** @import { Command, MapState, Target } from './messages.js' */
/** @import { View } from './link.js' */

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
  const camera = state?.camera
  if (camera && camera.zoom > 1 && frame.width > 0 && frame.height > 0) {
    const { x, y, zoom } = camera
    view.camera = { zoom, at: [(frame.width / 2 - x) / zoom / frame.width, (frame.height / 2 - y) / zoom / frame.height] }
  }
  return view
}

/**
 * Returns the commands that bring a map that has just been laid out to a view, but for the
 * selection. Places are sent one by one, so that the other nodes make room and the reader can
 * take each back.
 * @param {View} view of a map that has all its ids
 * @param {Frame} frame
 * @returns {Command[]}
 */
export function commandsFor({ camera, places = {} }, frame) {
  /** @type {Command[]} */
  const commands = Object.entries(places).map(([node, [x, y]]) => ({ type: 'place', node, x, y }))
  if (camera) {
    const { zoom, at: [x, y] } = camera
    const place = { zoom, x: (0.5 - x * zoom) * frame.width, y: (0.5 - y * zoom) * frame.height }
    commands.unshift({ type: 'restore', state: { camera: place } })
  }
  return commands
}

/**
 * Leaves out what a map does not have, and tells it: a link may be older or newer than the data.
 * @param {View} view
 * @param {Known} known
 * @returns {{view: View, unknown: string[]}} unknown: ids
 */
export function knownView(view, known) {
  const { select = {}, focus, places = {}, ...rest } = view
  /** @type {View} */
  const found = rest
  /** @type {string[]} */
  const unknown = []
  if (known.node(select.node) || known.line(select.line)) found.select = select
  else unknown.push(...[select.node ?? select.line].filter((id) => id !== undefined))
  if (known.node(focus) || known.line(focus)) found.focus = focus
  else if (focus !== undefined) unknown.push(focus)
  for (const id of Object.keys(places).filter((id) => !known.node(id))) unknown.push(id)
  const kept = Object.entries(places).filter(([id]) => known.node(id))
  if (kept.length > 0) found.places = Object.fromEntries(kept)
  return { view: found, unknown }
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
