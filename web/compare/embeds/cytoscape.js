// With the layout that the library brings.
import cytoscape from 'cytoscape'
import { readGraph, tell, whereIs } from './told.js'

const { nodes, links } = await readGraph()
const map = cytoscape({
  container: document.getElementById('map'),
  elements: [...nodes.map((data) => ({ data })), ...links.map((data) => ({ data }))],
  style: [
    { selector: 'node', style: { label: 'data(name)', 'font-size': 12, width: 16, height: 16 } },
    { selector: 'edge', style: { width: 1, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle' } },
  ],
  layout: { name: 'cose', animate: false },
})
map.on('render', () => {
  tell('names')
  tell('draggable')
  tell('still')
})
whereIs((id) => map.getElementById(id).renderedPosition())
