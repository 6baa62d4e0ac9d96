// The folder that `actormap build` writes, on hosts that do nothing but hand out files.
import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { test as plain } from '@playwright/test'
import { expect, test } from './base.js'
import { servePages } from './guest-servers.js'
import { LiveMap } from './live.js'

/** @param {string} path from the root of the repository */
const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * Runs `actormap build`.
 * @param {string[]} args
 */
function build(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(here('bin/actormap'), ['build', '-quick', ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += bytes
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`actormap build ended with ${code}: ${said}`))))
  })
}

/** The types of a host that calls all texts Latin-1. @type {Record<string, string>} */
const latin = Object.fromEntries(
  Object.entries({ html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', json: 'application/json' }).map(
    ([ending, type]) => [ending, `${type}; charset=iso-8859-1`],
  ),
)

/**
 * A host that sends files of a folder below /deep/down/ and not one header of its own: no type,
 * no encoding, nothing about caches.
 * @param {string} folder
 * @param {Record<string, string>} [types] by the ending of a file, for a host that says them
 */
async function bareHost(folder, types = {}) {
  const asked = /** @type {string[]} */ ([])
  const aborted = /** @type {string[]} */ ([])
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname
    asked.push(path)
    response.once('close', () => response.writableFinished || aborted.push(path))
    const file = path.startsWith('/deep/down/') ? normalize(path.slice('/deep/down/'.length)) : ''
    readFile(join(folder, file || '-')).then(
      (body) => {
        const type = types[path.split('.').at(-1) ?? '']
        if (type) response.setHeader('Content-Type', type)
        response.end(body)
      },
      () => {
        response.statusCode = path === '/favicon.ico' ? 204 : 404 // the browser asks for it when it likes, and complains of a 404
        response.end()
      },
    )
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    asked,
    aborted,
    url: `http://127.0.0.1:${port}/deep/down/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}

test.describe.configure({ mode: 'default' }) // one site for all of them

let folder = ''
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'actormap-site-'))
  await build(['-o', folder, here('data/white-house-2025-02-27.json'), here('data/testdata/bilingual.json')])
})
test.afterAll(() => rm(folder, { recursive: true }))

test('several maps below a path of a host without headers: listed, and alive by the zipped program', async ({ page }) => {
  const host = await bareHost(folder)
  try {
    await page.goto(`${host.url}index.html`)
    const links = page.getByRole('main').getByRole('link')
    await expect(links).toHaveCount(2)
    const href = await links.first().getAttribute('href')
    await LiveMap.open(page, new URL(href ?? '', page.url()).href)
    expect(host.asked.filter((path) => path.includes('.wasm'))).toEqual([expect.stringMatching(/\.wasm\.gz$/)])
    expect(host.aborted).toEqual([])
    const names = host.asked.filter((path) => !path.startsWith('/deep/down/') && path !== '/favicon.ico')
    expect(names, 'what is not below the path').toEqual([])
  } finally {
    await host.stop()
  }
})

test('in the list of maps an entry leads to its map, and its contact to the desk', { tag: '@text' }, async ({ page }) => {
  const two = await mkdtemp(join(tmpdir(), 'actormap-list-'))
  await build(['-o', two, here('data/testdata/bilingual.json'), here('data/testdata/dispute.json')])
  const host = await bareHost(two)
  try {
    await page.goto(`${host.url}index.html`)
    const entry = page.getByRole('listitem').filter({ hasText: 'Who paid Party C?' })
    const contact = entry.getByRole('link', { name: 'Report an error' })
    const points = await Promise.all([entry.locator('img'), contact].map((part) => part.boundingBox()))
    const [picture, words] = points.map((box) => ({ x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 }))
    /** @param {{x: number, y: number}} point */
    const leadsTo = (point) => page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.getAttribute('href'), point)
    expect(await leadsTo(words)).toMatch(/^mailto:/)
    expect(await leadsTo(picture)).toBe('dispute/index.html')
  } finally {
    await host.stop()
    await rm(two, { recursive: true })
  }
})

for (const [name, options] of /** @type {const} */ ([
  ['with a script: query and fragment come along', { javaScriptEnabled: true }],
  ['without one: by itself', { javaScriptEnabled: false }],
])) {
  plain.describe('the address of a language that is not there', () => {
    plain.use(options)
    plain(`leads to the page that is, ${name}`, async ({ page }) => {
      const host = await bareHost(folder)
      try {
        await page.goto(`${host.url}white-house-2025-02-27/de/index.html?node=starmer&lang=de#n-starmer`)
        const end = options.javaScriptEnabled ? /-27\/index\.html\?.*node=starmer.*#n-starmer$/ : /-27\/index\.html/
        await expect(page).toHaveURL(end)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      } finally {
        await host.stop()
      }
    })
  })
}

