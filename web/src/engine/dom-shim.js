// What Go sees as its global object. Ebitengine would take over the document: restyle html and
// body, add a viewport, trap every key and wheel, reload when WebGL is lost. It gets
// a DOM shim instead, the same on a page and in a Worker, where no document exists at all.

/** @typedef {import('./frame-scheduler.js').FrameScheduler} FrameScheduler */

/**
 * @typedef {object} View what Ebitengine measures: one element that fills its whole world
 * @property {number} width device pixels
 * @property {number} height device pixels
 */

/**
 * Builds the global object for one Go program. Everything that is not replaced is the real
 * thing; what Go writes stays in the shim.
 * @param {object} parts
 * @param {object} parts.real the true global object
 * @param {FrameScheduler} parts.scheduler
 * @param {View} parts.view read by Go at each frame
 * @param {(attributes: object) => unknown} parts.getContext
 * @param {object} parts.host what Go finds as actorMapHost
 * @returns {Record<string, any>}
 */
export function shimGlobal({ real, scheduler, view, getContext, host }) {
  /** @type {Record<string|symbol, unknown>} */
  const own = {
    document: shimDocument(view, getContext),
    Document: ShimDocument,
    window: shimWindow(),
    screen: { width: 0, height: 0 },
    devicePixelRatio: 1,
    requestAnimationFrame: scheduler.requestAnimationFrame,
    setTimeout: scheduler.setTimeout,
    clearTimeout: scheduler.clearTimeout,
    ResizeObserver: undefined,
    navigator: { getGamepads: () => [] },
    fs: undefined,
    process: undefined,
    path: undefined,
    Go: undefined,
    actorMapHost: host,
  }
  return new Proxy(own, {
    get: (target, key) => (key in target ? target[key] : Reflect.get(real, key)),
    set: (target, key, value) => {
      target[key] = value
      return true
    },
    deleteProperty: (target, key) => {
      target[key] = undefined
      return true
    },
  })
}

/** Ebitengine takes the getter of `hidden` from the prototype and binds it. */
class ShimDocument {
  get hidden() {
    return false
  }
}

/**
 * @param {View} view
 * @param {(attributes: object) => unknown} getContext
 */
function shimDocument(view, getContext) {
  const body = shimElement({
    get clientWidth() {
      return view.width
    },
    get clientHeight() {
      return view.height
    },
  })
  return Object.assign(new ShimDocument(), {
    body,
    head: shimElement({}),
    documentElement: shimElement({}),
    hasFocus: () => true,
    createElement: (/** @type {string} */ name) =>
      name === 'canvas'
        ? shimElement({ getContext: (/** @type {string} */ _kind, /** @type {object} */ a) => getContext(a) })
        : shimElement({}),
    addEventListener: () => {},
    removeEventListener: () => {},
  })
}

/**
 * An element that takes everything and does nothing. Listeners are not kept: the map's input
 * comes as messages.
 * @param {object} parts
 */
function shimElement(parts) {
  const element = {
    style: {},
    width: 0,
    height: 0,
    appendChild: (/** @type {unknown} */ child) => child,
    setAttribute: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    focus: () => {},
  }
  return Object.defineProperties(element, Object.getOwnPropertyDescriptors(parts))
}

function shimWindow() {
  const location = { reload: () => {} }
  return {
    devicePixelRatio: 1,
    location,
    parent: { location },
    addEventListener: () => {},
    removeEventListener: () => {},
  }
}
