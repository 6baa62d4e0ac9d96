// What the page has asked for counts before the answer comes, whatever comes meanwhile.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MapStore } from '../../../src/map/map-store.js'

const camera = { x: 0, y: 0, zoom: 1 }

/** A question whose answer is the test. */
function question() {
  /** @type {(value?: unknown) => void} */
  let answered = () => {}
  /** @type {(error: Error) => void} */
  let refused = () => {}
  const answer = new Promise((resolve, reject) => {
    answered = resolve
    refused = reject
  })
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return {
    answer,
    answered: () => (answered(), settled()),
    refused: (/** @type {string} */ name) => (refused(Object.assign(new Error(name), { name })), settled()),
  }
}

test('what the engine was asked and has not answered is not overwritten by an older state', async () => {
  const store = new MapStore()
  const [first, second] = [question(), question()]
  store.ask({ filter: { kind: ['person'] } }, first.answer)
  store.accept({ camera })
  assert.deepEqual(store.query, { filter: { kind: ['person'] } })
  store.ask({ filter: undefined }, second.answer)
  store.accept({ camera, filter: { kind: ['person'] } })
  assert.deepEqual(store.query, {})
  await first.answered()
  assert.deepEqual(store.query, {}, 'the newer question counts')
  await second.answered()
  store.accept({ camera, filter: { kind: ['state'] } })
  assert.deepEqual(store.query, { filter: { kind: ['state'] } })
})

test('answers out of order: each takes back its own question and no other', async () => {
  const store = new MapStore()
  const [first, second] = [question(), question()]
  store.accept({ camera })
  store.ask({ selected: { node: 'a' } }, first.answer)
  store.ask({ selected: { node: 'b' } }, second.answer)
  store.accept({ camera, selected: { node: 'b' } })
  await second.answered()
  assert.deepEqual(store.selected, { node: 'a' }, 'the engine has yet to answer the first, and may come back to it')
  await first.answered()
  assert.deepEqual(store.selected, { node: 'b' })
})

test('what comes with an answer counts as soon as the answer does, before or after it in one batch', async () => {
  const store = new MapStore()
  const { answer, answered } = question()
  store.ask({ selected: { node: 'a' } }, answer)
  const settled = answered()
  store.acceptSelected({ node: 'b' }) // pressed on the map after the answer
  store.accept({ camera, selected: { node: 'b' } })
  assert.deepEqual(store.selected, { node: 'a' })
  await settled
  assert.deepEqual(store.selected, { node: 'b' })
})

test('one answer may be about several things', async () => {
  const store = new MapStore()
  const { answer, answered } = question()
  const told = /** @type {const} */ ({ by: 'event', until: '2025' })
  store.accept({ camera, filter: { kind: ['person'] }, time: told })
  store.ask({ filter: undefined, time: undefined }, answer)
  store.accept({ camera, filter: { kind: ['person'] }, time: told })
  assert.deepEqual(store.query, {})
  await answered()
  store.accept({ camera, time: told })
  assert.deepEqual(store.query, { time: told })
})

test('a refusal takes back what was asked: the page has noted what is not so', async () => {
  const store = new MapStore()
  const { answer, refused } = question()
  store.accept({ camera, selected: { node: 'a' } })
  store.ask({ selected: { node: 'nobody' } }, answer)
  assert.deepEqual(store.selected, { node: 'nobody' })
  await refused('UnknownNode')
  assert.deepEqual(store.selected, { node: 'a' })
})

test('what is asked while no engine runs goes to the next one', async () => {
  const store = new MapStore()
  const { answer, refused } = question()
  store.ask({ trail: { from: 'a', to: 'b', path: [] } }, answer)
  await refused('NotLive')
  assert.deepEqual(/** @type {any} */ (store.restoreCommands()[0])?.state, {
    camera,
    pinned: {},
    trail: { from: 'a', to: 'b', path: [] },
    canUndo: false,
    canRedo: false,
  })
})

test('what an engine has not answered is asked again of the next, and not restored as if it had been done', async () => {
  const store = new MapStore()
  const { answer } = question()
  store.accept({ camera })
  store.ask({ filter: { kind: ['person'] } }, answer)
  assert.equal(/** @type {any} */ (store.restoreCommands()[0]).state.filter, undefined)
  assert.deepEqual(store.query, { filter: { kind: ['person'] } })
})

test('a state that replaces all is not changed by what was asked before it', async () => {
  const store = new MapStore()
  const [early, late] = [question(), question()]
  store.ask({ selected: { node: 'a' }, filter: { kind: ['person'] } }, early.answer)
  store.replace({ camera, selected: { node: 'b' } })
  await early.refused('NotLive')
  assert.deepEqual([store.selected, store.query], [{ node: 'b' }, {}])
  store.ask({ selected: { node: 'c' } }, late.answer)
  await late.refused('NotLive')
  assert.deepEqual(store.selected, { node: 'c' })
})
