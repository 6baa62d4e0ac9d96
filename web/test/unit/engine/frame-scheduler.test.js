import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Gate } from '../../../src/engine/frame-scheduler.js'

/** A gate on a clockwork that the test turns by hand. */
function gateByHand() {
  /** @type {((time: number) => void)[]} */
  const frames = []
  /** @type {Map<number, {callback: () => void, dueMS: number}>} */
  const timers = new Map()
  let nowMS = 0
  let ids = 0
  /** @type {string[]} */
  const told = []
  const gate = new Gate(
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
    gate,
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
 * @param {Gate} gate
 * @param {() => void} [draw]
 */
function program(gate, draw = () => {}) {
  const run = () => {
    draw()
    gate.requestAnimationFrame(run)
  }
  return run
}

test('it rests when no frame is drawn, asked for or wanted', () => {
  const { gate, frame } = gateByHand()
  const seen = /** @type {boolean[]} */ ([])
  let again = false
  const run = program(gate, () => {
    seen.push(gate.resting)
    if (again) gate.wake() // a program that moves something wants another frame
    again = false
  })
  assert.equal(gate.resting, false, 'before the first frame')
  run()
  assert.equal(gate.resting, true)
  again = true
  gate.wake()
  assert.equal(gate.resting, false, 'a frame is due')
  frame()
  assert.equal(gate.resting, false, 'another frame is due')
  frame()
  assert.equal(gate.resting, true)
  assert.deepEqual(seen, [false, false, false])
})

test('the first frame is drawn without the browser, and then there is rest', () => {
  const { gate, asked, told } = gateByHand()
  program(gate)()
  assert.equal(asked(), 0)
  assert.deepEqual(gate.counts, { callbacks: 0, timers: 0, frames: 1 })
  assert.deepEqual(told, ['after'])
})

test('a wake lets one frame through, and many wakes before it are one', () => {
  const { gate, asked, frame, told } = gateByHand()
  program(gate)()
  gate.wake()
  gate.wake()
  assert.equal(asked(), 1)
  assert.equal(gate.frameDue, true)
  frame()
  assert.equal(asked(), 0)
  assert.equal(gate.frameDue, false)
  assert.deepEqual(gate.counts, { callbacks: 1, timers: 0, frames: 2 })
  assert.deepEqual(told, ['after', 'before', 'after'])
})

test('a wake during a frame asks for the next one', () => {
  const { gate, asked, frame } = gateByHand()
  let left = 3
  program(gate, () => left-- > 0 && gate.wake())()
  for (let n = 0; n < 3; n++) {
    assert.equal(asked(), 1, `after frame ${n + 1}`)
    frame()
  }
  assert.equal(asked(), 0)
})

test('timers are held at rest and keep their time', () => {
  const { gate, armed, frame, wait } = gateByHand()
  const run = program(gate)
  let rung = 0
  gate.setTimeout(() => rung++, 100)
  assert.deepEqual(armed(), [100], 'while the program starts')
  run()
  assert.deepEqual(armed(), [], 'at rest')
  wait(60)
  let inFrame
  gate.requestAnimationFrame(() => {
    inFrame = armed()
    gate.requestAnimationFrame(run)
  })
  gate.wake()
  frame()
  assert.deepEqual(inFrame, [40], 'within a frame')
  assert.deepEqual(armed(), [], 'at rest again')
  assert.equal(rung, 0)
})

test('a frame that sleeps is woken by its timer', () => {
  const { gate, armed, frame, wait, ring } = gateByHand()
  let done = 0
  const sleepy = () => void gate.setTimeout(() => (done++, gate.requestAnimationFrame(sleepy)), 5)
  program(gate)()
  gate.requestAnimationFrame(sleepy)
  gate.wake()
  frame()
  assert.deepEqual(armed(), [5])
  wait(5)
  ring()
  assert.equal(done, 1)
  assert.equal(gate.counts.timers, 1)
  assert.deepEqual(armed(), [])
})

test('a cleared timer never rings', () => {
  const { gate, armed } = gateByHand()
  const key = gate.setTimeout(() => assert.fail('rang'), 5)
  gate.clearTimeout(key)
  gate.clearTimeout(key)
  gate.clearTimeout(undefined)
  gate.clearTimeout(77)
  assert.deepEqual(armed(), [])
})

test('paused, nothing runs; resumed, one frame does', () => {
  const { gate, asked, frame } = gateByHand()
  program(gate)()
  gate.wake()
  gate.pause()
  frame()
  assert.equal(gate.counts.callbacks, 0, 'a frame that was asked for before the pause')
  gate.wake()
  assert.equal(asked(), 0)
  gate.resume()
  assert.equal(asked(), 1)
  frame()
  assert.equal(gate.counts.callbacks, 1)
})

test('shut, nothing reaches the program any more', () => {
  const { gate, asked, armed, frame, wait, ring } = gateByHand()
  const run = program(gate)
  gate.setTimeout(() => assert.fail('rang'), 5)
  run()
  gate.wake()
  gate.shut()
  frame()
  gate.wake()
  gate.setTimeout(() => assert.fail('rang'), 5)
  wait(10)
  ring()
  assert.equal(gate.requestAnimationFrame(run), 0)
  assert.equal(asked(), 0)
  assert.deepEqual(armed(), [])
  assert.equal(gate.counts.callbacks, 0)
})

test('what a callback throws is reported, not lost', () => {
  const { gate, frame, told } = gateByHand()
  program(gate)()
  gate.requestAnimationFrame(() => {
    throw new Error('out of memory')
  })
  gate.wake()
  frame()
  assert.equal(told.at(-1), 'Error: out of memory')
})
