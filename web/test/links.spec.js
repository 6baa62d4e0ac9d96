// Links that last: the address follows the map, a link opens what was shared, an embed keeps still.
import { addressOf, expect, test } from './base.js'
import { inwards, LiveMap, overlaps } from './live.js'

const frame = { width: 1040, height: 740 }

/**
 * The query of the page's address.
 * @param {import('@playwright/test').Page} page
 */
function queryOf(page) {
  return new URL(page.url()).search
}

for (const host of /** @type {const} */ (['worker', 'main'])) {
  test.describe(`host ${host}`, () => {
    test.use({ host })

    test('a drag survives a reload, adds nothing to the history, and can be taken back', async ({ newPage }) => {
      const page = await newPage() // with a history of its own
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const steps = await page.evaluate(() => history.length)
      const before = await map.boxes()
      const [node] = before
      await map.drag(node.id, inwards(node, frame, 90))
      await map.isStill()
      const dropped = await map.box(node.id)
      await expect.poll(() => queryOf(page)).toMatch(new RegExp(`^\\?places=${node.id}:[01]\\.?\\d*,[01]\\.?\\d*$`))

      await page.reload()
      await map.stage.scrollIntoViewIfNeeded()
      await map.isLive()
      await map.isAt(node.id, dropped)
      await map.isStill()
      expect(overlaps(await map.boxes())).toEqual([])
      expect(await page.evaluate(() => history.length)).toBe(steps)
      await map.button('Undo').click()
      for (const box of before) await map.isAt(box.id, box)
      await expect.poll(() => queryOf(page)).toBe('')
    })
  })
}

test('a shared link opens the same selection, places and camera', async ({ page, newPage }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const [first, second] = await map.boxes()
  await map.drag(first.id, inwards(first, frame, 80))
  await map.isStill()
  await map.drag(second.id, inwards(await map.box(second.id), frame, 60))
  await map.isStill()
  await map.clickNode(second.id)
  await map.button('Zoom in').click()
  await map.isStill()
  await expect.poll(() => queryOf(page)).toMatch(/^\?node=.*&zoom=1\.414&places=/)
  const wanted = { state: await map.state(), first: await map.box(first.id), second: await map.box(second.id) }

  const other = await newPage({ viewport: { width: 1440, height: 1000 } })
  const copy = await LiveMap.open(other, page.url())
  await copy.isAt(first.id, wanted.first, 2)
  await copy.isAt(second.id, wanted.second, 2)
  await copy.isStill()
  const state = await copy.state()
  expect(state.selected).toEqual(wanted.state.selected)
  expect(Object.keys(state.pinned).sort()).toEqual(Object.keys(wanted.state.pinned).sort())
  expect(state.camera.zoom).toBeCloseTo(wanted.state.camera.zoom, 2)
  await expect(copy.panel).toBeVisible()
  await expect(copy.listbox).not.toBeFocused()
  expect(other.url()).toBe(page.url())
})

test('a line, the theme and the language of a link; what it cannot use is told and does no harm', async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const told = []
    Object.assign(window, { told })
    addEventListener('actor-map-error', (event) => told.push(/** @type {CustomEvent} */ (event).detail.message))
  })
  await page.goto(addressOf('DEFAULT'))
  const line = await page
    .locator('article.relation')
    .first()
    .evaluate((e) => e.id.slice(2))
  const map = await LiveMap.open(page, `${addressOf('DEFAULT')}?line=${line}&zoom=99&places=nobody:0.5,0.5&theme=dark&utm_source=x#how`)
  await expect(map.panel.locator('article')).toHaveCount(1)
  await expect(map.element).toHaveAttribute('theme', 'dark')
  await map.synced()
  expect((await map.state()).selected).toEqual({ line })
  await expect
    .poll(() => page.evaluate(() => /** @type {any} */ (window).told))
    .toEqual([
      'of the link, this is of no use: zoom=99: it is not a number from 1 to 64',
      'of the link, this is of no use: nobody: this map has nothing of that name',
    ])
  await expect.poll(() => page.url()).toBe(`${addressOf('DEFAULT')}?line=${line}&theme=dark&utm_source=x#how`)
})

test('the keyboard goes on where the link says, without taking the focus', async ({ page }) => {
  const map = await LiveMap.open(page, `${addressOf('DEFAULT')}?focus=putin`)
  await map.synced()
  await expect(map.listbox).not.toBeFocused()
  await expect(map.listbox.getByRole('option')).toContainText('Putin')
})

test.describe('where no engine comes', { tag: '@text' }, () => {
  test('the panel opens for the selection of the link all the same', async ({ page }) => {
    await page.goto(`${addressOf('DEFAULT')}?node=putin&places=us:0.5,0.5`)
    await expect(page.locator('actor-map')).toHaveAttribute('status', 'failed', { timeout: 45_000 })
    await expect(page.locator('.am-panel').getByRole('heading', { level: 2 })).toContainText('Putin')
    await expect(page.locator('.am-panel blockquote').first()).toBeVisible()
    expect(queryOf(page)).toBe('?node=putin&places=us:0.5,0.5')
  })
})

test('an embed opens a link and leaves its own address alone', async ({ page }) => {
  const url = `${addressOf('DEFAULT')}embed.html?node=putin#?secret=Ab3dEf6hIj`
  const map = await LiveMap.open(page, url)
  await map.synced()
  expect((await map.state()).selected).toEqual({ node: 'putin' })
  const [node] = await map.boxes()
  await map.drag(node.id, inwards(node, frame, 90))
  await map.isStill()
  expect(Object.keys((await map.state()).pinned)).toEqual([node.id])
  expect(page.url()).toBe(url)
})

test('back and forward between anchors keep the present view in the address', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await page.evaluate(() => {
    location.hash = '#sources'
  })
  await map.stage.scrollIntoViewIfNeeded()
  await map.element.evaluate((/** @type {any} */ e) => e.select({ node: 'putin' }))
  await expect.poll(() => page.url()).toBe(`${addressOf('DEFAULT')}?node=putin#sources`)
  await page.goBack()
  await expect.poll(() => page.url()).toBe(`${addressOf('DEFAULT')}?node=putin`)
})
