import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ParentHeight } from '../../../src/embed/parent-height.js'

/** A window with a document of some height, which is rarely whole px. */
class FakeWindow extends EventTarget {
  /** @type {any} */
  parent = null
  content = 700.4
  document = /** @type {any} */ ({ documentElement: { getBoundingClientRect: () => ({ height: this.content }) } })

  /** @param {number} innerHeight */
  constructor(innerHeight) {
    super()
    this.innerHeight = innerHeight
  }

  /** @param {number} height px */
  resize(height) {
    this.innerHeight = height
    this.dispatchEvent(new Event('resize'))
  }
}

/**
 * Opens a panel that makes the document as high as `content`, and tells how often the map was scrolled.
 * @param {FakeWindow} window
 * @param {ParentHeight} parentHeight
 * @param {number} content px
 */
function open(window, parentHeight, content) {
  const scrolled = { times: 0 }
  window.content = content
  parentHeight.afterGrowth(() => scrolled.times++)
  return scrolled
}

test("a window that is nobody's frame scrolls at once", () => {
  const window = new FakeWindow(701)
  window.parent = window
  assert.equal(open(window, new ParentHeight(window), 900).times, 1)
})

test('a frame of a fixed height scrolls at once', () => {
  const window = new FakeWindow(500)
  assert.equal(open(window, new ParentHeight(window), 900).times, 1)
})

test('a frame that grows does not scroll, however late it grows', () => {
  const window = new FakeWindow(300)
  const parentHeight = new ParentHeight(window)
  window.resize(701)
  const [first, second] = [open(window, parentHeight, 900), open(window, parentHeight, 950.2)]
  window.resize(951)
  const third = open(window, parentHeight, 951)
  window.resize(951)
  assert.deepEqual([first.times, second.times, third.times], [0, 0, 0])
})

test('a frame that grows, but not enough, scrolls then', () => {
  const window = new FakeWindow(701)
  const parentHeight = new ParentHeight(window)
  const scrolled = open(window, parentHeight, 1300)
  assert.equal(scrolled.times, 0)
  window.resize(1000)
  assert.equal(scrolled.times, 1)
  window.resize(900)
  assert.equal(scrolled.times, 1, 'once')
  assert.equal(open(window, parentHeight, 1400).times, 1, 'from then on its height is a fixed one')
})

test('what waits goes with the map', () => {
  const window = new FakeWindow(701)
  const parentHeight = new ParentHeight(window)
  const scrolled = open(window, parentHeight, 1300)
  parentHeight.stop()
  window.resize(1000)
  assert.equal(scrolled.times, 0)
})
