// What has been corrected since it was published.

/** @import { Dataset } from './dataset.js' */

/**
 * Returns the day of the newest correction that is about a node or relation, ISO 8601; '' for none.
 * @param {Dataset} dataset
 * @param {string} id
 */
export function correctedOn({ corrections }, id) {
  const days = corrections.filter(({ about }) => about.includes(id)).map(({ date }) => date)
  return days.sort().at(-1) ?? ''
}
