// One state of the engine updates each part of the map once, and no part that it does not concern.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import '../dom.js'
import { Observable } from '../../../src/map/observable.js'
import { OpenMap, openMap } from '../open-map.js'

/** How often each part was told, by what it looks at. @type {{select: () => unknown, times: number}[]} */
let parts = []
const { watch } = Observable.prototype
Observable.prototype.watch = function (select, run) {
  const part = { select, times: 0 }
  parts.push(part)
  watch.call(this, select, () => {
    part.times++
    run()
  })
}

/** @type {OpenMap} */
let map
afterEach(() => map.close())

/** A live map that has shown its first state, with the counts at nothing. */
async function counted() {
  parts = []
  map = await openMap()
  await map.engine.does({ type: 'cursor', cursor: 'grab' }, {})
  for (const part of parts) part.times = 0
}

/** Which parts look at something, by the words of their selectors. @param {RegExp} of */
const timesOf = (of) => parts.filter(({ select }) => of.test(String(select))).map(({ times }) => times)

/** @type {{name: string, state: Partial<import('../../../src/engine/messages.js').MapState>, of: RegExp}[]} */
const rows = [
  { name: 'a selection', state: { selected: { node: 'a' } }, of: /selected|inHand/ },
  { name: 'a filter', state: { filter: { kind: ['person'] } }, of: /query, store\.(trail|graph)/ },
  { name: 'the camera', state: { camera: { x: 5, y: 0, zoom: 2 } }, of: /zoom/ },
  { name: 'nothing that is shown beside the map', state: { places: { a: [0.1, 0.1] }, moved: true }, of: /moved/ },
]
for (const { name, state, of } of rows) {
  test(`a state that brings ${name} updates the parts that show it, once each`, async () => {
    await counted()
    await map.engine.does({ type: 'settled' }, state)
    const counts = timesOf(of)
    assert.ok(counts.length > 0)
    assert.deepEqual(
      counts,
      counts.map(() => 1),
    )
    assert.equal(
      parts.reduce((sum, { times }) => sum + times, 0),
      counts.length,
      'and no other part',
    )
  })
}

test('a state with everything at once updates each part once', async () => {
  await counted()
  const all = Object.assign({}, ...rows.map(({ state }) => state), { pinned: { a: [0.5, 0.5] } })
  await map.engine.does({ type: 'settled' }, all)
  assert.deepEqual(
    parts.map(({ times }) => times),
    parts.map(() => 1),
  )
  for (const part of parts) part.times = 0
  await map.engine.does({ type: 'settled' }, {}) // told again
  assert.deepEqual(
    parts.map(({ times }) => times),
    parts.map(() => 0),
  )
})

test('a selection of the page updates each part once: the state that confirms it tells nobody anything', async () => {
  await counted()
  await map.element.select({ node: 'a' })
  const asked = parts.map(({ times }) => times)
  assert.ok(asked.every((times) => times <= 1) && asked.includes(1))
  await map.engine.run()
  assert.deepEqual(
    parts.map(({ times }) => times),
    asked,
  )
})
