import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FrameScheduler } from '../../../src/engine/frame-scheduler.js'

/** A scheduler on a clock that the test turns by hand. */
function gateByHand() {
  /** @type {((time: number) => void)[]} */
  const frames = []
  /** @type {Map<number, {callback: () => void, dueMS: number}>} */
  const timers = new Map()
  let nowMS = 0
  let ids = 0
  /** @type {string[]} */
  const told = []
  const scheduler = new FrameScheduler(
    {
      requestFrame: (callback) => frames.push(callback),
      setTimer: (callback, delayMS) => (timers.set(++ids, { callback, dueMS: nowMS + delayMS }), ids),
      clearTimer: (id) => void timers.delete(id),
      nowMS: () => nowMS,
    },
    {
      beforeFrame: () => void told.push('before'),
      afterFrame: () => void told.push('after'),
      onError: (error) => void told.push(String(error)),
    },
  )
  return {
    scheduler,
    told,
    /** Frames that the browser has been asked for. */
    asked: () => frames.length,
    /** Timers that the browser holds. */
    armed: () => [...timers.values()].map(({ dueMS }) => dueMS - nowMS),
    frame: () => frames.splice(0).forEach((callback) => callback(nowMS)),
    /** Lets time pass without firing anything. @param {number} ms */
    wait: (ms) => void (nowMS += ms),
    /** Fires what is due. */
    ring: () => {
      for (const [id, { callback, dueMS }] of timers) if (dueMS <= nowMS) timers.delete(id), callback()
    },
  }
}

/**
 * A program like Ebitengine's loop: asks for the next frame at the end of each.
 * @param {FrameScheduler} scheduler
 * @param {() => void} [draw]
 */
function program(scheduler, draw = () => {}) {
  const run = () => {
    draw()
    scheduler.requestAnimationFrame(run)
  }
  return run
}

test('it rests when no frame is drawn, asked for or wanted', () => {
  const { scheduler, frame } = gateByHand()
  const seen = /** @type {boolean[]} */ ([])
  let again = false
  const run = program(scheduler, () => {
    seen.push(scheduler.resting)
    if (again) scheduler.wake() // a program that moves something wants another frame
    again = false
  })
  assert.equal(scheduler.resting, false, 'before the first frame')
  run()
  assert.equal(scheduler.resting, true)
  again = true
  scheduler.wake()
  assert.equal(scheduler.resting, false, 'a frame is due')
  frame()
  assert.equal(scheduler.resting, false, 'another frame is due')
  frame()
  assert.equal(scheduler.resting, true)
  assert.deepEqual(seen, [false, false, false])
})

test('the first frame is drawn without the browser, and then there is rest', () => {
  const { scheduler, asked, told } = gateByHand()
  program(scheduler)()
  assert.equal(asked(), 0)
  assert.deepEqual(scheduler.counts, { callbacks: 0, timers: 0, frames: 1 })
  assert.deepEqual(told, ['after'])
})

test('a wake lets one frame through, and many wakes before it are one', () => {
  const { scheduler, asked, frame, told } = gateByHand()
  program(scheduler)()
  scheduler.wake()
  scheduler.wake()
  assert.equal(asked(), 1)
  assert.equal(scheduler.frameDue, true)
  frame()
  assert.equal(asked(), 0)
  assert.equal(scheduler.frameDue, false)
  assert.deepEqual(scheduler.counts, { callbacks: 1, timers: 0, frames: 2 })
  assert.deepEqual(told, ['after', 'before', 'after'])
})

test('a wake during a frame asks for the next one', () => {
  const { scheduler, asked, frame } = gateByHand()
  let left = 3
  program(scheduler, () => left-- > 0 && scheduler.wake())()
  for (let n = 0; n < 3; n++) {
    assert.equal(asked(), 1, `after frame ${n + 1}`)
    frame()
  }
  assert.equal(asked(), 0)
})

test('timers are held at rest and keep their time', () => {
  const { scheduler, armed, frame, wait } = gateByHand()
  const run = program(scheduler)
  let rung = 0
  scheduler.setTimeout(() => rung++, 100)
  assert.deepEqual(armed(), [100], 'while the program starts')
  run()
  assert.deepEqual(armed(), [], 'at rest')
  wait(60)
  let inFrame
  scheduler.requestAnimationFrame(() => {
    inFrame = armed()
    scheduler.requestAnimationFrame(run)
  })
  scheduler.wake()
  frame()
  assert.deepEqual(inFrame, [40], 'within a frame')
  assert.deepEqual(armed(), [], 'at rest again')
  assert.equal(rung, 0)
})

test('a frame that sleeps is woken by its timer', () => {
  const { scheduler, armed, frame, wait, ring } = gateByHand()
  let done = 0
  const sleepy = () => void scheduler.setTimeout(() => (done++, scheduler.requestAnimationFrame(sleepy)), 5)
  program(scheduler)()
  scheduler.requestAnimationFrame(sleepy)
  scheduler.wake()
  frame()
  assert.deepEqual(armed(), [5])
  wait(5)
  ring()
  assert.equal(done, 1)
  assert.equal(scheduler.counts.timers, 1)
  assert.deepEqual(armed(), [])
})

test('a cleared timer never rings', () => {
  const { scheduler, armed } = gateByHand()
  const key = scheduler.setTimeout(() => assert.fail('rang'), 5)
  scheduler.clearTimeout(key)
  scheduler.clearTimeout(key)
  scheduler.clearTimeout(undefined)
  scheduler.clearTimeout(77)
  assert.deepEqual(armed(), [])
})

test('paused, nothing runs; resumed, one frame does', () => {
  const { scheduler, asked, frame } = gateByHand()
  program(scheduler)()
  scheduler.wake()
  scheduler.pause()
  frame()
  assert.equal(scheduler.counts.callbacks, 0, 'a frame that was asked for before the pause')
  scheduler.wake()
  assert.equal(asked(), 0)
  scheduler.resume()
  assert.equal(asked(), 1)
  frame()
  assert.equal(scheduler.counts.callbacks, 1)
})

test('shut, nothing reaches the program any more', () => {
  const { scheduler, asked, armed, frame, wait, ring } = gateByHand()
  const run = program(scheduler)
  scheduler.setTimeout(() => assert.fail('rang'), 5)
  run()
  scheduler.wake()
  scheduler.stop()
  frame()
  scheduler.wake()
  scheduler.setTimeout(() => assert.fail('rang'), 5)
  wait(10)
  ring()
  assert.equal(scheduler.requestAnimationFrame(run), 0)
  assert.equal(asked(), 0)
  assert.deepEqual(armed(), [])
  assert.equal(scheduler.counts.callbacks, 0)
})

test('what a callback throws is reported, not lost', () => {
  const { scheduler, frame, told } = gateByHand()
  program(scheduler)()
  scheduler.requestAnimationFrame(() => {
    throw new Error('out of memory')
  })
  scheduler.wake()
  frame()
  assert.equal(told.at(-1), 'Error: out of memory')
})
