import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Throttle } from '../../../src/embed/throttle.js'
import { RateLimiter } from '../../../src/ui/rate-limiter.js'

/** A clock that the test turns. */
function clockByHand() {
  let ms = 0
  return { nowMS: () => ms, pass: (/** @type {number} */ by) => void (ms += by) }
}

test('a limiter gives what is in it, then what time brings, and never more than it holds', () => {
  const { nowMS, pass } = clockByHand()
  const limiter = new RateLimiter(3, 2, nowMS)
  assert.deepEqual(
    [1, 2, 3, 4].map(() => limiter.take()),
    [true, true, true, false],
  )
  pass(499)
  assert.equal(limiter.take(), false)
  pass(1)
  assert.equal(limiter.take(), true)
  assert.equal(limiter.take(), false)
  pass(60_000)
  assert.deepEqual(
    [1, 2, 3, 4].map(() => limiter.take()),
    [true, true, true, false],
  )
})

test('a flood of questions does not keep the limiter from filling', () => {
  const { nowMS, pass } = clockByHand()
  const limiter = new RateLimiter(1, 1, nowMS)
  let taken = 0
  for (let i = 0; i < 10_000; i++, pass(1)) if (limiter.take()) taken++
  assert.ok(taken >= 10 && taken <= 11, `${taken} in 10 s`)
})

/** @param {import('node:test').TestContext} t */
function latestByHand(t) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const { nowMS, pass } = clockByHand()
  /** @type {unknown[]} */
  const told = []
  const throttle = new Throttle((kind, news) => told.push([kind, news]), nowMS)
  return { throttle, told, pass: (/** @type {number} */ ms) => (pass(ms), t.mock.timers.tick(ms)) }
}

test('the first news is told at once, of what follows the last one only', (t) => {
  const { throttle, told, pass } = latestByHand(t)
  for (const n of [1, 2, 3]) throttle.put('state', n)
  throttle.put('hover', 'a')
  assert.deepEqual(told, [
    ['state', 1],
    ['hover', 'a'],
  ])
  pass(100)
  assert.deepEqual(told.slice(2), [['state', 3]])
})

test('at rest there is no timer: nothing more is told however long one waits', (t) => {
  const { throttle, told, pass } = latestByHand(t)
  throttle.put('state', 1)
  throttle.put('state', 2)
  pass(100)
  pass(10_000)
  assert.deepEqual(told, [
    ['state', 1],
    ['state', 2],
  ])
  throttle.put('state', 3)
  assert.deepEqual(told[2], ['state', 3])
})
