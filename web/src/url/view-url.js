// Links: the view of the map as the query of an address, and back. A link that once worked
// works for ever: test/links.golden.txt holds examples, which may be added to but not changed.
//
//   ?node=trump&zoom=2&at=0.4,0.6&places=putin:0.25,0.5~zelenskyy:0.1,0.2&show=class:words~speaker:trump,-
//   &time=event:2025-02-24:2025-02-26&around=trump:2:along&trail=putin:macron:r1:trump:r2&lang=fr&theme=dark
//
// What is as it is anyway is left out. Keys stand in this order, places in that of their ids.

/** @import { Target, Trail } from '../engine/messages.js' */
/** @import { Around, Filter, Time } from '../model/map-query.js' */
import { isID } from './ids.js'
import {
  canonicalAround,
  canonicalFilter,
  canonicalTime,
  canonicalTrail,
  formatMapQuery,
  parseAround,
  parseFilter,
  parseTime,
  parseTrail,
} from './query-params.js'

/**
 * What of a map can be linked to; what is absent is as the map starts.
 * @typedef {object} View
 * @property {Target} [select] the node or line that is selected: exactly one of the two
 * @property {string} [focus] id of the node or line where the keyboard goes on, if it is not the selected one
 * @property {{zoom: number, at: Fractions}} [camera] zoom above 1, and the point of the map in the middle of the picture
 * @property {Record<string, Fractions>} [places] where the reader has put nodes, by id
 * @property {Filter} [filter]
 * @property {Time} [time]
 * @property {Around} [around]
 * @property {Trail} [trail]
 * @property {'list'|'matrix'} [table] what is shown in place of the picture
 * @property {string} [step] id of the step of the story
 * @property {string} [lang] BCP 47 tag
 * @property {'light'|'dark'} [theme]
 */

/** @typedef {[x: number, y: number]} Fractions of the frame, 0 to 1, three decimals */

/**
 * What a query says.
 * @typedef {object} ParsedQuery
 * @property {View} view
 * @property {string[]} ignored one sentence for each value that is of no use
 * @property {string} otherParams the pairs that are not about the view, as they stand, joined by &
 */

/** The version that is written. It stands in a link only when it is not 1. */
const version = 1

/** The most places that a link holds. */
export const maxPlaces = 200

/** The longest query that is written, characters: chat programs and old proxies cut off what is much longer. */
export const maxWrittenLength = 4000

/** The longest query that is read. Longer ones were made by nobody in good faith. */
const maxReadLength = 16_000

/** As far as the engine zooms into the largest map; into a small one it goes less far. */
const maxZoom = 64

const langPattern = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i
const maxLangLength = 35

const numberPattern = /^(?:\d{1,3}(?:\.\d{0,17})?|\.\d{1,17})$/

const knownKeys = new Set([
  'v',
  'node',
  'line',
  'focus',
  'zoom',
  'at',
  'places',
  'show',
  'time',
  'around',
  'trail',
  'table',
  'step',
  'lang',
  'theme',
])

/**
 * Returns the query of a view, without a question mark; '' for the view that the map starts
 * with. Places beyond the limits are left out, last ids first.
 * @param {View} view
 * @returns {string}
 */
export function formatView(view) {
  const { select, focus, camera, places, table, step, lang, theme, ...asked } = canonicalView(view)
  /** @type {string[]} */
  const parts = []
  if (select?.node !== undefined) parts.push(`node=${select.node}`)
  if (select?.line !== undefined) parts.push(`line=${select.line}`)
  if (focus !== undefined) parts.push(`focus=${focus}`)
  if (camera) parts.push(`zoom=${camera.zoom}`)
  if (camera && !isMiddle(camera.at)) parts.push(`at=${camera.at.join(',')}`)
  if (places) parts.push(`places=${Object.entries(places).map(formatPlace).join('~')}`)
  parts.push(...formatMapQuery(asked))
  if (table !== undefined) parts.push(`table=${table}`)
  if (step !== undefined) parts.push(`step=${step}`)
  if (lang !== undefined) parts.push(`lang=${lang}`)
  if (theme !== undefined) parts.push(`theme=${theme}`)
  return parts.join('&')
}

/**
 * Returns the view as a link can tell it: rounded, in order, without what a link cannot hold or need not.
 * @param {View} view
 * @returns {View}
 */
