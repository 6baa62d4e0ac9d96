// A map of a thousand nodes: the page says what it leaves out, the live map has all, and is
// dragged, zoomed and panned like a small one.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from './base.js'
import { compareInk, decodePNG } from './ink.js'
import { inwards, LiveMap } from './live.js'
import { startServer } from './server.js'

const program = fileURLToPath(new URL('../../bin/actormap', import.meta.url))

/** @type {{url: string, stop: () => Promise<void>}} */
let server
/** @type {string} */
let folder

test.describe.configure({ mode: 'default' }) // one server for all of them

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'actormap-'))
  const file = join(folder, 'large.json')
  const { stdout } = await promisify(execFile)(program, ['generate', '-nodes', '1000'], { maxBuffer: 1 << 26 })
  await writeFile(file, stdout)
  server = await startServer(file)
})

test.afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('the page says what it leaves out, and a list has everybody', async ({ page }) => {
  await page.goto(server.url)
  await expect(page.getByText('The picture shows the 150 most connected of 1000 actors and issues')).toBeVisible()
  const why = page.getByRole('region', { name: 'Everybody and everything' }).or(page.locator('#most'))
  await expect(why).toContainText('Of 1000 actors and issues the 150 most connected stand on this page')
  await why.getByRole('link', { name: 'People' }).click()
  await expect(page.getByRole('heading', { name: 'People 520' })).toBeVisible()
  await page.getByRole('listitem').getByRole('link').last().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('generated: ').first()).toBeVisible()
})

test('all of it is live: a node is dragged, the map is zoomed and panned, and it comes to rest', async ({ page }) => {
  const map = await LiveMap.open(page, server.url)
  const nodes = await map.nodes()
  expect(nodes.length).toBe(1000)
  expect((await map.lines()).length).toBe(3000)

  const hub = nodes.reduce((a, b) => (b.degree > a.degree ? b : a))
  const from = await map.box(hub.id)
  const by = inwards(from, { width: 1040, height: 740 }, 120)
  await map.drag(hub.id, by)
  await map.isStill()
  await map.isAt(hub.id, { x: from.x + by.x, y: from.y + by.y })

  await map.button('Zoom in').click()
  await map.button('Zoom in').click()
  await map.isStill()
  const zoomed = await map.state()
  expect(zoomed.camera.zoom).toBeGreaterThan(1.5)
  const before = await map.box(hub.id)
  await map.send({ type: 'pan', dx: -60, dy: 25 })
  await map.isAt(hub.id, { x: before.x - 60, y: before.y + 25 })
  await map.isStill()
  const rest = await map.stats()
  await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))))
  expect((await map.stats()).frames).toBe(rest.frames)

  // A node that does not stand on the page has its text all the same.
  const absent = await page.evaluate(
    (ids) => ids.find((id) => !document.getElementById(`n-${id}`)),
    nodes.filter((n) => n.degree > 0).map((n) => n.id),
  )
  await map.element.evaluate((/** @type {any} */ el, node) => el.select({ node }), absent)
  await expect(map.panel).toContainText('generated: ')
})

test('a pan, which paints only what comes into view, ends in the picture that painting all of it gives', async ({ page, context }) => {
  const map = await LiveMap.open(page, server.url)
  await map.send({ type: 'motion', reduced: true })
  await map.send({ type: 'zoom', factor: 1.3 })
  await map.isStill()
  const corner = await map.inWindow({ x: 5, y: 5 })
  const from = (await map.state()).camera
  await page.mouse.move(corner.x, corner.y)
  await page.mouse.down()
  for (const [dx, dy] of [
    [40, 0],
    [61, 33],
    [20, 90],
    [-7, 51],
    [130, 120],
  ]) {
    await page.mouse.move(corner.x + dx, corner.y + dy)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))))
  }
  await page.mouse.up()
  await map.isStill()
  const to = (await map.state()).camera
  expect([to.x - from.x, to.y - from.y].map(Math.round)).toEqual([130, 120])
  await page.mouse.move(0, 0)
  await map.isStill()
  const kept = await map.shoot()
  const lift = (await map.nodes()).reduce((a, b) => (b.degree > a.degree ? b : a)).id
  await map.send({ type: 'focus', node: lift }) // above what was kept
  await map.isStill()
  const keptLifted = await map.shoot()

  // Another palette is another ground, and what was kept is gone.
  await map.send({ type: 'theme', theme: 'dark' })
  await map.isStill()
  await map.send({ type: 'theme', theme: 'light' })
  await map.isStill()
  const anewLifted = await map.shoot()
  await map.send({ type: 'focus' })
  await map.send({ type: 'theme', theme: 'dark' })
  await map.isStill()
  await map.send({ type: 'theme', theme: 'light' })
  await map.isStill()
  const anew = await map.shoot()

  const blank = await context.newPage()
  /** @type {import('./ink.js').Paper} */
  const paper = [0xfc, 0xfb, 0xf8]
  const found = compareInk(await decodePNG(blank, kept), await decodePNG(blank, anew), paper)
  expect(found.inked).toBeGreaterThan(50_000)
  expect(found.differing, JSON.stringify(found)).toBe(0)
  const lifted = compareInk(await decodePNG(blank, keptLifted), await decodePNG(blank, anewLifted), paper)
  expect(lifted.differing, JSON.stringify(lifted)).toBe(0)
  const other = compareInk(await decodePNG(blank, kept), await decodePNG(blank, keptLifted), paper)
  expect(other.differing, 'what is lifted is seen').toBeGreaterThan(10_000)
})
