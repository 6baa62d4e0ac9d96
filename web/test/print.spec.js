// What comes on paper: one map, whole.
import { addressOf, expect, test } from './base.js'
import { servePages } from './guest-servers.js'

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