test('a host that says charset=iso-8859-1: names, words of the interface and pictures are right all the same', async ({ page }) => {
  const host = await bareHost(folder, latin)
  try {
    const map = await LiveMap.open(page, `${host.url}bilingual/ar/index.html`)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expect(page.locator('.kicker').first()).toHaveText(/خريطة/)
    await expect(map.button('مشاركة وتضمين')).toBeVisible()
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/[ÃØÙ]/)
    await page.goto(await page.locator('actor-map img').evaluate((/** @type {HTMLImageElement} */ img) => img.src))
    expect(await page.evaluate(() => document.documentElement.textContent)).toMatch(/[\u0600-\u06ff]/)
  } finally {
    await host.stop()
  }
})

plain('a local story in one language: 6 MB at most, and one form of the program', async () => {
  const alone = await mkdtemp(join(tmpdir(), 'actormap-story-'))
  try {
    await build(['-o', alone, here('data/white-house-2025-02-27.json')])
    const names = await readdir(alone, { recursive: true })
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(alone, name))).size))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(6_000_000)
    expect(names.filter((name) => name.includes('.wasm'))).toEqual([expect.stringMatching(/^map\.[0-9a-f]+\.wasm\.gz$/)])
  } finally {
    await rm(alone, { recursive: true })
  }
})

/**
 * Collects what a browser says of a page's own policy when that keeps something of the page out.
 * @param {import('@playwright/test').Page} page
 */
function refusals(page) {
  const refused = /** @type {string[]} */ ([])
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
  return refused
}

plain('in a sandboxed frame the page keeps its style, its picture and its script, and its policy', async ({ page }) => {
  const host = await bareHost(folder, latin)
  const html = `<!doctype html><title>Host</title><iframe title="Map" width="1000" height="900" sandbox="allow-scripts" src="${host.url}bilingual/index.html"></iframe>`
  const around = await servePages({ '/': { html } })
  const refused = refusals(page)
  try {
    await page.goto(around.url)
    const frame = page.frameLocator('iframe')
    await expect(frame.locator('actor-map')).toHaveAttribute('status', 'failed') // no host without headers lets it load the program
    await expect(frame.locator('.am-notice')).toBeVisible()
    expect(await frame.locator('actor-map img').evaluate((/** @type {HTMLImageElement} */ img) => img.naturalWidth)).toBeGreaterThan(0)
    expect(await frame.locator('body').evaluate((body) => getComputedStyle(body).margin)).toBe('0px')
    expect(refused).toEqual([])
    const title = await frame.locator('body').evaluate((body) => {
      const script = document.createElement('script')
      script.append('document.title = "injected"')
      body.append(script)
      return document.title
    })
    expect(title).not.toBe('injected')
  } finally {
    around.stop()
    await host.stop()
  }
})

plain('from a disk: the list, the picture and the text', async ({ page }) => {
  const complaints = refusals(page)
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await page.getByRole('main').getByRole('link').first().click()
  const picture = page.locator('actor-map img')
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((/** @type {HTMLImageElement} */ img) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(300)
  await expect(page.locator('blockquote').first()).toBeAttached()
  await expect(page.locator('actor-map')).not.toHaveAttribute('status', 'loading')
  await expect(picture).toBeVisible()
  expect(await page.locator('body').evaluate((body) => getComputedStyle(body).margin), 'the style has come').toBe('0px')
  expect(complaints).toEqual([])
})
