// Files of the page's own origin.

import { dataOfPage } from './program.js'

/** @typedef {{name: string, message: string}} FetchFailure */

/**
 * Loads a file of the page's own origin.
 * @param {string|null} address absolute; null: the page names none
 * @param {AbortSignal} signal
 * @throws {FetchFailure} with the name BadResponse
 */
export async function fetchBytes(address, signal) {
  if (address === null) throw badResponse('data-src of <actor-map> is no address of its own origin: name the dataset to show')
  let response
  try {
    response = await fetch(address, { signal, credentials: 'omit' })
  } catch (cause) {
    throw badResponse(`${address}: ${cause instanceof Error ? cause.message : cause}`)
  }
  if (!response.ok) throw badResponse(`${address}: the server answered ${response.status}`)
  if (response.redirected && !dataOfPage(response.url)) throw badResponse(`${address}: the server sends on to another origin`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (looksLikePage(bytes)) throw badResponse(pageInstead(address))
  return bytes
}

/**
 * Reports whether a body is an HTML page, as networks that want a login and hosts that send a page for what they
 * do not have answer with the status 200. No file of a map begins in the same way.
 * @param {Uint8Array} bytes the body, or its beginning
 */
export function looksLikePage(bytes) {
  const start = bytes.findIndex((byte) => ![0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].includes(byte))
  return bytes[start] === 0x3c // <
}

/**
 * Says what came in place of a file.
 * @param {string} address of the file
 */
export function pageInstead(address) {
  return `${address}: an HTML page came in its place, such as the login page of a network or a host's page for what it does not have`
}

/**
 * @param {string} message
 * @returns {FetchFailure}
 */
function badResponse(message) {
  return { name: 'BadResponse', message }
}
