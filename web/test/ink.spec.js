// The comparison of pictures is itself held to account: it must see what it is for.
import { expect, test } from '@playwright/test'
import { compareInk, shiftOf, worstTile } from './ink.js'

/** @type {import('./ink.js').Paper} */
const paper = [252, 251, 248]

/**
 * Draws a black square of 12 px with its corner at (x, y) on a sheet of 60 px.
 * @param {number} x
 * @param {number} y
 * @returns {import('./ink.js').Pixels}
 */
function square(x, y, size = 12) {
  const data = new Uint8Array(60 * 60 * 4)
  for (let i = 0; i < 60 * 60; i++) {
    const inside = i % 60 >= x && i % 60 < x + size && Math.floor(i / 60) >= y && Math.floor(i / 60) < y + size
    data.set(inside ? [0, 0, 0, 255] : [...paper, 255], i * 4)
  }
  return { width: 60, height: 60, data }
}

test('the same picture twice does not differ', { tag: '@text' }, () => {
  expect(compareInk(square(20, 20), square(20, 20), paper)).toEqual({ inkedA: 144, inkedB: 144, inked: 144, differing: 0, share: 0 })
})

test('a blank sheet differs in all ink, and two blank sheets are no match', { tag: '@text' }, () => {
  const blank = square(0, 0, 0)
  expect(compareInk(square(20, 20), blank, paper).share).toBe(1)
  expect(compareInk(blank, square(20, 20), paper).share).toBe(1)
  expect(compareInk(blank, blank, paper).share).toBe(1)
})

test('one px to the side is seen as ink that differs and as a shift', { tag: '@text' }, () => {
  const moved = compareInk(square(20, 20), square(21, 20), paper)
  expect(moved.inked).toBe(156)
  expect(moved.differing).toBe(24)
  for (const [dx, dy] of [
    [0, 0],
    [1, 0],
    [-2, 3],
  ]) {
    expect(shiftOf(square(20, 20), square(20 + dx, 20 + dy), { x: 26, y: 26, halfW: 6, halfH: 6 })).toEqual({ dx, dy })
  }
})

test('a mark that is missing in one place is seen there', { tag: '@text' }, () => {
  const whole = square(2, 2, 50)
  const pierced = square(2, 2, 50)
  for (let y = 34; y < 46; y++) for (let x = 34; x < 46; x++) pierced.data.set(paper, (y * 60 + x) * 4)
  expect(compareInk(whole, pierced, paper).share).toBeLessThan(0.06)
  expect(worstTile(whole, pierced, paper)).toEqual({ x: 32, y: 32, share: 144 / 400 })
})
