import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CommandQueue, pingTimeoutMS, toEnvelope, watchdogMS } from '../../../src/engine/command-queue.js'

/** A line whose other end and whose clock are the test. */
function queueByHand() {
  /** @type {string[][]} */
  const posts = []
  /** @type {{callback: () => void, delayMS: number}|null} */
  let timer = null
  const told = { pings: 0, lost: 0, lastPing: 0 }
  const queue = new CommandQueue({
    post: (_n, envelopes) => void posts.push(envelopes.map(({ json }) => name(JSON.parse(json)))),
    ping: (n) => {
      told.pings++
      told.lastPing = n
    },
    lost: () => void told.lost++,
    after: (callback, delayMS) => {
      assert.equal(timer, null, 'one timer at a time')
      const mine = (timer = { callback, delayMS })
      return () => {
        if (timer === mine) timer = null
      }
    },
  })
  return {
    queue,
    posts,
    told,
    /** The delay of the timer that runs, or null. */
    waits: () => timer?.delayMS ?? null,
    timeIsUp: () => {
      const due = timer
      timer = null
      due?.callback()
    },
  }
}

/** @param {any} command */
function name({ type, phase, pointer, x }) {
  return type === 'pointer' ? `${phase}${pointer}@${x}` : type
}

const pressed = /** @type {const} */ ({
  type: 'pointer',
  y: 0,
  kind: 'mouse',
  buttons: 1,
  ctrl: false,
  shift: false,
  detail: 0,
  pan: false,
  t: 0,
})
/** @param {number} x @returns {import('../../../src/engine/messages.js').Command} */
const move = (x, pointer = 1) => ({ ...pressed, phase: 'move', pointer, x })
const down = /** @type {const} */ ({ ...pressed, phase: 'down', pointer: 1, x: 0 })
const up = /** @type {const} */ ({ ...pressed, phase: 'up', pointer: 1, x: 9 })

test('before the start everything waits, in order', () => {
  const { queue, posts, waits } = queueByHand()
  queue.send({ type: 'fit' })
  queue.send(down)
  assert.deepEqual(posts, [])
  assert.equal(waits(), null)
  queue.open()
  assert.deepEqual(posts, [['fit', 'down1@0']])
})

test('the first move goes out at once, later ones when it is answered, as one', () => {
  const { queue, posts } = queueByHand()
  queue.open()
  for (const x of [1, 2, 3, 4]) queue.send(move(x))
  assert.deepEqual(posts, [['move1@1']])
  queue.acknowledge(1)
  assert.deepEqual(posts, [['move1@1'], ['move1@4']])
})

test('down and up are never dropped nor held back, and take waiting moves along', () => {
  const { queue, posts } = queueByHand()
  queue.open()
  for (const command of [down, move(1), move(2), up, down, move(3), up]) queue.send(command)
  assert.deepEqual(posts, [['down1@0'], ['move1@2', 'up1@9'], ['down1@0'], ['move1@3', 'up1@9']])
})

test('moves of two fingers do not take the place of one another', () => {
  const { queue, posts } = queueByHand()
  queue.open()
  queue.send(down)
  for (const command of [move(1, 1), move(5, 2), move(2, 1), move(6, 2), move(7, 2)]) queue.send(command)
  queue.acknowledge(1)
  assert.deepEqual(posts[1], ['move1@1', 'move2@5', 'move1@2', 'move2@7'])
})

test('a move is not put together with one that lies before another command', () => {
  const { queue, posts } = queueByHand()
  queue.send(move(1))
  queue.send({ type: 'fit' })
  queue.send(move(2))
  queue.open()
  assert.deepEqual(posts, [['move1@1', 'fit', 'move1@2']])
})

test('at rest there is no timer', () => {
  const { queue, waits } = queueByHand()
  queue.open()
  assert.equal(waits(), null)
  queue.send(move(1))
  queue.send(move(2))
  assert.equal(waits(), watchdogMS)
  queue.acknowledge(1)
  assert.equal(waits(), watchdogMS, 'the second move is on its way')
  queue.acknowledge(2)
  assert.equal(waits(), null)
})

test('silence is asked about, and then it is the end', () => {
  const { queue, told, waits, timeIsUp } = queueByHand()
  queue.open()
  queue.send({ type: 'fit' })
  timeIsUp()
  assert.deepEqual([told.pings, told.lost, waits()], [1, 0, pingTimeoutMS])
  timeIsUp()
  assert.deepEqual([told.pings, told.lost], [1, 1])
  assert.equal(watchdogMS + pingTimeoutMS, 4000)
})

test('a host that lives but gets no frames is left alone', () => {
  const { queue, told, waits, timeIsUp } = queueByHand()
  queue.open()
  queue.send({ type: 'fit' })
  timeIsUp()
  queue.pong(told.lastPing)
  assert.equal(waits(), null)
  queue.send({ type: 'fit' })
  assert.equal(waits(), watchdogMS, 'the next message is watched again')
  timeIsUp()
  queue.pong(told.lastPing - 1)
  assert.equal(waits(), pingTimeoutMS, 'an answer to an older question is none')
})

test('closed, nothing goes out and no timer runs', () => {
  const { queue, posts, waits } = queueByHand()
  queue.open()
  queue.send({ type: 'fit' })
  queue.close()
  queue.send({ type: 'fit' })
  queue.acknowledge(1)
  assert.deepEqual(posts, [['fit']])
  assert.equal(waits(), null)
})

test('envelopes carry the version, and the size that a frame changes to', () => {
  assert.deepEqual(toEnvelope({ type: 'fit' }), { json: '{"type":"fit","v":1}' })
  assert.deepEqual(toEnvelope({ type: 'fit' }, 7), { json: '{"type":"fit","v":1,"id":7}' })
  const own = /** @type {any} */ ({ type: 'fit', v: 2, id: 9 })
  assert.deepEqual(toEnvelope(own), { json: '{"type":"fit","v":1}' }, 'a sender has no say in version and id')
  const { frame } = toEnvelope({ type: 'resize', width: 304, height: 520, dpr: 2 })
  assert.deepEqual(frame, { width: 304, height: 520, dpr: 2 })
})
