// As in the library's example of nodes with text: it draws no names by itself.
import ForceGraph from 'force-graph'
import { readGraph, tell, whereIs } from './told.js'

const map = new ForceGraph(document.getElementById('map'))
  .graphData(await readGraph())
  .linkDirectionalArrowLength(4)
  .nodeCanvasObjectMode(() => 'after')
  .nodeCanvasObject((node, context, scale) => {
    context.font = `${12 / scale}px sans-serif`
    context.textAlign = 'center'
    context.fillStyle = '#222'
    context.fillText(node.name, node.x, node.y + 14 / scale)
  })
  .onRenderFramePost(() => {
    tell('names')
    tell('draggable')
  })
  .onEngineStop(() => {
    map.zoomToFit(0, 40)
    tell('still')
  })
whereIs((id) => {
  const node = map.graphData().nodes.find((n) => n.id === id)
  if (!node) throw new Error(`the graph has no node ${id}`)
  return map.graph2ScreenCoords(node.x, node.y)
})
