// Files that the reader takes away.

import { el } from './el.js'

/** How long a file keeps its address, ms: the browser takes its copy in a task of its own, and gives no word of it. */
const keptMS = 60_000

/**
 * Hands a file to the reader.
 * @param {Blob} blob
 * @param {string} name of the file
 */
export function download(blob, name) {
  const address = URL.createObjectURL(blob)
  el('a', { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), keptMS)
}
