// The messages between page and engine, as types. Points are CSS px from the canvas's top
// left; ids are those of the dataset. wasm/protocol holds the other side.

/** @import { Around, Filter, Time } from '../model/map-query.js' */

/** @typedef {{node?: string, line?: string}} Target Neither: nothing. */

/**
 * Two nodes whose connection is being read.
 * @typedef {object} Trail
 * @property {string} from
 * @property {string} to
 * @property {string[]} path what is lit: node, line, node, ..., node; an empty line is a membership. May be empty
 */

/**
 * @typedef {object} MapNode
 * @property {string} id
 * @property {string} name
 * @property {string} kind person, state, organisation, group or issue
 * @property {number} degree relations that end at it
 * @property {boolean} [speaks] a piece of evidence is in its words
 * @property {string} [lang] BCP 47 tag of the name
 */

/**
 * @typedef {object} MapLine
 * @property {string} id
 * @property {string} from id of a node
 * @property {string} to id of a node
 * @property {string} label verb phrase, after what says that it is no stated fact
 * @property {string} [date] ISO 8601, as precise as known; may be empty
 * @property {import('../model/claims.js').Standing} [standing]
 * @property {string} [status] happened, future, hypothetical or negated
 * @property {string} [corrected] ISO 8601, of the newest correction that is about it; absent for none
 * @property {string} [reply] statement, declined or no answer: what came of asking whom it is about; absent for none
 */

/**
 * What a new engine needs to look like the old one. Pinned and other places are fractions
 * of the frame.
 * @typedef {object} MapState
 * @property {{x: number, y: number, zoom: number}} camera screen = world * zoom + (x, y), px
 * @property {Record<string, [number, number]>} [pinned] nodes that the reader has put somewhere
 * @property {Record<string, [number, number]>} [places] the other nodes, once anything has moved
 * @property {Target} [selected]
 * @property {Target} [focus]
 * @property {Filter} [filter] what is kept
 * @property {Time} [time]
 * @property {Around} [around]
 * @property {Record<string, [number, number]>} [behind] where nodes go back to when `around` ends
 * @property {Trail} [trail]
 * @property {boolean} [canUndo]
 * @property {boolean} [canRedo]
 * @property {boolean} [moved]
 */

/** @typedef {[x: number, y: number, halfW: number, halfH: number]} Extent */

/** @typedef {{type: 'ready', nodes: MapNode[], lines: MapLine[], width: number, height: number, maxZoom: number}} ReadyEvent */
/** @typedef {{type: 'places', nodes: Extent[], names: (Extent|0)[]}} PlacesEvent names: of nodes whose name stands beside them */
/** @typedef {{type: 'hover', node?: string, line?: string, x: number, y: number}} HoverEvent */
/**
 * @typedef {object} FocusEventMessage
 * @property {'focus'} type
 * @property {string} [node]
 * @property {string} [line]
 * @property {number} x anchor of the tooltip
 * @property {number} y
 * @property {Extent} [box] of the node's shape
 * @property {number} [position] from 1 among count nodes
 * @property {number} [count]
 * @property {number} [degree]
 * @property {boolean} [pinned]
 */
/** @typedef {{type: 'select', node?: string, line?: string}} SelectEvent */
/** @typedef {{type: 'state', state: MapState}} StateEvent */
/** How many steps can be undone and done again, and the one that has just come on top of either. */
/** @typedef {{type: 'history', past: number, next: number, undone?: boolean, newest?: MapState}} HistoryEvent */
/** @typedef {{type: 'cursor', cursor: string}} CursorEvent */
/** @typedef {{type: 'settled'}} SettledEvent */
/** @typedef {{type: 'frame', n: number}} FrameEvent */
/** @typedef {{type: 'error', name: string, message: string}} ErrorEvent */
/** @typedef {{type: 'reply', id: number, error?: string|{name: string, message: string}, value?: unknown}} ReplyEvent */

/**
 * @typedef {ReadyEvent|PlacesEvent|HoverEvent|FocusEventMessage|SelectEvent|StateEvent|HistoryEvent|
 *   CursorEvent|SettledEvent|FrameEvent|ErrorEvent|ReplyEvent} MapEvent
 */

/** @typedef {{type: string, v?: number, id?: number} & Record<string, unknown>} Command */

/** @typedef {(command: Command) => void} Send */

/** @typedef {{name: string, message: string}} Failure */

/** @typedef {'picture'|'loading'|'live'|'failed'} Status */

/** The version of the messages that this page speaks. */
export const protocolVersion = 1
