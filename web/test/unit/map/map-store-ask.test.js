import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MapStore } from '../../../src/map/map-store.js'

const camera = { x: 0, y: 0, zoom: 1 }

test('what the engine was asked and has not answered is not overwritten by an older state', () => {
  const store = new MapStore()
  store.ask('filter', { kind: ['person'] }, -1)
  store.accept({ camera })
  assert.deepEqual(store.query, { filter: { kind: ['person'] } })
  store.ask('filter', undefined, -2)
  store.accept({ camera, filter: { kind: ['person'] } })
  assert.deepEqual(store.query, {})
  store.answered(-1)
  store.answered(-2)
  store.accept({ camera, filter: { kind: ['state'] } })
  assert.deepEqual(store.query, { filter: { kind: ['state'] } })
})

test('one answer may be about several things; a dead engine answers nothing any more', () => {
  const store = new MapStore()
  store.accept({ camera, filter: { kind: ['person'] }, time: { by: 'event', until: '2025' } })
  for (const what of /** @type {const} */ (['filter', 'time'])) store.ask(what, undefined, -1)
  store.accept({ camera, filter: { kind: ['person'] }, time: { by: 'event', until: '2025' } })
  assert.deepEqual(store.query, {})
  store.answered()
  store.accept({ camera, time: { by: 'event', until: '2025' } })
  assert.deepEqual(store.query, { time: { by: 'event', until: '2025' } })
})

test('what is asked while no engine runs goes to the next one', () => {
  const store = new MapStore()
  store.ask('trail', { from: 'a', to: 'b', path: [] })
  assert.deepEqual(/** @type {any} */ (store.restoreCommands()[0])?.state, {
    camera,
    pinned: {},
    trail: { from: 'a', to: 'b', path: [] },
    canUndo: false,
    canRedo: false,
  })
})
