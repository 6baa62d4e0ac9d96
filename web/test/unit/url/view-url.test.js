import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { canonicalView, formatView, maxPlaces, maxWrittenLength, parseView } from '../../../src/url/view-url.js'

/** @typedef {import('../../../src/url/view-url.js').View} View */

const golden = readFileSync(new URL('../../links.golden.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' -> '))

for (const [query, want] of golden) {
  test(`for ever: ?${query}`, () => assert.equal(JSON.stringify(parseView(query).view), want))
}

test('a golden link that is written again opens the same view', () => {
  for (const [query, want] of golden) {
    const written = formatView(parseView(query).view)
    assert.equal(JSON.stringify(parseView(written).view), want, written)
  }
})

test('parse(format(view)) = view, and format is stable, over random views', () => {
  const random = seeded(20250227)
  for (let i = 0; i < 2000; i++) {
    const view = randomView(random)
    const canonical = canonicalView(view)
    const query = formatView(view)
    const { view: back, ignored, otherParams } = parseView(query)
    assert.deepEqual(back, canonical, query)
    assert.deepEqual([...ignored, otherParams], [''], query)
    assert.equal(formatView(back), query)
    assert.deepEqual(canonicalView(canonical), canonical, 'canonical twice')
  }
})

test('places are within half a thousandth of where they were', () => {
  const random = seeded(7)
  for (let i = 0; i < 500; i++) {
    const at = /** @type {[number, number]} */ ([random(), random()])
    const back = parseView(formatView({ places: { us: at } })).view.places?.us
    assert.ok(back && Math.abs(back[0] - at[0]) <= 0.0005001 && Math.abs(back[1] - at[1]) <= 0.0005001, `${at} became ${back}`)
  }
})

test('whatever the query, reading it fails never, and what it gives can be written and read again', () => {
  const random = seeded(99)
  const pieces = [
    'node',
    'line',
    'focus',
    'zoom',
    'at',
    'places',
    'lang',
    'theme',
    'v',
    '=',
    '&',
    '~',
    ':',
    ',',
    '.',
    '1',
    '0.5',
    '-1',
    '1e9',
    'trump',
    'Ünï',
    '%',
    '%41',
    '%zz',
    '+',
    '#',
    '?',
    '\u202e',
    '<b>',
    '__proto__',
    'constructor',
    ';',
    '\0',
    '\ud800',
  ]
  for (let i = 0; i < 3000; i++) {
    const query = Array.from({ length: Math.floor(random() * 24) }, () => pieces[Math.floor(random() * pieces.length)]).join('')
    const { view } = parseView(query)
    assert.deepEqual(parseView(formatView(view)).view, view, query)
  }
})

const formats = [
  { name: 'the start is the shortest', view: {}, want: '' },
  { name: 'a zoom of 1 has no middle', view: { camera: { zoom: 1, at: [0.1, 0.2] } }, want: '' },
  { name: 'a zoom that rounds to 1', view: { camera: { zoom: 1.0004, at: [0.5, 0.5] } }, want: '' },
  { name: 'the middle goes without saying', view: { camera: { zoom: 2, at: [0.5, 0.5] } }, want: 'zoom=2' },
  { name: 'a focus on what is selected goes without saying', view: { select: { line: 'r1' }, focus: 'r1' }, want: 'line=r1' },
  { name: 'a place outside is at the edge', view: { places: { us: [-0.2, 1.7] } }, want: 'places=us:0,1' },
  { name: 'a place that is none is left out', view: { places: { us: [NaN, 1] } }, want: '' },
  { name: 'an id that is none is left out', view: { select: { node: 'a&b=c' }, focus: 'É', places: { 'a b': [0, 0] } }, want: '' },
  {
    name: 'all, in order',
    view: {
      theme: 'dark',
      lang: 'fr',
      places: { us: [0.1, 0.2], eu: [0.3, 0.4] },
      camera: { zoom: 2, at: [0, 1] },
      focus: 'eu',
      select: { node: 'us' },
    },
    want: 'node=us&focus=eu&zoom=2&at=0,1&places=eu:0.3,0.4~us:0.1,0.2&lang=fr&theme=dark',
  },
]
for (const { name, view, want } of formats) {
  test(`formatView: ${name}`, () => assert.equal(formatView(/** @type {View} */ (view)), want))
}

const told = [
  { query: 'node=Trump', want: ['node=Trump: it is not the id of a node'] },
  { query: 'zoom=65&theme=blue', want: ['zoom=65: it is not a number from 1 to 64', 'theme=blue: it is not light, dark or auto'] },
  { query: 'theme=auto&zoom=1', want: [] },
  { query: 'places=us:0.1,0.2~eu:5,5', want: ['places=eu:5,5: it is not an id, a colon, and two numbers from 0 to 1'] },
  { query: 'node=us&node=eu', want: ['node=eu: it stands there twice; the first one counts'] },
  { query: 'v=2', want: ['v=2: only version 1 is known; of the link, what can be understood is shown'] },
  { query: `lang=${'x'.repeat(99)}`, want: [`lang=${'x'.repeat(40)}…: it is not a language tag such as pt-BR`] },
  { query: 'node=us&zoom=2&at=0,0&places=us:0,0&lang=fr&theme=dark&utm_source=x', want: [] },
]
for (const { query, want } of told) {
  test(`what is ignored is told: ${query.slice(0, 40)}`, () => assert.deepEqual(parseView(query).ignored, want))
}

test('pairs of others are not part of the view, and stay as they stand', () => {
  const { view, otherParams } = parseView('?token=a%2Fb&node=us&&token&%7A=~&n%6fde=eu&scroll=1')
  assert.equal(formatView(view), 'node=us')
  assert.equal(otherParams, 'token=a%2Fb&token&%7A=~&scroll=1')
})

test('a link never becomes too long; the places that fit are in it', () => {
  const places = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`node-${'x'.repeat(40)}-${i}`, [0.123, 0.456]]))
  const query = formatView(/** @type {View} */ ({ select: { node: 'a'.repeat(64) }, places }))
  assert.ok(query.length <= maxWrittenLength, `${query.length} characters`)
  const kept = Object.keys(parseView(query).view.places ?? {}).length
  assert.ok(kept >= 50 && kept <= maxPlaces, `${kept} places`)
})

