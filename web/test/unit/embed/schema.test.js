import assert from 'node:assert/strict'
import { test } from 'node:test'
import { events, greetings, requests, safeParse } from '../../../src/embed/messages.js'
import { listOf, nothing, number, object, pairOf, pattern, recordOf, ValidationError } from '../../../src/embed/schema.js'

/** @type {[string, string, unknown, boolean][]} request, name of the case, what is given, whether it passes */
const cases = [
  ['select', 'a node', { node: 'trump' }, true],
  ['select', 'nothing', {}, true],
  ['select', 'a dotted id', { line: 'us.tariffs-2' }, true],
  ['select', 'no object', undefined, false],
  ['select', 'markup', { node: '<img src=x>' }, false],
  ['select', 'an address', { node: 'https://example.org' }, false],
  ['select', 'an id of 65 letters', { node: 'a'.repeat(65) }, false],
  ['select', 'a number', { node: 7 }, false],
  ['select', 'a field that is misspelt', { nod: 'trump' }, false],
  ['select', 'a list', ['trump'], false],
  ['select', 'a date', new Date(0), false],
  ['theme', 'dark', { theme: 'dark' }, true],
  ['theme', 'sepia', { theme: 'sepia' }, false],
  ['language', 'zh-Hant-TW', { lang: 'zh-Hant-TW' }, true],
  ['language', 'a path', { lang: '../../etc' }, false],
  ['language', '36 letters', { lang: `en-${'a-'.repeat(20)}` }, false],
  ['fit', 'nothing', undefined, true],
  ['fit', 'something', { factor: 2 }, false],
  ['setState', 'a camera', { state: { camera: { x: 1, y: -2.5, zoom: 2 } } }, true],
  ['setState', 'a camera that is not finite', { state: { camera: { x: NaN, y: 0, zoom: 1 } } }, false],
  ['setState', 'a zoom without end', { state: { camera: { x: 0, y: 0, zoom: Infinity } } }, false],
  ['setState', 'a zoom of 0', { state: { camera: { x: 0, y: 0, zoom: 0 } } }, false],
  ['setState', 'half a camera', { state: { camera: { x: 0 } } }, false],
  ['setState', 'places', { state: { pinned: { trump: [0.5, 0.25] }, places: { us: [0, 1] } } }, true],
  ['setState', 'three numbers', { state: { pinned: { trump: [0.5, 0.25, 0] } } }, false],
  ['setState', 'a place under no id', { state: { pinned: JSON.parse('{"__proto__": [0, 0]}') } }, false],
  [
    'setState',
    'what is asked of the map',
    {
      state: {
        filter: { kind: ['person'], speaker: ['-', 'trump'] },
        time: { by: 'event', until: '2025-02' },
        around: { node: 'us', steps: 3, way: 'against' },
        behind: { us: [0, 1] },
        trail: { from: 'us', to: 'eu', path: ['us', '', 'eu'] },
      },
    },
    true,
  ],
  ['setState', 'a facet that there is not', { state: { filter: { colour: ['red'] } } }, false],
  ['setState', 'a filter of markup', { state: { filter: { speaker: ['<b>'] } } }, false],
  ['setState', 'a time that is none', { state: { time: { by: 'event', from: 'yesterday' } } }, false],
  ['setState', 'four steps', { state: { around: { node: 'us', steps: 4, way: 'both' } } }, false],
  ['setState', 'half a trail', { state: { trail: { from: 'us', path: [] } } }, false],
  ['setState', 'a selection that is no target', { state: { selected: 'trump' } }, false],
]

for (const [ask, name, given, passes] of cases) {
  test(`${ask} with ${name} ${passes ? 'passes' : 'is refused'}`, () => {
    const params = /** @type {any} */ (requests.get(ask)).params
    if (passes) assert.doesNotThrow(() => params(given, ''))
    else assert.throws(() => params(given, ''), ValidationError)
  })
}

test('10,001 places are too many, 10,000 are not', () => {
  const params = /** @type {any} */ (requests.get('setState')).params
  /** @param {number} n */
  const state = (n) => ({ state: { pinned: Object.fromEntries(Array.from({ length: n }, (_, i) => [`n${i}`, [0, 0]])) } })
  assert.doesNotThrow(() => params(state(10_000), ''))
  assert.throws(() => params(state(10_001), ''), { at: 'state.pinned' })
})

