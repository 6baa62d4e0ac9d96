// The search: over names, aliases, roles, labels and quotes of a dataset, in all its languages.

/** @import { Dataset, Text } from './dataset.js' */
/** @import { Target } from '../engine/messages.js' */
import { readings } from './search-fold.js'
import { hasCompounds, matchOf, waysToRead } from './search-match.js'

/** How much a match counts by where it is: a name before what is merely said. */
const weights = Object.freeze({ name: 100, alias: 80, role: 50, label: 30, quote: 20 })

/** @typedef {keyof typeof weights} Place */

/** @typedef {{target: Target, place: Place, text: string, score: number}} Hit text: what matched, as it stands in the dataset */

/** @typedef {{target: Target, place: Place, text: string, folded: string, compounds: boolean}} Field folded: all readings of the text */

/** One dataset, ready to be searched. */
export class SearchIndex {
  /** The fields of each target together. @type {Field[][]} */
  #entries
  /** How many relations end at a node. @type {Map<string, number>} */
  #degrees = new Map()

  /**
   * @param {Dataset} dataset
   * @param {{nodesOnly?: boolean}} [how]
   */
  constructor(dataset, { nodesOnly = false } = {}) {
    const { language } = dataset
    const nodes = [...dataset.nodes.values()].map((node) =>
      fieldsOf({ node: node.id }, language, [
        ['name', node.name],
        ...node.aliases.map((a) => /** @type {[Place, Text]} */ (['alias', a])),
        ...node.of.filter((t) => t.role).map((t) => /** @type {[Place, Text]} */ (['role', t.role ?? ''])),
      ]),
    )
    const lines = nodesOnly
      ? []
      : [...dataset.relations.values()].map((r) =>
          fieldsOf({ line: r.id }, language, [
            ['label', r.label],
            ...r.evidence.map((e) => /** @type {[Place, Text]} */ (['quote', e.quote])),
          ]),
        )
    this.#entries = [...nodes, ...lines]
    for (const { from, to } of dataset.relations.values()) {
      for (const id of [from, to]) this.#degrees.set(id, (this.#degrees.get(id) ?? 0) + 1)
    }
  }

  /**
   * Returns what has every word of the query, the best first. A word matches as matchOf says; the
   * words may stand in different fields of one target.
   * @param {string} query
   * @returns {Hit[]}
   */
  find(query) {
    const ways = waysToRead(query)
    if (ways.length === 0) return []
    const hits = this.#entries.map((fields) => bestOf(fields, ways)).filter((hit) => hit !== null)
    const typed = query.trim().toLowerCase()
    const asTyped = (/** @type {Hit} */ hit) => Number(hit.text.toLowerCase().includes(typed))
    // Of equal ones those that are spelled as they were typed come first, the most connected of them, then the one
    // that comes first in the dataset.
    return hits.sort((a, b) => b.score - a.score || asTyped(b) - asTyped(a) || this.#degree(b) - this.#degree(a))
  }

  /** @param {Hit} hit */
  #degree({ target }) {
    return this.#degrees.get(target.node ?? '') ?? 0
  }
}

/**
 * @param {Target} target
 * @param {string} language of the dataset
 * @param {[Place, Text][]} texts
 * @returns {Field[]}
 */
function fieldsOf(target, language, texts) {
  return texts.flatMap(([place, text]) =>
    Object.entries(typeof text === 'string' ? { [language]: text } : text).map(([tag, version]) => ({
      target,
      place,
      text: version,
      folded: readings(version).join(' '),
      // A name keeps the language that it comes from.
      compounds: place === 'name' || place === 'alias' || hasCompounds(tag),
    })),
  )
}

/**
 * @param {Field[]} fields of one target
 * @param {string[][]} ways to read the query
 * @returns {Hit|null}
 */
function bestOf(fields, ways) {
  /** @type {Hit|null} */
  let best = null
  for (const words of ways) {
    const hit = hitOf(fields, words)
    if (hit && (!best || hit.score > best.score)) best = hit
  }
  return best
}

/**
 * @param {Field[]} fields of one target
 * @param {string[]} words folded, none twice
 * @returns {Hit|null}
 */
function hitOf(fields, words) {
  /** @type {Field|null} */
  let best = null
  let most = 0
  const found = new Set()
  for (const field of fields) {
    let score = 0
    for (const word of words) {
      const match = matchOf(field.folded, word, field.compounds)
      if (match > 0) found.add(word)
      score += weights[field.place] * match
    }
    if (score > most) [best, most] = [field, score]
  }
  if (!best || found.size < words.length) return null
  return { target: best.target, place: best.place, text: best.text, score: most }
}
