import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HitBoxes } from '../../../src/map/hit-boxes.js'
import { PointerInput } from '../../../src/map/pointer.js'

/** What an engine may say: not today's numbers, so that a copy of these would show. */
const pointers = {
  mouse: { dragSlopPx: 4, nodeSlopPx: 2 },
  touch: { dragSlopPx: 20, nodeSlopPx: 8 },
  pen: { dragSlopPx: 9, nodeSlopPx: 3 },
  doubleTapMs: 100,
}

/** A map of 200 px with one node of 10 px in its middle, which the engine has announced. */
function surfaceWithNode() {
  const surface = Object.assign(new EventTarget(), {
    offsetWidth: 200,
    offsetHeight: 200,
    getBoundingClientRect: () => ({ left: 0, top: 0, width: 200, height: 200 }),
    setPointerCapture() {},
  })
  const hitBoxes = new HitBoxes()
  /** @type {string[]} */
  const passedOn = []
  const input = new PointerInput(/** @type {any} */ (surface), {
    send() {},
    hitBoxes,
    zoom: () => 1,
    capturesAll: () => false,
    onPassedOn: (gesture) => passedOn.push(gesture),
    onTaken() {},
    onPress() {},
    onPoint: () => false,
    onLateDrop() {},
  })
  input.calibrate(pointers)
  hitBoxes.update([[100, 100, 5, 5]])
  /** @param {string} type @param {object} more */
  const fire = (type, more) => surface.dispatchEvent(Object.assign(new Event(type, { cancelable: true }), more))
  return { input, fire, passedOn }
}

for (const kind of /** @type {const} */ (['mouse', 'touch', 'pen'])) {
  const { dragSlopPx, nodeSlopPx } = pointers[kind]

  /** @param {number} besidePx of the node's shape @param {number} byPx */
  const heldAfter = (besidePx, byPx) => {
    const { input, fire } = surfaceWithNode()
    const at = { pointerId: 1, pointerType: kind, button: 0, buttons: 1, clientX: 105 + besidePx }
    fire('pointerdown', { ...at, clientY: 100 })
    fire('pointermove', { ...at, clientY: 100 + byPx })
    const held = input.engineLost()
    input.stop()
    return held?.node
  }

  test(`${kind}: a press is a drag beyond the slop that the engine has told, and not before`, () => {
    assert.equal(heldAfter(0, dragSlopPx), undefined)
    assert.equal(heldAfter(0, dragSlopPx + 1), 0)
  })

  test(`${kind}: a press beside a node takes it within the slop that the engine has told, and not beyond`, () => {
    assert.equal(heldAfter(nodeSlopPx, dragSlopPx + 1), 0)
    assert.equal(heldAfter(nodeSlopPx + 1, dragSlopPx + 1), undefined)
  })
}

test('a finger on the paper has scrolled the page beyond the slop of a drag, and not before', () => {
  const { input, fire, passedOn } = surfaceWithNode()
  /** @param {string} type @param {number} clientY */
  const touch = (type, clientY) => fire(type, { changedTouches: [{ clientX: 10, clientY }], targetTouches: [{}] })
  touch('touchstart', 10)
  touch('touchmove', 10 + pointers.touch.dragSlopPx)
  assert.deepEqual(passedOn, [])
  touch('touchmove', 11 + pointers.touch.dragSlopPx)
  assert.deepEqual(passedOn, ['touch'])
  input.stop()
})
