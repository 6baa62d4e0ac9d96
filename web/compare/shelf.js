// A server of folders that keeps account of what it has sent. What has a .br beside it is sent as that.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.bin': 'application/octet-stream',
}

/** @typedef {{path: string, bytes: number, atMS: number}} Sent atMS: by the clock of the machine, when all of it was out */

/**
 * @param {Record<string, string>} folders by the first part of the address
 * @param {(name: string) => string} hostPage the page at /host/NAME
 */
export async function openShelf(folders, hostPage) {
  /** @type {Sent[]} */
  const sent = []
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [, first, ...rest] = decodeURIComponent(normalize(pathname)).split('/')
    if (first === 'host') return void response.writeHead(200, { 'content-type': types['.html'] }).end(hostPage(rest[0]))
    const file = folders[first] && join(folders[first], ...rest)
    const found = file && (await contentOf(file))
    if (!found) return void response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
      'content-length': found.body.length,
      ...(found.brotli ? { 'content-encoding': 'br' } : {}),
    })
    response.end(found.body, () => sent.push({ path: pathname, bytes: found.body.length, atMS: Date.now() }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://127.0.0.1:${port}/`,
    sent,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** @param {string} file */
async function contentOf(file) {
  const packed = await readFile(`${file}.br`).catch(() => null)
  if (packed) return { body: packed, brotli: true }
  const body = await readFile(file).catch(() => null)
  return body && { body, brotli: false }
}
