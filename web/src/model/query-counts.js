// What the filter and the timeline offer, with how many relations each would show.

/** @import { Dataset } from './dataset.js' */
/** @import { Facet, Reading, Time } from './map-query.js' */
import { datesOf, endOf, facets, shownBy, valuesOf } from './map-query.js'

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
 * which all the rest of the reading keeps.
 * @param {Dataset} dataset
 * @param {Reading} reading
 * @returns {Record<Facet, Choice[]>}
 */
export function choicesOf(dataset, reading) {
  return /** @type {Record<Facet, Choice[]>} */ (
    Object.fromEntries(
      facets.map((facet) => {
        const others = { ...reading, filter: { ...reading.filter, [facet]: [] } }
        const shown = shownBy(dataset, others).relations
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
 * Returns the distinct days on which relations begin, in the order of their ends (a month after its days), with how many fall on each of those that the filter
 * keeps.
 * @param {Dataset} dataset
 * @param {Time['by']} by
 * @param {Reading} [reading]
 * @returns {{date: string, count: number}[]}
 */
export function daysOf(dataset, by, { filter, around } = {}) {
  const shown = shownBy(dataset, { filter, around }).relations
  /** @type {Map<string, number>} */
  const days = new Map()
  for (const r of dataset.relations.values()) {
    const { from } = datesOf(dataset, r, by)
    if (from !== '') days.set(from, (days.get(from) ?? 0) + (shown.has(r.id) ? 1 : 0))
  }
  return [...days].sort(([a], [b]) => (endOf(a) < endOf(b) ? -1 : 1)).map(([date, count]) => ({ date, count }))
}

/**
 * Returns the clocks that make a timeline of this dataset.
 * @param {Dataset} dataset
 * @returns {Time['by'][]}
 */
export function clocksOf(dataset) {
  return /** @type {const} */ (['event', 'report']).filter((by) => daysOf(dataset, by).length >= leastDates)
}
