// A server of host pages on another site than the maps: "localhost" is not "127.0.0.1" to a browser.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

/**
 * Serves fixtures/host-NAME.html under /NAME; its query becomes the attributes of the map. Under /examples
 * stands the map's own page of examples, as if it were of another site.
 * @param {string} map address of a published map, with a slash at the end
 * @param {string} [script] that the pages load
 * @returns {Promise<{url: string, stop: () => void}>}
 */
export async function serveHostPages(map, script = `${map}actor-map.js`) {
  const embed = await (await fetch(`${map}embed.html`)).text()
  /** @param {RegExp} pattern */
  const find = (pattern) => {
    const found = pattern.exec(embed)?.[1]
    if (!found) throw new Error(`${map}embed.html has no ${pattern}: run make build`)
    return map + found
  }
  const values = { map, script, picture: find(/<img src="([^"]+)"/) }
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    const page = /^\/(element|plain|wordpress|many|middle)$/.exec(pathname)?.[1]
    if (pathname === '/examples') {
      // The site's own page as somebody else's: every address leads to the site of the map.
      const html = await (await fetch(`${map}examples.html`)).text()
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(html.replace(/ (src|href)="(?!#|https?:)/g, ` $1="${map}`))
      return
    }
    if (!page) return void response.writeHead(204).end()
    const text = await readFile(new URL(`fixtures/host-${page}.html`, import.meta.url), 'utf8')
    const filled = Object.entries({ ...values, attributes: decodeURIComponent(search.slice(1)) }).reduce(
      (html, [name, value]) => html.replaceAll(`{{${name}}}`, value),
      text,
    )
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(filled)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://localhost:${port}/`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * How much higher a frame is than what it holds, px; 0 once the page has followed it.
 * @param {import('@playwright/test').FrameLocator} frame
 */
export async function spareHeight(frame) {
  const [inside, content] = await Promise.all([
    frame.owner().evaluate((iframe) => iframe.clientHeight),
    frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height)),
  ])
  return inside - content
}
