// The contract between page and engine: stock Ebitengine takes over a page; behind the host it
// must not touch it. An upgrade that breaks this fails here.
import { addressOf, expect, test } from './base.js'
import { LiveMap, overlaps } from './live.js'

for (const host of /** @type {const} */ (['worker', 'main'])) {
  test.describe(`host ${host}`, () => {
    test.use({ host })

    test('the map is live on the host asked for, its canvas inside the element; html, body and focus stay as they were, and nothing moves', async ({
      page,
    }) => {
      await page.addInitScript(() => {
        const shifts = /** @type {number[]} */ ([])
        Object.assign(globalThis, { shifts })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push(/** @type {any} */ (entry).value)
        }).observe({ type: 'layout-shift', buffered: true })
        addEventListener('DOMContentLoaded', () => {
          Object.assign(globalThis, { bodyBefore: [...document.body.children].map((e) => e.tagName) })
        })
      })
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      expect(await map.host()).toBe(host)
      await expect(page.locator('canvas')).toHaveCount(1)
      await expect(map.canvas).toHaveCount(1)
      expect(await map.canvas.evaluate((c) => [c.getAttribute('tabindex'), getComputedStyle(c).position])).toEqual([null, 'absolute'])
      expect(
        await page.evaluate(() => ({
          html: document.documentElement.getAttribute('style'),
          body: document.body.getAttribute('style'),
          viewports: document.querySelectorAll('meta[name=viewport]').length,
          focus: document.activeElement?.tagName,
          children:
            JSON.stringify([...document.body.children].map((e) => e.tagName)) ===
            JSON.stringify(/** @type {any} */ (globalThis).bodyBefore),
        })),
      ).toEqual({ html: null, body: null, viewports: 1, focus: 'BODY', children: true })
      const [canvas, picture] = [await map.canvas.boundingBox(), await page.locator('actor-map img').boundingBox()]
      expect(canvas).toEqual(picture)
      expect(await page.evaluate(() => /** @type {any} */ (globalThis).shifts)).toEqual([])
    })

    test('the plain wheel scrolls the page, Ctrl and the wheel zooms; another width takes another frame; put back elsewhere it is live again', async ({
      page,
    }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const inside = () => map.element.evaluate((e) => e.querySelectorAll('*').length)
      const held = await inside()
      const [first] = await map.boxes()
      const at = await map.inWindow(first)
      await page.mouse.move(at.x, at.y)
      const before = await page.evaluate(() => scrollY)
      await page.mouse.wheel(0, 120)
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(before + 120)
      await page.mouse.wheel(0, -120)
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(before)
      await page.keyboard.down('Control')
      await page.mouse.wheel(0, -240)
      await page.keyboard.up('Control')
      await expect.poll(async () => (await map.state())?.camera.zoom ?? 1).toBeGreaterThan(1.1)
      await map.isAt(first.id, first, 1)
      expect(await page.evaluate(() => [scrollY, visualViewport?.scale])).toEqual([before, 1])

      await map.send({ type: 'fit' })
      await page.mouse.move(5, 5)
      await expect(map.tooltip).toBeHidden()
      for (const [width, frame] of /** @type {const} */ ([
        [800, [736, 620]],
        [600, [480, 560]],
        [320, [304, 520]],
        [1440, [1040, 740]],
      ])) {
        await page.setViewportSize({ width, height: 900 })
        await expect.poll(() => map.canvas.boundingBox().then((b) => b && [b.width, b.height])).toEqual(frame)
        await map.isStill()
        for (const box of await map.boxes()) {
          expect(box.x - box.halfW, `${box.id} at ${width} px`).toBeGreaterThanOrEqual(0)
          expect(box.x + box.halfW, `${box.id} at ${width} px`).toBeLessThanOrEqual(frame[0])
          expect(box.y - box.halfH, `${box.id} at ${width} px`).toBeGreaterThanOrEqual(0)
          expect(box.y + box.halfH, `${box.id} at ${width} px`).toBeLessThanOrEqual(frame[1])
        }
        expect(overlaps(await map.boxes()), `${width} px`).toEqual([])
        await map.isLive()
      }

      await map.element.evaluate((e) => {
        const place = e.parentNode
        e.remove()
        place?.append(e)
      })
      await map.isLive()
      expect(await inside()).toBe(held)
    })
  })
}

