// Languages: which page a reader gets, and what is in which language and direction.

import { violations } from './axe.js'
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'

const bilingual = () => addressOf('BILINGUAL')

test.describe('a browser in Arabic', { tag: '@text' }, () => {
  test.use({ locale: 'ar-EG' })

  test('gets the Arabic page, and English where the link says so', async ({ page }) => {
    await page.goto(`${bilingual()}?node=starmer#how`)
    await expect(page).toHaveURL(/\/ar\/\?node=starmer#how$/)
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await page.goto(`${bilingual()}?lang=en`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.goto(`${bilingual()}embed.html`)
    await expect(page).toHaveURL(/\/ar\/embed\.html$/)
  })
})

test.describe('a browser in French', { tag: '@text' }, () => {
  test.use({ locale: 'fr-FR' })

  test('is not led to what nobody has reviewed, but offered it', async ({ page }) => {
    await page.goto(bilingual())
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByText('Language: English').click()
    const offer = page.getByRole('listitem').filter({ hasText: 'français' })
    await expect(offer).toContainText('not reviewed')
    await offer.getByRole('link').click()
    await expect(page).toHaveURL(/\/fr\/index\.html\?lang=fr$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Starmer/)
    await expect(page.locator('h1 bdi')).toHaveAttribute('lang', 'en')
    await expect(page.locator('.unreviewed')).toBeVisible()
  })
})

test('a language that is not there leads to the page that is, with query and fragment', { tag: '@text' }, async ({ page }) => {
  for (const [name, start, end] of /** @type {[string, string, RegExp][]} */ ([
    ['the page', 'de/?node=starmer#how', /\/index\.html\?node=starmer#how$/],
    ['the frame', 'de/embed.html?theme=dark&node=starmer', /\/embed\.html\?theme=dark&node=starmer$/],
    ['a wish in the link', '?lang=de&node=starmer#how', /:\d+\/\?lang=de&node=starmer#how$/],
  ])) {
    await page.goto(`${bilingual()}${start}`)
    await expect(page, name).toHaveURL(end)
    await expect(page.locator('html'), name).toHaveAttribute('lang', 'en')
    await expect(page.getByRole('heading', { level: 1 }), name).toHaveText(/Starmer/)
  }
})

test('another language keeps the view, and every node its place', async ({ page }) => {
  const map = await LiveMap.open(page, bilingual())
  await page.evaluate(() => /** @type {any} */ (document.querySelector('actor-map')).select({ node: 'starmer' }))
  await map.isStill()
  const before = await map.boxes()
  await map.element.evaluate((/** @type {any} */ element) => {
    element.lang = 'ar'
  })
  await expect(page).toHaveURL(/\/ar\/.*node=starmer/)
  await map.isLive()
  await expect(map.panel.getByRole('heading', { name: 'كير ستارمر' }).first()).toBeVisible()
  await map.isStill()
  const after = await map.boxes()
  expect(after.map(({ id, x, y }) => [id, x, y])).toEqual(before.map(({ id, x, y }) => [id, x, y]))
  await expect(map.panel.locator('blockquote').first()).toHaveAttribute('lang', 'en')
})

for (const width of [320, 1440]) {
  test.describe(`in Arabic, ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('nothing runs over, and axe finds nothing, with panel and dialogs', async ({ page }) => {
      const map = await LiveMap.open(page, `${bilingual()}ar/`)
      await page.evaluate(() => /** @type {any} */ (document.querySelector('actor-map')).select({ node: 'zelenskyy' }))
      await expect(map.panel).toBeVisible()
      expect(await violations(page), 'panel').toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      await map.button('مشاركة وتضمين').click()
      await expect(map.element.getByRole('dialog')).toBeVisible()
      expect(await violations(page, 'actor-map'), 'share').toEqual([])
    })
  })
}
