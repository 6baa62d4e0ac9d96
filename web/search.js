// The search: over names, aliases, roles, labels and quotes of a dataset, in all its languages.

/** @import { Dataset, Text } from './dataset.js' */
/** @import { Target } from './messages.js' */
import { fold } from './search-fold.js'

/** How much a match counts by where it is: a name before what is merely said. */
const weights = Object.freeze({ name: 100, alias: 80, role: 50, label: 30, quote: 20 })

/** @typedef {keyof typeof weights} Place */

/** @typedef {{target: Target, place: Place, text: string, score: number}} Hit text: what matched, as it stands in the dataset */

/** @typedef {{target: Target, place: Place, text: string, folded: string}} Field */

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
    const nodes = [...dataset.nodes.values()].map((node) =>
      fieldsOf({ node: node.id }, [
        ['name', node.name],
        ...node.aliases.map((a) => /** @type {[Place, Text]} */ (['alias', a])),
        ...node.of.filter((t) => t.role).map((t) => /** @type {[Place, Text]} */ (['role', t.role ?? ''])),
      ]),
    )
    const lines = nodesOnly
      ? []
      : [...dataset.relations.values()].map((r) =>
          fieldsOf({ line: r.id }, [['label', r.label], ...r.evidence.map((e) => /** @type {[Place, Text]} */ (['quote', e.quote]))]),
        )
    this.#entries = [...nodes, ...lines]
    for (const { from, to } of dataset.relations.values()) {
      for (const id of [from, to]) this.#degrees.set(id, (this.#degrees.get(id) ?? 0) + 1)
    }
  }

  /**
   * Returns what has every word of the query, the best first. A word matches the beginning of a word; the
   * words may stand in different fields of one target.
   * @param {string} query
   * @returns {Hit[]}
   */
  find(query) {
    const words = fold(query)
      .split(' ')
      .filter((w) => w !== '')
    if (words.length === 0) return []
    const hits = this.#entries.map((fields) => hitOf(fields, words)).filter((hit) => hit !== null)
    // Of equal ones the most connected comes first, then the one that comes first in the dataset.
    return hits.sort((a, b) => b.score - a.score || this.#degree(b) - this.#degree(a))
  }

  /** @param {Hit} hit */
  #degree({ target }) {
    return this.#degrees.get(target.node ?? '') ?? 0
  }
}

/**
 * @param {Target} target
 * @param {[Place, Text][]} texts
 * @returns {Field[]}
 */
function fieldsOf(target, texts) {
  return texts.flatMap(([place, text]) =>
    (typeof text === 'string' ? [text] : Object.values(text)).map((version) => ({
      target,
      place,
      text: version,
      folded: ` ${fold(version)}`,
    })),
  )
}

/**
 * @param {Field[]} fields of one target
 * @param {string[]} words folded
 * @returns {Hit|null}
 */
function hitOf(fields, words) {
  /** @type {Field|null} */
  let best = null
  let most = 0
  const found = new Set()
  for (const field of fields) {
    const matched = words.filter((w) => field.folded.includes(` ${w}`))
    if (matched.length === 0) continue
    for (const w of matched) found.add(w)
    const score = weights[field.place] * matched.length
    if (score > most) [best, most] = [field, score]
  }
  if (!best || found.size < new Set(words).size) return null
  return { target: best.target, place: best.place, text: best.text, score: most }
}
