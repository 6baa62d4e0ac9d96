// The messages between a map in a frame and the page around it, as tables: which there are and
// what each may hold. Only ids, words of a list, numbers and flags pass: never markup, never a
// sentence, never an address. A picture passes as bytes.
//
// Greeting, by window.postMessage: the frame says `here` when its picture is there; the page sends
// `hello` with a nonce; the frame answers `welcome` with the nonce and a MessagePort. From then on only
// the port counts. On the port:
//   page to frame   {id, ask, with?}
//   frame to page   {id, value} or {id, error: {name, at?}};   {event, detail}

/** @import { Schema } from './schema.js' */
import { bytesOf, flag, integer, listOf, nothing, number, object, oneOf, orNull, pairOf, pattern, recordOf } from './schema.js'

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

/** A node, a line, or neither. @type {Schema<{node?: string, line?: string}>} */
const target = object({}, { node: id, line: id })

/** @param {boolean} strict @returns {Schema<import('../engine/messages.js').MapState>} */
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

const wish = object({}, { type: oneOf('svg', 'png'), scale: number(0.5, 4) })

/** @type {Schema<{type?: 'svg'|'png', scale?: number}>} */
const pictureParams = (value, at) => (value === undefined || value === null ? {} : wish(value, at))

/**
 * The requests of a parent page: the schema of the parameters and of the result.
 * @type {ReadonlyMap<string, {params: Schema<any>, result: Schema<any>}>}
 */
export const requests = new Map([
  ['select', { params: target, result: nothing }],
  ['focus', { params: target, result: nothing }],
  ['theme', { params: object({ theme: oneOf('light', 'dark', 'auto') }), result: nothing }],
  ['language', { params: object({ lang }), result: nothing }],
  ['fit', { params: nothing, result: nothing }],
  ['pause', { params: nothing, result: nothing }],
  ['resume', { params: nothing, result: nothing }],
  ['getState', { params: nothing, result: orNull(stateSchema(false)) }],
  ['setState', { params: object({ state: stateSchema(true) }), result: nothing }],
  [
    'picture',
    {
      params: pictureParams,
      result: object({ file, width: size, height: size }, { blob: bytesOf(mostPictureBytes, 'image/svg+xml', 'image/png') }),
    },
  ],
])

const lenient = { strict: false } // a newer map may tell more

/**
 * What a map tells by itself.
 * @type {ReadonlyMap<string, Schema<any>>}
 */
export const events = new Map(
  /** @type {[string, Schema<any>][]} */ ([
    [
      'ready',
      object(
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
      ),
    ],
    ['select', object({}, { node: id, line: id }, lenient)],
    ['hover', object({}, { node: id, line: id }, lenient)],
    ['state', stateSchema(false)],
    ['height', object({ height: size }, {}, lenient)],
    ['status', object({ status: oneOf('picture', 'loading', 'live', 'failed') }, {}, lenient)],
    ['error', object({ name }, {}, lenient)],
  ]),
)

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
