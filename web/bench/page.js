// What runs in the browser: one layout of one graph, timed.

import { contenders } from './contenders.js'
import { chance, generate } from './graphs.js'
import { measure } from './quality.js'

/** @type {Record<string, (g: import('./quality.js').Graph) => import('./contenders.js').Layout>} */
let all
const graphs = new Map()

/**
 * @param {{ name: string, kind: string, nodes: number, seed: number, capMs: number }} run
 * @returns what it took and what it gave
 */
async function once({ name, kind, nodes, seed, capMs }) {
  all ??= await contenders('benchmap.wasm')
  const key = `${kind} ${nodes}`
  if (!graphs.has(key)) graphs.set(key, generate(kind, nodes))
  const g = graphs.get(key)
  const random = Math.random
  Math.random = chance(seed) // some begin from chance places
  try {
    const begin = performance.now()
    const layout = all[name](g)
    let done = false,
      ticks = 0,
      first = 0
    const times = []
    for (let now = performance.now(); !done && now - begin < capMs; ticks++) {
      done = await layout.step()
      const after = performance.now()
      times.push(after - now)
      now = after
      first ||= after - begin
    }
    const totalMs = performance.now() - begin
    times.sort((a, b) => a - b)
    const quality = name.includes('model') ? { stress: NaN, kept: NaN, crossings: NaN } : measure(g, layout.at())
    layout.end?.()
    return { graph: g.name, lines: g.ends.length / 2, totalMs, firstMs: first, tickMs: times[times.length >> 1], ticks, done, ...quality }
  } finally {
    Math.random = random
  }
}

Object.assign(window, { once })
