// What a reader has asked the map to show: which relations, of which time, around what. The picture,
// the text and the table all follow this one module. wasm/query decides the same for the
// picture; wasm/query/testdata/shown.txt holds both to the same answers.

/** @import { Dataset, Relation } from './dataset.js' */
import { standingOf } from './claims.js'
import { classOf } from './dataset.js'

/** @typedef {'kind'|'class'|'status'|'standing'|'speaker'|'issue'|'source'} Facet */

/** @typedef {Partial<Record<Facet, string[]>>} Filter of each facet what is kept; absent: everything */

/** @typedef {{by: 'event'|'report', from?: string, until?: string}} Time ISO 8601; an absent end is open */

/** @typedef {'both'|'along'|'against'} Direction */

/** @typedef {{node: string, steps: number, way: Direction}} Around the nodes within 1 to 3 steps of one */

/**
 * All of it; what is absent narrows nothing.
 * @typedef {object} MapQuery
 * @property {Filter} [filter]
 * @property {Time} [time]
 * @property {Around} [around]
 */

/**
 * @typedef {object} Shown
 * @property {Set<string>} relations ids of the relations that are shown
 * @property {Set<string>} nodes
 * @property {Set<string>} added of the relations shown, those that belong to the last day of the time
 * @property {number} undated of the relations shown, how many the time cannot tell and keeps
 */

/** In the order in which they are offered. @type {readonly Facet[]} */
export const facets = Object.freeze(['kind', 'class', 'status', 'standing', 'speaker', 'issue', 'source'])

/** In the place of a speaker: the source itself, or somebody who is no actor of the map. */
export const noSpeaker = '-'

/**
 * The command that asks for something to be shown, as the state has it under the same name.
 * @template {'filter'|'time'|'around'|'trail'} K
 * @param {K} what
 * @param {import('../engine/messages.js').MapState[K]} asked undefined: nothing of the kind
 */
export function askCommand(what, asked) {
  return /** @type {import('../engine/messages.js').AskCommand} */ (/** @type {unknown} */ ({ type: what, [what]: asked ?? null }))
}

/**
 * Returns what is shown. Every relation that is shown passes each facet, the time, and the steps.
 * @param {Dataset} dataset
 * @param {MapQuery} query
 * @returns {Shown}
 */
export function applyQuery(dataset, { filter = {}, time, around }) {
  const kept = [...dataset.relations.values()].filter((r) => passes(dataset, r, filter) && isWithin(dataset, r, time))
  const near = around && neighbourhood(dataset, kept, around)
  const relations = near ? kept.filter((r) => near.has(r.from) && near.has(r.to)) : kept
  const nodes = near ?? nodesOf(dataset, relations, filter)
  return {
    relations: new Set(relations.map((r) => r.id)),
    nodes,
    added: new Set(relations.filter((r) => time?.until && datesOf(dataset, r, time.by).from === time.until).map((r) => r.id)),
    undated: time ? relations.filter((r) => datesOf(dataset, r, time.by).from === '').length : 0,
  }
}

/**
 * Reports whether a query leaves anything out.
 * @param {MapQuery} query
 */
export function isFiltered({ filter = {}, time, around }) {
  return facets.some((f) => filter[f]?.length) || Boolean(time?.from || time?.until) || around !== undefined
}

/**
 * Returns what a relation is, of one facet: it passes where one of these is kept.
 * @param {Dataset} dataset
 * @param {Relation} r
 * @param {Facet} facet
 * @returns {string[]}
 */
export function valuesOf(dataset, r, facet) {
  const isIssue = (/** @type {string} */ id) => dataset.nodes.get(id)?.kind === 'issue'
  switch (facet) {
    case 'kind':
      return [r.from, r.to].map((id) => dataset.nodes.get(id)?.kind ?? '')
    case 'class':
      return [classOf(r)]
    case 'status':
      return [r.status]
    case 'standing':
      return [standingOf(r)]
    case 'speaker':
      return r.evidence.map((e) => e.speaker || noSpeaker)
    case 'issue':
      return [r.from, r.to, ...r.about].filter(isIssue)
    case 'source':
      return r.evidence.map((e) => e.source)
  }
}

