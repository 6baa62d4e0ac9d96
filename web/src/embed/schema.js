// Schemas of messages: what may pass between a map and its parent page. A schema takes a value and
// returns a copy that holds what the schema knows and nothing else, or throws a ValidationError.

/** @template T @typedef {(value: unknown, at: string) => T} Schema at: where the value stands, in the table's own words */

/** A schema of objects, and the names of the fields that it knows. @template T @typedef {Schema<T> & {fields: readonly string[]}} ObjectSchema */

/** What a schema lets through. @template S @typedef {S extends Schema<infer T> ? T : never} TypeOf */

/**
 * @template {Record<string, Schema<unknown>>} R required
 * @template {Record<string, Schema<unknown>>} O optional
 * @typedef {{[K in keyof R]: TypeOf<R[K]>} & {[K in keyof O]?: TypeOf<O[K]>}} Fields
 */

/** A value does not fit its schema. Holds path and expectation, never the value: the error crosses the origin boundary. */
export class ValidationError extends Error {
  /**
   * @param {string} at where, such as "state.camera.zoom"; "" is the message itself
   * @param {string} must what should stand there
   */
  constructor(at, must) {
    super(`${at || 'the message'} must be ${must}`)
    this.name = 'ValidationError'
    this.at = at
  }
}

/**
 * One of a few words.
 * @template {string} W
 * @param {...W} words
 * @returns {Schema<W>}
 */
export function oneOf(...words) {
  return (value, at) => {
    const found = words.find((word) => word === value)
    if (found === undefined) throw new ValidationError(at, words.join(' or '))
    return found
  }
}

/**
 * A finite number between two limits, both of them allowed.
 * @param {number} low
 * @param {number} high
 * @returns {Schema<number>}
 */
export function number(low, high) {
  return (value, at) => {
    if (typeof value !== 'number' || !(value >= low && value <= high)) throw new ValidationError(at, `a number from ${low} to ${high}`)
    return value
  }
}

/**
 * A whole number between two limits, both of them allowed.
 * @param {number} low
 * @param {number} high
 * @returns {Schema<number>}
 */
export function integer(low, high) {
  const inRange = number(low, high)
  return (value, at) => {
    if (!Number.isInteger(value)) throw new ValidationError(at, `a whole number from ${low} to ${high}`)
    return inRange(value, at)
  }
}

/**
 * A short text of a pattern that leaves no room for markup, addresses or sentences.
 * @param {RegExp} pattern must be anchored at both ends
 * @param {number} most characters
 * @param {string} must what it is called
 * @returns {Schema<string>}
 */
export function pattern(pattern, most, must) {
  return (value, at) => {
    // The length first: no pattern is tried on a text of megabytes.
    if (typeof value !== 'string' || value.length > most || !pattern.test(value)) throw new ValidationError(at, must)
    return value
  }
}

/** @type {Schema<boolean>} */
export const flag = (value, at) => {
  if (typeof value !== 'boolean') throw new ValidationError(at, 'true or false')
  return value
}

/** @type {Schema<null>} Nothing at all; it is always told as null. */
export const nothing = (value, at) => {
  if (value !== undefined && value !== null) throw new ValidationError(at, 'left out')
  return null
}

/**
 * Bytes of one of a few types, for an <img> to show or a file to hold: nobody reads them as markup.
 * @param {number} most bytes
 * @param {...string} types
 * @returns {Schema<Blob>}
 */
export function bytesOf(most, ...types) {
  return (value, at) => {
    if (!(value instanceof Blob) || value.size > most || !types.includes(value.type))
      throw new ValidationError(at, `bytes of ${types.join(' or ')}`)
    return value
  }
}

/**
 * @template T
 * @param {Schema<T>} schema
 * @returns {Schema<T|null>}
 */
export function orNull(schema) {
  return (value, at) => (value === null ? null : schema(value, at))
}

/**
 * A list whose elements fit one schema.
 * @template T
 * @param {Schema<T>} schema
 * @param {number} most elements
 * @returns {Schema<T[]>}
 */
export function listOf(schema, most) {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > most) throw new ValidationError(at, `a list of at most ${most}`)
    return Array.from(value, (element) => schema(element, `${at}[]`)) // Array.from sees holes, map does not
  }
}

/**
 * Two numbers.
 * @param {Schema<number>} element
 * @returns {Schema<[number, number]>}
 */
export function pairOf(element) {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== 2) throw new ValidationError(at, 'a list of two')
    return [element(value[0], `${at}[]`), element(value[1], `${at}[]`)]
  }
}

/**
 * An object whose keys fit one schema and whose values fit another.
 * @template T
 * @param {Schema<string>} key
 * @param {Schema<T>} schema
 * @param {number} most entries
 * @returns {Schema<Record<string, T>>}
 */
export function recordOf(key, schema, most) {
  return (value, at) => {
    const entries = Object.entries(plain(value, at))
    if (entries.length > most) throw new ValidationError(at, `an object of at most ${most} entries`)
    // fromEntries defines, where an assignment to __proto__ would not.
    return Object.fromEntries(entries.map(([k, v]) => [key(k, `${at}{}`), schema(v, `${at}.*`)]))
  }
}

/**
 * An object with known fields.
 * @template {Record<string, Schema<unknown>>} R
 * @template {Record<string, Schema<unknown>>} [O={}]
 * @param {R} required
 * @param {O} [optional]
 * @param {{strict?: boolean}} [how] strict (the default): an unknown field is an error; else it is dropped
 * @returns {ObjectSchema<Fields<R, O>>}
 */
export function object(required, optional = /** @type {O} */ ({}), { strict = true } = {}) {
  const fields = new Map([...Object.entries(required), ...Object.entries(optional)])
  const needed = new Set(Object.keys(required))
  /** @type {Schema<Fields<R, O>>} */
  const parse = (value, at) => {
    const source = plain(value, at)
    if (strict && Object.keys(source).some((key) => !fields.has(key))) {
      throw new ValidationError(at, `an object with no other fields than ${[...fields.keys()].join(', ') || 'none'}`)
    }
    const copy = /** @type {Record<string, unknown>} */ ({})
    for (const [key, schema] of fields) {
      const field = Object.hasOwn(source, key) ? source[key] : undefined
      if (field !== undefined || needed.has(key)) copy[key] = schema(field, at ? `${at}.${key}` : key)
    }
    return /** @type {Fields<R, O>} */ (copy)
  }
  return Object.assign(parse, { fields: [...fields.keys()] })
}

/**
 * An object, or nothing for one without fields.
 * @template T
 * @param {ObjectSchema<T>} schema
 * @returns {ObjectSchema<T>}
 */
export function orEmpty(schema) {
  return Object.assign((/** @type {unknown} */ value, /** @type {string} */ at) => schema(value ?? {}, at), { fields: schema.fields })
}

/**
 * @param {unknown} value
 * @param {string} at
 * @returns {Record<string, unknown>}
 */
function plain(value, at) {
  if (typeof value !== 'object' || value === null) throw new ValidationError(at, 'an object')
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) throw new ValidationError(at, 'a plain object')
  return /** @type {Record<string, unknown>} */ (value)
}
