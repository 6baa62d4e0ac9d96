// The host on the page itself, for browsers whose Workers have no WebGL2. It puts one function
// where client.js finds it and does nothing else.

import { makeGo } from '../../dist/go.js'
import { EngineHost } from './host.js'
import { mainHostKey } from './transport.js'

/** @type {import('./transport.js').OpenMainHost} */
const open = (post) =>
  new EngineHost({
    real: globalThis,
    post,
    clock: {
      requestFrame: (callback) => requestAnimationFrame(callback),
      setTimer: (callback, delayMS) => window.setTimeout(callback, delayMS),
      clearTimer: (id) => clearTimeout(id),
      nowMS: () => performance.now(),
    },
    newLabelContext: () => document.createElement('canvas').getContext('2d', { willReadFrequently: true }),
    makeGo,
  })

const page = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (globalThis))
page[mainHostKey] = open
