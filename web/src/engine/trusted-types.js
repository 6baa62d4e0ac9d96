// The page's one Trusted Types policy, `actor-map`. Import it from here: a second policy of the same
// name is refused by the browser.

/** @import { Program } from '../ui/program.js' */
import { program } from '../ui/program.js'

/**
 * @typedef {object} Policy
 * @property {(url: string) => any} createScriptURL
 */

/** @type {Policy|undefined} */
let policy

/** Addresses of the scripts that importingBlob has made. @type {Set<string>} */
const blobs = new Set()

/**
 * The policy, made at first use. It lets through the addresses of our own two scripts and of a blob that
 * imports one of them. Where Trusted Types do not exist it checks the same, and returns the string.
 * @returns {Policy}
 */
export function trusted() {
  if (!policy) {
    const rules = { createScriptURL: (/** @type {string} */ url) => (blobs.has(url) ? url : checkScriptURL(url, program)) }
    const factory = /** @type {any} */ (globalThis).trustedTypes
    policy = factory ? /** @type {Policy} */ (factory.createPolicy('actor-map', rules)) : rules
  }
  return policy
}

/**
 * @param {string} url
 * @param {Program|null} ours
 * @returns {string} the same
 * @throws {TypeError} for all but the scripts of the program
 */
export function checkScriptURL(url, ours) {
  if (ours && (url === ours.worker || url === ours.main)) return url
  throw new TypeError(`actor-map: ${url} is no script of the map`)
}

/**
 * Makes a script that imports one of ours, for pages of no origin, which may start no other. In a Worker of a
 * page that enforces Trusted Types, importing needs the policy too.
 * @param {string} url absolute
 * @returns {{url: string, revoke: () => void}} its address, which is good until it is revoked
 * @throws {TypeError} where url is not ours
 */
export function importingBlob(url) {
  const address = JSON.stringify(checkScriptURL(url, program))
  const source = `const policy = self.trustedTypes?.createPolicy('actor-map', { createScriptURL: () => ${address} })
importScripts(policy ? policy.createScriptURL('') : ${address})`
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  blobs.add(blob)
  const revoke = () => {
    blobs.delete(blob)
    URL.revokeObjectURL(blob)
  }
  return { url: blob, revoke }
}
