// The page of examples, on another site than its map: text and map lead to each other.
import { addressOf, expect, test } from './base.js'
import { serveHostPages, spareHeight } from './talk-pages.js'

test('a sentence lights its line and opens it; a press on the map brings the sentence', async ({ page }) => {
  const pages = await serveHostPages(addressOf('DEFAULT'))
  await page.goto(`${pages.url}examples`)
  const map = page.locator('.example actor-map')
  const frame = page.frameLocator('.example actor-map iframe')
  await expect(map).toHaveAttribute('status', 'live', { timeout: 60_000 })
  await grown(page, frame) // the text stands where it will
  const sentences = page.locator('.sentence')
  const first = (await sentences.first().getAttribute('data-lines'))?.split(' ')[0]
  const state = () => map.evaluate((/** @type {any} */ e) => e.getState())

  const onFirstLine = { position: { x: 60, y: 8 } } // between its lines the pointer is beside a sentence
  await sentences.first().hover(onFirstLine)
  await expect.poll(async () => (await state()).focus).toEqual({ line: first })
  await sentences.first().click(onFirstLine)
  await expect.poll(async () => (await state()).selected).toEqual({ line: first })
  await expect(frame.locator('.am-panel blockquote').first()).toHaveText(await sentences.first().innerText())
  await expect(sentences.first()).toHaveAttribute('aria-current', 'true')
  expect(page.url(), 'the page is still there').toBe(`${pages.url}examples`)

  // The last sentence is out of view; a press on one of its nodes brings the first that has it.
  const [node, box] = await frame.locator('actor-map').evaluate(
    (/** @type {any} */ e, ends) => {
      const i = e.nodes.findIndex((/** @type {any} */ n) => ends.includes(n.id))
      return [e.nodes[i].id, e.places[i]]
    },
    await sentences.last().evaluate((s) => [s.dataset.from, s.dataset.to]),
  )
  const found = page.locator(`.sentence:is([data-from="${node}"], [data-to="${node}"])`).first()
  await grown(page, frame)
  const stage = await frame.locator('.am-stage').boundingBox()
  await page.mouse.click((stage?.x ?? 0) + box[0], (stage?.y ?? 0) + box[1])
  await expect(found).toHaveAttribute('aria-current', 'true')
  await expect(found).toBeInViewport()
  await expect(page.locator('.sentence[aria-current]')).toHaveCount(1)
  pages.stop()
})

/**
 * Waits until the frame is as high as its map, and painted so: until then the browser hands a press
 * on it to the page around, as it has no picture of the frame at that size to find it by.
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').FrameLocator} frame
 */
async function grown(page, frame) {
  await expect.poll(() => spareHeight(frame)).toBe(0)
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  await frame.locator('html').evaluate(painted)
  await page.evaluate(painted)
}