/**
 * @param {Dataset} dataset
 * @param {Relation} r
 * @param {Filter} filter
 */
function passes(dataset, r, filter) {
  return facets.every((facet) => {
    const kept = filter[facet] ?? []
    return kept.length === 0 || valuesOf(dataset, r, facet).some((v) => kept.includes(v))
  })
}

/**
 * Returns the first and the last day of a relation: of the event, or of the first report of it; '' where
 * they are not known.
 * @param {Dataset} dataset
 * @param {Relation} r
 * @param {'event'|'report'} by
 */
export function datesOf(dataset, r, by) {
  if (by === 'event') return { from: r.date, until: r.until || r.date }
  const known = r.evidence
    .map((e) => dataset.knownOn(e))
    .filter((d) => d !== '')
    .sort()
  return { from: known[0] ?? '', until: known[0] ?? '' }
}

/** Of a date as precise as known, a text that sorts after all days in it. @param {string} date */
export function endOf(date) {
  return `${date}~`
}

/**
 * A date is within when part of it is: 2025-02 within 2025-02-27. What is known stays known: by report, only
 * the end counts.
 * @param {Dataset} dataset
 * @param {Relation} r
 * @param {Time|undefined} time
 */
function isWithin(dataset, r, time) {
  if (!time) return true
  const { from, until } = datesOf(dataset, r, time.by)
  if (from === '') return true
  if (time.until && from > endOf(time.until)) return false
  return !time.from || time.by === 'report' || endOf(until) >= time.from
}

/**
 * Returns the nodes within some steps. A step goes along a relation to its other end and to what it is
 * about, or to what a node belongs to, which has no direction.
 * @param {Dataset} dataset
 * @param {Relation[]} relations
 * @param {Around} around
 */
function neighbourhood(dataset, relations, { node, steps, way }) {
  const next = stepsFrom(dataset, relations, way)
  const near = new Set(dataset.nodes.has(node) ? [node] : [])
  let edge = [...near]
  for (let k = 0; k < steps; k++) {
    edge = edge.flatMap((id) => [...(next.get(id) ?? [])]).filter((id) => !near.has(id) && near.add(id))
  }
  return near
}

/**
 * @param {Dataset} dataset
 * @param {Relation[]} relations
 * @param {Direction} direction
 * @returns {Map<string, Set<string>>}
 */
function stepsFrom(dataset, relations, direction) {
  /** @type {Map<string, Set<string>>} */
  const next = new Map()
  const add = (/** @type {string} */ from, /** @type {string} */ to) => {
    const there = next.get(from)
    if (there) there.add(to)
    else next.set(from, new Set([to]))
  }
  /** @param {string} from @param {string} to @param {boolean} directed */
  const join = (from, to, directed) => {
    if (!directed || direction !== 'against') add(from, to)
    if (!directed || direction !== 'along') add(to, from)
  }
  for (const r of relations) {
    join(r.from, r.to, !r.mutual)
    for (const id of r.about.filter((id) => dataset.nodes.has(id))) {
      join(r.from, id, true)
      if (r.mutual || direction === 'both') join(r.to, id, true)
    }
  }
  for (const { of } of dataset.nodes.values()) {
    for (const tie of of.filter((t) => dataset.nodes.has(t.to))) join(tie.from, tie.to, false)
  }
  return next
}

/**
 * The nodes that have to do with a relation that is shown. Nodes that have to do with none at all stay while
 * nothing but the time narrows.
 * @param {Dataset} dataset
 * @param {Relation[]} relations
 * @param {Filter} filter
 */
function nodesOf(dataset, relations, filter) {
  const touched = touchedBy(relations)
  if (facets.some((f) => filter[f]?.length)) return new Set([...dataset.nodes.keys()].filter((id) => touched.has(id)))
  const ever = touchedBy([...dataset.relations.values()])
  return new Set([...dataset.nodes.keys()].filter((id) => touched.has(id) || !ever.has(id)))
}

/** @param {Relation[]} relations */
function touchedBy(relations) {
  return new Set(relations.flatMap((r) => [r.from, r.to, ...r.about]))
}
