// Where two actors agree and differ: from `stance` and `differ` alone, and only from what is stated.
// Whoever discusses a war, or praises who wages it, has taken no side by that; nor has one of whom a
// rival claims it.

/** @import { Dataset, Relation } from './dataset.js' */
import { isClaim, standingOf } from './claims.js'

/**
 * @typedef {object} Comparison
 * @property {{issue: string, relations: Relation[]}[]} agree on an issue both have the same stance
 * @property {{issue: string|null, relations: Relation[]}[]} differ the stances are opposite, or a source says that they
 *   differ; without an issue where it does not say on what
 * @property {{issue: string, who: string, silent: string, relations: Relation[]}[]} one only one has a stance
 * @property {Relation[]} claims what would count if it were stated: it counts for nothing, and is told apart
 */

/**
 * Compares two actors. Negated relations are no stance.
 * @param {Dataset} dataset
 * @param {string} a
 * @param {string} b
 * @returns {Comparison}
 */
export function compare(dataset, a, b) {
  const [ofA, ofB] = [stancesOf(dataset, a), stancesOf(dataset, b)]
  const differ = differences(dataset, a, b)
  /** @type {Comparison} */
  const result = { agree: [], differ, one: [], claims: claimsOf(dataset, a, b) }
  for (const issue of dataset.nodes.keys()) {
    const [as, bs] = [ofA.get(issue) ?? [], ofB.get(issue) ?? []]
    const said = differ.find((d) => d.issue === issue)
    if (as.length > 0 && bs.length > 0) {
      const relations = [...as, ...bs]
      if (new Set(relations.map((r) => r.stance)).size === 1) result.agree.push({ issue, relations })
      else if (said) said.relations.push(...relations)
      else differ.push({ issue, relations })
    } else if (said) {
      said.relations.push(...as, ...bs) // they differ by the sources, even where only one says how
    } else if (as.length > 0) {
      result.one.push({ issue, who: a, silent: b, relations: as })
    } else if (bs.length > 0) {
      result.one.push({ issue, who: b, silent: a, relations: bs })
    }
  }
  return result
}

/**
 * @param {Dataset} dataset
 * @param {string} actor
 * @returns {Map<string, Relation[]>} by issue
 */
function stancesOf(dataset, actor) {
  /** @type {Map<string, Relation[]>} */
  const found = new Map()
  for (const r of dataset.relations.values()) {
    if (r.from !== actor || standingOf(r) !== 'stated' || !isStance(dataset, r)) continue
    found.set(r.to, [...(found.get(r.to) ?? []), r])
  }
  return found
}

/**
 * @param {Dataset} dataset
 * @param {string} a
 * @param {string} b
 */
function differences(dataset, a, b) {
  /** @type {Map<string|null, Relation[]>} */
  const found = new Map()
  for (const r of dataset.relations.values()) {
    if (standingOf(r) !== 'stated' || !isDifference(r, a, b)) continue
    for (const issue of r.about.length > 0 ? r.about : [null]) found.set(issue, [...(found.get(issue) ?? []), r])
  }
  return [...found].map(([issue, relations]) => ({ issue, relations }))
}

/**
 * @param {Dataset} dataset
 * @param {string} a
 * @param {string} b
 */
function claimsOf(dataset, a, b) {
  const counts = (/** @type {Relation} */ r) => isDifference(r, a, b) || ((r.from === a || r.from === b) && isStance(dataset, r))
  return [...dataset.relations.values()].filter((r) => isClaim(r) && counts(r))
}

/**
 * Reports whether a relation would say where its actor stands. Negated relations are no stance.
 * @param {Dataset} dataset
 * @param {Relation} r
 */
function isStance(dataset, r) {
  return Boolean(r.stance) && r.status !== 'negated' && dataset.nodes.get(r.to)?.kind === 'issue'
}

/**
 * @param {Relation} r
 * @param {string} a
 * @param {string} b
 */
function isDifference(r, a, b) {
  const joins = (r.from === a && r.to === b) || (r.from === b && r.to === a)
  return r.type === 'differ' && joins && r.status !== 'negated'
}
