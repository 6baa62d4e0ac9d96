import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EngineHost } from '../../../src/engine/host.js'
import { mainTransport } from '../../../src/engine/transport.js'

/** The smallest program there is: what matters is done by the Go that the test brings along. */
const module = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))

/**
 * A host whose program is a function of the global object that Go would see.
 * @param {(global: any, go: any) => void} main
 * @param {object} [context] of the canvas; null: there is none
 */
async function run(main, context = fakeContext()) {
  /** @type {any[]} */
  const posts = []
  /** @type {((time: number) => void)[]} */
  const frames = []
  const canvas = Object.assign(new EventTarget(), { width: 1, height: 1, getContext: () => context })
  const host = new EngineHost({
    real: globalThis,
    post: (message) => void posts.push(message),
    clock: { requestFrame: (callback) => frames.push(callback), setTimer: () => 1, clearTimer: () => {}, nowMS: () => 0 },
    newLabelContext: () => null,
    makeGo: (global) => {
      const seen = /** @type {any} */ (global)
      seen.fs = {}
      return class {
        importObject = {}
        exit = (/** @type {number} */ _code) => {}
        async run() {
          main(seen, this)
        }
      }
    },
  })
  host.handle({
    kind: 'start',
    canvas: /** @type {any} */ (canvas),
    module,
    dataset: new Uint8Array(3),
    layout: null,
    settings: '{}',
    frame: { width: 304, height: 520, dpr: 2 },
  })
  await new Promise((resolve) => setImmediate(resolve))
  return { host, posts, canvas, frame: () => frames.splice(0).forEach((callback) => callback(0)), asked: () => frames.length }
}

/** @param {{lost: number}} [told] */
function fakeContext(told = { lost: 0 }) {
  return { getExtension: () => ({ loseContext: () => told.lost++ }) }
}

/**
 * A program that draws frames and writes down the messages of each.
 * @param {string[]} seen
 * @param {(message: string) => void} [onMessage]
 */
function drawing(seen, onMessage = () => {}) {
  return (/** @type {any} */ global) => {
    /** @type {string[]} */
    const queue = []
    global.actorMapHost.receive = (/** @type {string} */ json) => {
      queue.push(json)
      global.actorMapHost.wake()
    }
    const draw = () => {
      for (const json of queue.splice(0)) onMessage(json)
      seen.push(`${global.document.body.clientWidth}x${global.document.body.clientHeight}@${global.actorMapHost.dpr}`)
      global.requestAnimationFrame(draw)
    }
    draw()
  }
}

/** @param {string[]} list */
const envelopes = (...list) => list.map((json) => ({ json }))
const kinds = (/** @type {any[]} */ posts) => posts.map(({ kind, n }) => (n === undefined ? kind : `${kind} ${n}`))

test('the canvas has its size before the first frame', async () => {
  /** @type {string[]} */
  const seen = []
  const { canvas } = await run(drawing(seen))
  assert.deepEqual(seen, ['608x1040@2'])
  assert.deepEqual([canvas.width, canvas.height], [608, 1040])
})

test('a message is acknowledged by the frame that has taken it in', async () => {
  const { host, posts, frame, asked } = await run(drawing([]))
  host.handle({ kind: 'commands', n: 1, envelopes: envelopes('a') })
  assert.deepEqual(kinds(posts), [])
  assert.equal(asked(), 1)
  frame()
  assert.deepEqual(kinds(posts), ['ack 1'])
})

test('a new size comes with the frame of its message, not before', async () => {
  /** @type {string[]} */
  const seen = []
  const { host, canvas, frame } = await run(drawing(seen))
  host.handle({ kind: 'commands', n: 1, envelopes: [{ json: 'resize', frame: { width: 480, height: 560, dpr: 1 } }] })
  assert.equal(canvas.width, 608)
  frame()
  assert.deepEqual(seen, ['608x1040@2', '480x560@1'])
  assert.equal(canvas.width, 480)
})

test('messages before the program listens are kept for it', async () => {
  /** @type {string[]} */
  const heard = []
  /** @type {any} */
  let global
  const { host } = await run((seen) => void (global = seen))
  host.handle({ kind: 'commands', n: 1, envelopes: envelopes('a', 'b') })
  global.actorMapHost.receive = (/** @type {string} */ json) => heard.push(json)
  host.handle({ kind: 'commands', n: 2, envelopes: envelopes('c') })
  assert.deepEqual(heard, ['a', 'b', 'c'])
})

