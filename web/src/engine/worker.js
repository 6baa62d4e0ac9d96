// The Worker that hosts one map. It says at once whether WebGL2 works here, on a canvas of its own:
// the map's canvas, once handed over, could not go back to the page.

import { makeGo } from '../../dist/go.js'
import { EngineHost } from './host.js'

/** @typedef {import('./host.js').FromHost} FromHost */

/** The page's end. */
const post = (/** @type {FromHost} */ message) => /** @type {any} */ (globalThis).postMessage(message)

function webgl2Works() {
  try {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
    gl?.getExtension('WEBGL_lose_context')?.loseContext()
    return gl !== null && typeof requestAnimationFrame === 'function'
  } catch {
    return false
  }
}

const host = new EngineHost({
  real: globalThis,
  post,
  clock: {
    requestFrame: (callback) => requestAnimationFrame(callback),
    setTimer: (callback, delayMS) => /** @type {any} */ (setTimeout(callback, delayMS)),
    clearTimer: (id) => clearTimeout(id),
    nowMS: () => performance.now(),
  },
  newLabelContext: () => new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true }),
  makeGo,
})

globalThis.addEventListener('message', (event) => host.handle(/** @type {MessageEvent} */ (event).data))
globalThis.addEventListener('messageerror', () =>
  post({ kind: 'fail', name: 'WorkerLost', message: 'the compiled program cannot be handed to a Worker here' }),
)
post({ kind: 'probe', webgl2: webgl2Works() })
