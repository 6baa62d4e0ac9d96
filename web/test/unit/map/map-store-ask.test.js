import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StateMirror } from '../../../src/map/map-store.js'

const camera = { x: 0, y: 0, zoom: 1 }

test('what the engine was asked and has not answered is not overwritten by an older state', () => {
  const mirror = new StateMirror()
  mirror.ask('filter', { kind: ['person'] }, -1)
  mirror.accept({ camera })
  assert.deepEqual(mirror.query, { filter: { kind: ['person'] } })
  mirror.ask('filter', undefined, -2)
  mirror.accept({ camera, filter: { kind: ['person'] } })
  assert.deepEqual(mirror.query, {})
  mirror.answered(-1)
  mirror.answered(-2)
  mirror.accept({ camera, filter: { kind: ['state'] } })
  assert.deepEqual(mirror.query, { filter: { kind: ['state'] } })
})

test('one answer may be about several things; a dead engine answers nothing any more', () => {
  const mirror = new StateMirror()
  mirror.accept({ camera, filter: { kind: ['person'] }, time: { by: 'event', until: '2025' } })
  for (const what of /** @type {const} */ (['filter', 'time'])) mirror.ask(what, undefined, -1)
  mirror.accept({ camera, filter: { kind: ['person'] }, time: { by: 'event', until: '2025' } })
  assert.deepEqual(mirror.query, {})
  mirror.answered()
  mirror.accept({ camera, time: { by: 'event', until: '2025' } })
  assert.deepEqual(mirror.query, { time: { by: 'event', until: '2025' } })
})

test('what is asked while no engine runs goes to the next one', () => {
  const mirror = new StateMirror()
  mirror.ask('trail', { from: 'a', to: 'b', path: [] })
  assert.deepEqual(mirror.restoreCommands()[0]?.state, {
    camera,
    pinned: {},
    trail: { from: 'a', to: 'b', path: [] },
    canUndo: false,
    canRedo: false,
  })
})
