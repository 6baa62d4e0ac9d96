// Evidence: two sides side by side, citations to copy, and anchors that lead from text to map and back.
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'

const urged = 'Starmer on Wednesday urged the United States to provide a security "backstop"'

test('a relation is cited from the panel and from the text, as text and as Markdown', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await map.element.evaluate((/** @type {any} */ e) => e.select({ line: 'starmer-urges-backstop' }))
  const dialog = page.getByRole('dialog', { name: 'Cite this relation' })
  for (const opener of [map.panel, page.locator('article[id="r-starmer-urges-backstop"]')]) {
    await opener.getByRole('button', { name: /^Cite “Keir Starmer/ }).click()
    const text = dialog.getByRole('textbox', { name: 'Plain text' })
    await expect(text).toHaveValue(
      new RegExp(
        `^Keir Starmer – urged to provide a backstop → United States, 26 February 2025\n“${urged}” \\(Keir Starmer, in reported speech · News report, 27 February 2025\\)\n`,
      ),
    )
    await expect(text).toHaveValue(
      new RegExp(`as of 27 February 2025, corrected 30 November 2026\n${addressOf('DEFAULT')}#r-starmer-urges-backstop$`),
    )
    await expect(dialog.getByRole('textbox', { name: 'Markdown' })).toHaveValue(/^\*\*\[Keir Starmer – urged/)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await map.panel.getByRole('button', { name: /^Cite/ }).click()
  await dialog.getByRole('button', { name: 'Copy Markdown' }).click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await dialog.getByRole('textbox', { name: 'Markdown' }).inputValue(),
  )
})

test('a line of a mixed pair shows both signs side by side, and each claim leads to its line', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await map.element.evaluate((/** @type {any} */ e) => e.select({ line: 'macron-meets-trump' }))
  const sides = map.panel.locator('.side')
  await expect(sides).toHaveCount(2)
  await expect(sides.nth(0)).toContainText('Cooperation')
  await expect(sides.nth(1)).toContainText('Conflict')
  await sides
    .nth(1)
    .getByRole('link', { name: /differs starkly on the war with/ })
    .click()
  await expect.poll(async () => (await map.state()).selected).toEqual({ line: 'macron-trump-differ-war' })
})

for (const document of ['', 'embed.html']) {
  test(`an anchor opens its thing on the map, and lights it (${document || 'page'})`, async ({ page }) => {
    const map = await LiveMap.open(page, `${addressOf('DEFAULT')}${document}#r-deal-hinges-on-aid`)
    await expect(page.locator('article[id="r-deal-hinges-on-aid"]')).toBeVisible()
    await expect.poll(async () => (await map.state())?.selected).toEqual({ line: 'deal-hinges-on-aid' })
    await expect(map.panel).toContainText('would hinge on further')
    await page.evaluate(() => {
      location.hash = '#n-putin'
    })
    await expect.poll(async () => (await map.state()).selected).toEqual({ node: 'putin' })
    await expect(map.panel.getByRole('heading', { name: 'Vladimir Putin', exact: true })).toBeVisible()
  })
}
