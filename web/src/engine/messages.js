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
 * @property {'person'|'state'|'organisation'|'group'|'issue'} kind
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
 * @property {'happened'|'future'|'hypothetical'|'negated'} [status]
 * @property {string} [corrected] ISO 8601, of the newest correction that is about it; absent for none
 * @property {'statement'|'declined'|'no answer'} [reply] what came of asking whom it is about; absent for none
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

/**
 * How exact a kind of pointer is, px of the canvas.
 * @typedef {object} PointerSlop
 * @property {number} dragSlopPx beyond it a press is a drag
 * @property {number} nodeSlopPx a press as far beside a node's shape still means the node
 */

/**
 * How the engine reads pointers. The page judges the same events before the engine could answer, and by the same numbers.
 * @typedef {Record<'mouse'|'touch'|'pen', PointerSlop> & {doubleTapMs: number}} PointerSettings doubleTapMs: longest wait for a second tap
 */

/**
 * @typedef {object} ReadyEvent
 * @property {'ready'} type
 * @property {MapNode[]} nodes
 * @property {MapLine[]} lines
 * @property {number} width of the frame, px
 * @property {number} height
 * @property {number} maxZoom
 * @property {PointerSettings} pointer
 */
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
/** @typedef {{type: 'error', name: string, message: string}} ErrorEvent */
/** @typedef {{type: 'reply', id: number, error?: string|{name: string, message: string}, value?: unknown}} ReplyEvent */

/**
 * @typedef {ReadyEvent|PlacesEvent|HoverEvent|FocusEventMessage|SelectEvent|StateEvent|HistoryEvent|
 *   CursorEvent|SettledEvent|ErrorEvent|ReplyEvent} MapEvent
 */

/** @typedef {{width: number, height: number, dpr: number}} FrameSize width and height in CSS px; dpr: device pixels a px, 0.25 to 8 */

/** A palette; colors, #rrggbb by role, go with `forced` alone. */
/** @typedef {{theme: 'light'|'dark'|'forced', colors?: Record<string, string>}} Palette */

/** What stands around a drawing, and its palette if it is not that of the screen. */
/** @typedef {Partial<Palette> & {title?: string, lines?: string[], notes?: string[], lang?: string}} PictureOptions */

/** @typedef {FrameSize & Palette & {type: 'start', lang: string, reducedMotion: boolean}} StartCommand the first of all */

/** @typedef {FrameSize & {type: 'resize'}} ResizeCommand */

/**
 * @typedef {object} PointerCommand
 * @property {'pointer'} type
 * @property {'down'|'move'|'up'|'cancel'|'leave'} phase
 * @property {number} pointer id
 * @property {number} x
 * @property {number} y
 * @property {'mouse'|'touch'|'pen'} kind
 * @property {number} buttons as in PointerEvent
 * @property {boolean} ctrl Ctrl or Cmd
 * @property {boolean} shift
 * @property {number} detail clicks
 * @property {boolean} pan a drag of the empty map pans it
 * @property {number} t ms, from any moment on
 */

/** @typedef {'left'|'right'|'up'|'down'|'next'|'prev'|'first'|'last'|'next-neighbour'|'prev-neighbour'} WalkDirection */

/**
 * What the engine takes, without version and id, which the client adds. The names are those of wasm/protocol:
 * test/unit/engine/messages.test.js holds one to the other.
 * @typedef {StartCommand | ResizeCommand | PointerCommand
 *   | {type: 'sync'|'unpinAll'|'fit'|'undo'|'redo'|'reset'|'showAll'|'crash'}
 *   | {type: 'lang', lang: string}
 *   | {type: 'theme'} & Palette
 *   | {type: 'picture'} & PictureOptions
 *   | {type: 'motion', reduced: boolean}
 *   | {type: 'wheel', x: number, y: number, dy: number}
 *   | {type: 'hover'|'focus'|'select'|'reveal'} & Target
 *   | {type: 'move', node: string, dx: number, dy: number}
 *   | {type: 'place', node: string, x: number, y: number}
 *   | {type: 'pin'|'unpin', node: string}
 *   | {type: 'zoom', factor: number, x?: number, y?: number}
 *   | {type: 'pan', dx: number, dy: number}
 *   | {type: 'restore', state: Partial<MapState>}
 *   | {type: 'recall', past: MapState[], next: MapState[]}
 *   | AskCommand
 *   | {type: 'hits', nodes: string[], lines: string[]}
 *   | {type: 'walk', dir: WalkDirection}
 * } Command
 */

/**
 * What a reader asks the map to show; null: nothing of the kind.
 * @typedef {{type: 'filter', filter: Filter|null} | {type: 'time', time: Time|null}
 *   | {type: 'around', around: Around|null} | {type: 'trail', trail: Trail|null}} AskCommand
 */

/** @typedef {(command: Command) => void} Send sends without an answer; while no engine runs the command is dropped */

/**
 * Sends and resolves with the value of the answer, if it has one. Rejected with an error by name: the engine's, NotLive
 * where no engine runs or the last one has gone, EngineLost where two were lost over the command.
 * @typedef {(command: Command) => Promise<any>} Ask
 */

/** @typedef {{name: string, message: string}} Failure */

/** @typedef {'picture'|'loading'|'live'|'failed'} Status */

/** The version of the messages that this page speaks. */
const protocolVersion = 1

/**
 * Returns a command as it goes to the engine.
 * @param {Command} command
 * @param {number} [id] of the request, where an answer is wanted
 */
export function encode(command, id) {
  return JSON.stringify({ ...command, v: protocolVersion, id })
}
