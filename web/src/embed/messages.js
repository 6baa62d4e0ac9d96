// The messages between a map in a frame and the page around it, as tables: which there are and
// what each may hold. Only ids, words of a list, numbers and flags pass: never markup, never a
// sentence, never an address. A picture passes as bytes.
//
// Greeting, by window.postMessage: the frame says `here` when its picture is there; the page sends
// `hello` with a nonce; the frame answers `welcome` with the nonce and a MessagePort. From then on only
// the port counts. On the port:
//   page to frame   {id, ask, with?}
//   frame to page   {id, value} or {id, error: {name, at?}};   {event, detail}

/** @import { Shape } from './schema.js' */
import { bytesOf, flag, listOf, nothing, numberIn, object, oneOf, orNull, pairOf, recordOf, textLike, wholeIn } from './schema.js'

/** The version that this script speaks. */
export const talkVersion = 1

/** As in the limits of a dataset. */
const mostNodes = 10_000
const mostLines = 20_000

const id = textLike(/^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/, 64, 'an id of the dataset')
const name = textLike(/^[A-Za-z][A-Za-z0-9]*$/, 32, 'the name of an error')
const lang = textLike(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 35, 'a language tag')
const nonce = textLike(/^[A-Za-z0-9_-]+$/, 64, 'up to 64 letters, digits, - and _')
const file = textLike(/^[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.svg$/, 128, 'the file name of a picture')
const path = textLike(/^[A-Za-z.[\]{}*]*$/, 64, 'a place in a message')
const px = numberIn(-1e6, 1e6)
const size = numberIn(0, 1e6)

const date = textLike(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 10, 'a date such as 2025-02-27')
/** The source itself may stand in the place of a speaker. */
const kept = textLike(/^(?:-|[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*)$/, 64, 'an id of the dataset or -')
/** A step without a line is a membership. */
const idOrNothing = textLike(/^(?:[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*)?$/, 64, 'an id of the dataset or nothing')
const mostPath = 99

/** A node, a line, or neither. @type {Shape<{node?: string, line?: string}>} */
const target = object({}, { node: id, line: id })

/** @param {boolean} strict @returns {Shape<import('../engine/messages.js').MapState>} */
const stateShape = (strict) => {
  const places = recordOf(id, pairOf(numberIn(-1000, 1000)), mostNodes)
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
      around: object({ node: id, steps: wholeIn(1, 3), way: oneOf('both', 'along', 'against') }, {}, { strict }),
      behind: places,
      trail: object({ from: id, to: id, path: listOf(idOrNothing, mostPath) }, {}, { strict }),
      camera: object({ x: px, y: px, zoom: numberIn(0.001, 1000) }, {}, { strict }),
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

const wish = object({}, { type: oneOf('svg', 'png'), scale: numberIn(0.5, 4) })

/** @type {Shape<{type?: 'svg'|'png', scale?: number}>} */
const pictureWish = (value, at) => (value === undefined || value === null ? {} : wish(value, at))

/**
 * What a page may ask for: what goes with it, and what the answer holds.
 * @type {ReadonlyMap<string, {takes: Shape<any>, gives: Shape<any>}>}
 */
export const requests = new Map([
  ['select', { takes: target, gives: nothing }],
  ['focus', { takes: target, gives: nothing }],
  ['theme', { takes: object({ theme: oneOf('light', 'dark', 'auto') }), gives: nothing }],
  ['language', { takes: object({ lang }), gives: nothing }],
  ['fit', { takes: nothing, gives: nothing }],
  ['pause', { takes: nothing, gives: nothing }],
  ['resume', { takes: nothing, gives: nothing }],
  ['getState', { takes: nothing, gives: orNull(stateShape(false)) }],
  ['setState', { takes: object({ state: stateShape(true) }), gives: nothing }],
  [
    'picture',
    {
      takes: pictureWish,
      gives: object({ file, width: size, height: size }, { blob: bytesOf(mostPictureBytes, 'image/svg+xml', 'image/png') }),
    },
  ],
])

const lenient = { strict: false } // a newer map may tell more

/**
 * What a map tells by itself.
 * @type {ReadonlyMap<string, Shape<any>>}
 */
export const events = new Map(
  /** @type {[string, Shape<any>][]} */ ([
    [
      'ready',
      object(
        {
          nodes: listOf(
            object({ id, kind: oneOf('person', 'state', 'organisation', 'group', 'issue'), degree: wholeIn(0, mostLines) }, {}, lenient),
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
    ['state', stateShape(false)],
    ['height', object({ height: size }, {}, lenient)],
    ['status', object({ status: oneOf('picture', 'loading', 'live', 'failed') }, {}, lenient)],
    ['error', object({ name }, {}, lenient)],
  ]),
)

const version = wholeIn(1, 1000)

/** The greetings: the only messages that go from window to window. */
export const greetings = Object.freeze({
  here: object({ type: oneOf('actor-map:here'), v: version }, {}, lenient),
  hello: object({ type: oneOf('actor-map:hello'), v: version, nonce }, {}, lenient),
  welcome: object({ type: oneOf('actor-map:welcome'), v: version, nonce }, {}, lenient),
  refuse: object({ type: oneOf('actor-map:refuse'), v: version, nonce }, {}, lenient),
})

const requestID = wholeIn(1, Number.MAX_SAFE_INTEGER)

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
 * Looks at a value without throwing.
 * @template T
 * @param {Shape<T>} shape
 * @param {unknown} value
 * @returns {T|null}
 */
export function ifShaped(shape, value) {
  try {
    return shape(value, '')
  } catch {
    return null
  }
}
