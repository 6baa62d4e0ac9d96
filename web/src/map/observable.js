// What is observed is told to those whom it concerns: once after each change, and only if what they look at is another.

/** @typedef {{select: () => unknown, run: () => void, seen: unknown}} Watcher */

/** After so many rounds it is an error, where the page would stand still for ever. */
const mostRounds = 100

/** Something whose changes can be watched. */
export class Observable {
  /** In the order in which they came. @type {Set<Watcher>} */
  #watchers = new Set()
  /** Changes that are going on, one within the other. */
  #depth = 0
  #telling = false

  /**
   * Calls back after each change of what is selected, until `stopWatching`.
   * @param {() => unknown} select cheap; what it returns is compared as it is, the parts of an array one by one
   * @param {() => void} run may change what is observed: that is told when all have been told of this
   */
  watch(select, run) {
    this.#watchers.add({ select, run, seen: select() })
  }

  /** Nobody is told any more. */
  stopWatching() {
    this.#watchers.clear()
  }

  /**
   * Makes changes, and tells of them when all are made.
   * @param {() => void} make
   */
  change(make) {
    this.#depth++
    try {
      make()
    } finally {
      this.#depth--
      if (this.#depth === 0 && !this.#telling) this.#tell()
    }
  }

  /** A watcher that fails keeps the change from nobody else; the first failure is thrown when all have been told. */
  #tell() {
    /** @type {unknown[]} */
    const failures = []
    this.#telling = true
    for (let rounds = 0; this.#tellOnce(failures); rounds++) {
      if (rounds < mostRounds) continue
      failures.push(new Error('parts that answer changes by changes do not come to an end'))
      break
    }
    this.#telling = false
    if (failures.length > 0) throw failures[0]
  }

  /**
   * @param {unknown[]} failures takes those of this round
   * @returns {boolean} whether anybody was told, and may have changed something
   */
  #tellOnce(failures) {
    let told = false
    for (const watcher of this.#watchers) {
      const now = watcher.select()
      if (isSame(now, watcher.seen)) continue
      watcher.seen = now
      told = true
      try {
        watcher.run()
      } catch (failure) {
        failures.push(failure)
      }
    }
    return told
  }
}

/**
 * @param {unknown} a
 * @param {unknown} b
 */
function isSame(a, b) {
  if (!Array.isArray(a) || !Array.isArray(b)) return Object.is(a, b)
  return a.length === b.length && a.every((part, k) => Object.is(part, b[k]))
}

/**
 * Returns what is new, with the parts of what was before wherever they are equal: then equal parts are the same.
 * @param {any} before JSON
 * @param {any} now JSON, which takes the parts in
 * @returns {any}
 */
export function reuse(before, now) {
  if (!isObject(before) || !isObject(now) || Array.isArray(before) !== Array.isArray(now)) return now
  const keys = Object.keys(now)
  let equal = keys.length === Object.keys(before).length
  for (const key of keys) {
    const had = Object.hasOwn(before, key)
    if (had) now[key] = reuse(before[key], now[key])
    equal &&= had && Object.is(before[key], now[key])
  }
  return equal ? before : now
}

/** @param {any} value */
function isObject(value) {
  return typeof value === 'object' && value !== null
}
