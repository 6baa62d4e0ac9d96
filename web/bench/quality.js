// What a reader gets from a drawing, in numbers: the same measure for every layout.

import { chance } from './graphs.js'

/** @typedef {{ n: number, ends: Int32Array }} Graph */

/** @param {Graph} g */
function neighbours(g) {
  const off = new Int32Array(g.n + 1)
  for (const end of g.ends) off[end + 1]++
  for (let i = 0; i < g.n; i++) off[i + 1] += off[i]
  const at = off.slice(),
    to = new Int32Array(g.ends.length)
  for (let e = 0; e < g.ends.length; e += 2) {
    to[at[g.ends[e]]++] = g.ends[e + 1]
    to[at[g.ends[e + 1]]++] = g.ends[e]
  }
  return { off, to }
}

/** Steps from one node to all. @param {ReturnType<typeof neighbours>} net @param {number} source @param {Int32Array} out */
function steps({ off, to }, source, out) {
  const queue = [source]
  out.fill(-1)
  out[source] = 0
  for (let k = 0; k < queue.length; k++) {
    const i = queue[k]
    for (let e = off[i]; e < off[i + 1]; e++) {
      if (out[to[e]] < 0) {
        out[to[e]] = out[i] + 1
        queue.push(to[e])
      }
    }
  }
}

/** @param {number} n @param {number} most @param {number} seed */
function sample(n, most, seed) {
  if (n <= most) return Array.from({ length: n }, (_, i) => i)
  const r = chance(seed)
  return Array.from({ length: most }, () => Math.floor(r() * n))
}

/** Normalised stress at the best scale, from all nodes to 1,500 or else from 100. */
function stress(/** @type {Graph} */ g, /** @type {ReturnType<typeof neighbours>} */ net, /** @type {Float32Array} */ at) {
  const d = new Int32Array(g.n)
  let sum = 0,
    square = 0,
    count = 0
  for (const i of sample(g.n, g.n <= 1500 ? 1500 : 100, 42)) {
    steps(net, i, d)
    for (let j = 0; j < g.n; j++) {
      if (d[j] <= 0) continue
      const e = Math.hypot(at[2 * i] - at[2 * j], at[2 * i + 1] - at[2 * j + 1]) / d[j]
      sum += e
      square += e * e
      count++
    }
  }
  return square > 0 ? 1 - (sum * sum) / (square * count) : 1
}

/** Mean Jaccard index of a node's neighbours and as many nodes nearest in the drawing. */
function kept(/** @type {Graph} */ g, /** @type {ReturnType<typeof neighbours>} */ { off, to }, /** @type {Float32Array} */ at) {
  const d = new Float64Array(g.n),
    nodes = sample(g.n, 500, 7)
  let sum = 0
  for (const i of nodes) {
    for (let j = 0; j < g.n; j++) d[j] = j === i ? Infinity : (at[2 * i] - at[2 * j]) ** 2 + (at[2 * i + 1] - at[2 * j + 1]) ** 2
    const k = off[i + 1] - off[i],
      limit = d.slice().sort()[k - 1]
    let hits = 0
    for (let e = off[i]; e < off[i + 1]; e++) if (d[to[e]] <= limit) hits++
    hits = Math.min(hits, k)
    sum += hits / (2 * k - hits)
  }
  return sum / nodes.length
}

/** Crossings of lines, exact to 4,000 lines, else from 800 of them. */
function crossings(/** @type {Graph} */ g, /** @type {Float32Array} */ at) {
  const lines = g.ends.length / 2,
    some = sample(lines, lines <= 4000 ? lines : 800, 3)
  const side = (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ c) =>
    (at[2 * b] - at[2 * a]) * (at[2 * c + 1] - at[2 * a + 1]) - (at[2 * b + 1] - at[2 * a + 1]) * (at[2 * c] - at[2 * a])
  let count = 0
  for (const e of some) {
    const a = g.ends[2 * e],
      b = g.ends[2 * e + 1]
    for (let f = 0; f < lines; f++) {
      const c = g.ends[2 * f],
        d = g.ends[2 * f + 1]
      if (a === c || a === d || b === c || b === d) continue
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) count++
    }
  }
  return Math.round(((count / 2) * lines) / some.length)
}

/** @param {Graph} g @param {Float32Array} at */
export function measure(g, at) {
  const net = neighbours(g)
  return { stress: stress(g, net, at), kept: kept(g, net, at), crossings: crossings(g, at) }
}