export function canonicalView(view) {
  /** @type {View} */
  const canonical = {}
  const { node, line } = view.select ?? {}
  if (isID(node)) canonical.select = { node }
  else if (isID(line)) canonical.select = { line }
  if (isID(view.focus) && view.focus !== idOf(canonical.select)) canonical.focus = view.focus
  const zoom = round(Math.min(view.camera?.zoom ?? 1, maxZoom))
  if (view.camera && zoom > 1) canonical.camera = { zoom, at: inFrame(view.camera.at) ?? [0.5, 0.5] }
  const asked = {
    filter: canonicalFilter(view.filter),
    time: canonicalTime(view.time),
    around: canonicalAround(view.around),
    trail: canonicalTrail(view.trail),
  }
  const room = maxWrittenLength - maxRestLength - formatMapQuery(asked).join('&').length
  const places = canonicalPlaces(view.places ?? {}, room)
  if (places) canonical.places = places
  for (const [key, value] of Object.entries(asked)) if (value) Object.assign(canonical, { [key]: value })
  if (isTable(view.table)) canonical.table = view.table
  if (isID(view.step)) canonical.step = view.step
  if (isLang(view.lang)) canonical.lang = view.lang
  if (isTheme(view.theme)) canonical.theme = view.theme
  return canonical
}

/**
 * Reads a query. Each value that is of no use is ignored by itself.
 * @param {string} query with or without a question mark
 * @returns {ParsedQuery}
 */
export function parseView(query) {
  if (query.length > maxReadLength) {
    return { view: {}, ignored: [`a query of ${query.length} characters: at most ${maxReadLength} are read`], otherParams: '' }
  }
  const parser = new QueryParser(query)
  const { select, focus } = parser.targets()
  const camera = parser.camera()
  const places = parser.places()
  const asked = {
    filter: parser.asked('show', parseFilter, 'facets and what is kept of each, such as class:words~speaker:trump'),
    time: parser.asked('time', parseTime, 'event or report, and two dates with colons between'),
    around: parser.asked('around', parseAround, 'a node, 1 to 3 steps, and along or against'),
    trail: parser.asked('trail', parseTrail, 'two nodes, and the way from one to the other'),
  }
  const table = parser.value('table', isTable, 'list or matrix')
  const step = parser.value('step', isID, 'the id of a step')
  const lang = parser.value('lang', isLang, 'a language tag such as pt-BR')
  const theme = parser.value('theme', isThemeOrNone, 'light, dark or auto')
  parser.version()
  return {
    view: canonicalView({ select, focus, camera, places, ...asked, table, step, lang, theme: isTheme(theme) ? theme : undefined }),
    ignored: parser.ignored,
    otherParams: parser.otherParams,
  }
}

/** The values of one query, and what is wrong with them. */
class QueryParser {
  /** @type {string[]} */
  ignored = []
  otherParams
  /** @type {Map<string, string>} */
  #values = new Map()

