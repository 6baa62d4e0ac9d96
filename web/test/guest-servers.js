// Servers of other people: one of host pages, and one that has the map's files and sets no header.
import { once } from 'node:events'
import { createServer } from 'node:http'

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

/**
 * Serves pages by path, as they stand.
 * @param {Record<string, {html: string, headers?: Record<string, string>}>} pages
 */
export function servePages(pages) {
  return run((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://localhost').pathname]
    if (!page) return void response.writeHead(204).end()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.html)
  }, 'localhost')
}

/**
 * Serves the files of a map as a plain file server does: with their type and no other header.
 * @param {string} map address of a published map, with a slash at the end
 */
export function serveBare(map) {
  return run(async (request, response) => {
    const answer = await fetch(new URL(`.${request.url}`, map))
    response
      .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/octet-stream' })
      .end(Buffer.from(await answer.arrayBuffer()))
  }, '127.0.0.1')
}