test('an error says where, and nothing of what was there', () => {
  const params = /** @type {any} */ (requests.get('setState')).params
  const given = { state: { pinned: { trump: [0, '<b>'] } } }
  assert.throws(() => params(given, ''), { at: 'state.pinned.*[]', message: /^state\.pinned\.\*\[\] must be a number/ })
})

test('an event of a newer map loses what is not known of it', () => {
  const schema = /** @type {any} */ (events.get('select')).detail
  assert.deepEqual(schema({ type: 'select', node: 'us', html: '<b>' }, ''), { node: 'us' })
  const ready = /** @type {any} */ (events.get('ready')).detail
  assert.deepEqual(ready({ nodes: [{ id: 'us', kind: 'state', degree: 3, name: 'US <b>' }], lines: [] }, ''), {
    nodes: [{ id: 'us', kind: 'state', degree: 3 }],
    lines: [],
  })
})

test('holes, strangers’ prototypes and inherited fields do not pass', () => {
  const share = number(0, 1)
  assert.throws(() => listOf(share, 3)(new Array(2), ''), ValidationError)
  assert.throws(() => pairOf(share)([0], ''), ValidationError)
  assert.throws(() => object({ a: share })(Object.create({ a: 1 }), ''), ValidationError)
  assert.throws(() => recordOf(pattern(/^a$/, 1, 'a'), share, 3)(new Map([['a', 1]]), ''), ValidationError)
  assert.equal(nothing(undefined, ''), null)
})

test('a copy shares nothing with what it was made of', () => {
  const schema = listOf(object({ a: number(0, 9) }), 3)
  const given = [{ a: 1 }]
  const copy = schema(given, '')
  given[0].a = 2
  assert.deepEqual(copy, [{ a: 1 }])
})

/** A small generator of the mulberry family: the same numbers in every run. @param {number} seed */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const keys = [
  'node',
  'line',
  'state',
  'camera',
  'x',
  'y',
  'zoom',
  'pinned',
  'places',
  'selected',
  'focus',
  'theme',
  'lang',
  'nodes',
  'lines',
  'id',
  'kind',
  'degree',
  'from',
  'to',
  'height',
  'status',
  'name',
  'type',
  'v',
  'nonce',
  '__proto__',
  'constructor',
  'file',
  'width',
  'moved',
]
const leaves = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  'trump',
  'dark',
  'live',
  'state',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '\u202e',
  '__proto__',
  'map-304x520.abc.svg',
  '../x.svg',
  'x'.repeat(70),
]

/**
 * @param {() => number} next
 * @param {number} depth
 * @returns {any}
 */
function randomJSON(next, depth) {
  const pick = next()
  if (depth === 0 || pick < 0.3) return leaves[Math.floor(next() * leaves.length)]
  if (pick < 0.45) return Array.from({ length: Math.floor(next() * 4) }, () => randomJSON(next, depth - 1))
  const fields = Array.from({ length: Math.floor(next() * 5) }, () => [keys[Math.floor(next() * keys.length)], randomJSON(next, depth - 1)])
  return JSON.parse(`{${fields.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join(',')}}`)
}

test('whatever comes, what passes is known words, ids and finite numbers, and passes again unchanged', () => {
  const next = random(20250227)
  const schemas = [
    ...[...requests.values()].flatMap(({ params, result }) => [params, result]),
    ...[...events.values()].map(({ detail }) => detail),
    ...Object.values(greetings),
  ]
  let passed = 0
  for (let i = 0; i < 20_000; i++) {
    const value = randomJSON(next, 4)
    const before = JSON.stringify(value)
    for (const schema of schemas) {
      const copy = safeParse(schema, value)
      if (copy === null) continue
      passed++
      const text = JSON.stringify(copy)
      assert.doesNotMatch(text, /[<>\u202e]|javascript|__proto__|\.\.\//)
      assert.deepEqual(schema(copy, ''), copy)
    }
    assert.equal(JSON.stringify(value), before)
  }
  assert.ok(passed > 1000, `only ${passed} passed: the generator has lost its way`)
  assert.equal(/** @type {any} */ ({}).node, undefined)
})