test.describe('a display of two device pixels a px', () => {
  test.use({ deviceScaleFactor: 2 })

  test('the canvas has a pixel for each of the device', async ({ page }) => {
    const map = await LiveMap.open(page, addressOf('DEFAULT'))
    await expect.poll(() => map.canvas.evaluate((/** @type {HTMLCanvasElement} */ c) => [c.width, c.height])).toEqual([2080, 1480])
  })
})

test('where WebGL2 is missing the picture stays, with a sentence', async ({ page, context }) => {
  await context.addInitScript(() => {
    for (const canvas of [HTMLCanvasElement, OffscreenCanvas]) {
      const { getContext } = canvas.prototype
      canvas.prototype.getContext = function (/** @type {any[]} */ ...args) {
        return args[0] === 'webgl2' ? null : /** @type {any} */ (getContext).apply(this, args)
      }
    }
    Object.assign(globalThis, {
      Worker: class {
        constructor() {
          throw new Error('no workers here')
        }
      },
    })
  })
  await page.goto(addressOf('DEFAULT'))
  await expect(page.locator('actor-map')).toHaveAttribute('status', 'failed', { timeout: 30_000 })
  await expect(page.locator('actor-map')).toContainText('The picture and the text below have everything')
  await expect(page.locator('actor-map img')).toBeVisible()
  await expect(page.locator('canvas')).toHaveCount(0)
})

/** What actor-map-error has told last. @param {import('@playwright/test').Page} page */
const told = (page) => page.evaluate(() => /** @type {any} */ (globalThis).failure)

/** Notes what actor-map-error tells. @param {import('@playwright/test').Page} page */
const listen = (page) =>
  page.addInitScript(() => {
    addEventListener('actor-map-error', (event) => {
      const told = /** @type {any} */ (globalThis)
      told.failure = /** @type {CustomEvent} */ (event).detail.message
    })
  })

test('where the program cannot be loaded the picture stays, and another try works', async ({ page }) => {
  const portal = '<!doctype html><title>Sign in to the network</title>'
  const scripts = /engine-(worker|main)[^/]*\.js$/
  await listen(page)
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: 'not a program' }), {
    times: 1,
  })
  await page.goto(addressOf('DEFAULT'))
  const element = page.locator('actor-map')
  await expect(element).toHaveAttribute('status', 'failed', { timeout: 30_000 })
  await expect(element.locator('img')).toBeVisible()
  await page.route(scripts, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: portal }))
  const again = element.getByRole('button', { name: 'Try again' })
  await again.press('Enter')
  // The button goes with its notice: the keyboard goes on from the search.
  await expect(element.getByRole('combobox', { name: 'Search' })).toBeFocused()
  await expect.poll(() => told(page), 'a page came in place of the scripts').toMatch(/engine-main[^/]*\.js: an HTML page came in its place/)
  await expect(element).toHaveAttribute('status', 'failed')
  await page.unroute(scripts)
  await again.click()
  await new LiveMap(page).isLive()
})

for (const [name, body] of [
  ['a page', '<!doctype html><title>Sign in to the network</title>'],
  ['half of the data', '{"id": "cut'],
]) {
  test(`${name} in place of the dataset: a sentence, no uncaught error, and another try works`, async ({ page }) => {
    const spoiled = { times: 1 }
    await page.route(/white-house[^/]*\.json$/, (route) => route.fulfill({ status: 200, contentType: 'text/html', body }), spoiled)
    await listen(page)
    await page.goto(addressOf('DEFAULT'))
    const element = page.locator('actor-map')
    await expect(element).toHaveAttribute('status', 'failed', { timeout: 60_000 })
    await expect(element).toContainText('The picture and the text below have everything')
    if (name === 'a page') {
      expect(await told(page)).toContain('an HTML page came in its place')
    }
    await element.getByRole('button', { name: 'Try again' }).click()
    await new LiveMap(page).isLive()
  })
}
