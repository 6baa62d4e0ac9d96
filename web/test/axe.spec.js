// No violation of what can be checked by machine, in every state of the map.
import { violations as inLight, violationsInBothPalettes } from './axe.js'
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'

// Colours are the same at every width: the dark ones are looked at once.
for (const [width, palettes, violations] of /** @type {[number, string, typeof inLight][]} */ ([
  [320, 'light', inLight],
  [1440, 'light and dark', violationsInBothPalettes],
])) {
  test.describe(`${width} px, ${palettes}`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('the page with the map live, a panel open, the help open', async ({ page }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      expect(await violations(page), 'live').toEqual([])
      await map.clickNode((await map.nodes())[0].id)
      await expect(map.panel).toBeVisible()
      expect(await violations(page, 'actor-map'), 'panel').toEqual([])
      await map.button('Help: mouse, touch, keyboard').click()
      await expect(map.element.getByRole('dialog')).toBeVisible()
      expect(await violations(page, 'actor-map'), 'help').toEqual([])
    })

    test('search, filter, time and two nodes compared', async ({ page }) => {
      await LiveMap.open(page, addressOf('DAYS'))
      const search = page.getByRole('combobox', { name: 'Search' })
      await search.fill('nobody at all')
      await expect(page.getByText(/^Nothing found for/).first()).toBeVisible()
      expect(await violations(page), 'nothing found').toEqual([])
      await search.fill('north')
      await expect(page.getByRole('option', { name: 'Northland State' })).toBeVisible()
      await page.keyboard.press('ArrowDown')
      expect(await violations(page, 'actor-map'), 'search').toEqual([])
      await search.fill('')
      await page.getByRole('button', { name: 'Time' }).click()
      await page.getByRole('slider', { name: 'Last day' }).press('ArrowLeft')
      expect(await violations(page, 'actor-map'), 'time').toEqual([])
      await page.getByRole('button', { name: 'Filter' }).click()
      await page.getByRole('checkbox', { name: /^words/ }).check()
      await expect(page.getByText(/relations shown:/)).toBeVisible()
      expect(await violations(page, 'actor-map'), 'filter').toEqual([])
      await page.getByRole('region', { name: 'Filter' }).getByRole('button', { name: 'Show everything' }).click()
      await search.fill('southland')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Southland', exact: true }).first()).toBeFocused() // it takes the focus when it comes
      await page.getByRole('combobox', { name: /^Connect/ }).fill('northland')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: 'Southland and Northland' })).toBeVisible()
      expect(await violations(page, 'actor-map'), 'pair').toEqual([])
    })

    test('the embed', async ({ page }) => {
      await LiveMap.open(page, `${addressOf('DEFAULT')}embed.html`)
      expect(await violations(page)).toEqual([])
    })
  })
}
