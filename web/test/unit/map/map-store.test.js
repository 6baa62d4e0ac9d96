import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MapStore } from '../../../src/map/map-store.js'

/** @returns {import('../../../src/engine/messages.js').MapState} */
function movedState() {
  return {
    camera: { x: -100, y: -50, zoom: 2 },
    pinned: { trump: [0.5, 0.25] },
    places: { putin: [0.1, 0.2], us: [0.3, 0.4] },
    selected: { node: 'trump' },
    focus: {},
    canUndo: true,
    canRedo: false,
    moved: true,
  }
}

test('a store that was told nothing restores nothing and shows the whole map', () => {
  const store = new MapStore()
  assert.equal(store.state, null)
  assert.deepEqual(store.restoreCommands(), [])
  assert.equal(store.zoom, 1)
  assert.equal(store.moved, false)
  assert.equal(store.fitted, true)
  assert.deepEqual(store.selected, {})
})

test('what is restored is what was told', () => {
  const store = new MapStore()
  store.accept(movedState())
  assert.deepEqual(store.restoreCommands(), [{ type: 'restore', state: { ...movedState(), canUndo: false } }])
})

test('nobody can change the store from outside', () => {
  const told = movedState()
  const store = new MapStore()
  store.accept(told)
  told.camera.zoom = 7
  const copy = store.state
  assert.ok(copy)
  copy.camera.zoom = 9
  assert.equal(store.zoom, 2)
})

test('a drop that no engine saw is restored as a pin, at one place only', () => {
  const store = new MapStore()
  store.accept(movedState())
  store.place('putin', [0.9, 0.8])
  assert.equal(store.isPinned('putin'), true)
  assert.deepEqual(store.state?.pinned, { trump: [0.5, 0.25], putin: [0.9, 0.8] })
  assert.deepEqual(store.state?.places, { us: [0.3, 0.4] })
})

test('a selection and a drop count before any engine has told its state', async () => {
  const store = new MapStore()
  store.ask({ selected: { line: 'r1' } }, Promise.reject(Object.assign(new Error(), { name: 'NotLive' })))
  await new Promise((resolve) => setImmediate(resolve))
  store.place('us', [0.5, 0.5])
  assert.deepEqual(/** @type {any} */ (store.restoreCommands()[0]).state, {
    camera: { x: 0, y: 0, zoom: 1 },
    pinned: { us: [0.5, 0.5] },
    selected: { line: 'r1' },
    canUndo: false,
    canRedo: false,
  })
})

test('an id that is a name of Object.prototype is not pinned by accident', () => {
  const store = new MapStore()
  store.accept({ camera: { x: 0, y: 0, zoom: 1 }, pinned: {} })
  for (const id of ['constructor', 'toString', '__proto__']) assert.equal(store.isPinned(id), false, id)
})

test('fractions undo the camera', () => {
  const store = new MapStore()
  store.accept(movedState())
  const frame = { width: 400, height: 200 }
  const world = { x: 300, y: 50 }
  const screen = { x: world.x * 2 - 100, y: world.y * 2 - 50 }
  assert.deepEqual(store.fractions(screen, frame), [world.x / 400, world.y / 200])
})

const moves = [
  { name: 'nothing', state: { camera: { x: 0, y: 0, zoom: 1 }, pinned: {}, places: {} }, moved: false, fitted: true },
  { name: 'zoomed', state: { camera: { x: 0, y: 0, zoom: 2 } }, moved: true, fitted: false },
  { name: 'panned', state: { camera: { x: 5, y: 0, zoom: 1 } }, moved: true, fitted: false },
  { name: 'pinned', state: { camera: { x: 0, y: 0, zoom: 1 }, pinned: { us: [0, 0] } }, moved: true, fitted: true },
  { name: 'pushed aside', state: { camera: { x: 0, y: 0, zoom: 1 }, places: { us: [0, 0] } }, moved: true, fitted: true },
]
for (const { name, state, moved, fitted } of moves) {
  test(`a reset has ${moved ? 'something' : 'nothing'} to do when the state is: ${name}`, () => {
    const store = new MapStore()
    store.accept(/** @type {import('../../../src/engine/messages.js').MapState} */ (state))
    assert.equal(store.moved, moved)
    assert.equal(store.fitted, fitted)
  })
}

