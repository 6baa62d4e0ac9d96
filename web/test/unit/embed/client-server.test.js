import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EmbedClient } from '../../../src/embed/client.js'
import { EmbedError } from '../../../src/embed/errors.js'
import { EmbedServer, nameOf } from '../../../src/embed/server.js'

const origin = 'https://maps.example'
const pageOrigin = 'https://news.example'

/** A map that notes what it is asked for. */
class FakeMap extends EventTarget {
  /** @type {unknown[]} */
  asked = []
  theme = /** @type {'auto'|'light'|'dark'} */ ('auto')
  lang = 'en'
  status = /** @type {import('../../../src/engine/messages.js').Status} */ ('live')
  nodes = [{ id: 'us', kind: 'state', degree: 2, name: 'United States <b>' }]
  lines = [{ id: 'r1', from: 'us', to: 'us', label: 'says', date: '' }]
  state = null
  /** @param {string} ask @returns {(given?: any) => Promise<any>} */
  #note = (ask) => async (given) => void this.asked.push(given === undefined ? ask : [ask, given])
  /** @param {any} target */
  select = async (target) => {
    if (target.node === 'nobody') throw new EmbedError('UnknownNode', 'node')
    if (target.node === 'odd') throw Object.assign(new Error('secrets <b>'), { name: 'not a name <b>' })
    this.asked.push(['select', target])
  }
  focusOn = this.#note('focusOn')
  fit = this.#note('fit')
  pause = this.#note('pause')
  resume = this.#note('resume')
  setState = this.#note('setState')
  getState = async () => ({ camera: { x: 0, y: 0, zoom: 2 }, selected: {}, secret: '<b>' })
  picture = async () => ({ src: `${origin}/m/map-304x520.0a1b.svg`, width: 304, height: 520, blob: /** @type {Blob|null} */ (null) })

  /** @param {string} name @param {unknown} detail */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`actor-map-${name}`, { detail }))
  }
}

/**
 * A map in a frame and the page around it, joined by windows that pass messages on at once.
 * @param {import('node:test').TestContext} t
 * @param {{frameOrigin?: string, opaque?: boolean}} [how]
 */
function couple(t, { frameOrigin = origin, opaque = frameOrigin === 'null' } = {}) {
  const map = new FakeMap()
  /** @type {unknown[][]} */
  const sent = []
  /** @type {unknown[]} */
  const heard = []
  let welcomes = 0
  const frame = {
    /** @param {any} data @param {string} target */
    postMessage(data, target) {
      sent.push(['to frame', data.type, target])
      server.hear({ source: /** @type {any} */ (parent), origin: pageOrigin, data })
    },
  }
  const parent = {
    /** @param {any} data @param {any} target @param {any} [ports] */
    postMessage(data, target, ports = []) {
      sent.push(['to page', data.type, target])
      for (const port of ports) t.after(() => port.close())
      client.hear({ source: frame, origin: frameOrigin, data, ports })
    },
  }
  const server = new EmbedServer(/** @type {any} */ (map), { parent })
  const client = new EmbedClient(
    () => frame,
    { origin, opaque },
    {
      onWelcome: () => welcomes++,
      onEvent: (event, detail) => heard.push([event, detail]),
      onRefusal: (error) => heard.push(error.name),
    },
  )
  return { map, server, client, frame, parent, sent, heard, welcomes: () => welcomes }
}

test('one greeting, each to the origin it is meant for, and then the port', async (t) => {
  const { server, client, sent, map, heard, welcomes } = couple(t)
  server.announce()
  assert.deepEqual(sent, [
    ['to page', 'actor-map:here', '*'],
    ['to frame', 'actor-map:hello', origin],
    ['to page', 'actor-map:welcome', pageOrigin],
  ])
  assert.equal(welcomes(), 1)
  await client.ask('select', { node: 'us' })
  assert.deepEqual(map.asked, [['select', { node: 'us' }]])
  assert.deepEqual(heard, [
    ['status', { status: 'live' }],
    ['ready', { nodes: [{ id: 'us', kind: 'state', degree: 2 }], lines: [{ id: 'r1', from: 'us', to: 'us' }] }],
  ])
})

test('a sandboxed frame is addressed by a star, and known by its window and the nonce', (t) => {
  const { server, sent, welcomes } = couple(t, { frameOrigin: 'null' })
  server.announce()
  assert.deepEqual(sent[1], ['to frame', 'actor-map:hello', '*'])
  assert.equal(welcomes(), 1)
})

