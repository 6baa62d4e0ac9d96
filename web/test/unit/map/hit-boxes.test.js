import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HitBoxes } from '../../../src/map/hit-boxes.js'

/** What an engine may say: not today's numbers, so that a copy of these would show. */
const pointers = {
  mouse: { dragSlopPx: 1, nodeSlopPx: 3 },
  touch: { dragSlopPx: 1, nodeSlopPx: 14 },
  pen: { dragSlopPx: 1, nodeSlopPx: 6 },
  doubleTapMs: 1,
}

/** A disc at (100, 100), a pill beside it, and a small node on the pill's edge. */
function threeNodes() {
  const places = new HitBoxes()
  places.calibrate(pointers)
  places.update(
    [
      [100, 100, 10, 10],
      [160, 100, 30, 8],
      [190, 100, 4, 4],
    ],
    [[100, 140, 50, 8], 0, 0],
  )
  return places
}

const rows = [
  { name: 'the middle of a node', at: [100, 100], kind: 'mouse', want: 0 },
  { name: 'a mouse just beside it', at: [100, 112], kind: 'mouse', want: 0 },
  { name: 'a mouse farther off', at: [100, 116], kind: 'mouse', want: -1 },
  { name: 'the tip of a pen there', at: [100, 116], kind: 'pen', want: 0 },
  { name: 'the tip of a pen beyond its slop', at: [100, 117], kind: 'pen', want: -1 },
  { name: 'a finger there', at: [100, 116], kind: 'touch', want: 0 },
  { name: 'a finger beyond its slop', at: [100, 125], kind: 'touch', want: -1 },
  { name: 'between two, nearer to the pill', at: [122, 100], kind: 'touch', want: 1 },
  { name: 'where two overlap, the one that it is deeper in', at: [188, 100], kind: 'mouse', want: 1 },
  { name: 'on a name, far from its shape', at: [140, 145], kind: 'touch', want: 0 },
  { name: 'beside a name', at: [140, 149], kind: 'touch', want: -1 },
  { name: 'an unknown kind is as exact as a mouse', at: [100, 116], kind: '', want: -1 },
]
for (const {
  name,
  at: [x, y],
  kind,
  want,
} of rows) {
  test(`nodeAt: ${name}`, () => assert.equal(threeNodes().nodeAt(x, y, kind), want))
}

test('before the engine has told anything no finger is on a node', () => {
  assert.equal(new HitBoxes().nodeAt(0, 0, 'touch'), -1)
})
