// A document for unit tests of parts that are made of elements: happy-dom, with what of a browser it leaves out and the
// parts rely on. Import it before the scripts that it is for. Elements are compared by ===: assert.equal would print all that
// hangs on them.
import { Window } from 'happy-dom'
import './english.js'

export const address = 'http://map.test/index.html'

const window = new Window({ url: address, width: 1440, height: 900 })

/** What the scripts find in the global object of a page. */
const names = [
  ...['document', 'location', 'history', 'customElements', 'navigator', 'devicePixelRatio', 'innerHeight', 'innerWidth'],
  ...['Document', 'Node', 'Element', 'HTMLElement', 'HTMLInputElement', 'HTMLCanvasElement', 'Event', 'CustomEvent', 'KeyboardEvent'],
  ...['MouseEvent', 'PointerEvent', 'TouchEvent', 'WheelEvent', 'FocusEvent', 'DOMParser', 'MutationObserver', 'AbortController'],
]
for (const name of names)
  Object.defineProperty(globalThis, name, { value: /** @type {any} */ (window)[name], configurable: true, writable: true })
for (const name of ['matchMedia', 'getComputedStyle', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'scrollBy']) {
  Object.assign(globalThis, { [name]: /** @type {any} */ (window)[name].bind(window) })
}
Object.assign(globalThis, { window: globalThis, self: globalThis, parent: globalThis })

/** The page has its script, beside which the program stands. */
Object.defineProperty(/** @type {any} */ (window).Document.prototype, 'currentScript', {
  get: () => ({ src: 'http://map.test/page.js', getAttribute: () => 'page.js' }),
})

/** A document is the node that it stands on; happy-dom looks for the document of the document. */
Object.defineProperty(/** @type {any} */ (window).Node.prototype, 'baseURI', { get: () => location.href })

Object.defineProperty(/** @type {any} */ (window).Document.prototype, 'URL', { get: () => location.href })

/** Nothing hidden takes the focus or has a box: browsers see to that, happy-dom does not. */
const { prototype } = /** @type {any} */ (window).HTMLElement
const isHidden = (/** @type {any} */ element) => !element.isConnected || element.closest('[hidden]') !== null
const { focus } = prototype
prototype.focus = function (/** @type {unknown} */ options) {
  if (!isHidden(this)) focus.call(this, options)
}
Object.defineProperty(/** @type {any} */ (window).Element.prototype, 'getClientRects', {
  value() {
    return isHidden(this) ? [] : [{}]
  },
})
Object.defineProperty(prototype, 'clientWidth', { get: () => 600 })
Object.defineProperty(prototype, 'clientHeight', { get: () => 400 })

/** Observers of what is in view, in the order in which they came. @type {Set<FakeObserver>} */
const observers = new Set()

class FakeObserver {
  /** @param {(entries: {isIntersecting: boolean}[]) => void} callback */
  constructor(callback) {
    this.callback = callback
  }

  observe() {
    observers.add(this)
  }

  disconnect() {
    observers.delete(this)
  }
}
Object.assign(globalThis, { IntersectionObserver: FakeObserver, ResizeObserver: class extends FakeObserver {} })

/** The map has come into view, or has gone. @param {boolean} isIntersecting */
export function scrollIntoView(isIntersecting) {
  for (const observer of [...observers]) observer.callback([{ isIntersecting }])
}

/** How many watch whether a map is in view. */
export function watching() {
  return observers.size
}

/** What the server of the page has, by path: a text, or what gives one when it is asked for. @type {Map<string, string|(() => Promise<string>)>} */
export const files = new Map()

globalThis.fetch = /** @type {any} */ (
  async (/** @type {string} */ url) => {
    const file = files.get(new URL(url).pathname)
    const text = typeof file === 'function' ? await file() : file
    return {
      ok: text !== undefined,
      status: text === undefined ? 404 : 200,
      redirected: false,
      url,
      arrayBuffer: async () => new TextEncoder().encode(text).buffer,
    }
  }
)

/** @param {EventTarget} target @param {string} key @param {object} [init] */
export function press(target, key, init = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  target.dispatchEvent(event)
  return event
}
