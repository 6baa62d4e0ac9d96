// The element's methods and attributes, which the tables of embed/messages.js make.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { methodTable } from '../../src/embed/messages.js'

/** As much of an element as the class needs. */
class FakeHTMLElement extends EventTarget {
  /** @type {Map<string, string>} */
  #attributes = new Map()
  isConnected = true
  lang = 'de'
  /** @param {string} name */
  getAttribute = (name) => this.#attributes.get(name) ?? null
  /** @param {string} name */
  hasAttribute = (name) => this.#attributes.has(name)
  /** @param {string} name @param {string} value */
  setAttribute = (name, value) => void this.#attributes.set(name, value)
  /** @param {string} name */
  removeAttribute = (name) => void this.#attributes.delete(name)
}
Object.assign(globalThis, { HTMLElement: FakeHTMLElement })

const { ActorMap, openEnclosed } = await import('../../src/element.js')

/** @type {unknown[][]} what the shown map was asked for */
let asked = []

class TestMap extends ActorMap {
  [openEnclosed]() {
    return /** @type {any} */ ({
      ask: async (/** @type {unknown[]} */ ...ask) => {
        asked.push(ask)
        return `answer to ${ask[0]}`
      },
      change: (/** @type {unknown[]} */ ...change) => asked.push(change),
      end() {},
    })
  }
}

beforeEach(() => {
  asked = []
})

function connected() {
  const map = new TestMap()
  map.connectedCallback()
  return map
}

const state = { camera: { x: 0, y: 0, zoom: 2 } }

/** @type {[call: (map: InstanceType<typeof TestMap>) => Promise<unknown>, asks: unknown[]][]} */
const calls = [
  [(map) => map.select({ node: 'us' }), ['select', { node: 'us' }]],
  [(map) => map.select(), ['select', {}]],
  [(map) => map.focusOn({ line: 'r1' }), ['focus', { line: 'r1' }]],
  [(map) => map.focusOn(), ['focus', {}]],
  [(map) => map.fit(), ['fit', undefined]],
  [(map) => /** @type {any} */ (map).fit('no matter what'), ['fit', undefined]],
  [(map) => map.pause(), ['pause', undefined]],
  [(map) => map.resume(), ['resume', undefined]],
  [(map) => map.getState(), ['getState', undefined]],
  [(map) => map.setState(state), ['setState', { state }]],
  [(map) => /** @type {any} */ (map).setState(), ['setState', { state: undefined }]],
  [(map) => map.picture({ scale: 2 }), ['picture', { scale: 2 }]],
  [(map) => map.picture(), ['picture', {}]],
]

for (const [call, asks] of calls)
  test(`${call.toString().slice(9)} asks for ${JSON.stringify(asks)}, and its answer comes back`, async () => {
    assert.equal(await call(connected()), `answer to ${asks[0]}`)
    assert.deepEqual(asked, [asks])
  })

test('every method of the table is tried above, and is one of the element', () => {
  const tried = new Set(calls.map(([, [ask]]) => ask))
  for (const [ask, entry] of Object.entries(methodTable)) {
    assert.equal(tried.has(ask), 'method' in entry, ask)
    if ('method' in entry) assert.equal(typeof ActorMap.prototype[entry.method], 'function', ask)
  }
})

test('without a map every method is rejected with NoMap', async () => {
  for (const entry of Object.values(methodTable))
    if ('method' in entry) await assert.rejects(/** @type {any} */ (new ActorMap())[entry.method](), { name: 'NoMap' }, entry.method)
})

test('a change of theme or language is asked for, and of nothing else', () => {
  const map = connected()
  map.setAttribute('theme', 'dark')
  map.attributeChangedCallback('theme', null, 'dark')
  map.attributeChangedCallback('theme', 'dark', 'dark')
  map.attributeChangedCallback('lang', null, 'de')
  assert.deepEqual(asked, [
    ['theme', { theme: 'dark' }],
    ['language', { lang: 'de' }],
  ])
  assert.deepEqual([...ActorMap.observedAttributes].sort(), ['lang', 'src', 'theme'])
})
