// Without JavaScript the page is complete: every text, quote and source, and the picture.
import { addressOf, expect, firstDataset, test } from './base.js'

test.use({ javaScriptEnabled: false })

for (const width of [320, 768, 1440]) {
  test(`every actor, issue, relation, quote and source is there at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(addressOf('DEFAULT'))
    const dataset = await firstDataset()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(dataset.title)
    await expect(page.locator('main, body > header').getByText(dataset.summary).first()).toBeVisible()
    for (const node of [...dataset.actors, ...dataset.issues]) {
      await expect(page.locator(`section[id="n-${node.id}"] h3`).first()).toHaveText(node.name)
    }
    for (const source of dataset.sources) {
      await expect(page.locator(`li[id="s-${source.id}"]`)).toContainText(source.title)
    }
    for (const relation of dataset.relations) {
      const article = page.locator(`article[id="r-${relation.id}"]`)
      await expect(article).toBeVisible()
      await expect(article).toContainText(relation.label)
      const quotes = await article.locator('blockquote').allInnerTexts()
      expect(quotes.map((q) => q.trim())).toEqual(relation.evidence.map((/** @type {any} */ e) => e.quote))
    }
  })

  test(`the picture is there in its size and nothing is wider than ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(addressOf('DEFAULT'))
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
  })
}

test('the links of the contents lead to what they name', async ({ page }) => {
  await page.goto(addressOf('DEFAULT'))
  const links = page.locator('a[href^="#"]')
  const broken = await links.evaluateAll((all) =>
    all.map((a) => decodeURIComponent(a.getAttribute('href') ?? '').slice(1)).filter((id) => document.getElementById(id) === null),
  )
  expect(broken).toEqual([])
})