test('no origin is believed of a frame that has one, nor is another’s of any', (t) => {
  for (const how of [
    { frameOrigin: 'null', opaque: false },
    { frameOrigin: 'https://x.example', opaque: true },
  ]) {
    const { server, sent, welcomes } = couple(t, how)
    server.announce()
    assert.deepEqual(sent, [['to page', 'actor-map:here', '*']])
    assert.equal(welcomes(), 0)
  }
})

test('a frame that need not have an origin, and has one, is believed', (t) => {
  const { server, welcomes } = couple(t, { opaque: true }) // allow-same-origin that the page has added since
  server.announce()
  assert.equal(welcomes(), 1)
})

/**
 * A client that has its port, with a clock that the test turns, and what counts how often a message was read.
 * @param {import('node:test').TestContext} t
 */
function flooded(t) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  let nowMS = 0
  let reads = 0
  /** @type {[string, any][]} */
  const heard = []
  const sent = /** @type {any[]} */ ([])
  const frame = { postMessage: (/** @type {any} */ message) => void sent.push(message) }
  const hooks = {
    onWelcome() {},
    onEvent: (/** @type {string} */ event, /** @type {any} */ detail) => void heard.push([event, detail]),
    onRefusal() {},
  }
  const client = new EmbedClient(
    () => frame,
    { origin, opaque: false },
    hooks,
    () => nowMS,
  )
  const port = /** @type {any} */ ({ close() {}, postMessage() {} })
  client.hear({ source: frame, origin, data: { type: 'actor-map:here', v: 1 }, ports: [] })
  client.hear({ source: frame, origin, data: { type: 'actor-map:welcome', v: 1, nonce: sent[0].nonce }, ports: [port] })
  /** @param {string} event @param {unknown} detail */
  const tell = (event, detail) =>
    port.onmessage({
      get data() {
        reads++
        return { event, detail }
      },
    })
  const pass = (/** @type {number} */ ms) => {
    nowMS += ms
    t.mock.timers.tick(ms)
  }
  return {
    client,
    frame,
    heard,
    tell,
    pass,
    reads: () => reads,
    readyNodes: () => heard.filter(([event]) => event === 'ready').map(([, { nodes }]) => nodes.length),
  }
}

/** @param {number} n of nodes */
const readyOf = (n) => ({ nodes: Array.from({ length: n }, (_, i) => ({ id: `n${i}`, kind: 'state', degree: 0 })), lines: [] })

test('a flood of ready is heard once a second, its last one too, and what is over the limit is not even read', (t) => {
  const { tell, pass, reads, readyNodes } = flooded(t)
  for (let i = 1; i <= 1000; i++) tell('ready', readyOf(i))
  assert.ok(reads() <= 5, `${reads()} read at once`)
  const last = reads()
  assert.deepEqual(readyNodes(), [1])
  pass(1000)
  assert.deepEqual(readyNodes(), [1, last])
  for (let ms = 0; ms < 10_000; ms += 10, pass(10)) tell('ready', readyOf(1))
  assert.ok(reads() <= last + 12, `${reads() - last} read in 10 s`)
  assert.ok(readyNodes().length <= 2 + 11, `${readyNodes().length} heard in 11 s`)
})

test('a map that is dragged, and is ready again in between, is heard in full', (t) => {
  const { tell, pass, heard } = flooded(t)
  tell('ready', readyOf(2))
  for (let ms = 0; ms < 3000; ms += 100, pass(100)) {
    tell('state', {})
    tell('hover', {})
    tell('height', { height: 500 })
    if (ms === 300) tell('ready', readyOf(3))
  }
  const count = (/** @type {string} */ name) => heard.filter(([event]) => event === name).length
  assert.deepEqual(['state', 'hover', 'height', 'ready'].map(count), [30, 30, 30, 2])
})

test('a ready that waits goes with its map', (t) => {
  const { client, tell, pass, readyNodes } = flooded(t)
  tell('ready', readyOf(1))
  tell('ready', readyOf(2))
  client.end()
  pass(2000)
  assert.deepEqual(readyNodes(), [1])
})

test('of others nothing is read, however much they send', (t) => {
  const { client, frame } = flooded(t)
  for (const [source, from] of [
    [{}, origin],
    [frame, 'https://x.example'],
    [frame, 'null'],
  ]) {
    client.hear({
      source,
      origin: /** @type {string} */ (from),
      get data() {
        throw new Error('it was read')
      },
      ports: [],
    })
  }
})

