// A node that the reader has dropped although the engine that saw the drag is gone.

/** @import { Send } from '../engine/messages.js' */
/** @import { MapStore } from './map-store.js' */

/**
 * Brings a node to where it was dropped: by the engine that runs, or noted for the next one.
 * @param {{store: MapStore, frame: {width: number, height: number}, send: Send|null}} map send: null while no engine runs
 * @param {number} index of the node
 * @param {{x: number, y: number}} at px of the stage
 */
export function placeLate({ store, frame, send }, index, at) {
  const node = store.graph.nodes[index]?.id
  if (node === undefined) return
  const [x, y] = store.fractions(at, frame)
  if (send) send({ type: 'place', node, x, y })
  else store.place(node, [x, y])
}
