// The panel: who, what, when, in which words, from which source, by one click.
import { addressOf, expect, firstDataset, test } from './base.js'
import { LiveMap } from './live.js'

for (const width of [320, 768, 1440]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('a click on a node opens all of its relations with their quotes', async ({ page }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const [{ id, name }] = [...(await map.nodes())].sort((a, b) => b.degree - a.degree)
      await map.clickNode(id)
      await expect(map.panel.getByRole('heading', { name, exact: true })).toBeVisible()
      const { relations } = await firstDataset()
      const its = relations.filter((/** @type {any} */ r) =>
        [r.from, r.to, ...(r.about ?? []), ...r.evidence.map((/** @type {any} */ e) => e.speaker)].includes(id),
      )
      await expect(map.panel.locator('article')).toHaveCount(its.length)
      for (const article of await map.panel.locator('article').all()) {
        await expect(article.locator('blockquote').first()).toBeVisible()
        await expect(article.getByRole('link').last()).toHaveAttribute('href', /#s-/)
      }
      await expect.poll(async () => (await map.state()).selected).toEqual({ node: id })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    })

    test('nothing in the panel has an id of the text it was taken from', async ({ page }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      await map.clickNode((await map.nodes())[0].id)
      await expect(map.panel).toBeVisible()
      const doubled = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map((e) => e.id)
        return ids.filter((id, i) => ids.indexOf(id) !== i)
      })
      expect(doubled).toEqual([])
    })
  })
}

test('a click on a line opens its quote, date and speaker', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const lines = await map.lines()
  let opened = 0
  for (const line of lines) {
    const at = await map.inWindow(await map.middleOf(line.id))
    await page.mouse.click(at.x, at.y)
    const selected = await settledSelection(map)
    if (selected.line !== line.id) continue
    opened++
    const text = page.locator(`article[id="r-${line.id}"]`)
    await expect(map.panel.locator('article')).toHaveCount(1)
    await expect(map.panel.locator('article blockquote')).toHaveText(await text.locator('blockquote').allTextContents())
    await expect(map.panel.locator('.evidence figcaption').first()).toBeVisible()
  }
  // The middle of a line may lie under a node or another line's arrow; of few it does.
  expect(opened).toBeGreaterThanOrEqual(lines.length * 0.9)
})

test('links in the panel select the other end, and the text has a way to the map', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const [line] = await map.lines()
  await map.element.evaluate((/** @type {any} */ e, id) => e.select({ line: id }), line.id)
  await map.panel.locator('.relation-to').first().click()
  await expect.poll(async () => (await map.state()).selected).toEqual({ node: line.to })
  const section = page.locator(`section[id="n-${line.from}"]`)
  await section
    .getByRole('button', { name: /^Show .* on the map$/ })
    .first()
    .click()
  await expect.poll(async () => (await map.state()).selected).toEqual({ node: line.from })
  await expect(map.canvas).toBeInViewport()
})

test('the panel closes by its button and by Escape, and the legend is there again', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const { id } = (await map.nodes())[0]
  for (const close of [() => map.button('Close').click(), () => page.keyboard.press('Escape')]) {
    await map.clickNode(id)
    await expect(map.panel).toBeVisible()
    await page.mouse.move(5, 5)
    await expect(map.tooltip).toBeHidden()
    await close()
    await expect(map.panel).toBeHidden()
    await expect(page.locator('.am-legend')).toBeVisible()
    await expect.poll(async () => (await map.state()).selected ?? {}).toEqual({})
  }
})

test('a tooltip names what the mouse is on, can be dismissed, and goes', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const [a, b] = await map.nodes()
  await map.point(a.id)
  await expect(map.tooltip).toContainText(a.name)
  await page.keyboard.press('Escape')
  await expect(map.tooltip).toBeHidden()
  await map.point(b.id)
  await expect(map.tooltip).toContainText(b.name)
  await page.mouse.move(5, 5)
  await expect(map.tooltip).toBeHidden()
})

test('a tooltip can be pointed at, and what it covers can be dragged and zoomed', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const [above, below] = await aCoveredNode(map)
  await map.point(above)
  await expect(map.tooltip).toBeVisible()
  const from = await map.inWindow(await map.box(below))
  await page.mouse.move(from.x, from.y)
  await map.synced()
  await page.mouse.move(from.x, from.y + 1)
  await map.synced()
  await expect(map.tooltip, 'the pointer is on it').toBeVisible()

  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -240)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await map.state()).camera?.zoom).toBeGreaterThan(1)
  await map.send({ type: 'fit' })
  await expect.poll(async () => (await map.state()).camera?.zoom).toBe(1)

  await page.mouse.move(5, 5)
  await expect(map.tooltip).toBeHidden()
  await map.point(above)
  await expect(map.tooltip).toBeVisible()
  const start = await map.inWindow(await map.box(below))
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 30, start.y + 20, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => Object.keys((await map.state()).pinned ?? {})).toEqual([below])
})

test('a tooltip that comes late, in a press, does not end the drag', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const [above, below] = await aCoveredNode(map)
  const at = await map.box(below)
  const from = await map.inWindow(at)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await map.send({ type: 'hover', node: above })
  await expect(map.tooltip).toBeVisible()
  await page.mouse.move(from.x + 12, from.y)
  await map.isAt(below, { x: at.x + 12, y: at.y })
  await page.mouse.up()
  await expect.poll(async () => Object.keys((await map.state()).pinned ?? {})).toEqual([below])
})

/**
 * Two nodes, the second of which lies beneath the tooltip of the first.
 * @param {LiveMap} map
 * @returns {Promise<[string, string]>} ids
 */
async function aCoveredNode(map) {
  const boxes = await map.boxes()
  for (const { id } of boxes) {
    await map.send({ type: 'hover', node: id })
    await map.synced()
    await expect(map.tooltip).toBeVisible()
    const tip = await map.tooltip.evaluate((/** @type {any} */ t) => ({
      x: t.offsetLeft,
      y: t.offsetTop,
      w: t.offsetWidth,
      h: t.offsetHeight,
    }))
    const covered = boxes.find(
      (b) => b.id !== id && b.x > tip.x + 4 && b.x < tip.x + tip.w - 4 && b.y > tip.y + 4 && b.y < tip.y + tip.h - 4,
    )
    await map.send({ type: 'hover' })
    await expect(map.tooltip).toBeHidden()
    if (covered) return [id, covered.id]
  }
  throw new Error('no tooltip of this map covers a node')
}

/**
 * What is selected once the engine has said so.
 * @param {LiveMap} map
 */
async function settledSelection(map) {
  await map.synced()
  return (await map.state()).selected ?? {}
}
