// What every embed tells the measurement, by marks of the browser's own clock.

/** @typedef {{nodes: {id: string, name: string, kind: string}[], links: {source: string, target: string}[]}} Graph */

/** @returns {Promise<Graph>} */
export async function readGraph() {
  const response = await fetch('graph.json')
  return response.json()
}

/**
 * Marks the moment at which what has just been drawn is on the screen; once a name.
 * @param {'names'|'draggable'|'still'} name names: each node's name is drawn; still: nothing moves any more
 */
export function tell(name) {
  requestAnimationFrame(() => {
    if (performance.getEntriesByName(name).length === 0) performance.mark(name)
  })
}

/**
 * Lends the measurement a way to find a node.
 * @param {(id: string) => {x: number, y: number}} find px of the frame
 */
export function whereIs(find) {
  Object.assign(window, { whereIs: find })
}
