// A dataset's harmless twin: the same structure, every text plain words.

/** Fields that are shown as text. All others are ids, dates, addresses and fixed words. */
const textFields = new Set([
  'title',
  'summary',
  'license',
  'text',
  'publisher',
  'author',
  'name',
  'aliases',
  'note',
  'role',
  'label',
  'when',
  'place',
  'if',
  'quote',
])

/**
 * Returns a copy of a dataset that differs in its texts only. Texts stay different from each other.
 * @param {unknown} dataset parsed JSON
 */
export function harmlessTwin(dataset) {
  let texts = 0
  const plain = () => `Plain words ${++texts}`
  return copy(dataset, plain, false)
}

/**
 * @param {any} value
 * @param {() => string} plain
 * @param {boolean} isText whether the value stands in a field of text
 * @returns {any}
 */
function copy(value, plain, isText) {
  if (typeof value === 'string') return isText ? plain() : value
  if (Array.isArray(value)) return value.map((v) => copy(v, plain, isText))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, copy(v, plain, isText || textFields.has(k))]))
}
