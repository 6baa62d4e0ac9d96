import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RateLimiter } from '../../../src/ui/rate-limiter.js'
import { burst, perSecond, withView } from '../../../src/url/history-writer.js'
import { commandsFor, targetOf, viewOf, withoutUnknown } from '../../../src/url/view.js'

const frame = { width: 400, height: 200 }

/** A map of the nodes us and eu and the line r1. */
const known = {
  node: (/** @type {string|undefined} */ id) => (id === 'us' || id === 'eu' ? {} : undefined),
  line: (/** @type {string|undefined} */ id) => (id === 'r1' ? {} : undefined),
}

test('the view of a state has what a reader has changed, and no more', () => {
  assert.deepEqual(viewOf(null, frame), {})
  assert.deepEqual(viewOf({ camera: { x: 0, y: 0, zoom: 1 }, selected: {}, pinned: {}, places: { us: [0.1, 0.2] } }, frame), { places: {} })
  assert.deepEqual(viewOf({ camera: { x: 0, y: 0, zoom: 1 }, selected: { line: 'r1' }, pinned: { eu: [0.5, 0.25] } }, frame), {
    select: { line: 'r1' },
    places: { eu: [0.5, 0.25] },
  })
})

test('the camera goes into a view and comes back', () => {
  for (const camera of [
    { x: -200, y: -100, zoom: 2 },
    { x: 0, y: 0, zoom: 3 },
    { x: -700, y: -13, zoom: 8 },
  ]) {
    const [restore] = commandsFor(viewOf({ camera }, frame), frame)
    assert.equal(restore.type, 'restore')
    const back = /** @type {{camera: typeof camera}} */ (restore.state).camera
    for (const key of /** @type {const} */ (['x', 'y', 'zoom'])) assert.ok(Math.abs(back[key] - camera[key]) < 1e-9, key)
  }
})

test('what is asked of the map goes into a view, and comes back after the places', () => {
  const asked = {
    filter: { class: ['deeds'] },
    time: { by: /** @type {const} */ ('event'), until: '2025' },
    around: { node: 'us', steps: 2, way: /** @type {const} */ ('along') },
    trail: { from: 'us', to: 'eu', path: ['us', 'r1', 'eu'] },
  }
  const view = viewOf({ camera: { x: 0, y: 0, zoom: 1 }, ...asked, pinned: { us: [0, 1] } }, frame)
  assert.deepEqual(view, { places: { us: [0, 1] }, ...asked })
  assert.deepEqual(
    commandsFor(view, frame).map((c) => c.type),
    ['place', 'filter', 'time', 'around', 'trail'],
  )
  assert.deepEqual(commandsFor(view, frame)[3], { type: 'around', around: asked.around })
})

test('of what is asked, strangers are left out and told', () => {
  const { view, unknownIds } = withoutUnknown(
    {
      filter: { speaker: ['-', 'us', 'xx'], issue: ['yy'], source: ['any'] },
      around: { node: 'zz', steps: 1, way: 'both' },
      trail: { from: 'us', to: 'eu', path: ['us', 'r9', 'eu'] },
      time: { by: 'event', until: '2025' },
    },
    known,
  )
  assert.deepEqual(view, { filter: { speaker: ['-', 'us'], source: ['any'] }, time: { by: 'event', until: '2025' } })
  assert.deepEqual(unknownIds.sort(), ['r9', 'xx', 'yy', 'zz'])
})

test('a frame of no size has no camera', () => {
  assert.deepEqual(viewOf({ camera: { x: 0, y: 0, zoom: 2 } }, { width: 0, height: 0 }), {})
})

test('places are put one by one, after the camera', () => {
  const commands = commandsFor({ camera: { zoom: 2, at: [0.5, 0.5] }, places: { us: [0, 1], eu: [0.5, 0.5] } }, frame)
  assert.deepEqual(commands, [
    { type: 'restore', state: { camera: { zoom: 2, x: -200, y: -100 } } },
    { type: 'place', node: 'us', x: 0, y: 1 },
    { type: 'place', node: 'eu', x: 0.5, y: 0.5 },
  ])
  assert.deepEqual(commandsFor({}, frame), [])
})

test('what a map does not have is left out by itself, and told', () => {
  const view = {
    select: { node: 'gone' },
    focus: 'r9',
    places: { us: /** @type {[number, number]} */ ([0, 0]), un: /** @type {[number, number]} */ ([1, 1]) },
    lang: 'fr',
  }
  assert.deepEqual(withoutUnknown(view, known), { view: { lang: 'fr', places: { us: [0, 0] } }, unknownIds: ['gone', 'r9', 'un'] })
  assert.deepEqual(withoutUnknown({ select: { line: 'r1' }, focus: 'eu' }, known), {
    view: { select: { line: 'r1' }, focus: 'eu' },
    unknownIds: [],
  })
  assert.deepEqual(withoutUnknown({ select: { node: 'r1' } }, known).unknownIds, ['r1'], 'a line is no node')
})

test('an id is a node, a line or nothing', () => {
  assert.deepEqual(
    ['us', 'r1', 'x', undefined].map((id) => targetOf(id, known)),
    [{ node: 'us' }, { line: 'r1' }, {}, {}],
  )
})

const addresses = [
  { name: 'a first view', at: 'https://e.org/map/', query: 'node=us', want: 'https://e.org/map/?node=us' },
  { name: 'another view', at: 'https://e.org/?node=us&zoom=2', query: 'zoom=3', want: 'https://e.org/?zoom=3' },
  { name: 'the first view again', at: 'https://e.org/?node=us', query: '', want: 'https://e.org/' },
  {
    name: 'pairs of others stay',
    at: 'https://e.org/?token=a%2Fb&node=us&x',
    query: 'node=eu',
    want: 'https://e.org/?node=eu&token=a%2Fb&x',
  },
  { name: 'the fragment stays', at: 'https://e.org/?node=us#n-us', query: 'node=eu', want: 'https://e.org/?node=eu#n-us' },
  {
    name: 'a secret stays',
    at: 'https://e.org/embed.html#?secret=Ab3',
    query: 'node=eu',
    want: 'https://e.org/embed.html?node=eu#?secret=Ab3',
  },
  {
    name: 'no character of a view is escaped',
    at: 'https://e.org/',
    query: 'places=a.b-c_d:0.1,0.2~us:0,1',
    want: 'https://e.org/?places=a.b-c_d:0.1,0.2~us:0,1',
  },
]
for (const { name, at, query, want } of addresses) {
  test(`withView: ${name}`, () => assert.equal(withView(at, query), want))
}

test('a budget stays below what browsers allow, 100 in 30 s, and never starves', () => {
  let ms = 0
  const limiter = new RateLimiter(burst, perSecond, () => ms)
  let taken = 0
  for (; ms < 30_000; ms += 16) taken += Number(limiter.take())
  assert.ok(taken > 60 && taken <= 80, `${taken} in 30 s`)
  ms = 31_000
  assert.equal(limiter.take(), true)
})
