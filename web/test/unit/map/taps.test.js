import assert from 'node:assert/strict'
import { beforeEach, mock, test } from 'node:test'
import { Taps } from '../../../src/map/taps.js'

/** @type {Taps} */
let taps
/** @type {string[]} */
let ran
let now = 5000

const tap = () => {
  taps.begin(1)
  taps.end(1)
}

/** @param {number} ms */
const pass = (ms) => {
  now += ms
  mock.timers.tick(ms)
}

beforeEach(() => {
  mock.reset()
  mock.timers.reset()
  mock.timers.enable({ apis: ['setTimeout'] })
  mock.method(performance, 'now', () => now)
  taps = new Taps()
  taps.calibrate(300)
  ran = []
})

test('without a tap, what moves the page runs at once', () => {
  taps.after(() => ran.push('a'))
  assert.deepEqual(ran, ['a'])
})

test('after a tap it waits for the second one', () => {
  tap()
  pass(100)
  taps.after(() => ran.push('a'))
  pass(199)
  assert.deepEqual(ran, [])
  pass(2)
  assert.deepEqual(ran, ['a'])
})

test('while a finger is down, and until its own time has passed, nothing moves', () => {
  tap()
  taps.after(() => ran.push('a'))
  pass(250)
  taps.begin(2)
  pass(1000)
  assert.deepEqual(ran, [])
  taps.end(2)
  pass(299)
  assert.deepEqual(ran, [])
  pass(2)
  assert.deepEqual(ran, ['a'])
})

test('the newer movement takes the place of the older', () => {
  taps.begin(1)
  taps.after(() => ran.push('a'))
  taps.after(() => ran.push('b'))
  taps.end(1)
  pass(301)
  assert.deepEqual(ran, ['b'])
})

test('a map that is gone moves nothing', () => {
  tap()
  taps.after(() => ran.push('a'))
  taps.stop()
  pass(1000)
  assert.deepEqual(ran, [])
})

test('how long a second tap may take is what the engine says', () => {
  taps.calibrate(120)
  tap()
  taps.after(() => ran.push('a'))
  pass(119)
  assert.deepEqual(ran, [])
  pass(2)
  assert.deepEqual(ran, ['a'])
})

test('before there is an engine nothing waits for a tap', () => {
  taps = new Taps()
  tap()
  taps.after(() => ran.push('a'))
  assert.deepEqual(ran, ['a'])
})
