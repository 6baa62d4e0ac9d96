// The files that an engine needs, and how much of them has come.

/** @import { Failure } from './messages.js' */

/** @typedef {{dataset: Uint8Array, layout: Uint8Array|null}} Assets */

/**
 * Loads the dataset and, where there is one, the layout. Without the layout the engine lays the
 * map out itself, so that its absence is no failure.
 * @param {{dataset: string|null, layout: string|null}} addresses
 * @param {AbortSignal} signal
 * @returns {Promise<Assets>}
 * @throws {Failure} with the name BadResponse
 */
export async function loadAssets({ dataset, layout }, signal) {
  if (!dataset) throw badResponse('<actor-map> has no data-src: name the dataset to show')
  const [bytes, places] = await Promise.all([fetchBytes(dataset, signal), layout ? fetchBytes(layout, signal).catch(() => null) : null])
  return { dataset: bytes, layout: places }
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 */
export async function fetchBytes(address, signal) {
  let response
  try {
    response = await fetch(new URL(address, document.baseURI), { signal, credentials: 'omit' })
  } catch (cause) {
    throw badResponse(`${address}: ${cause instanceof Error ? cause.message : cause}`)
  }
  if (!response.ok) throw badResponse(`${address}: the server answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}

/**
 * @param {string} message
 * @returns {Failure}
 */
function badResponse(message) {
  return { name: 'BadResponse', message }
}
