// What is only claimed, or denied, is told as that wherever a reader meets it.
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'

test('the filter tells claims from what is stated, with counts, and its link opens the same', async ({ page }) => {
  await LiveMap.open(page, addressOf('DISPUTE'))
  await page.getByRole('button', { name: 'Filter' }).click()
  const facet = page.getByRole('group', { name: 'What it rests on' })
  await expect(facet.locator('label')).toHaveText([/^stated\s+6$/, /^only claimed\s+4$/, /^disputed\s+1$/])
  await facet.getByLabel('disputed').check()
  await expect(page.getByText('1 of 11 relations shown: What it rests on: disputed.')).toBeVisible()
  await expect(page).toHaveURL(/show=standing:disputed/)
  await expect(page.locator('article[id="r-b-gave-c"]')).toBeVisible()
  await expect(page.locator('article[id="r-b-met-mayor"]')).toBeHidden()
  const map = await LiveMap.open(page, `${addressOf('DISPUTE')}?show=standing:alleged`)
  expect((await map.state()).filter).toEqual({ standing: ['alleged'] })
  await expect(page.locator('article[id="r-b-gave-c"]')).toBeHidden()
  await expect(page.locator('article[id="r-b-met-mayor"]')).toBeVisible()
})

test('tooltip and search begin with what makes it a claim, and the tooltip says who says and who denies it', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DISPUTE'))
  await map.send({ type: 'focus', line: 'b-gave-c' })
  await expect(map.tooltip.locator('strong')).toHaveText('Company B → Party C: disputed: gave 40,000 (EUR 40 000)')
  await expect(map.tooltip.getByText('says Politician D; denied by Treasurer of Party C, The Auditor')).toBeVisible()
  await map.send({ type: 'focus', node: 'company-b' })
  await expect(map.tooltip).toContainText('Organisation · 2 relations · 3 claims')
  const search = page.getByRole('combobox', { name: 'Search', exact: true })
  await search.fill('met in private')
  await expect(page.getByRole('option').first()).toContainText('claim: met in private')
})

test('a page that holds the map is told what each line rests on', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DISPUTE'))
  const standing = Object.fromEntries((await map.lines()).map((/** @type {any} */ l) => [l.id, l.standing]))
  expect(standing).toMatchObject({ 'b-gave-c': 'disputed', 'b-will-pay': 'alleged', 'd-criticises-b': 'stated' })
})

test('the picture that is taken along says in its description who denies what', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DISPUTE'))
  await expect(map.tooltip).toBeHidden()
  const text = await map.element.evaluate(async (/** @type {any} */ element) => (await element.picture()).blob.text())
  expect(text).toMatch(
    /Company B → Party C: disputed: gave 40,000 \(EUR(\u00a0|&#xA0;)40(\u202f|&#x202F;)000\); says Politician D; denied by Treasurer of Party C, The Auditor/,
  )
  expect(text).toContain('>claim: met in private<')
  expect(text).toContain('By A made-up desk · Report an error: desk@example.org')
})
