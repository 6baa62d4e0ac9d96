// The compiled program: fetched and compiled once a page for each address, shared by all maps.

import { looksLikePage, pageInstead } from '../ui/fetch-bytes.js'

/** @typedef {(loaded: number, total: number|null) => void} OnProgress in bytes, decoded */

/** Why a program could not be had; name is one of the engine's failure names. */
export class ModuleError extends Error {
  /**
   * @param {'NoWasm'|'BadResponse'|'CSP'} name
   * @param {string} message
   */
  constructor(name, message) {
    super(message)
    this.name = name
  }
}

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const modules = new Map()

/**
 * Loads the program at an address. A failure is not kept: the next call tries again.
 * @param {string} url absolute; what lies there may be compressed by gzip, as it is where a host sends files as they are
 * @param {number|null} total its size in bytes, decoded, if it is known
 * @param {OnProgress} onProgress not called when another map has loaded it already
 * @returns {Promise<WebAssembly.Module>}
 * @throws {ModuleError}
 */
export function loadModule(url, total, onProgress) {
  let module = modules.get(url)
  if (!module) {
    module = fetchModule(url, total, onProgress)
    modules.set(url, module)
    module.catch(() => modules.delete(url))
  }
  return module
}

/**
 * @param {string} url
 * @param {number|null} total
 * @param {OnProgress} onProgress
 */
async function fetchModule(url, total, onProgress) {
  if (typeof WebAssembly !== 'object') throw new ModuleError('NoWasm', 'the browser has no WebAssembly, or has it turned off')
  let response
  try {
    response = await fetch(url, { credentials: 'omit' })
  } catch (cause) {
    throw new ModuleError('BadResponse', `${url}: ${describe(cause)}`)
  }
  if (!response.ok) throw new ModuleError('BadResponse', `${url}: the server answered ${response.status}`)
  try {
    return await compile(response, url, total, onProgress)
  } catch (cause) {
    throw cause instanceof ModuleError ? cause : classify(url, cause)
  }
}

/**
 * The decoded size, where it is known: Content-Length is that of the encoded body.
 * @param {Response} response
 * @param {number|null} total
 */
function knownTotal(response, total) {
  const length = Number(response.headers.get('Content-Length'))
  return total ?? (length > 0 && !response.headers.get('Content-Encoding') ? length : null)
}

/**
 * Compiles while the bytes come in. They are counted on a copy of the stream: the browser caches compiled code
 * for its own response only, if the server calls it what it is.
 * @param {Response} response
 * @param {string} url
 * @param {number|null} total
 * @param {OnProgress} onProgress
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(response, url, total, onProgress) {
  // With a parameter behind it, browsers do not take the type for WebAssembly's.
  const asItIs = response.headers.get('Content-Type')?.trim() === 'application/wasm' && !url.endsWith('.gz')
  const { program, size } = asItIs ? { program: response, size: knownTotal(response, total) } : await unpack(response, url, total)
  const counting = count(program.clone(), size, onProgress)
  const module =
    typeof WebAssembly.compileStreaming === 'function'
      ? WebAssembly.compileStreaming(program)
      : program.arrayBuffer().then((bytes) => WebAssembly.compile(bytes))
  const [compiled] = await Promise.all([module, counting])
  return compiled
}

/**
 * Makes an answer one that holds the program itself and is called so. Whether it is compressed, its first bytes
 * tell: some servers unzip what they send, some do not, and few say which.
 * @param {Response} response
 * @param {string} url
 * @param {number|null} total
 * @returns {Promise<{program: Response, size: number|null}>}
 */
async function unpack(response, url, total) {
  const { bytes, first } = await peek(response)
  if (looksLikePage(first)) throw new ModuleError('BadResponse', pageInstead(url))
  const zipped = first[0] === 0x1f && first[1] === 0x8b
  if (zipped && typeof DecompressionStream !== 'function') throw new ModuleError('NoWasm', 'the browser cannot unzip the program')
  const plain = zipped ? bytes.pipeThrough(new DecompressionStream('gzip')) : bytes
  const program = new Response(plain, { headers: { 'Content-Type': 'application/wasm' } })
  return { program, size: zipped ? total : knownTotal(response, total) }
}

/**
 * The body of an answer, and its first part: two bytes or more, unless it is shorter.
 * @param {Response} response
 * @returns {Promise<{bytes: ReadableStream<Uint8Array<ArrayBuffer>>, first: Uint8Array<ArrayBuffer>}>}
 */
async function peek(response) {
  const reader = (response.body ?? new Blob([]).stream()).getReader()
  let first = new Uint8Array(0)
  let part = await reader.read()
  for (; !part.done; part = await reader.read()) {
    const longer = new Uint8Array(first.length + part.value.length)
    longer.set(first)
    longer.set(part.value, first.length)
    first = longer
    if (first.length > 1) break
  }
  const bytes = new ReadableStream({
    start: (queue) => (first.length > 0 ? queue.enqueue(first) : queue.close()),
    async pull(queue) {
      const { done, value } = await reader.read()
      if (done) queue.close()
      else queue.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return { bytes, first }
}

/**
 * @param {Response} response
 * @param {number|null} total
 * @param {OnProgress} onProgress
 */
async function count(response, total, onProgress) {
  let loaded = 0
  const reader = response.body?.getReader()
  if (!reader) return
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    loaded += part.value.byteLength
    // A size that turns out too small is no size: the bar must not stand beyond its end.
    onProgress(loaded, total !== null && loaded <= total ? total : null)
  }
}

/**
 * @param {string} url
 * @param {unknown} cause
 */
function classify(url, cause) {
  const said = describe(cause)
  const forbidden = cause instanceof WebAssembly.CompileError && /unsafe-eval|content security policy|csp/i.test(said)
  if (forbidden)
    return new ModuleError('CSP', `the page's Content-Security-Policy forbids WebAssembly: script-src needs 'wasm-unsafe-eval' (${said})`)
  return new ModuleError('BadResponse', `${url}: ${said}`)
}

/** @param {unknown} cause */
function describe(cause) {
  return cause instanceof Error ? cause.message : String(cause)
}