test('more places than the limit are not read, and that is told once', () => {
  const query = `places=${Array.from({ length: maxPlaces + 9 }, (_, i) => `n${i}:0,0`).join('~')}`
  const { view, ignored } = parseView(query)
  assert.equal(Object.keys(view.places ?? {}).length, maxPlaces)
  assert.equal(ignored.length, 1)
})

test('a query without end is not read at all', () => {
  const { view, ignored } = parseView(`node=us&x=${'y'.repeat(20_000)}`)
  assert.deepEqual(view, {})
  assert.match(ignored[0], /^a query of 20010 characters/)
})

/**
 * A small generator, the same numbers for the same seed: 0 <= x < 1.
 * @param {number} seed
 */
function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * @param {() => number} random
 * @returns {View}
 */
function randomView(random) {
  const id = () => ['a', 'us', 'trump', 'a.b', 'r-17', 'x_1', 'constructor', 'z'.repeat(64)][Math.floor(random() * 8)]
  const at = () => /** @type {[number, number]} */ ([random() * 1.2 - 0.1, random() * 1.2 - 0.1])
  const maybe = () => random() < 0.5
  return {
    ...(maybe() && { select: maybe() ? { node: id() } : { line: id() } }),
    ...(maybe() && { focus: id() }),
    ...(maybe() && { camera: { zoom: random() * 9, at: at() } }),
    ...(maybe() && { places: Object.fromEntries(Array.from({ length: Math.floor(random() * 6) }, () => [id(), at()])) }),
    ...(maybe() && { lang: ['en', 'pt-BR', 'zh-Hant-TW'][Math.floor(random() * 3)] }),
    ...(maybe() && { theme: maybe() ? /** @type {const} */ ('light') : /** @type {const} */ ('dark') }),
  }
}
