// The messages between a map in a frame and the page around it: one table of methods and one of events. Element, client and
// server are made from them, and the published types and the README are held to them by tests. To add a method: an entry in
// methodTable, its function in map/local-map.js, and what the tests then ask for. To add an event: an entry in eventTable, and its
// name among the elementEvents of enclosed-map.js, which passes it on. Only ids, words of a list, numbers and flags
// pass: never markup, never a sentence, never an address. A picture passes as bytes.
//
// Greeting, by window.postMessage: the frame says `here` when its picture is there; the page sends
// `hello` with a nonce; the frame answers `welcome` with the nonce and a MessagePort. From then on only
// the port counts. On the port:
//   page to frame   {id, ask, with?}
//   frame to page   {id, value} or {id, error: {name, at?}};   {event, detail}

/** @import { Schema, TypeOf } from './schema.js' */
import { EmbedError } from './errors.js'
import { bytesOf, flag, integer, listOf, nothing, number, object, oneOf, orEmpty, orNull, pairOf, pattern, recordOf } from './schema.js'

/** The version that this script speaks. */
export const embedVersion = 1

/** As in the limits of a dataset. */
const mostNodes = 10_000
const mostLines = 20_000

const id = pattern(/^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/, 64, 'an id of the dataset')
const name = pattern(/^[A-Za-z][A-Za-z0-9]*$/, 32, 'the name of an error')
const lang = pattern(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 35, 'a language tag')
const nonce = pattern(/^[A-Za-z0-9_-]+$/, 64, 'up to 64 letters, digits, - and _')
const file = pattern(/^[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.svg$/, 128, 'the file name of a picture')
const path = pattern(/^[A-Za-z.[\]{}*]*$/, 64, 'a place in a message')
const px = number(-1e6, 1e6)
const size = number(0, 1e6)

const date = pattern(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 10, 'a date such as 2025-02-27')
/** The source itself may stand in the place of a speaker. */
const kept = pattern(/^(?:-|[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*)$/, 64, 'an id of the dataset or -')
/** A step without a line is a membership. */
const idOrNothing = pattern(/^(?:[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*)?$/, 64, 'an id of the dataset or nothing')
const mostPath = 99

/** A node, a line, or neither. */
const target = object({}, { node: id, line: id })

/** @param {boolean} strict */
const stateSchema = (strict) => {
  const places = recordOf(id, pairOf(number(-1000, 1000)), mostNodes)
  const part = object({}, { node: id, line: id }, { strict })
  const values = listOf(kept, mostNodes)
  return object(
    {},
    {
      filter: object(
        {},
        { kind: values, class: values, status: values, standing: values, speaker: values, issue: values, source: values },
        { strict },
      ),
      time: object({ by: oneOf('event', 'report') }, { from: date, until: date }, { strict }),
      around: object({ node: id, steps: integer(1, 3), way: oneOf('both', 'along', 'against') }, {}, { strict }),
      behind: places,
      trail: object({ from: id, to: id, path: listOf(idOrNothing, mostPath) }, {}, { strict }),
      camera: object({ x: px, y: px, zoom: number(0.001, 1000) }, {}, { strict }),
      pinned: places,
      places,
      selected: part,
      focus: part,
      canUndo: flag,
      canRedo: flag,
      moved: flag,
    },
    { strict },
  )
}

/** A map of thousands of nodes in four pixels a px. */
const mostPictureBytes = 50_000_000

/**
 * The published picture is told by its file name, which the page resolves beside the frame's own address.
 * @param {{src: string, width: number, height: number, blob: Blob|null}} picture
 */
function packPicture({ src, width, height, blob }) {
  const picture = { file: new URL(src).pathname.split('/').pop(), width, height }
  return blob ? { ...picture, blob } : picture
}

/**
 * @param {{file: string, width: number, height: number, blob?: Blob}} packed
 * @param {string} address of the frame
 * @returns {{src: string, width: number, height: number, blob: Blob|null}} src: absolute
 */
function unpackPicture({ file, width, height, blob }, address) {
  return { src: new URL(file, address).href, width, height, blob: blob ?? null }
}

/**
 * One thing that a parent page may ask of a map, and whoever holds the element.
 * @typedef {object} Method
 * @property {string} [method] of the element
 * @property {string} [attribute] of the element, in the place of a method: setting it asks
 * @property {Schema<any>} params
 * @property {string} [field] of params in which the argument of the method stands; without it the argument is params
 * @property {{}} [absent] params of a call without an argument
 * @property {Schema<any>} result
 * @property {(result: any) => unknown} [pack] what the frame sends of a result
 * @property {(sent: any, address: string) => unknown} [unpack] what the page makes of that again; address: of the frame
 */

/** The methods by the names under which they are asked for. */
export const methodTable = /** @type {const} */ ({
  select: { method: 'select', params: target, absent: {}, result: nothing },
  focus: { method: 'focusOn', params: target, absent: {}, result: nothing },
  theme: { attribute: 'theme', params: object({ theme: oneOf('light', 'dark', 'auto') }), field: 'theme', result: nothing },
  language: { attribute: 'lang', params: object({ lang }), field: 'lang', result: nothing },
  fit: { method: 'fit', params: nothing, result: nothing },
  pause: { method: 'pause', params: nothing, result: nothing },
  resume: { method: 'resume', params: nothing, result: nothing },
  getState: { method: 'getState', params: nothing, result: orNull(stateSchema(false)) },
  setState: { method: 'setState', params: object({ state: stateSchema(true) }), field: 'state', result: nothing },
  picture: {
    method: 'picture',
    params: orEmpty(object({}, { type: oneOf('svg', 'png'), scale: number(0.5, 4) })),
    absent: {},
    result: object({ file, width: size, height: size }, { blob: bytesOf(mostPictureBytes, 'image/svg+xml', 'image/png') }),
    pack: packPicture,
    unpack: unpackPicture,
  },
})

/** @type {ReadonlyMap<string, Method>} */
export const requests = new Map(Object.entries(methodTable))

const lenient = { strict: false } // a newer map may tell more

const readyDetail = object(
  {
    nodes: listOf(
      object({ id, kind: oneOf('person', 'state', 'organisation', 'group', 'issue'), degree: integer(0, mostLines) }, {}, lenient),
      mostNodes,
    ),
    lines: listOf(
      object(
        { id, from: id, to: id },
        {
          standing: oneOf('stated', 'alleged', 'disputed', 'no-proof'),
          status: oneOf('happened', 'future', 'hypothetical', 'negated'),
          corrected: date,
          reply: oneOf('statement', 'declined', 'no answer'),
        },
        lenient,
      ),
      mostLines,
    ),
  },
  {},
  lenient,
)

/** Messages a second that a page hears in the long run: a map tells 30 a second while it is dragged. */
export const messagesPerSecond = 100

/**
 * One thing that a map tells by itself.
 * @typedef {object} News
 * @property {Schema<any>} detail
 * @property {boolean} [throttled] it may change many times a second: the map tells the latest
 * @property {number} [cost] messages that it counts for, where it may hold all of a map: to read it takes its time
 * @property {true} [ofFrame] it is told by the frame around the map, not by an event of the map
 * @property {(sent: any) => unknown} [unpack] what the page makes of the detail
 */

/**
 * @param {{name: string}} error
 * @returns {{name: string, message: string}} an EmbedError
 */
function unpackError(error) {
  return new EmbedError(error.name)
}

/** The events; those of the element are called actor-map-NAME. */
export const eventTable = /** @type {const} */ ({
  ready: { detail: readyDetail, cost: messagesPerSecond },
  select: { detail: object({}, { node: id, line: id }, lenient) },
  hover: { detail: object({}, { node: id, line: id }, lenient), throttled: true },
  state: { detail: stateSchema(false), throttled: true, cost: 4 },
  height: { detail: object({ height: size }, {}, lenient), throttled: true, ofFrame: true },
  status: { detail: object({ status: oneOf('picture', 'loading', 'live', 'failed') }, {}, lenient) },
  error: { detail: object({ name }, {}, lenient), unpack: unpackError },
})

/** @type {ReadonlyMap<string, News>} */
export const events = new Map(Object.entries(eventTable))

/** @typedef {typeof methodTable} MethodTable */
/** @typedef {keyof MethodTable} Ask */
/** The asks that are methods of the element. @typedef {{[A in Ask]: MethodTable[A] extends {method: string} ? A : never}[Ask]} MethodAsk */

/** What is sent with a request. @template {Ask} A @typedef {TypeOf<MethodTable[A]['params']>} ParamsOf */

/**
 * What a method gives: after the way through the frame, or at once.
 * @template {Ask} A
 * @typedef {MethodTable[A] extends {unpack: (...args: any) => infer R} ? R
 *   : TypeOf<MethodTable[A]['result']> extends null ? void : TypeOf<MethodTable[A]['result']>} ResultOf
 */

/**
 * The arguments of a method.
 * @template {Ask} A
 * @typedef {MethodTable[A] extends {field: infer F extends keyof ParamsOf<A>} ? [given: ParamsOf<A>[F]]
 *   : ParamsOf<A> extends null ? []
 *   : MethodTable[A] extends {absent: {}} ? [given?: ParamsOf<A>] : [given: ParamsOf<A>]} ArgumentsOf
 */

/**
 * The methods of the element that the table makes.
 * @typedef {{[A in MethodAsk as MethodTable[A]['method']]: (...given: ArgumentsOf<A>) => Promise<ResultOf<A>>}} EmbedMethods
 */

/**
 * The detail of an event of the element.
 * @template {keyof typeof eventTable} E
 * @typedef {(typeof eventTable)[E] extends {unpack: (sent: any) => infer D} ? D : TypeOf<(typeof eventTable)[E]['detail']>} DetailOf
 */

const version = integer(1, 1000)

/** The greetings: the only messages that go from window to window. */
export const greetings = Object.freeze({
  here: object({ type: oneOf('actor-map:here'), v: version }, {}, lenient),
  hello: object({ type: oneOf('actor-map:hello'), v: version, nonce }, {}, lenient),
  welcome: object({ type: oneOf('actor-map:welcome'), v: version, nonce }, {}, lenient),
  refuse: object({ type: oneOf('actor-map:refuse'), v: version, nonce }, {}, lenient),
})

const requestID = integer(1, Number.MAX_SAFE_INTEGER)

/** Reads no more of a request than the number under which it wants its answer. */
export const requestHead = object({ id: requestID }, {}, lenient)

/** A request; `with` is checked by the table of requests. */
export const request = object({ id: requestID, ask: oneOf(...requests.keys()) }, { with: (/** @type {unknown} */ value) => value })

/** An answer; `value` is checked by the table of requests. */
export const answer = object(
  { id: requestID },
  {
    value: (/** @type {unknown} */ value) => value,
    error: object({ name }, { at: path }, lenient),
  },
  lenient,
)

/** Something told; `detail` is checked by the table of events. */
export const told = object({ event: oneOf(...events.keys()) }, { detail: (/** @type {unknown} */ value) => value }, lenient)

/**
 * Returns the checked copy of a value, or null where it does not fit the schema.
 * @template T
 * @param {Schema<T>} schema
 * @param {unknown} value
 * @returns {T|null}
 */
export function safeParse(schema, value) {
  try {
    return schema(value, '')
  } catch {
    return null
  }
}
