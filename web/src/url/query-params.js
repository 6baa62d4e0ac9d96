// What a reader has asked of the map, as part of a link: `show`, `time`, `around` and `trail`.

import { facets, noSpeaker } from '../model/map-query.js'
/** @import { Trail } from '../engine/messages.js' */
/** @import { Around, Facet, Filter, Time } from '../model/map-query.js' */
import { isID } from './ids.js'

/** The most values that are kept of all facets, and the most steps of a way. */
const maxKept = 30
const maxPathSteps = 8

const datePattern = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/**
 * Returns the parts of the query.
 * @param {{filter?: Filter, time?: Time, around?: Around, trail?: Trail}} asked canonical
 */
export function formatMapQuery({ filter, time, around, trail }) {
  const parts = /** @type {string[]} */ ([])
  if (filter)
    parts.push(
      `show=${facets
        .filter((f) => filter[f])
        .map((f) => `${f}:${filter[f]?.join(',')}`)
        .join('~')}`,
    )
  if (time) parts.push(`time=${time.by}:${time.from ?? ''}:${time.until ?? ''}`)
  if (around) parts.push(`around=${around.node}:${around.steps}${around.way === 'both' ? '' : `:${around.way}`}`)
  if (trail) parts.push(`trail=${[trail.from, trail.to, ...trail.path.slice(1, -1)].join(':')}`)
  return parts
}

/**
 * @param {Filter|undefined} filter
 * @returns {Filter|undefined} undefined where nothing remains
 */
export function canonicalFilter(filter) {
  /** @type {Filter} */
  const canonical = {}
  let room = maxKept
  for (const facet of facets) {
    const values = [...new Set(filter?.[facet] ?? [])].filter((v) => isID(v) || (facet === 'speaker' && v === noSpeaker)).slice(0, room)
    room -= values.length
    if (values.length > 0) canonical[facet] = values
  }
  return Object.keys(canonical).length > 0 ? canonical : undefined
}

/**
 * @param {Time|undefined} time
 * @returns {Time|undefined}
 */
export function canonicalTime(time) {
  const { by, from, until } = time ?? {}
  const date = (/** @type {string|undefined} */ d) => (d && datePattern.test(d) ? d : undefined)
  if ((by !== 'event' && by !== 'report') || !(date(from) || date(until))) return undefined
  return { by, ...(date(from) && { from }), ...(date(until) && { until }) }
}

/**
 * @param {Around|undefined} around
 * @returns {Around|undefined}
 */
export function canonicalAround(around) {
  if (!around || !isID(around.node) || ![1, 2, 3].includes(around.steps) || !['both', 'along', 'against'].includes(around.way))
    return undefined
  const { node, steps, way } = around
  return { node, steps, way }
}

/**
 * @param {Trail|undefined} trail
 * @returns {Trail|undefined}
 */
export function canonicalTrail(trail) {
  if (!trail || !isID(trail.from) || !isID(trail.to) || trail.from === trail.to) return undefined
  const { from, to, path } = trail
  const good =
    path.length % 2 === 1 &&
    path.length <= 2 * maxPathSteps + 1 &&
    path[0] === from &&
    path.at(-1) === to &&
    path.every((id, k) => isID(id) || (k % 2 === 1 && id === ''))
  return { from, to, path: good ? path : [] }
}

/** @param {string} text @returns {Filter|undefined} */
export function parseFilter(text) {
  const parts = text.split('~').map((part) => part.split(':'))
  if (parts.some(([facet, values, ...more]) => !facets.includes(/** @type {Facet} */ (facet)) || !values || more.length > 0))
    return undefined
  return canonicalFilter(Object.fromEntries(parts.map(([facet, values]) => [facet, values.split(',')])))
}

/** @param {string} text @returns {Time|undefined} */
export function parseTime(text) {
  const [by, from, until, ...more] = text.split(':')
  if (more.length > 0 || [from, until].some((d) => d && !datePattern.test(d))) return undefined
  return canonicalTime({ by: /** @type {Time['by']} */ (by), from, until })
}

/** @param {string} text @returns {Around|undefined} */
export function parseAround(text) {
  const [node, steps, way = 'both', ...more] = text.split(':')
  return more.length > 0 ? undefined : canonicalAround({ node, steps: Number(steps), way: /** @type {Around['way']} */ (way) })
}

/** @param {string} text @returns {Trail|undefined} */
export function parseTrail(text) {
  const [from, to, ...inner] = text.split(':')
  const path = inner.length > 0 ? [from, ...inner, to] : []
  const trail = canonicalTrail({ from, to, path })
  return trail && trail.path.length === path.length ? trail : undefined
}
