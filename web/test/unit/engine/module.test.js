import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { loadModule } from '../../../src/engine/module.js'

/** The smallest program there is. */
const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])

const { fetch } = globalThis
afterEach(() => {
  globalThis.fetch = fetch
})

let addresses = 0

/**
 * Lets fetch answer, counts how often it is asked, and returns an address of its own.
 * @param {() => Response|Promise<Response>} answer
 */
function serve(answer) {
  const asked = { times: 0, url: `https://example.org/${++addresses}.wasm` }
  globalThis.fetch = async () => {
    asked.times++
    return answer()
  }
  return asked
}

/**
 * @param {Uint8Array|string} body
 * @param {Record<string, string>} headers
 */
const respond =
  (body, headers = { 'Content-Type': 'application/wasm' }) =>
  () =>
    new Response(/** @type {BodyInit} */ (body), { headers })

const ignore = () => {}

for (const [name, type] of [
  ['called wasm', 'application/wasm'],
  ['called wasm with a parameter', 'application/wasm; charset=x'],
  ['called something else', 'text/plain'],
]) {
  test(`a program is compiled, ${name}`, async () => {
    const { url } = serve(respond(empty, { 'Content-Type': type }))
    assert.ok((await loadModule(url, null, ignore)) instanceof WebAssembly.Module)
  })
}

/** A program with a section of its own, large enough to be cut anywhere. */
const roomy = new Uint8Array([...empty, 0, 0x87, 0x01, 1, 0x78, ...new Array(133).fill(7)])

/**
 * A body that comes in parts of so many bytes.
 * @param {Uint8Array} bytes
 * @param {number} size
 */
const inParts = (bytes, size) =>
  new ReadableStream({
    start(queue) {
      for (let i = 0; i < bytes.length; i += size) queue.enqueue(bytes.slice(i, i + size))
      queue.close()
    },
  })

for (const [name, body, headers] of /** @type {[string, () => any, Record<string, string>][]} */ ([
  ['as it is, without a type', () => gzipSync(roomy), {}],
  ['as it is, called gzip', () => gzipSync(roomy), { 'Content-Type': 'application/gzip' }],
  ['as it is, called what is inside', () => gzipSync(roomy), { 'Content-Type': 'application/wasm' }],
  ['unzipped on the way', () => roomy, { 'Content-Encoding': 'gzip', 'Content-Type': 'application/gzip' }],
  ['byte by byte', () => inParts(gzipSync(roomy), 1), {}],
  ['unzipped, byte by byte', () => inParts(roomy, 1), {}],
])) {
  test(`a zipped program that a host sends ${name}: one request, and progress in bytes of the program`, async () => {
    const asked = serve(() => new Response(body(), { headers }))
    const seen = /** @type {[number, number|null][]} */ ([])
    const url = `${asked.url}.gz`
    assert.ok((await loadModule(url, roomy.length, (...step) => void seen.push(step))) instanceof WebAssembly.Module)
    assert.equal(asked.times, 1)
    assert.deepEqual(seen.at(-1), [roomy.length, roomy.length])
  })
}

test('a browser that cannot unzip says so', async (t) => {
  const { DecompressionStream } = globalThis
  t.after(() => Object.assign(globalThis, { DecompressionStream }))
  Object.assign(globalThis, { DecompressionStream: undefined })
  const { url } = serve(respond(gzipSync(empty), {}))
  await assert.rejects(loadModule(url, null, ignore), { name: 'NoWasm', message: /unzip/ })
})

test('two maps of a page share one program, also while it loads', async () => {
  const asked = serve(respond(empty))
  const [a, b] = await Promise.all([loadModule(asked.url, null, ignore), loadModule(asked.url, null, ignore)])
  assert.equal(a, b)
  assert.equal(await loadModule(asked.url, null, ignore), a)
  assert.equal(asked.times, 1)
})

test('a failure is not kept', async () => {
  const asked = serve(() => new Response('', { status: 503 }))
  await assert.rejects(loadModule(asked.url, null, ignore), { name: 'BadResponse', message: `${asked.url}: the server answered 503` })
  globalThis.fetch = async () => respond(empty)()
  assert.ok((await loadModule(asked.url, null, ignore)) instanceof WebAssembly.Module)
})

const failures = /** @type {const} */ ([
  ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), 'BadResponse', /Failed to fetch/],
  [
    'a page instead of the program',
    respond('<!doctype html>', { 'Content-Type': 'text/html' }),
    'BadResponse',
    /an HTML page came in its place/,
  ],
  ['a page that is called the program', respond('<!doctype html>'), 'BadResponse', /wasm/],
  ['nothing', respond('', {}), 'BadResponse', /wasm/i],
  ['half a program', respond(empty.slice(0, 5)), 'BadResponse', /wasm/],
])
for (const [name, answer, want, message] of failures) {
  test(`${name}: ${want}`, async () => {
    const { url } = serve(answer)
    await assert.rejects(loadModule(url, null, ignore), { name: want, message })
  })
}

test('a policy that forbids WebAssembly is called by its name', async (t) => {
  const { url } = serve(respond(empty))
  const said = "Refused to compile: 'unsafe-eval' is not an allowed source of script in the Content Security Policy directive"
  t.mock.method(WebAssembly, 'compileStreaming', async () => {
    throw new WebAssembly.CompileError(said)
  })
  await assert.rejects(loadModule(url, null, ignore), { name: 'CSP', message: /'wasm-unsafe-eval'/ })
})

const sizes = /** @type {const} */ ([
  ['known from the page', 8, {}, 8],
  ['known from the server', null, { 'Content-Length': '8' }, 8],
  ['compressed: the length is another one', null, { 'Content-Length': '5', 'Content-Encoding': 'br' }, null],
  ['not known', null, {}, null],
  ['said too small', 4, {}, null],
])
for (const [name, total, headers, want] of sizes) {
  test(`progress, size ${name}`, async () => {
    const { url } = serve(respond(empty, { 'Content-Type': 'application/wasm', ...headers }))
    /** @type {(number|null)[][]} */
    const seen = []
    await loadModule(url, total, (loaded, all) => void seen.push([loaded, all]))
    assert.deepEqual(seen.at(-1), [8, want])
  })
}
