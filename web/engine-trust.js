// The page's one Trusted Types policy, `actor-map`. Import it from here: a second policy of the same
// name is refused by the browser.

/**
 * @typedef {object} Policy
 * @property {(url: string) => any} createScriptURL
 * @property {(html: string) => any} createHTML
 */

/** @type {Policy|undefined} */
let policy

/**
 * The policy, made at first use. It lets through addresses of our own scripts (http, https, blob) and
 * pages that the caller has fetched from its own origin and only parses. Where Trusted Types
 * do not exist, strings go through as they are.
 * @returns {Policy}
 */
export function trusted() {
  if (!policy) {
    const rules = {
      createScriptURL: checkScriptURL,
      createHTML: (/** @type {string} */ html) => html,
    }
    const factory = /** @type {any} */ (globalThis).trustedTypes
    policy = factory ? /** @type {Policy} */ (factory.createPolicy('actor-map', rules)) : rules
  }
  return policy
}

/**
 * @param {string} url
 * @returns {string}
 */
export function checkScriptURL(url) {
  const { protocol } = new URL(url)
  if (protocol === 'https:' || protocol === 'http:' || protocol === 'blob:') return url
  throw new TypeError(`actor-map: a script address must be http, https or blob, not ${protocol}`)
}
