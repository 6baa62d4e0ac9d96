// The compiled program: fetched and compiled once a page for each address, shared by all maps.

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
 * @param {string} url absolute
 * @param {number|null} total its size in bytes, decoded, if it is known
 * @param {OnProgress} onProgress not called when another map has loaded it already
 * @param {boolean} [zipped] the same program, compressed by gzip, stands at the address with ".gz" behind it
 * @returns {Promise<WebAssembly.Module>}
 * @throws {ModuleError}
 */
export function loadModule(url, total, onProgress, zipped = false) {
  let module = modules.get(url)
  if (!module) {
    module = fetchModule(url, total, onProgress, zipped)
    modules.set(url, module)
    module.catch(() => modules.delete(url))
  }
  return module
}

/**
 * @param {string} url
 * @param {number|null} total
 * @param {OnProgress} onProgress
 * @param {boolean} zipped
 */
async function fetchModule(url, total, onProgress, zipped) {
  if (typeof WebAssembly !== 'object') throw new ModuleError('NoWasm', 'the browser has no WebAssembly, or has it turned off')
  let response
  try {
    response = await fetch(url, { credentials: 'omit' })
  } catch (cause) {
    throw new ModuleError('BadResponse', `${url}: ${describe(cause)}`)
  }
  if (!response.ok) throw new ModuleError('BadResponse', `${url}: the server answered ${response.status}`)
  try {
    const lighter = zipped && sentAsItIs(response) ? await fetchZipped(url) : null
    if (!lighter) return await compile(response, knownTotal(response, total), onProgress)
    void response.body?.cancel()
    return await compile(lighter, knownTotal(lighter, sentAsItIs(lighter) ? null : total), onProgress)
  } catch (cause) {
    throw classify(url, cause)
  }
}

/**
 * Whether a server sends the file as it lies there. Of another origin's answer that cannot be
 * known.
 * @param {Response} response
 */
function sentAsItIs(response) {
  return response.type !== 'cors' && !response.headers.get('Content-Encoding')
}

/**
 * Asks for the compressed form, for hosts that cannot say that they send one. A host that has lost
 * it is no failure: the program itself is on its way.
 * @param {string} url of the program
 * @returns {Promise<Response|null>}
 */
async function fetchZipped(url) {
  if (typeof DecompressionStream !== 'function') return null
  try {
    const response = await fetch(`${url}.gz`, { credentials: 'omit' })
    return response.ok ? response : null
  } catch {
    return null
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
 * Compiles while the bytes come in, if the server calls them what they are. The bytes are
 * counted on a copy of the stream: the browser caches compiled code for its own response only.
 * @param {Response} response
 * @param {number|null} total
 * @param {OnProgress} onProgress
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(response, total, onProgress) {
  // With a parameter behind it, browsers do not take the type for WebAssembly's.
  const type = response.headers.get('Content-Type')?.trim()
  if (type === 'application/wasm' && typeof WebAssembly.compileStreaming === 'function') {
    const counting = count(response.clone(), total, onProgress)
    const module = await WebAssembly.compileStreaming(response)
    await counting
    return module
  }
  const copy = response.clone()
  await count(response, total, onProgress)
  return WebAssembly.compile(await unpack(await copy.arrayBuffer()))
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
 * Some servers hand out the compressed file without saying so.
 * @param {ArrayBuffer} bytes
 * @returns {Promise<ArrayBuffer>}
 */
export async function unpack(bytes) {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  if (first !== 0x1f || second !== 0x8b || typeof DecompressionStream !== 'function') return bytes
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(plain).arrayBuffer()
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
