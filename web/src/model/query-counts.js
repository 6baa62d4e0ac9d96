// What the filter and the timeline offer, with how many relations each would show.

/** @import { Dataset } from './dataset.js' */
/** @import { Facet, MapQuery, Time } from './map-query.js' */
import { applyQuery, datesOf, endOf, facets, valuesOf } from './map-query.js'

/** @typedef {{value: string, count: number}} Choice */

/** Fewer distinct dates make no timeline. */
export const leastDates = 3

/** The values of these stand in an order of their own; all others by how often they occur. @type {Partial<Record<Facet, string[]>>} */
const orders = {
  kind: ['person', 'state', 'organisation', 'group', 'issue'],
  class: ['words', 'deeds', 'structure'],
  status: ['happened', 'future', 'hypothetical', 'negated'],
  standing: ['stated', 'alleged', 'disputed', 'no-proof'],
}

/**
 * Returns the values of each facet that occur in the dataset. The count is that of the relations with the value
 * which all the rest of the query keeps.
 * @param {Dataset} dataset
 * @param {MapQuery} query
 * @returns {Record<Facet, Choice[]>}
 */
export function choicesOf(dataset, query) {
  return /** @type {Record<Facet, Choice[]>} */ (
    Object.fromEntries(
      facets.map((facet) => {
        const others = { ...query, filter: { ...query.filter, [facet]: [] } }
        const shown = applyQuery(dataset, others).relations
        const all = new Map((orders[facet] ?? []).map((value) => [value, { count: 0, ever: 0 }]))
        for (const r of dataset.relations.values()) {
          for (const value of new Set(valuesOf(dataset, r, facet))) {
            const tally = all.get(value) ?? { count: 0, ever: 0 }
            tally.ever++
            if (shown.has(r.id)) tally.count++
            all.set(value, tally)
          }
        }
        const occurring = [...all].filter(([, { ever }]) => ever > 0)
        if (!orders[facet]) occurring.sort(([, a], [, b]) => b.ever - a.ever)
        return [facet, occurring.map(([value, { count }]) => ({ value, count }))]
      }),
    )
  )
}

/**
 * Returns the distinct start dates, sorted, a month after its days; count: the relations of that date that pass filter and
 * neighbourhood.
 * @param {Dataset} dataset
 * @param {Time['by']} by
 * @param {MapQuery} [query]
 * @returns {{date: string, count: number}[]}
 */
export function timelineOf(dataset, by, { filter, around } = {}) {
  const shown = applyQuery(dataset, { filter, around }).relations
  /** @type {Map<string, number>} */
  const days = new Map()
  for (const r of dataset.relations.values()) {
    const { from } = datesOf(dataset, r, by)
    if (from !== '') days.set(from, (days.get(from) ?? 0) + (shown.has(r.id) ? 1 : 0))
  }
  return [...days].sort(([a], [b]) => (endOf(a) < endOf(b) ? -1 : 1)).map(([date, count]) => ({ date, count }))
}

/**
 * Returns the time axes on which this dataset has a timeline.
 * @param {Dataset} dataset
 * @returns {Time['by'][]}
 */
export function timeAxesOf(dataset) {
  return /** @type {const} */ (['event', 'report']).filter((by) => timelineOf(dataset, by).length >= leastDates)
}
