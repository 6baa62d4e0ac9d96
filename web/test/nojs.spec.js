// Without JavaScript the page is complete: every text, quote and source, and the picture.
import { addressOf, expect, firstDataset, test } from './base.js'

/** @import { Page } from '@playwright/test' */

test.use({ javaScriptEnabled: false })

for (const width of [320, 768, 1440]) {
  test(`at ${width} px every actor, issue, relation, quote and source is there, the picture in its size, and nothing is wider`, {
    tag: '@text',
  }, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(addressOf('DEFAULT'))
    await test.step('text', () => hasEveryText(page))
    await test.step('picture', () => hasThePicture(page, width))
  })
}

/** @param {Page} page */
async function hasEveryText(page) {
  const dataset = await firstDataset()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(dataset.title)
  await expect(page.locator('main, body > header').getByText(dataset.summary).first()).toBeVisible()
  const nodes = page.locator('section[id^="n-"]')
  const names = await nodes.evaluateAll((all) => Object.fromEntries(all.map((e) => [e.id, e.querySelector('h3')?.textContent?.trim()])))
  expect(names).toMatchObject(Object.fromEntries([...dataset.actors, ...dataset.issues].map((n) => [`n-${n.id}`, n.name])))
  for (const source of dataset.sources) {
    await expect(page.locator(`li[id="s-${source.id}"]`)).toContainText(source.title)
  }
  const told = await page.locator('article[id^="r-"]').evaluateAll((all) =>
    all.map((article) => ({
      id: article.id,
      visible: article.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }),
      text: article.textContent?.replace(/\s+/g, ' '),
      quotes: [...article.querySelectorAll('blockquote')].map((q) => /** @type {HTMLElement} */ (q).innerText.trim()),
    })),
  )
  for (const { id, label, evidence } of dataset.relations) {
    expect(
      told.find((article) => article.id === `r-${id}`),
      id,
    ).toEqual({
      id: `r-${id}`,
      visible: true,
      text: expect.stringContaining(label),
      quotes: evidence.map((/** @type {any} */ e) => e.quote),
    })
  }
}

/** @param {Page} page @param {number} width */
async function hasThePicture(page, width) {
  const frame = width < 496 ? [304, 520] : width < 768 ? [480, 560] : width < 1400 ? [736, 620] : [1040, 740]
  const picture = page.locator('actor-map img')
  await expect(picture).toBeVisible()
  const box = await picture.boundingBox()
  expect([box?.width, box?.height]).toEqual(frame)
  expect(await picture.evaluate((/** @type {HTMLImageElement} */ img) => [img.complete, img.naturalWidth, img.naturalHeight])).toEqual([
    true,
    ...frame,
  ])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  await expect(page.locator('canvas')).toHaveCount(0)
  await expect(page.locator('.am-legend')).toBeVisible()
}

test('the links of the contents lead to what they name', { tag: '@text' }, async ({ page }) => {
  await page.goto(addressOf('DEFAULT'))
  const links = page.locator('a[href^="#"]')
  const broken = await links.evaluateAll((all) =>
    all.map((a) => decodeURIComponent(a.getAttribute('href') ?? '').slice(1)).filter((id) => document.getElementById(id) === null),
  )
  expect(broken).toEqual([])
})
