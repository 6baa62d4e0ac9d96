// Servers of other people: one of host pages, and one that has the map's files and sets no header.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'

/** @typedef {{url: string, stop: () => void}} Running */

/**
 * @param {import('node:http').RequestListener} listener
 * @param {string} name that a browser takes for another site than 127.0.0.1
 * @returns {Promise<Running>}
 */
async function run(listener, name) {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://${name}:${port}/`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** @typedef {Record<string, {html: string, headers?: Record<string, string>}>} Pages by path, as they stand */

/**
 * @param {import('node:http').IncomingMessage} request
 */
const pathOf = (request) => new URL(request.url ?? '/', 'http://localhost').pathname

/** @param {Pages} pages */
export function servePages(pages) {
  return run((request, response) => {
    const page = pages[pathOf(request)]
    if (!page) return void response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html)
  }, 'localhost')
}

/**
 * Answers every request, from anywhere, with a script that asks for /ran when it runs, or with a document that has it in
 * every article, and keeps what was asked for.
 * @returns {Promise<Running & {asked: string[], script: string}>} asked: paths
 */
export async function serveAttack() {
  const asked = /** @type {string[]} */ ([])
  const script = (/** @type {string} */ host) => `fetch('http://${host}/ran')`
  const server = await run((request, response) => {
    asked.push(pathOf(request))
    const source = script(request.headers.host ?? '')
    const isPage = pathOf(request).endsWith('.html')
    response
      .writeHead(200, { 'content-type': isPage ? 'text/html' : 'text/javascript', 'access-control-allow-origin': '*' })
      .end(
        isPage
          ? `<section id="n-${/([^/]*)\.html/.exec(pathOf(request))?.[1]}"><h3>Theirs</h3><p>Their words <script>${source}</script></p></section>`
          : source,
      )
  }, '127.0.0.1')
  return { ...server, asked, script: script(new URL(server.url).host) }
}

/**
 * Serves the files of a map as a plain file server does: with their type and no other header.
 * @param {string} map address of a published map, with a slash at the end
 * @param {Pages} [pages] that stand on the same server
 * @param {Record<string, string>} [moved] where it sends on to, by path
 */
export function serveBare(map, pages = {}, moved = {}) {
  return run(async (request, response) => {
    const path = pathOf(request)
    if (moved[path]) return void response.writeHead(302, { location: moved[path] }).end()
    if (pages[path]) {
      const { html, headers } = pages[path]
      return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html)
    }
    const answer = await fetch(new URL(`.${request.url}`, map))
    response
      .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/octet-stream' })
      .end(Buffer.from(await answer.arrayBuffer()))
  }, '127.0.0.1')
}

const types = /** @type {Record<string, string>} */ ({
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
})

/**
 * Serves what was published on 30 November 2026, from data/testdata/three-days.json, and is never built again: the document for
 * frames and what it loads, without the program, whose size a repository does not bear; and actor-map.js, with which everything else works.
 */
export async function servePublished() {
  const packed = await readFile(new URL('fixtures/published.json.br', import.meta.url))
  const files = /** @type {Record<string, string>} */ (JSON.parse(brotliDecompressSync(packed).toString()))
  return run((request, response) => {
    const name = pathOf(request).slice(1)
    if (!Object.hasOwn(files, name)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[name.split('.').at(-1) ?? ''], 'access-control-allow-origin': '*' }).end(files[name])
  }, '127.0.0.1')
}
