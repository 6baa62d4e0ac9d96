import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Link, lastCallMS, patienceMS, toLetter } from '../../../src/engine/command-queue.js'

/** A line whose other end and whose clock are the test. */
function lineByHand() {
  /** @type {string[][]} */
  const posts = []
  /** @type {{callback: () => void, delayMS: number}|null} */
  let timer = null
  const told = { pings: 0, lost: 0, lastPing: 0 }
  const link = new Link({
    post: (_n, letters) => void posts.push(letters.map(({ json }) => name(JSON.parse(json)))),
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
    link,
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

/** @param {number} x */
const move = (x, pointer = 1) => ({ type: 'pointer', phase: 'move', pointer, x, y: 0 })
const down = { type: 'pointer', phase: 'down', pointer: 1, x: 0, y: 0 }
const up = { type: 'pointer', phase: 'up', pointer: 1, x: 9, y: 0 }

test('before the start everything waits, in order', () => {
  const { link, posts, waits } = lineByHand()
  link.send({ type: 'fit' })
  link.send(down)
  assert.deepEqual(posts, [])
  assert.equal(waits(), null)
  link.open()
  assert.deepEqual(posts, [['fit', 'down1@0']])
})

test('the first move goes out at once, later ones when it is answered, as one', () => {
  const { link, posts } = lineByHand()
  link.open()
  for (const x of [1, 2, 3, 4]) link.send(move(x))
  assert.deepEqual(posts, [['move1@1']])
  link.acknowledge(1)
  assert.deepEqual(posts, [['move1@1'], ['move1@4']])
})

test('down and up are never dropped nor held back, and take waiting moves along', () => {
  const { link, posts } = lineByHand()
  link.open()
  for (const command of [down, move(1), move(2), up, down, move(3), up]) link.send(command)
  assert.deepEqual(posts, [['down1@0'], ['move1@2', 'up1@9'], ['down1@0'], ['move1@3', 'up1@9']])
})

test('moves of two fingers do not take the place of one another', () => {
  const { link, posts } = lineByHand()
  link.open()
  link.send(down)
  for (const command of [move(1, 1), move(5, 2), move(2, 1), move(6, 2), move(7, 2)]) link.send(command)
  link.acknowledge(1)
  assert.deepEqual(posts[1], ['move1@1', 'move2@5', 'move1@2', 'move2@7'])
})

test('a move is not put together with one that lies before another command', () => {
  const { link, posts } = lineByHand()
  link.send(move(1))
  link.send({ type: 'fit' })
  link.send(move(2))
  link.open()
  assert.deepEqual(posts, [['move1@1', 'fit', 'move1@2']])
})

test('at rest there is no timer', () => {
  const { link, waits } = lineByHand()
  link.open()
  assert.equal(waits(), null)
  link.send(move(1))
  link.send(move(2))
  assert.equal(waits(), patienceMS)
  link.acknowledge(1)
  assert.equal(waits(), patienceMS, 'the second move is on its way')
  link.acknowledge(2)
  assert.equal(waits(), null)
})

test('silence is asked about, and then it is the end', () => {
  const { link, told, waits, timeIsUp } = lineByHand()
  link.open()
  link.send({ type: 'fit' })
  timeIsUp()
  assert.deepEqual([told.pings, told.lost, waits()], [1, 0, lastCallMS])
  timeIsUp()
  assert.deepEqual([told.pings, told.lost], [1, 1])
  assert.equal(patienceMS + lastCallMS, 4000)
})

test('a host that lives but gets no frames is left alone', () => {
  const { link, told, waits, timeIsUp } = lineByHand()
  link.open()
  link.send({ type: 'fit' })
  timeIsUp()
  link.pong(told.lastPing)
  assert.equal(waits(), null)
  link.send({ type: 'fit' })
  assert.equal(waits(), patienceMS, 'the next message is watched again')
  timeIsUp()
  link.pong(told.lastPing - 1)
  assert.equal(waits(), lastCallMS, 'an answer to an older question is none')
})

test('closed, nothing goes out and no timer runs', () => {
  const { link, posts, waits } = lineByHand()
  link.open()
  link.send({ type: 'fit' })
  link.close()
  link.send({ type: 'fit' })
  link.acknowledge(1)
  assert.deepEqual(posts, [['fit']])
  assert.equal(waits(), null)
})

test('letters carry the version, and the size that a frame changes to', () => {
  assert.deepEqual(toLetter({ type: 'fit' }), { json: '{"v":1,"type":"fit"}' })
  assert.deepEqual(toLetter({ v: 2, type: 'fit' }), { json: '{"v":2,"type":"fit"}' })
  const { frame } = toLetter({ type: 'resize', width: 304, height: 520, dpr: 2 })
  assert.deepEqual(frame, { width: 304, height: 520, dpr: 2 })
})
