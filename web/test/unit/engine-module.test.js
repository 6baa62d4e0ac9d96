import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { loadModule, unpack } from '../../engine-module.js'

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

test('a compressed file that the server hands out as it is', async () => {
  const { url } = serve(respond(gzipSync(empty), {}))
  assert.ok((await loadModule(url, null, ignore)) instanceof WebAssembly.Module)
  assert.equal((await unpack(new ArrayBuffer(0))).byteLength, 0)
})

/**
 * Lets fetch answer by address: what it asks for, in order.
 * @param {Record<string, () => Response>} answers by the end of the address
 */
function serveByName(answers) {
  const asked = /** @type {string[]} */ ([])
  globalThis.fetch = async (url) => {
    const ending = Object.keys(answers).find((end) => String(url).endsWith(end)) ?? ''
    asked.push(ending)
    return answers[ending]?.() ?? new Response('', { status: 404 })
  }
  return { asked, url: `https://example.org/${++addresses}.wasm` }
}

for (const [name, headers, zipped, answer, want] of /** @type {const} */ ([
  ['a host that sends the program as it is is asked for the zipped form', {}, true, () => new Response(gzipSync(empty)), ['.wasm', '.gz']],
  ['a host that unzips it itself', {}, true, () => new Response(empty, { headers: { 'Content-Encoding': 'gzip' } }), ['.wasm', '.gz']],
  ['a host that has lost it', {}, true, () => new Response('', { status: 404 }), ['.wasm', '.gz']],
  ['a host that compresses is not asked', { 'Content-Encoding': 'br' }, true, () => new Response('x'), ['.wasm']],
  ['nor one that has no zipped form', {}, false, () => new Response('x'), ['.wasm']],
])) {
  test(`zipped program: ${name}`, async () => {
    const { asked, url } = serveByName({ '.wasm': () => new Response(empty, { headers }), '.gz': answer })
    const progress = /** @type {[number, number|null][]} */ ([])
    assert.ok((await loadModule(url, 8, (...step) => progress.push(step), zipped)) instanceof WebAssembly.Module)
    assert.deepEqual(asked, want)
    for (const [loaded, total] of progress) assert.ok(total === null || loaded <= total)
  })
}

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
  ['a page instead of the program', respond('<!doctype html>'), 'BadResponse', /wasm/],
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
