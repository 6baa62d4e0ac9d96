// What comes on paper: one map, whole, and as it is seen; and popups that stay on the screen.
import { addressOf, expect, test } from './base.js'
import { servePages } from './guest-servers.js'
import { LiveMap } from './live.js'

/** @import { Frame, Page } from '@playwright/test' */

/** @param {string} body */
const pageOf = (body) => ({ html: `<!doctype html><title>Host</title><style>body { margin: 20px }</style><p>Before</p>${body}` })

/**
 * The document of the framed map, once that is live.
 * @param {Page} page
 * @returns {Promise<Frame>}
 */
async function liveFrame(page) {
  await expect.poll(() => page.frames().length).toBe(2)
  const frame = page.frames()[1]
  await expect(frame.locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 45_000 })
  return frame
}

/** @param {Frame} frame whose map must be whole in it, without a legend */
async function expectWhole(frame) {
  const shown = await frame.evaluate(() => {
    const boxes = [...document.querySelectorAll('actor-map img')].map((img) => img.getBoundingClientRect()).filter((box) => box.width > 0)
    const whole = boxes.every((b) => b.top >= 0 && b.left >= 0 && b.bottom <= innerHeight && b.right <= innerWidth && b.height > 200)
    return { maps: boxes.length, whole, legend: document.querySelector('.am-legend')?.getBoundingClientRect().height }
  })
  expect(shown).toEqual({ maps: 1, whole: true, legend: 0 })
}

test('a host page prints the picture that it encloses, or the framed map, whole', async ({ page }) => {
  const map = addressOf('DEFAULT')
  const script = `<script src="${map}actor-map.js" defer></script>`
  const host = await servePages({
    '/picture': pageOf(
      `<actor-map src="${map}"><figure><img src="${map}map-1040x740.svg" width="1040" height="740" style="max-width: 100%; height: auto" alt="A map"></figure></actor-map>${script}`,
    ),
    '/link': pageOf(`<actor-map src="${map}"><a href="${map}">Map</a></actor-map>${script}`),
    '/frame': pageOf(`<iframe src="${map}embed.html" title="Map" width="100%" height="800" style="border: 0"></iframe>`),
  })
  try {
    for (const path of ['picture', 'link', 'frame']) {
      await page.emulateMedia({ media: 'screen' })
      await page.goto(host.url + path)
      const frame = await liveFrame(page)
      await expect(page.locator('iframe')).toBeVisible()
      await page.emulateMedia({ media: 'print' })
      if (path === 'picture') {
        await expect(page.locator('iframe'), 'the frame is not printed').toBeHidden()
        const bottom = await page.locator('actor-map').evaluate((e) => e.getBoundingClientRect().bottom)
        const figure = await page.locator('figure').evaluate((e) => e.getBoundingClientRect().bottom)
        expect(figure, 'the figure keeps its room').toBeLessThanOrEqual(bottom)
      } else {
        await expect(page.locator('iframe'), path).toBeVisible()
        if (path === 'link') await expect(page.locator('actor-map > a'), 'nothing under the frame').toBeHidden()
        await expectWhole(frame)
      }
    }
  } finally {
    host.stop()
  }
})

test('the page prints the present arrangement, without a button; popups stay on the screen', async ({ page }) => {
  // The page's own policy forbids to fetch a blob.
  await page.addInitScript(() => {
    const make = URL.createObjectURL
    const blobs = new Map()
    URL.createObjectURL = (blob) => {
      const address = make.call(URL, blob)
      blobs.set(address, blob)
      return address
    }
    Object.assign(window, { blobs })
  })
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const print = page.locator('.am-print')
  await expect(print).toHaveCount(0)
  await map.send({ type: 'place', node: 'putin', x: 0.5, y: 0.25 })
  await expect(print).toHaveCount(1)
  await expect(print, 'paper only').toBeHidden()
  const [width, height] = await print.evaluate((/** @type {HTMLImageElement} */ i) => [i.width, i.height])
  const drawn = () =>
    page.evaluate(() => /** @type {any} */ (window).blobs.get(document.querySelector('.am-print')?.getAttribute('src'))?.text())
  await expect.poll(drawn).toContain(`cx="${width / 2}" cy="${height / 4}"`)
  await page.emulateMedia({ media: 'print' })
  await expect(print).toBeVisible()
  await expect(page.locator('.am-figure picture')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await map.element.evaluate((/** @type {any} */ m) => m.setState({}))
  await expect(print, 'the published picture is right again').toHaveCount(0)

  await map.element.evaluate((/** @type {any} */ m) => m.select({ node: 'putin' }))
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 844 })
    for (const name of ['Search', 'Connect or compare with']) {
      const field = page.getByRole('combobox', { name })
      await field.fill('')
      await field.pressSequentially('tru')
      const list = page.locator('.am-options:not([hidden])')
      await expect(list, `${name} at ${width} px`).toHaveCount(1)
      const {
        left,
        right,
        page: wide,
        cut,
      } = await list.evaluate((e) => {
        const box = e.getBoundingClientRect()
        const side = e.closest('.am-side')
        return {
          left: box.left,
          right: box.right,
          page: document.documentElement.scrollWidth,
          cut: side ? side.scrollWidth - side.clientWidth : 0,
        }
      })
      expect([left >= 0, right <= width, wide, cut], `${name} at ${width} px`).toEqual([true, true, width, 0])
      await field.fill('')
    }
  }
})
