// Why two nodes are connected: the strongest paths between them.
//
// A path goes from node to node; a step is the strongest relation between two nodes, in either
// direction, or a membership (`of`, `part_of`). Paths are compared by how many of their steps are negated or
// denied (a denied relation is hardly one: last of all), then by how many are only claimed or have no proof
// yet, then by the number of steps, then by how many steps are not deeds, then by how many have not happened.
// The first of them all is the strongest. The k best
// are found as in J. Y. Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17
// (1971), over Dijkstra's algorithm: the order is that of a sum of costs, none of them negative.

/** @import { Dataset, Relation, Tie } from './dataset.js' */
import { standingOf } from './claims.js'
import { classOf } from './dataset.js'

/** @typedef {{from: string, to: string, relation: Relation|null, tie: Tie|null, cost: number, others: number}} Step
 *   others: how many more relations join the two */

/** @typedef {Step[]} Path */

/**
 * Costs, each a thousand times the next: a path of fewer steps cannot gather as much of it. Sums of them are
 * whole numbers below 2 to the 53rd, and so exact.
 */
const costs = Object.freeze({ denied: 1e12, claimed: 1e9, step: 1e6, notDeed: 1e3, notHappened: 1 })

/** The longest path that explains anything to a reader, steps. */
const maxSteps = 6

/**
 * Returns the strongest paths between two nodes, the strongest first.
 * @param {Dataset} dataset
 * @param {string} from
 * @param {string} to
 * @param {number} [most]
 * @param {(relation: Relation) => boolean} [counts] which relations may be steps
 * @returns {Path[]}
 */
export function pathsBetween(dataset, from, to, most = 5, counts = () => true) {
  const next = stepsOf(dataset, counts)
  const first = from === to ? null : shortest(next, from, to, new Set(), new Set())
  if (!first) return []
  const found = [first]
  /** @type {Path[]} */
  const waiting = []
  const seen = new Set([keyOf(first)])
  while (found.length < most) {
    const last = found[found.length - 1]
    for (let k = 0; k < last.length; k++) {
      const path = detour(next, found, last, k, to)
      if (!path || seen.has(keyOf(path))) continue
      seen.add(keyOf(path))
      waiting.push(path)
    }
    waiting.sort((a, b) => costOf(a) - costOf(b))
    const best = waiting.shift()
    if (!best) break
    found.push(best)
  }
  return found.filter((path) => path.length <= maxSteps)
}

/**
 * The best path that is as the last one up to its k-th node and goes on as none before it did.
 * @param {Map<string, Map<string, Step>>} next
 * @param {Path[]} found
 * @param {Path} last
 * @param {number} k
 * @param {string} to
 * @returns {Path|null}
 */
function detour(next, found, last, k, to) {
  const root = last.slice(0, k)
  const key = keyOf(root)
  const taken = new Set(found.filter((path) => keyOf(path.slice(0, k)) === key && path.length > k).map((path) => path[k].to))
  const rest = shortest(next, last[k].from, to, new Set(root.map((s) => s.from)), taken)
  return rest && [...root, ...rest]
}

/**
 * Dijkstra's algorithm. Equal costs are settled by the order of the dataset.
 * @param {Map<string, Map<string, Step>>} next
 * @param {string} from
 * @param {string} to
 * @param {Set<string>} without nodes that may not be on the path
 * @param {Set<string>} notFirst nodes that the first step may not lead to
 * @returns {Path|null}
 */
function shortest(next, from, to, without, notFirst) {
  /** @type {Map<string, {cost: number, step: Step|null}>} */
  const reached = new Map([[from, { cost: 0, step: null }]])
  const open = new Set([from])
  const done = new Set(without)
  while (open.size > 0) {
    const here = cheapest(open, reached)
    if (here === to) return back(reached, to)
    open.delete(here)
    done.add(here)
    const cost = reached.get(here)?.cost ?? 0
    for (const step of next.get(here)?.values() ?? []) {
      if (done.has(step.to) || (here === from && notFirst.has(step.to))) continue
      if (cost + step.cost >= (reached.get(step.to)?.cost ?? Infinity)) continue
      reached.set(step.to, { cost: cost + step.cost, step })
      open.add(step.to)
    }
  }
  return null
}

/**
 * @param {Set<string>} open
 * @param {Map<string, {cost: number}>} reached
 */
function cheapest(open, reached) {
  let best = ''
  let least = Infinity
  for (const id of open) {
    const { cost } = reached.get(id) ?? { cost: Infinity }
    if (cost < least) [best, least] = [id, cost]
  }
  return best
}

/**
 * @param {Map<string, {step: Step|null}>} reached
 * @param {string} to
 * @returns {Path}
 */
function back(reached, to) {
  /** @type {Path} */
  const path = []
  for (let step = reached.get(to)?.step; step; step = reached.get(step.from)?.step) path.unshift(step)
  return path
}

/**
 * The strongest step from each node to each of its neighbours.
 * @param {Dataset} dataset
 * @param {(relation: Relation) => boolean} counts
 */
function stepsOf(dataset, counts) {
  /** @type {Map<string, Map<string, Step>>} */
  const next = new Map()
  /** @param {string} from @param {string} to @param {Omit<Step, 'from'|'to'|'others'>} step */
  const add = (from, to, step) => {
    const there = next.get(from) ?? new Map()
    next.set(from, there)
    const before = there.get(to)
    const others = before ? before.others + 1 : 0
    if (before && before.cost <= step.cost) before.others = others
    else there.set(to, { from, to, ...step, others })
  }
  /** @param {string} from @param {string} to @param {Omit<Step, 'from'|'to'|'others'>} step */
  const join = (from, to, step) => {
    if (from === to || !dataset.nodes.has(from) || !dataset.nodes.has(to)) return
    add(from, to, step)
    add(to, from, step)
  }
  for (const relation of dataset.relations.values()) {
    if (counts(relation)) join(relation.from, relation.to, { relation, tie: null, cost: costOfRelation(relation) })
  }
  for (const { of } of dataset.nodes.values()) {
    for (const tie of of) join(tie.from, tie.to, { relation: null, tie, cost: costs.step + costs.notDeed })
  }
  return next
}

/** @param {Relation} relation */
function costOfRelation(relation) {
  const { status } = relation
  const standing = standingOf(relation)
  return (
    costs.step +
    (status === 'negated' || standing === 'disputed' ? costs.denied : standing === 'stated' ? 0 : costs.claimed) +
    (classOf(relation) === 'deeds' ? 0 : costs.notDeed) +
    (status === 'future' || status === 'hypothetical' ? costs.notHappened : 0)
  )
}

/** @param {Path} path */
function costOf(path) {
  return path.reduce((sum, step) => sum + step.cost, 0)
}

/** @param {Path} path */
function keyOf(path) {
  return path.map((s) => `${s.from} ${s.to}`).join(' ')
}