test('paused, messages are taken in without a frame', async () => {
  const { host, posts, asked, frame } = await run(drawing([]))
  host.handle({ kind: 'pause' })
  host.handle({ kind: 'commands', n: 1, envelopes: envelopes('a') })
  assert.deepEqual(kinds(posts), ['ack 1'])
  assert.equal(asked(), 0)
  host.handle({ kind: 'resume' })
  frame()
  host.handle({ kind: 'stats', n: 7 })
  assert.deepEqual(posts.at(-1), { kind: 'stats', n: 7, stats: { frames: 2, callbacks: 1, timers: 0, resting: true } })
})

test('a ping is answered at once and says whether a frame is due', async () => {
  const { host, posts } = await run(drawing([]))
  host.handle({ kind: 'ping', n: 1 })
  host.handle({ kind: 'commands', n: 1, envelopes: envelopes('a') })
  host.handle({ kind: 'ping', n: 2 })
  assert.deepEqual(posts, [
    { kind: 'pong', n: 1, frameDue: false },
    { kind: 'pong', n: 2, frameDue: true },
  ])
})

test('a lost context ends the program and prevents nothing but the default', async () => {
  const { host, posts, canvas, asked } = await run(drawing([]))
  const lost = new Event('webglcontextlost', { cancelable: true })
  canvas.dispatchEvent(lost)
  assert.equal(lost.defaultPrevented, true)
  assert.deepEqual(
    posts.map(({ kind, name }) => [kind, name]),
    [['fail', 'ContextLost']],
  )
  host.handle({ kind: 'commands', n: 1, envelopes: envelopes('a') })
  host.handle({ kind: 'resume' })
  assert.equal(asked(), 0)
  assert.equal(posts.length, 1)
})

test('to stop frees the context, once, without a word', async () => {
  const told = { lost: 0 }
  const { host, posts } = await run((global) => void global.document.createElement('canvas').getContext('webgl2', {}), fakeContext(told))
  host.handle({ kind: 'stop' })
  host.handle({ kind: 'stop' })
  assert.equal(told.lost, 1)
  assert.deepEqual(posts, [])
})

test('no context is a failure by its name', async () => {
  const { posts } = await run(
    (global) => assert.equal(global.document.createElement('canvas').getContext('webgl2', {}), null),
    /** @type {any} */ (null),
  )
  assert.equal(posts[0].name, 'NoWebGL2')
})

const ends = /** @type {const} */ ([
  ['a panic', 2, 'panic: broken\n\ngoroutine 1 [running]:\nmain.main()', 'Panic', 'panic: broken'],
  ['an end with a reason', 1, 'dataset:1:1: not JSON\n', 'Exited', 'dataset:1:1: not JSON'],
  ['an end without a reason', 0, '', 'Exited', 'the map has ended (exit code 0)'],
])
for (const [name, code, said, want, message] of ends) {
  test(`${name} is told`, async () => {
    const { posts } = await run((global, go) => {
      global.fs.writeSync(2, new TextEncoder().encode(said))
      go.exit(code)
    })
    assert.deepEqual(posts, [{ kind: 'fail', name: want, message }])
  })
}

test('what the program throws in a frame is a panic', async () => {
  const { host, posts, frame } = await run(
    drawing([], () => {
      throw new RangeError('Maximum call stack size exceeded')
    }),
  )
  host.handle({ kind: 'commands', n: 1, envelopes: envelopes('a') })
  frame()
  assert.deepEqual(posts, [{ kind: 'fail', name: 'Panic', message: 'RangeError: Maximum call stack size exceeded' }])
})

test('on the page, messages come after the call that made them', async () => {
  /** @type {any[]} */
  const heard = []
  const transport = mainTransport((post) => ({ handle: () => post({ kind: 'ack', n: 1 }) }))
  transport.listen(
    (message) => void heard.push(message),
    () => {},
  )
  transport.post({ kind: 'ping', n: 1 })
  assert.deepEqual(heard, [])
  await Promise.resolve()
  assert.deepEqual(heard, [{ kind: 'ack', n: 1 }])
  transport.terminate()
  transport.post({ kind: 'ping', n: 2 })
  await Promise.resolve()
  assert.equal(heard.length, 1)
})
