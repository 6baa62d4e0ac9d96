// The map as tables: without an engine, at every width, and in step with the map.
import { readFile } from 'node:fs/promises'
import { violationsInBothPalettes } from './axe.js'
import { addressOf, expect, firstDataset, test } from './base.js'
import { LiveMap } from './live.js'

test.describe('without an engine', { tag: '@text' }, () => {
  test('the list is sorted by its headers, opens what is chosen, and is saved', async ({ page }) => {
    await page.goto(addressOf('DEFAULT'))
    const { relations } = await firstDataset()
    await page.getByRole('button', { name: 'Table' }).click()
    const table = page.getByRole('table', { name: /^Relations, one a row/ })
    await expect(table.getByRole('row')).toHaveCount(relations.length + 1)
    await expect(page.locator('actor-map img')).toBeHidden()
    await table.getByRole('button', { name: 'Date' }).click()
    await table.getByRole('button', { name: 'Date' }).click()
    await expect(table.getByRole('columnheader', { name: 'Date' })).toHaveAttribute('aria-sort', 'descending')
    await expect(table.getByRole('row').nth(1)).toContainText('2025-02-28')
    await table.getByRole('link', { name: 'urged to provide a backstop' }).click()
    await expect(page.getByRole('region', { name: /^Keir Starmer – urged to provide a backstop/ })).toContainText(
      'Starmer on Wednesday urged',
    )
    await expect(table.getByRole('link', { name: 'urged to provide a backstop' })).toHaveAttribute('aria-current', 'true')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as CSV, for spreadsheets' }).click()
    const csv = await readFile(await (await saving).path(), 'utf8')
    expect(csv.split('\r\n')).toHaveLength(relations.length + 2)
    expect(csv.split('\r\n')[1]).toContain('2025-02-28')
  })

  test('a cell of the matrix lists its relations, and the address remembers the table', async ({ page }) => {
    await page.goto(`${addressOf('DEFAULT')}?table=matrix`)
    await page.getByRole('button', { name: 'United States, Quick ceasefire, 1 relation, for it' }).click()
    await expect(page.getByRole('region', { name: /^United States – pushes for/ })).toBeVisible()
    await page.getByRole('button', { name: 'Donald Trump, US aid to Ukraine, 2 relations' }).click()
    await expect(page.getByText('Only Donald Trump and US aid to Ukraine.')).toBeVisible()
    await expect(page.getByRole('table', { name: /^Relations/ }).getByRole('row')).toHaveCount(3)
    expect(new URL(page.url()).searchParams.get('table')).toBe('list')
    await page.getByRole('button', { name: 'All relations' }).click()
    await page.getByRole('button', { name: 'Table' }).click()
    await expect(page.locator('actor-map img')).toBeVisible()
    expect(new URL(page.url()).searchParams.get('table')).toBe(null)
  })

  test('which table is shown can be read, under the pointer, too', async ({ page }) => {
    await page.goto(`${addressOf('DEFAULT')}?table=list`)
    await expect(page.getByRole('table', { name: /^Relations/ })).toBeVisible()
    expect(await violationsInBothPalettes(page, '.am-tables-bar'), 'the list').toEqual([])
    await page.getByRole('button', { name: 'Actors and issues' }).click() // and the pointer stays on it
    await expect(page.getByRole('button', { name: 'Actors and issues' })).toHaveAttribute('aria-pressed', 'true')
    expect(await violationsInBothPalettes(page, '.am-tables-bar'), 'the matrix').toEqual([])
  })

  test('at 320 px the table scrolls within, and its headers stay', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`${addressOf('DEFAULT')}?table=matrix`)
    const scroll = page.locator('.am-tables-scroll')
    const head = scroll.getByRole('rowheader', { name: 'Europe', exact: true })
    await head.scrollIntoViewIfNeeded()
    await scroll.evaluate((e) => {
      e.scrollLeft = 400
    })
    const [outer, row, column] = await Promise.all([
      scroll.boundingBox(),
      head.boundingBox(),
      scroll.locator('thead th').first().boundingBox(),
    ])
    expect(row?.x).toBeCloseTo(outer?.x ?? 0, 0)
    expect(column?.y).toBeCloseTo(outer?.y ?? 0, 0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })
})

test('map and table select each other', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  const table = page.getByRole('table', { name: /^Relations/ })
  await table.getByRole('link', { name: 'called a "dictator"' }).click()
  await expect.poll(async () => (await map.state()).selected).toEqual({ line: 'trump-insults-zelenskyy' })
  // Behind the table the engine ends after a while: this works all the same.
  await map.element.evaluate((/** @type {any} */ e) => e.select({ line: 'deal-hinges-on-aid' }))
  const hinges = table.getByRole('link', { name: 'claim: would hinge on further', exact: true })
  await expect(hinges).toHaveAttribute('aria-current', 'true')
  await expect(hinges).toBeInViewport()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('checkbox', { name: /^negated/ }).check()
  await expect(table.getByRole('row')).toHaveCount(2)
})
