import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TokenBucket } from '../../../src/embed/rate-limiter.js'
import { Latest } from '../../../src/embed/throttle.js'

/** A clock that the test turns. */
function clockByHand() {
  let ms = 0
  return { nowMS: () => ms, pass: (/** @type {number} */ by) => void (ms += by) }
}

test('a bucket gives what is in it, then what time brings, and never more than it holds', () => {
  const { nowMS, pass } = clockByHand()
  const bucket = new TokenBucket(3, 2, nowMS)
  assert.deepEqual(
    [1, 2, 3, 4].map(() => bucket.take()),
    [true, true, true, false],
  )
  pass(499)
  assert.equal(bucket.take(), false)
  pass(1)
  assert.equal(bucket.take(), true)
  assert.equal(bucket.take(), false)
  pass(60_000)
  assert.deepEqual(
    [1, 2, 3, 4].map(() => bucket.take()),
    [true, true, true, false],
  )
})

test('a flood of questions does not keep the bucket from filling', () => {
  const { nowMS, pass } = clockByHand()
  const bucket = new TokenBucket(1, 1, nowMS)
  let taken = 0
  for (let i = 0; i < 10_000; i++, pass(1)) if (bucket.take()) taken++
  assert.ok(taken >= 10 && taken <= 11, `${taken} in 10 s`)
})

/** @param {import('node:test').TestContext} t */
function latestByHand(t) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const { nowMS, pass } = clockByHand()
  /** @type {unknown[]} */
  const told = []
  const latest = new Latest((kind, news) => told.push([kind, news]), nowMS)
  return { latest, told, pass: (/** @type {number} */ ms) => (pass(ms), t.mock.timers.tick(ms)) }
}

test('the first news is told at once, of what follows the last one only', (t) => {
  const { latest, told, pass } = latestByHand(t)
  for (const n of [1, 2, 3]) latest.put('state', n)
  latest.put('hover', 'a')
  assert.deepEqual(told, [
    ['state', 1],
    ['hover', 'a'],
  ])
  pass(100)
  assert.deepEqual(told.slice(2), [['state', 3]])
})

test('at rest there is no timer: nothing more is told however long one waits', (t) => {
  const { latest, told, pass } = latestByHand(t)
  latest.put('state', 1)
  latest.put('state', 2)
  pass(100)
  pass(10_000)
  assert.deepEqual(told, [
    ['state', 1],
    ['state', 2],
  ])
  latest.put('state', 3)
  assert.deepEqual(told[2], ['state', 3])
})
