// Ways to a host: a Worker, started so that it works on a page of no origin too, or a script on
// this page.

import { looksLikePage, pageInstead } from '../ui/fetch-bytes.js'
import { importingBlob, trusted } from './trusted-types.js'

/** @typedef {import('./host.js').ToHost} ToHost */
/** @typedef {import('./host.js').FromHost} FromHost */

/**
 * @typedef {object} Transport
 * @property {'worker'|'main'} host
 * @property {(message: ToHost, transfer?: Transferable[]) => void} post
 * @property {(receive: (message: FromHost) => void, lost: (why: string) => void) => void} listen
 * @property {(canvas: HTMLCanvasElement) => HTMLCanvasElement|OffscreenCanvas} adopt what of
 *   the canvas goes into the start message
 * @property {() => void} terminate
 */

/** @typedef {(post: (message: FromHost) => void) => {handle(message: ToHost): void}} OpenMainHost */

/** Where main.js leaves its function on the page. */
export const mainHostKey = Symbol.for('actor-map.main-host')

/** A Worker that has not spoken after this time, in milliseconds, never will. */
const probeTimeoutMS = 15_000

/**
 * Starts a Worker and asks it for WebGL2. `new Worker(address)` fails on a page in an opaque
 * origin even where scripts may come from there; a blob that imports the script does not.
 * @param {string} url absolute
 * @returns {Promise<Transport|null>} null where no Worker with WebGL2 can be had
 */
export async function openWorker(url) {
  if (typeof Worker !== 'function' || typeof OffscreenCanvas !== 'function') return null
  if (!('transferControlToOffscreen' in HTMLCanvasElement.prototype)) return null
  const direct = await probe(url)
  if (direct !== 'unstartable') return direct && workerTransport(direct)
  const blob = importingBlob(url)
  const imported = await probe(blob.url)
  blob.revoke()
  return imported && imported !== 'unstartable' ? workerTransport(imported) : null
}

/**
 * Starts a Worker and waits for its first word.
 * @param {string} url
 * @returns {Promise<Worker|null|'unstartable'>} null: it runs, but has no WebGL2
 */
function probe(url) {
  return new Promise((resolve) => {
    /** @type {Worker} */
    let worker
    try {
      worker = new Worker(trusted().createScriptURL(url))
    } catch {
      return resolve('unstartable')
    }
    const settle = (/** @type {Worker|null|'unstartable'} */ outcome) => {
      clearTimeout(timer)
      worker.onmessage = worker.onerror = null
      if (outcome !== worker) worker.terminate()
      resolve(outcome)
    }
    const timer = setTimeout(() => settle('unstartable'), probeTimeoutMS)
    worker.onerror = (event) => {
      event.preventDefault()
      settle('unstartable')
    }
    worker.onmessage = ({ data }) => settle(data.kind === 'probe' && data.webgl2 ? worker : null)
  })
}

/**
 * @param {Worker} worker
 * @returns {Transport}
 */
function workerTransport(worker) {
  return {
    host: 'worker',
    post: (message, transfer = []) => worker.postMessage(message, transfer),
    listen: (receive, lost) => {
      worker.onmessage = ({ data }) => receive(data)
      worker.onerror = (event) => {
        event.preventDefault()
        lost(event.message || 'the Worker has failed without saying why')
      }
    },
    adopt: (canvas) => canvas.transferControlToOffscreen(),
    terminate: () => worker.terminate(),
  }
}

/** Scripts that were put on this page, by address. @type {Map<string, Promise<void>>} */
const scripts = new Map()

/**
 * Opens a host on this page.
 * @param {string} url absolute, of engine-main.js
 * @returns {Promise<Transport|null>} null where there is no WebGL2
 * @throws {Error} when the script cannot be loaded
 */
export async function openMain(url) {
  if (!webgl2Works()) return null
  if (!scripts.has(url)) await refusePage(url)
  await loadScript(url)
  const open = /** @type {Record<symbol, OpenMainHost|undefined>} */ (/** @type {unknown} */ (globalThis))[mainHostKey]
  if (!open) throw new Error(`${url}: the script is not engine-main.js`)
  return mainTransport(open)
}

function webgl2Works() {
  const gl = document.createElement('canvas').getContext('webgl2')
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return gl !== null
}

/**
 * Fails where an HTML page comes in place of a script: a script element would run it, which nobody can catch.
 * @param {string} url absolute
 * @throws {Error} with the name BadResponse
 */
export async function refusePage(url) {
  let body
  try {
    const response = await fetch(url, { credentials: 'omit' })
    body = new Uint8Array(await response.arrayBuffer())
  } catch {
    return // elements load what scripts may not read
  }
  if (looksLikePage(body)) throw Object.assign(new Error(pageInstead(url)), { name: 'BadResponse' })
}

/** @param {string} url */
function loadScript(url) {
  let loading = scripts.get(url)
  if (!loading) {
    loading = new Promise((resolve, reject) => {
      const script = document.createElement('script')
      script.src = trusted().createScriptURL(url)
      script.onload = () => resolve()
      script.onerror = () => {
        scripts.delete(url)
        script.remove()
        reject(new Error(`${url}: the script could not be loaded`))
      }
      document.head.append(script)
    })
    scripts.set(url, loading)
  }
  return loading
}

/**
 * Messages from the host come in a microtask, never inside a call to post, as from a Worker.
 * @param {OpenMainHost} open
 * @returns {Transport}
 */
export function mainTransport(open) {
  /** @type {(message: FromHost) => void} */
  let receive = () => {}
  let alive = true
  const host = open((message) => queueMicrotask(() => alive && receive(message)))
  return {
    host: 'main',
    post: (message) => alive && host.handle(message),
    listen: (callback) => {
      receive = callback
    },
    adopt: (canvas) => canvas,
    terminate: () => {
      host.handle({ kind: 'stop' })
      alive = false
    },
  }
}
