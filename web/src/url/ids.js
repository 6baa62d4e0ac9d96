// The ids that a link may hold.

/** Ids as in data/id.go. */
const idPattern = /^[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*$/
const maxIDLength = 64

/**
 * @param {string|undefined} value
 * @returns {value is string}
 */
export function isID(value) {
  return value !== undefined && value.length <= maxIDLength && idPattern.test(value)
}