test('every request reaches the map, and its answer holds no more than the table knows', async (t) => {
  const { server, client, map } = couple(t)
  server.announce()
  await client.ask('theme', { theme: 'dark' })
  await client.ask('language', { lang: 'fr' })
  for (const ask of ['fit', 'pause', 'resume']) assert.equal(await client.ask(ask), null)
  await client.ask('focus', { line: 'r1' })
  await client.ask('setState', { state: { pinned: { us: [0.5, 0.5] } } })
  assert.deepEqual([map.theme, map.lang], ['dark', 'fr'])
  assert.deepEqual(map.asked, ['fit', 'pause', 'resume', ['focusOn', { line: 'r1' }], ['setState', { pinned: { us: [0.5, 0.5] } }]])
  assert.deepEqual(await client.ask('getState'), { camera: { x: 0, y: 0, zoom: 2 }, selected: {} })
  await assert.rejects(client.ask('picture', { type: 'gif' }), { name: 'BadRequest' })
  await assert.rejects(client.ask('picture', { scale: 9 }), { name: 'BadRequest' })
  assert.deepEqual(await client.ask('picture'), { file: 'map-304x520.0a1b.svg', width: 304, height: 520 })
})

test('errors come back by name, and never with a stranger’s words', async (t) => {
  const { server, client } = couple(t)
  server.announce()
  await assert.rejects(client.ask('select', { node: 'nobody' }), { name: 'UnknownNode', at: 'node', message: /no node with this id/ })
  await assert.rejects(client.ask('select', { node: 'odd' }), (error) => {
    assert.ok(error instanceof Error && error.name === 'Failed' && !error.message.includes('<b>'))
    return true
  })
  await assert.rejects(client.ask('select', { node: '<b>' }), { name: 'BadRequest', at: 'node' })
  await assert.rejects(client.ask('explode'), { name: 'BadRequest', at: 'ask' })
  assert.deepEqual(nameOf(new TypeError('x')), { name: 'TypeError' })
})

test('what is asked for before the frame is there is answered when it has come', async (t) => {
  const { server, client, map } = couple(t)
  const early = client.ask('fit')
  server.announce()
  await early
  assert.deepEqual(map.asked, ['fit'])
})

test('whoever waits when the frame goes is told; too many may not wait', async (t) => {
  const { client } = couple(t)
  const waiting = Array.from({ length: 64 }, () => assert.rejects(client.ask('fit'), { name: 'Disconnected' }))
  await assert.rejects(client.ask('fit'), { name: 'TooMany' })
  client.end()
  await Promise.all(waiting)
})

test('a flood of requests is answered by an error', async (t) => {
  const { server, client, map } = couple(t)
  server.announce()
  const results = await Promise.allSettled(Array.from({ length: 200 }, () => client.ask('fit')))
  const failed = results.filter((r) => r.status === 'rejected')
  assert.ok(failed.length > 100 && failed.every((r) => r.reason.name === 'TooMany'), `${failed.length} failed`)
  assert.equal(map.asked.length, 200 - failed.length)
})

test('a frame that is loaded anew is greeted anew; what the old one was asked for is lost', async (t) => {
  const { server, client, map, welcomes } = couple(t)
  server.announce()
  map.fit = () => new Promise(() => {})
  const lost = assert.rejects(client.ask('fit'), { name: 'Disconnected' })
  server.announce()
  await lost
  assert.equal(welcomes(), 2)
  await client.ask('pause')
})

test('a map that speaks another version is said to', (t) => {
  const { client, frame, heard } = couple(t)
  let nonce = ''
  frame.postMessage = (data) => void (nonce = data.nonce)
  client.hear({ source: frame, origin, data: { type: 'actor-map:here', v: 2 }, ports: [] })
  client.hear({ source: frame, origin, data: { type: 'actor-map:refuse', v: 2, nonce }, ports: [] })
  assert.deepEqual(heard, ['Version'])
})

test('the map refuses a page of another version', (t) => {
  const { server, parent, sent } = couple(t)
  server.hear({ source: /** @type {any} */ (parent), origin: pageOrigin, data: { type: 'actor-map:hello', v: 2, nonce: 'n' } })
  assert.deepEqual(sent, [['to page', 'actor-map:refuse', pageOrigin]])
})