test('undo and redo outlive an engine: each step as it was told, the newest last', () => {
  const store = new MapStore()
  store.accept(movedState())
  /** @param {number} x */
  const step = (x) => ({ camera: { x: 0, y: 0, zoom: 1 }, pinned: { us: /** @type {[number, number]} */ ([x, 0]) } })
  const kept = () => {
    const { past, next } = /** @type {any} */ (store.restoreCommands()[1] ?? { past: [], next: [] })
    return [past, next].map((steps) => steps.map((/** @type {any} */ s) => s.pinned.us[0]))
  }
  store.remember({ type: 'history', past: 1, next: 0, newest: step(1) })
  store.remember({ type: 'history', past: 2, next: 0, newest: step(2) })
  assert.deepEqual(kept(), [[1, 2], []])
  store.remember({ type: 'history', past: 1, next: 1, undone: true, newest: step(3) })
  assert.deepEqual(kept(), [[1], [3]])
  store.remember({ type: 'history', past: 2, next: 0, newest: step(2) }) // done again
  assert.deepEqual(kept(), [[1, 2], []])
  store.remember({ type: 'history', past: 1, next: 1, undone: true, newest: step(3) })
  store.remember({ type: 'history', past: 2, next: 0, newest: step(4) }) // something else instead
  assert.deepEqual(kept(), [[1, 4], []])
  for (let n = 3; n <= 200; n++) store.remember({ type: 'history', past: n, next: 0, newest: step(n) })
  store.remember({ type: 'history', past: 199, next: 1, undone: true, newest: step(201) })
  assert.deepEqual([kept()[0].length, kept()[0].at(-1), kept()[1]], [49, 199, [201]])
  store.remember({ type: 'history', past: 0, next: 0 }) // another frame
  assert.deepEqual(kept(), [[], []])
})

/** @param {(store: MapStore) => unknown} select */
function watched(select) {
  const store = new MapStore()
  const told = { times: 0 }
  store.accept(movedState())
  store.watch(
    () => select(store),
    () => void told.times++,
  )
  return { store, told }
}

const looks = /** @type {Record<string, (store: MapStore) => unknown>} */ ({
  selection: (store) => store.selected,
  query: (store) => store.query,
  trail: (store) => store.trail,
  zoom: (store) => store.zoom,
  pin: (store) => [store.isPinned('trump'), store.isPinned('putin')],
})
const changes = /** @type {{name: string, change: Partial<import('../../../src/engine/messages.js').MapState>, tells: string[]}[]} */ ([
  { name: 'nothing', change: {}, tells: [] },
  { name: 'where nodes are', change: { places: { putin: [0.3, 0.3] } }, tells: [] },
  { name: 'the selection', change: { selected: { line: 'r1' } }, tells: ['selection'] },
  { name: 'the filter', change: { filter: { kind: ['person'] } }, tells: ['query'] },
  { name: 'the time and the trail', change: { time: { by: 'event' }, trail: { from: 'a', to: 'b', path: [] } }, tells: ['query', 'trail'] },
  { name: 'camera and pins', change: { camera: { x: 0, y: 0, zoom: 3 }, pinned: { putin: [0, 0] } }, tells: ['zoom', 'pin'] },
])
for (const { name, change, tells } of changes) {
  test(`a state that changes ${name} is told to whom it concerns, once`, () => {
    for (const [look, select] of Object.entries(looks)) {
      const { store, told } = watched(select)
      store.accept({ ...movedState(), ...change })
      store.accept({ ...movedState(), ...change })
      assert.equal(told.times, tells.includes(look) ? 1 : 0, look)
    }
  })
}
