// The files that an engine needs, and how much of them has come.

import { fetchBytes } from '../ui/fetch-bytes.js'

/** @typedef {{dataset: Uint8Array, layout: Uint8Array|null}} Assets */

/**
 * Loads the dataset and, where there is one, the layout. Without the layout the engine lays the
 * map out itself, so that its absence is no failure.
 * @param {{dataset: string|null, layout: string|null}} addresses absolute
 * @param {AbortSignal} signal
 * @returns {Promise<Assets>}
 * @throws {import('../ui/fetch-bytes.js').FetchFailure} with the name BadResponse
 */
export async function loadAssets({ dataset, layout }, signal) {
  const [bytes, places] = await Promise.all([fetchBytes(dataset, signal), layout ? fetchBytes(layout, signal).catch(() => null) : null])
  return { dataset: bytes, layout: places }
}
