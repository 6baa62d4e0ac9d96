// Not run: checked by the TypeScript compiler. The element keeps what actor-map.d.ts promises, and a
// page that uses it as promised has no error, one that does not has one.

/** @import { ActorMapElement } from '../embedding/actor-map.js' */
import { ActorMap } from '../src/element.js'

/** @type {ActorMapElement} */
export const kept = new ActorMap()

/** @param {Document} document */
export async function use(document) {
  const map = document.querySelector('actor-map')
  if (!map) return
  await map.select({ node: 'us' })
  await map.focusOn({ line: 'r1' })
  await map.select()
  await map.setState({ camera: { x: 0, y: 0, zoom: 2 }, pinned: { us: [0.5, 0.5] } })
  const state = await map.getState()
  map.theme = 'dark'
  map.addEventListener('actor-map-select', ({ detail }) => void map.select(detail.node ? { node: detail.node } : {}))
  // @ts-expect-error a target is named by its id
  await map.select({ node: 7 })
  // @ts-expect-error there is no such theme
  map.theme = 'sepia'
  // @ts-expect-error the state may be null
  state.camera
  // @ts-expect-error a place is two numbers
  await map.setState({ pinned: { us: [0.5] } })
}
