// The layouts that are compared, each with its own defaults: a function from a graph to
// { step(): done or a promise of it; at(): places, x and y for each node }.

import cytoscape from 'cytoscape'
import fcose from 'cytoscape-fcose'
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force'
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import defaults from 'graphology-layout-forceatlas2/defaults.js'
import { assign, graphToByteArrays } from 'graphology-layout-forceatlas2/helpers.js'
import iterate from 'graphology-layout-forceatlas2/iterate.js'
import createLayout from 'ngraph.forcelayout'
import createGraph from 'ngraph.graph'
import { loadOurs } from './ours.js'

cytoscape.use(fcose)

/** @typedef {import('./quality.js').Graph} GraphData */
/** @typedef {{ step: () => boolean | Promise<boolean>, at: () => Float32Array, coarse?: () => number, end?: () => void }} Layout */

/** @param {GraphData} g */
const pairs = (g) => Array.from({ length: g.ends.length / 2 }, (_, e) => [g.ends[2 * e], g.ends[2 * e + 1]])

/** @param {number} n @param {(i: number) => { x: number, y: number }} place */
function collect(n, place) {
  const out = new Float32Array(2 * n)
  for (let i = 0; i < n; i++) {
    const { x, y } = place(i)
    out[2 * i] = x
    out[2 * i + 1] = y
  }
  return out
}

/** @param {GraphData} g @returns {Layout} */
function d3(g) {
  const nodes = /** @type {any[]} */ (Array.from({ length: g.n }, (_, index) => ({ index })))
  const links = pairs(g).map(([source, target]) => ({ source, target }))
  const simulation = forceSimulation(nodes)
    .force('link', forceLink(links))
    .force('charge', forceManyBody())
    .force('center', forceCenter(0, 0))
    .stop()
  return {
    step() {
      simulation.tick()
      return simulation.alpha() < simulation.alphaMin()
    },
    at: () => collect(g.n, (i) => nodes[i]),
  }
}

/** @param {GraphData} g @returns {Layout} */
function ngraph(g) {
  const graph = createGraph()
  for (let i = 0; i < g.n; i++) graph.addNode(i)
  for (const [a, b] of pairs(g)) graph.addLink(a, b)
  const layout = createLayout(graph)
  return { step: () => layout.step(), at: () => collect(g.n, (i) => layout.getNodePosition(i)), end: () => layout.dispose() }
}

/** ForceAtlas2 has no end of its own: it ends when nodes have moved less than a thousandth of the
 * drawing's radius on average, five times in a row. @param {GraphData} g @returns {Layout} */
function fa2(g) {
  const graph = new Graph({ type: 'undirected' })
  for (let i = 0; i < g.n; i++) graph.addNode(i, { x: Math.random(), y: Math.random() })
  for (const [a, b] of pairs(g)) graph.addUndirectedEdge(a, b)
  const settings = assign({}, defaults, forceAtlas2.inferSettings(graph))
  const { nodes, edges } = graphToByteArrays(graph, () => 1)
  const width = nodes.length / g.n,
    last = new Float32Array(2 * g.n)
  let still = 0
  return {
    step() {
      iterate(settings, nodes, edges)
      let moved = 0,
        radius2 = 0
      for (let i = 0; i < g.n; i++) {
        const x = nodes[i * width],
          y = nodes[i * width + 1]
        moved += Math.hypot(x - last[2 * i], y - last[2 * i + 1])
        radius2 += x * x + y * y
        last[2 * i] = x
        last[2 * i + 1] = y
      }
      still = moved / g.n < 0.001 * Math.sqrt(radius2 / g.n) ? still + 1 : 0
      return still >= 5
    },
    at: () => collect(g.n, (i) => ({ x: nodes[i * width], y: nodes[i * width + 1] })),
  }
}

/** @param {GraphData} g @returns {Layout} */
function cose(g) {
  const elements = [
    ...Array.from({ length: g.n }, (_, i) => ({ data: { id: `n${i}` } })),
    ...pairs(g).map(([a, b], e) => ({ data: { id: `e${e}`, source: `n${a}`, target: `n${b}` } })),
  ]
  const cy = cytoscape({ headless: true, styleEnabled: true, elements, layout: { name: 'preset' } })
  return {
    async step() {
      const layout = cy.layout(/** @type {any} */ ({ name: 'fcose', animate: false }))
      const stopped = layout.promiseOn('layoutstop')
      layout.run()
      await stopped
      return true
    },
    at: () => collect(g.n, (i) => cy.getElementById(`n${i}`).position()),
    end: () => cy.destroy(),
  }
}

/** @param {string} wasm @returns {Promise<Record<string, (g: GraphData) => Layout>>} */
export async function contenders(wasm) {
  const go = await loadOurs(wasm)
  const slice = 50000 // evaluations between two looks at the clock
  return {
    ours(g) {
      go.prepare(g)
      go.begin()
      return { step: () => go.spend(slice), at: () => go.show(g.n) }
    },
    "ours, d3-force's model"(g) {
      go.prepare(g)
      let ticks = 0
      return {
        step() {
          go.tick(1, 0.9772372209558107 ** ++ticks, ticks === 1)
          return ticks === 300
        },
        at: () => new Float32Array(2 * g.n),
      }
    },
    'd3-force': d3,
    ngraph,
    ForceAtlas2: fa2,
    fcose: cose,
  }
}
