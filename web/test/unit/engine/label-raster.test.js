import assert from 'node:assert/strict'
import { test } from 'node:test'
import { arrange, encodeBoxes, rasterizeLabels, readSprites } from '../../../src/engine/label-raster.js'

/**
 * @param {number} w
 * @param {number} h
 */
const box = (w, h) => ({ x: -1, y: -1, w, h, originX: 0, originY: 0 })

test('boxes are put in rows that do not overlap', () => {
  const boxes = [box(1000, 20), box(1000, 30), box(100, 10), box(2048, 5)]
  assert.equal(arrange(boxes), 45)
  assert.deepEqual(
    boxes.map(({ x, y }) => [x, y]),
    [
      [0, 0],
      [1000, 0],
      [0, 30],
      [0, 40],
    ],
  )
  assert.equal(arrange([]), 0)
})

test('boxes go out as little-endian int32', () => {
  const bytes = encodeBoxes([{ x: 1, y: 258, w: 3, h: 4, originX: -1, originY: 6 }])
  assert.deepEqual([...bytes], [1, 0, 0, 0, 2, 1, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 255, 255, 255, 255, 6, 0, 0, 0])
})

test('sprites are read nine values at a time, an incomplete one not at all', () => {
  const list = ['Kyiv', 'en', false, 13, 600, 80, '#000000', '#ffffffff', 3, 'rest']
  assert.deepEqual(readSprites(list), [
    { text: 'Kyiv', lang: 'en', rtl: false, size: 13, weight: 600, maxWidth: 80, fill: '#000000', outline: '#ffffffff', outlineSize: 3 },
  ])
})

/** A 2D context that writes down what it is told; each character is 10 px wide. */
function fakePen() {
  /** @type {any[][]} */
  const calls = []
  const note =
    (/** @type {string} */ name) =>
    (/** @type {any[]} */ ...args) =>
      void calls.push([name, ...args])
  const ctx = {
    calls,
    canvas: { width: 1, height: 1 },
    measureText: (/** @type {string} */ text) => ({
      width: 10 * text.length,
      actualBoundingBoxLeft: 5 * text.length,
      actualBoundingBoxRight: 5 * text.length,
      actualBoundingBoxAscent: 9,
      actualBoundingBoxDescent: 3,
    }),
    getImageData: (/** @type {number} */ _x, /** @type {number} */ _y, /** @type {number} */ width, /** @type {number} */ height) => ({
      width,
      height,
      data: new Uint8ClampedArray(4),
    }),
    save: note('save'),
    restore: note('restore'),
    beginPath: note('beginPath'),
    rect: note('rect'),
    clip: note('clip'),
    setTransform: note('setTransform'),
    strokeText: note('strokeText'),
    fillText: (/** @type {any[]} */ ...args) => void calls.push(['fillText', ...args, ctx.direction]),
    direction: '',
  }
  return /** @type {any} */ (ctx)
}

/** @param {ReturnType<typeof fakePen>} ctx @param {string} name */
const calls = (ctx, name) => ctx.calls.filter((/** @type {any[]} */ call) => call[0] === name)

test('a text that fits keeps its shape, a wider one is made narrower', () => {
  const ctx = fakePen()
  rasterizeLabels(ctx, 'sans-serif', 2, [
    'abcd',
    '',
    false,
    13,
    400,
    40,
    '#000000',
    '#00000000',
    0,
    'abcdefgh',
    '',
    false,
    13,
    400,
    40,
    '#000000',
    '#00000000',
    0,
  ])
  assert.deepEqual(
    calls(ctx, 'setTransform').map((/** @type {number[]} */ [, a, b, c, d]) => [a, b, c, d]),
    [
      [2, 0, 0, 2],
      [1, 0, 0, 2],
    ],
  )
})

test('a text without a limit is never made narrower', () => {
  const ctx = fakePen()
  rasterizeLabels(ctx, 'sans-serif', 1, ['abcdefgh', '', false, 13, 400, 0, '#000000', '#00000000', 0])
  assert.equal(calls(ctx, 'setTransform')[0][1], 1)
})

test('the outline lies below the fill, and only where there is one', () => {
  const ctx = fakePen()
  rasterizeLabels(ctx, 'sans-serif', 1, [
    'a',
    '',
    false,
    13,
    400,
    0,
    '#000000',
    '#ffffffff',
    3,
    'b',
    '',
    false,
    13,
    400,
    0,
    '#000000',
    '#00000000',
    0,
  ])
  const written = ctx.calls.filter((/** @type {any[]} */ [name]) => name.endsWith('Text'))
  assert.deepEqual(
    written.map((/** @type {any[]} */ call) => call.slice(0, 2)),
    [
      ['strokeText', 'a'],
      ['fillText', 'a'],
      ['fillText', 'b'],
    ],
  )
})

test('a line runs as the whole text does that it is of, whatever its own envelopes are', () => {
  const ctx = fakePen()
  rasterizeLabels(ctx, 'sans-serif', 1, [
    'PKK في العراق',
    'ar',
    true,
    13,
    400,
    0,
    '#000000',
    '#00000000',
    0,
    'علي 123',
    'en',
    false,
    13,
    400,
    0,
    '#000000',
    '#00000000',
    0,
  ])
  assert.deepEqual(
    calls(ctx, 'fillText').map((/** @type {any[]} */ call) => call.at(-1)),
    ['rtl', 'ltr'],
  )
})

test('no sprite is larger than the largest page of the atlas', () => {
  const ctx = fakePen()
  const { boxes } = rasterizeLabels(ctx, 'sans-serif', 4, ['x'.repeat(5000), '', false, 13, 400, 0, '#000000', '#00000000', 0])
  const [, , w, h] = new Int32Array(boxes.buffer)
  assert.ok(w > 0 && w < 2048 && h > 0 && h < 2048, `${w} x ${h}`)
})

test('the canvas is let go afterwards', () => {
  const ctx = fakePen()
  const { width } = rasterizeLabels(ctx, 'sans-serif', 1, ['a', '', false, 13, 400, 0, '#000000', '#00000000', 0])
  assert.equal(width, 2048)
  assert.deepEqual(ctx.canvas, { width: 1, height: 1 })
})