  /** @param {string} query */
  constructor(query) {
    const isOther = (/** @type {string} */ pair) => [...new URLSearchParams(pair).keys()].some((key) => !knownKeys.has(key))
    this.otherParams = query.replace(/^\?/, '').split('&').filter(isOther).join('&')
    for (const [key, value] of new URLSearchParams(query)) {
      if (!knownKeys.has(key)) continue
      if (this.#values.has(key)) this.#ignore(key, value, 'it stands there twice; the first one counts')
      else this.#values.set(key, value)
    }
  }

  /**
   * @template {string} T
   * @param {string} key
   * @param {(value: string|undefined) => value is T} isGood
   * @param {string} what would be good
   * @returns {T|undefined}
   */
  value(key, isGood, what) {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    if (isGood(value)) return value
    this.#ignore(key, value, `it is not ${what}`)
    return undefined
  }

  /**
   * @template T
   * @param {string} key
   * @param {(text: string) => T|undefined} read
   * @param {string} what would be good
   * @returns {T|undefined}
   */
  asked(key, read, what) {
    const value = this.#values.get(key)
    if (value === undefined) return undefined
    const asked = read(value)
    if (asked === undefined) this.#ignore(key, value, `it is not ${what}`)
    return asked
  }

  version() {
    const value = this.#values.get('v')
    if (value === undefined || value === String(version)) return
    this.#ignore('v', value, `only version ${version} is known; of the link, what can be understood is shown`)
  }

  /** @returns {{select: Target|undefined, focus: string|undefined}} */
  targets() {
    const node = this.value('node', isID, 'the id of a node')
    const line = this.value('line', isID, 'the id of a line')
    if (node !== undefined && line !== undefined) this.#ignore('line', line, 'a node is selected already')
    const select = node !== undefined ? { node } : line !== undefined ? { line } : undefined
    return { select, focus: this.value('focus', isID, 'the id of a node or line') }
  }

  /** @returns {View['camera']} */
  camera() {
    const zoom = numberOf(this.#values.get('zoom') ?? '1')
    if (zoom === null || zoom < 1 || zoom > maxZoom) {
      this.#ignore('zoom', this.#values.get('zoom') ?? '', `it is not a number from 1 to ${maxZoom}`)
    }
    const at = this.#values.get('at')
    const middle = at === undefined ? null : fractionsOf(at)
    if (at !== undefined && !middle) this.#ignore('at', at, 'it is not two numbers from 0 to 1 with a comma between')
    return zoom === null || zoom <= 1 || zoom > maxZoom ? undefined : { zoom, at: middle ?? [0.5, 0.5] }
  }

  /** @returns {Record<string, Fractions>} */
  places() {
    /** @type {Record<string, Fractions>} */
    const places = {}
    const texts = (this.#values.get('places') ?? '').split('~').filter((text) => text !== '')
    for (const text of texts.slice(0, maxPlaces)) {
      const [id, at, ...more] = text.split(':')
      const fractions = fractionsOf(at ?? '')
      if (!isID(id) || !fractions || more.length > 0) this.#ignore('places', text, 'it is not an id, a colon, and two numbers from 0 to 1')
      else if (Object.hasOwn(places, id)) this.#ignore('places', text, 'the node has a place already')
      else places[id] = fractions
    }
    const rest = texts.slice(maxPlaces)
    if (rest.length > 0) this.#ignore('places', rest.join('~'), `at most ${maxPlaces} are read`)
    return places
  }

  /**
   * @param {string} key
   * @param {string} value
   * @param {string} why
   */
  #ignore(key, value, why) {
    const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value
    this.ignored.push(`${key}=${shown}: ${why}`)
  }
}

/**
 * Sorts and rounds, and keeps within the limits. It is null where nothing remains.
 * @param {Record<string, Fractions>} places
 * @param {number} room characters
 */
function canonicalPlaces(places, room) {
  /** @type {Record<string, Fractions>} */
  const canonical = {}
  let length = 0
  const ids = Object.keys(places).filter(isID).sort()
  for (const id of ids.slice(0, maxPlaces)) {
    const at = inFrame(places[id])
    if (!at) continue
    length += formatPlace([id, at]).length + 1
    if (length > room) break
    canonical[id] = at
  }
  return Object.keys(canonical).length === 0 ? null : canonical
}

/** Room for all that is neither a place nor asked of the map, characters. */
const maxRestLength = 300

/** @param {[string, Fractions]} place */
function formatPlace([id, at]) {
  return `${id}:${at.join(',')}`
}

/** @param {Target|undefined} target */
function idOf(target) {
  return target?.node ?? target?.line
}

/**
 * @param {string} text
 * @returns {Fractions|null}
 */
function fractionsOf(text) {
  const [x, y, ...more] = text.split(',').map(numberOf)
  if (x === null || y === null || x === undefined || y === undefined || more.length > 0) return null
  return x <= 1 && y <= 1 ? [x, y] : null
}

/**
 * Brings a point into the frame. It is null where it is none.
 * @param {Fractions} at
 * @returns {Fractions|null}
 */
function inFrame([x, y]) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null
  return [round(Math.min(Math.max(x, 0), 1)), round(Math.min(Math.max(y, 0), 1))]
}

/** @param {Fractions} at */
function isMiddle([x, y]) {
  return x === 0.5 && y === 0.5
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 1000) / 1000
}

/** @param {string} text */
function numberOf(text) {
  return numberPattern.test(text) ? Number(text) : null
}

/**
 * @param {string|undefined} value
 * @returns {value is string}
 */
export function isLang(value) {
  return value !== undefined && value.length <= maxLangLength && langPattern.test(value)
}

/**
 * @param {string|undefined} value
 * @returns {value is 'list'|'matrix'}
 */
function isTable(value) {
  return value === 'list' || value === 'matrix'
}

/**
 * @param {string|undefined} value
 * @returns {value is 'light'|'dark'}
 */
function isTheme(value) {
  return value === 'light' || value === 'dark'
}

/**
 * @param {string|undefined} value
 * @returns {value is 'light'|'dark'|'auto'}
 */
function isThemeOrNone(value) {
  return isTheme(value) || value === 'auto'
}
