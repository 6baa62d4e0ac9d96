// Where the program of the map stands: beside this script, under names that this script knows. No attribute
// and no text of a page decides it, for whoever can put markup into a page could have any script run by it.

/**
 * @typedef {object} Program absolute addresses
 * @property {string} worker of engine-worker.js
 * @property {string} main of engine-main.js
 * @property {string} wasm
 */

/** As the scripts are built. The site builder publishes them under other names and writes those in here. */
const names = { worker: 'engine-worker.js', main: 'engine-main.js', wasm: 'map.wasm' }

/**
 * Finds the program beside a script, for a page that may run it: one of the script's own origin, without a
 * <base>. What counts is the address of the page: a sandboxed frame has no other origin to tell, and a page
 * that was made from a string or a blob has the base and the rights of whoever made it.
 * @param {string} script absolute address; '' if it is not known
 * @param {string} page address of the document
 * @param {string} base against which the document resolves addresses
 * @returns {Program|null} null where the page may not run it
 */
export function programBeside(script, page, base) {
  if (!script || !isSameOrigin(script, page) || !isOwnBase(base, page)) return null
  const beside = (/** @type {string} */ name) => new URL(name, script).href
  return { worker: beside(names.worker), main: beside(names.main), wasm: beside(names.wasm) }
}

/**
 * Tells whether two addresses have the same scheme, host and port, and folders. data:, blob: and about: have none.
 * @param {string} a
 * @param {string} b
 */
export function isSameOrigin(a, b) {
  const [one, other] = [new URL(a), new URL(b)]
  return one.pathname.startsWith('/') && one.protocol === other.protocol && one.host === other.host
}

/**
 * @param {string} base
 * @param {string} page
 */
function isOwnBase(base, page) {
  const [one, other] = [base, page].map((address) => address.replace(/#.*/s, ''))
  return one === other
}

/**
 * Reads a property of the document as the browser defines it: `<img name="currentScript">` in the page is what
 * document.currentScript returns.
 * @param {'Document'|'Node'} type that has the property
 * @param {string} name
 * @returns {any} undefined where there is no document, as in a Worker
 */
function ofDocument(type, name) {
  const { prototype } = /** @type {any} */ (globalThis)[type] ?? {}
  return prototype && Object.getOwnPropertyDescriptor(prototype, name)?.get?.call(document)
}

const pageAddress = () => String(ofDocument('Document', 'URL') ?? '')
const baseAddress = () => String(ofDocument('Node', 'baseURI') ?? '')

/** @param {HTMLScriptElement|null|undefined} element */
const writtenIn = (element) => element?.getAttribute('src') ?? ''

/** @param {HTMLScriptElement|null|undefined} element */
const programOf = (element) => programBeside(element?.src ?? '', pageAddress(), baseAddress())

/** The element that this script comes from, known only while it is loaded; none for a module. @type {HTMLScriptElement|null|undefined} */
const element = /* @__PURE__ */ ofDocument('Document', 'currentScript')

/** The address of this script as it stands in the page: it leads there from wherever the page is published. */
export const scriptAsWritten = /* @__PURE__ */ writtenIn(element)

/** The program, or null where this page may not run it. */
export const program = /* @__PURE__ */ programOf(element)

/** The same, but null too where a <base> has come into the page since. */
export function programOfPage() {
  return isOwnBase(baseAddress(), pageAddress()) ? program : null
}

/**
 * Resolves the address of data that stands in the page, whatever its <base>.
 * @param {string} address
 * @param {string} [page]
 * @returns {string|null} absolute; null where it is of another origin than the page
 */
export function dataOfPage(address, page = pageAddress()) {
  const data = URL.canParse(address, page) ? new URL(address, page).href : ''
  return data && isSameOrigin(data, page) ? data : null
}
