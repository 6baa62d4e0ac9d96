// The folder that `actormap build` writes, on hosts that do nothing but hand out files.
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, normalize } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { test as plain } from '@playwright/test'
import { expect, test } from './base.js'
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

/**
 * A host that sends files of a folder below /deep/down/ and not one header of its own: no type,
 * no encoding, nothing about caches.
 * @param {string} folder
 */
async function bareHost(folder) {
  const asked = /** @type {string[]} */ ([])
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname
    asked.push(path)
    const file = path.startsWith('/deep/down/') ? normalize(path.slice('/deep/down/'.length)) : ''
    readFile(join(folder, file || '-')).then(
      (body) => response.end(body),
      () => {
        response.statusCode = 404
        response.end()
      },
    )
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    asked,
    url: `http://127.0.0.1:${port}/deep/down/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}

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
    expect(host.asked.filter((path) => path.endsWith('.wasm.gz'))).toHaveLength(1)
    const names = host.asked.filter((path) => !path.startsWith('/deep/down/') && path !== '/favicon.ico')
    expect(names, 'what is not below the path').toEqual([])
  } finally {
    await host.stop()
  }
})

plain('from a disk: the list, the picture and the text', async ({ page }) => {
  const complaints = /** @type {string[]} */ ([])
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  await page.getByRole('main').getByRole('link').first().click()
  const picture = page.locator('actor-map img')
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((/** @type {HTMLImageElement} */ img) => img.decode().then(() => img.naturalWidth))).toBeGreaterThan(300)
  await expect(page.locator('blockquote').first()).toBeAttached()
  await expect(page.locator('actor-map')).not.toHaveAttribute('status', 'loading')
  await expect(picture).toBeVisible()
  expect(complaints).toEqual([])
})
