// A site made by Hugo, with the shortcode of the recipe, served as files.
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './process.js'

const shortcode = fileURLToPath(new URL('./actor-map.html', import.meta.url))
const page = (/** @type {string} */ title, /** @type {string} */ inner) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>\n<body>${inner}</body></html>\n`

/** @type {Record<string, string>} */
const site = {
  'config.toml': 'baseURL = "/"\ntitle = "Paper"\nlanguageCode = "en"\n',
  'layouts/_default/single.html': page('{{ .Title }}', '<article><h1>{{ .Title }}</h1>{{ .Content }}</article>'),
  'layouts/shortcodes/html.html': '{{ .Inner }}',
  'layouts/_default/list.html': page('{{ .Title }}', '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'),
}

/**
 * Builds and serves a site.
 * @param {Record<string, string>} posts Markdown by name
 */
export async function startHugo(posts) {
  const folder = await mkdtemp(join(tmpdir(), 'hugo-'))
  const put = async (/** @type {string} */ name, /** @type {string} */ text) => {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  try {
    for (const [name, text] of Object.entries(site)) await put(name, text)
    for (const [name, text] of Object.entries(posts))
      await put(`content/posts/${name}.md`, `---\ntitle: A post\ndate: 2025-03-01\n---\n${text}\n`)
    await cp(shortcode, join(folder, 'layouts/shortcodes/actor-map.html'))
    await run('hugo', ['--source', folder, '--quiet'])
  } catch (cause) {
    await rm(folder, { recursive: true })
    throw cause
  }
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html')
    const body = await readFile(join(folder, 'public', path)).catch(() => null)
    response
      .writeHead(body ? 200 : 404, { 'content-type': path.endsWith('.xml') ? 'application/rss+xml' : 'text/html; charset=utf-8' })
      .end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    url: `http://localhost:${port}/`,
    async stop() {
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true })
    },
  }
}
