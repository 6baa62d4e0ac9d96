// Shapes of messages: what may pass between a map and the page around it. A shape looks at a
// value and returns a copy that holds what the shape knows and nothing else, or throws.

/** @template T @typedef {(value: unknown, at: string) => T} Shape at: where the value stands, in the table's own words */

/** A value does not have its shape. Nothing of the value is in here: it may be anybody's. */
export class Misshapen extends Error {
  /**
   * @param {string} at where, such as "state.camera.zoom"; "" is the message itself
   * @param {string} must what should stand there
   */
  constructor(at, must) {
    super(`${at || 'the message'} must be ${must}`)
    this.name = 'Misshapen'
    this.at = at
  }
}

/**
 * One of a few words.
 * @template {string} W
 * @param {...W} words
 * @returns {Shape<W>}
 */
export function oneOf(...words) {
  return (value, at) => {
    const found = words.find((word) => word === value)
    if (found === undefined) throw new Misshapen(at, words.join(' or '))
    return found
  }
}

/**
 * A finite number between two limits, both of them allowed.
 * @param {number} low
 * @param {number} high
 * @returns {Shape<number>}
 */
export function numberIn(low, high) {
  return (value, at) => {
    if (typeof value !== 'number' || !(value >= low && value <= high)) throw new Misshapen(at, `a number from ${low} to ${high}`)
    return value
  }
}

/**
 * A whole number between two limits, both of them allowed.
 * @param {number} low
 * @param {number} high
 * @returns {Shape<number>}
 */
export function wholeIn(low, high) {
  const number = numberIn(low, high)
  return (value, at) => {
    if (!Number.isInteger(value)) throw new Misshapen(at, `a whole number from ${low} to ${high}`)
    return number(value, at)
  }
}

/**
 * A short text of a pattern that leaves no room for markup, addresses or sentences.
 * @param {RegExp} pattern must be anchored at both ends
 * @param {number} most characters
 * @param {string} must what it is called
 * @returns {Shape<string>}
 */
export function textLike(pattern, most, must) {
  return (value, at) => {
    // The length first: no pattern is tried on a text of megabytes.
    if (typeof value !== 'string' || value.length > most || !pattern.test(value)) throw new Misshapen(at, must)
    return value
  }
}

/** @type {Shape<boolean>} */
export const flag = (value, at) => {
  if (typeof value !== 'boolean') throw new Misshapen(at, 'true or false')
  return value
}

/** @type {Shape<null>} Nothing at all; it is always told as null. */
export const nothing = (value, at) => {
  if (value !== undefined && value !== null) throw new Misshapen(at, 'left out')
  return null
}

/**
 * Bytes of one of a few types, for an <img> to show or a file to hold: nobody reads them as markup.
 * @param {number} most bytes
 * @param {...string} types
 * @returns {Shape<Blob>}
 */
export function bytesOf(most, ...types) {
  return (value, at) => {
    if (!(value instanceof Blob) || value.size > most || !types.includes(value.type))
      throw new Misshapen(at, `bytes of ${types.join(' or ')}`)
    return value
  }
}

/**
 * @template T
 * @param {Shape<T>} shape
 * @returns {Shape<T|null>}
 */
export function orNull(shape) {
  return (value, at) => (value === null ? null : shape(value, at))
}

/**
 * A list in which each element has the same shape.
 * @template T
 * @param {Shape<T>} shape
 * @param {number} most elements
 * @returns {Shape<T[]>}
 */
export function listOf(shape, most) {
  return (value, at) => {
    if (!Array.isArray(value) || value.length > most) throw new Misshapen(at, `a list of at most ${most}`)
    return Array.from(value, (element) => shape(element, `${at}[]`)) // Array.from sees holes, map does not
  }
}

/**
 * Two numbers.
 * @param {Shape<number>} number
 * @returns {Shape<[number, number]>}
 */
export function pairOf(number) {
  return (value, at) => {
    if (!Array.isArray(value) || value.length !== 2) throw new Misshapen(at, 'a list of two')
    return [number(value[0], `${at}[]`), number(value[1], `${at}[]`)]
  }
}

/**
 * An object with keys of one shape and values of another.
 * @template T
 * @param {Shape<string>} key
 * @param {Shape<T>} shape
 * @param {number} most entries
 * @returns {Shape<Record<string, T>>}
 */
export function recordOf(key, shape, most) {
  return (value, at) => {
    const entries = Object.entries(plain(value, at))
    if (entries.length > most) throw new Misshapen(at, `an object of at most ${most} entries`)
    // fromEntries defines, where an assignment to __proto__ would not.
    return Object.fromEntries(entries.map(([k, v]) => [key(k, `${at}{}`), shape(v, `${at}.*`)]))
  }
}

/**
 * An object with known fields.
 * @param {Record<string, Shape<unknown>>} required
 * @param {Record<string, Shape<unknown>>} [optional]
 * @param {{strict?: boolean}} [how] strict (the default): an unknown field is an error; else it is dropped
 * @returns {Shape<any>}
 */
export function object(required, optional = {}, { strict = true } = {}) {
  const fields = new Map([...Object.entries(required), ...Object.entries(optional)])
  const needed = new Set(Object.keys(required))
  return (value, at) => {
    const source = plain(value, at)
    if (strict && Object.keys(source).some((key) => !fields.has(key))) {
      throw new Misshapen(at, `an object with no other fields than ${[...fields.keys()].join(', ') || 'none'}`)
    }
    const copy = /** @type {Record<string, unknown>} */ ({})
    for (const [key, shape] of fields) {
      const field = Object.hasOwn(source, key) ? source[key] : undefined
      if (field !== undefined || needed.has(key)) copy[key] = shape(field, at ? `${at}.${key}` : key)
    }
    return copy
  }
}

/**
 * @param {unknown} value
 * @param {string} at
 * @returns {Record<string, unknown>}
 */
function plain(value, at) {
  if (typeof value !== 'object' || value === null) throw new Misshapen(at, 'an object')
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && prototype !== Object.prototype) throw new Misshapen(at, 'a plain object')
  return /** @type {Record<string, unknown>} */ (value)
}
