import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canvasSize, maxCanvasPixels } from '../../../src/engine/canvas-size.js'

test('a frame of the page has a canvas of its device pixels', () => {
  assert.deepEqual(canvasSize({ width: 304, height: 520, dpr: 1 }), { width: 304, height: 520, dpr: 1 })
  assert.deepEqual(canvasSize({ width: 1040, height: 740, dpr: 2 }), { width: 2080, height: 1480, dpr: 2 })
  assert.deepEqual(canvasSize({ width: 1040, height: 740, dpr: 1.25 }), { width: 1300, height: 925, dpr: 1.25 })
})

test('a canvas has a limit, and keeps its shape at it', () => {
  const size = canvasSize({ width: 3840, height: 2160, dpr: 3 })
  assert.ok(size && size.width * size.height < maxCanvasPixels * 1.001)
  assert.ok(Math.abs(size.width / size.height - 3840 / 2160) < 0.001)
  assert.ok(Math.abs(size.dpr - size.width / 3840) < 0.001)
})

test('what is no size is refused', () => {
  for (const [width, height, dpr] of [
    [0, 10, 1],
    [10, -1, 1],
    [10, 10, 0],
    [NaN, 10, 1],
    [Infinity, 10, 1],
  ]) {
    assert.equal(canvasSize({ width, height, dpr }), null, `${width} x ${height} at ${dpr}`)
  }
})

test('a frame of less than a pixel still has one', () => {
  assert.deepEqual(canvasSize({ width: 0.2, height: 0.2, dpr: 1 }), { width: 1, height: 1, dpr: 1 })
})
