// The library draws; ForceAtlas2 of its family lays out, with the settings that it infers.
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import Sigma from 'sigma'
import { readGraph, tell, whereIs } from './told.js'

const { nodes, links } = await readGraph()
const graph = new Graph({ multi: true, type: 'directed' })
nodes.forEach(({ id, name }, i) => {
  const turn = (2 * Math.PI * i) / nodes.length
  graph.addNode(id, { label: name, x: Math.cos(turn), y: Math.sin(turn), size: 8, color: '#345' })
})
for (const { source, target } of links) graph.addEdge(source, target, { size: 1, color: '#bbb' })
forceAtlas2.assign(graph, { iterations: 300, settings: forceAtlas2.inferSettings(graph) })
const map = new Sigma(graph, document.getElementById('map'), {
  settings: { enableNodeDrag: true, labelDensity: Infinity, labelRenderedSizeThreshold: 0 },
})
tell('names') // it draws while it is made
tell('draggable')
tell('still')
whereIs((id) => map.graphToViewport(graph.getNodeAttributes(id)))