/** @type {[string, (c: ReturnType<typeof couple>) => void][]} */
const forgeries = [
  ['a welcome of another window', ({ client }) => hearWelcome(client, {}, origin, 'guess')],
  ['a welcome of another origin', ({ client, frame }) => hearWelcome(client, frame, 'https://evil.example', 'guess')],
  ['a welcome without the nonce', ({ client, frame }) => hearWelcome(client, frame, origin, 'guess')],
  ['a welcome with an empty nonce', ({ client, frame }) => hearWelcome(client, frame, origin, '')],
  [
    'a hello of another window',
    ({ server }) =>
      server.hear({ source: /** @type {any} */ ({}), origin: pageOrigin, data: { type: 'actor-map:hello', v: 1, nonce: 'x' } }),
  ],
  [
    'a hello without a nonce',
    ({ server, parent }) =>
      server.hear({ source: /** @type {any} */ (parent), origin: pageOrigin, data: { type: 'actor-map:hello', v: 1 } }),
  ],
  [
    'a hello with markup for a nonce',
    ({ server, parent }) =>
      server.hear({ source: /** @type {any} */ (parent), origin: pageOrigin, data: { type: 'actor-map:hello', v: 1, nonce: '<b>' } }),
  ],
]
for (const [name, forge] of forgeries) {
  test(`${name} is nobody’s`, (t) => {
    const pair = couple(t)
    forge(pair)
    assert.deepEqual([pair.welcomes(), pair.sent, pair.heard], [0, [], []])
  })
}

/**
 * @param {EmbedClient} client
 * @param {unknown} source
 * @param {string} from
 * @param {string} nonce
 */
function hearWelcome(client, source, from, nonce) {
  const { port1, port2 } = new MessageChannel()
  client.hear({ source, origin: from, data: { type: 'actor-map:welcome', v: 1, nonce }, ports: [port2] })
  port1.close()
}

test('a stranger on the port can tell the page nothing that has no shape, nor answer what nobody asked', async (t) => {
  const { client, frame, heard } = couple(t)
  let nonce = ''
  frame.postMessage = (data) => void (nonce = data.nonce)
  client.hear({ source: frame, origin, data: { type: 'actor-map:here', v: 1 }, ports: [] })
  const { port1, port2 } = new MessageChannel()
  t.after(() => port1.close())
  client.hear({ source: frame, origin, data: { type: 'actor-map:welcome', v: 1, nonce }, ports: [port2] })
  for (const data of [
    null,
    7,
    '<b>',
    [],
    { event: 'select' },
    { event: 'select', detail: { node: '<b>' } },
    { event: 'navigate', detail: {} },
    { event: 'height', detail: { height: Infinity } },
    { id: 99, value: '<b>' },
    { id: -1 },
    { event: 'error', detail: { name: 'a b' } },
    { event: 'select', detail: { node: 'us', html: '<b>' } },
  ])
    port1.postMessage(data)
  const state = client.ask('getState')
  port1.onmessage = ({ data }) => port1.postMessage({ id: data.id, value: { camera: '<b>' } })
  await assert.rejects(state, { name: 'Failed' })
  assert.deepEqual(heard, [['select', { node: 'us' }]])
})

test('the page never hears the name of a node, whatever the map tells', async (t) => {
  const { server, client, map, heard } = couple(t)
  server.announce()
  map.tell('select', { type: 'select', node: 'us', name: 'United States' })
  map.tell('hover', { type: 'hover', line: 'r1', x: 3, y: 4, label: 'says' })
  map.tell('error', { name: 'Panic', message: 'at /home/someone' })
  map.tell('error', { name: 'two words', message: '' })
  server.tellHeight(437)
  await client.ask('fit')
  assert.deepEqual(heard.slice(2), [
    ['select', { node: 'us' }],
    ['hover', { line: 'r1' }],
    ['error', { name: 'Panic' }],
    ['height', { height: 437 }],
  ])
})

test('whoever waits for a frame that does not come is told; should it come later, it is talked to', async (t) => {
  const { server, client, map } = couple(t)
  const waiting = client.ask('select', { node: 'us' })
  assert.equal(client.greeted, false)
  client.giveUp()
  await assert.rejects(waiting, { name: 'NoFrame', message: /hosts\.md/ })
  server.announce()
  assert.equal(client.greeted, true)
  await client.ask('fit')
  assert.deepEqual(map.asked, ['fit'])
})
