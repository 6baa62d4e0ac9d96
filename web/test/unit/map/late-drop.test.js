// A node in hand while the engine goes.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import '../dom.js'
import { scrollAbove } from '../../../src/map/keep-in-view.js'
import { OpenMap, openMap } from '../open-map.js'

/** @type {OpenMap} */
let map
afterEach(() => map.close())

/**
 * @param {string} type
 * @param {number} x px of the stage
 * @param {number} y
 */
function point(type, x, y) {
  const init = {
    pointerId: 1,
    pointerType: 'mouse',
    button: 0,
    buttons: type === 'pointerup' ? 0 : 1,
    clientX: x,
    clientY: y,
    bubbles: true,
  }
  map.listbox.dispatchEvent(new PointerEvent(type, init))
}

/** The first node is in hand, and has been moved: it lies at (50, 200), the frame has 600 by 400 px. */
async function dragging() {
  map = await openMap()
  point('pointerdown', 50, 200)
  point('pointermove', 150, 200)
  point('pointermove', 300, 100)
}

test('in mid-drag the engine is lost and another comes: where the node is let go, that one is told', async () => {
  await dragging()
  await map.engine.fail('ContextLost')
  await map.engine.run()
  point('pointermove', 450, 100)
  point('pointerup', 450, 100)
  await map.engine.run()
  assert.deepEqual(map.element.state.pinned, { a: [0.75, 0.25] })
})

test('let go while there is no engine, the node lies there for the next one', async () => {
  await dragging()
  await map.engine.fail('NoWebGL2')
  point('pointermove', 450, 100)
  point('pointerup', 450, 100)
  assert.deepEqual(map.element.state.pinned, { a: [0.75, 0.25] })
})

test('let go just before the engine was lost, and not confirmed: it is not lost', async () => {
  await dragging()
  point('pointerup', 300, 100)
  await map.engine.fail('WorkerLost')
  assert.deepEqual(
    map.engine.asked('restore').map((/** @type {any} */ { state }) => state.pinned),
    [{ a: [0.5, 0.25] }],
  )
})

test('confirmed before the engine was lost, the place is the engine’s', async () => {
  await dragging()
  point('pointerup', 300, 100)
  await map.engine.does({ type: 'settled' }, { pinned: { a: [0.4, 0.4] } })
  await map.engine.fail('WorkerLost')
  assert.deepEqual(
    map.engine.asked('restore').map((/** @type {any} */ { state }) => state.pinned),
    [{ a: [0.4, 0.4] }],
  )
})

for (const [
  name,
  stage,
  sheetTop,
  elementTop,
  box,
  want,
] of /** @type {[string, {top: number, bottom: number}, number, number, any, number][]} */ ([
  ['nothing is covered', { top: 0, bottom: 300 }, 400, 0, undefined, 0],
  ['all of the map fits above the sheet', { top: 200, bottom: 500 }, 400, 150, undefined, 100],
  ['the map begins at the window’s top: only the node counts', { top: 0, bottom: 500 }, 300, 0, [50, 300, 10, 10], 58],
  ['a node above the sheet needs nothing', { top: 0, bottom: 500 }, 300, 0, [50, 100, 10, 10], 0],
])) {
  test(`a sheet opens: ${name}`, () => {
    map = /** @type {any} */ ({ close() {} })
    assert.equal(scrollAbove(stage, sheetTop, elementTop, box), want)
  })
}
