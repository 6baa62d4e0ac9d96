// Graphs: {name, n, ends}, ends holding two node numbers for each link. They are generated, seeded: the
// same numbers everywhere; one is the first dataset. All are connected and have neither double links
// nor links to oneself.

import dataset from '../../data/white-house-2025-02-27.json' with { type: 'json' }

/** Mulberry32: chance numbers from 0 to below 1. @param {number} seed */
export function chance(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

class Links {
  /** @param {number} n */
  constructor(n) {
    this.n = n
    this.seen = new Set()
    /** @type {number[]} */
    this.ends = []
  }

  /** Adds a link unless it is there; says whether it did. @param {number} a @param {number} b */
  add(a, b) {
    const key = Math.min(a, b) * this.n + Math.max(a, b)
    if (a === b || this.seen.has(key)) return false
    this.seen.add(key)
    this.ends.push(a, b)
    return true
  }

  get count() {
    return this.ends.length / 2
  }
}

/** Groups of 50 with many ties within and a few between. @param {number} n */
function clustered(n) {
  const r = chance(n + 9),
    links = new Links(n),
    below = (/** @type {number} */ k) => Math.floor(r() * k)
  for (let i = 1; i < n; i++) {
    const first = i - (i % 50)
    links.add(i, i > first ? first + below(i - first) : below(i))
  }
  while (links.count < 2.5 * n) {
    const i = below(n),
      j = i - (i % 50) + below(50)
    if (j < n) links.add(i, j)
  }
  while (links.count < 3 * n) links.add(below(n), below(n))
  return links.ends
}

/** A ring with ties to the next three, one in twenty led elsewhere (Watts, Strogatz 1998). @param {number} n */
function smallWorld(n) {
  const r = chance(n + 1),
    links = new Links(n)
  for (let i = 0; i < n; i++) {
    for (let k = 1; k <= 3; k++) links.add(i, k > 1 && r() < 0.05 ? Math.floor(r() * n) : (i + k) % n)
  }
  return links.ends
}

/** Each new node is tied to three, the more often the more ties these have (Barabási, Albert 1999). @param {number} n */
function scaleFree(n) {
  const r = chance(n + 2),
    links = new Links(n)
  for (let i = 1; i < 4; i++) for (let j = 0; j < i; j++) links.add(i, j)
  for (let i = 4; i < n; i++) {
    for (let k = 0; k < 3; ) if (links.add(i, links.ends[Math.floor(r() * (links.ends.length - 2 * k))])) k++
  }
  return links.ends
}

/** @param {number} n */
function grid(n) {
  const side = Math.round(Math.sqrt(n)),
    links = new Links(side * side)
  for (let i = 0; i < side * side; i++) {
    if (i % side > 0) links.add(i, i - 1)
    if (i >= side) links.add(i, i - side)
  }
  return links.ends
}

/** A tree whose nodes have two branches or a few more. @param {number} n */
function tree(n) {
  const r = chance(5),
    links = new Links(n)
  for (let i = 1; i < n; i++) links.add(i, Math.floor(((i - 1) / 2) * (0.6 + 0.4 * r())))
  return links.ends
}

/** Two camps of actors and what they speak about: as many issues as actors, 1.5 ties a node. @param {number} n */
function story(n) {
  const r = chance(7),
    links = new Links(n),
    actors = n >> 1,
    below = (/** @type {number} */ k) => Math.floor(r() * k)
  for (let i = 1; i < actors; i++) links.add(i, below(i))
  for (let i = actors; i < n; i++) links.add(i, below(actors))
  while (links.count < 1.5 * n) {
    const a = below(actors),
      issue = actors + below(n - actors)
    if (a % 2 === issue % 2 || r() < 0.2) links.add(a, issue)
  }
  return links.ends
}

/** The first dataset: from whom to whom or what, about what, and who belongs to what. Its size is its own. */
function first() {
  const number = new Map([...dataset.actors, ...dataset.issues].map(({ id }, i) => [id, i]))
  const links = new Links(number.size)
  const tie = (/** @type {string} */ a, /** @type {string} */ b) => links.add(number.get(a) ?? NaN, number.get(b) ?? NaN)
  for (const actor of dataset.actors) for (const { to } of actor.of ?? []) tie(actor.id, to)
  for (const { from, to, about = [] } of dataset.relations) {
    tie(from, to)
    for (const issue of about) tie(from, issue)
  }
  return links.ends
}

const kinds = { first, clustered, 'small-world': smallWorld, 'scale-free': scaleFree, grid, tree, story }

/** @param {string} kind @param {number} nodes */
export function generate(kind, nodes) {
  const make = kinds[/** @type {keyof typeof kinds} */ (kind)]
  if (!make) throw new Error(`no graphs of the kind ${kind}; there are ${Object.keys(kinds).join(', ')}`)
  const ends = make(nodes)
  let n = 0
  for (const end of ends) n = Math.max(n, end + 1)
  return { name: `${kind} ${n}`, n, ends: Int32Array.from(ends) }
}
