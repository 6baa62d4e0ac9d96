// The panel: who, what, when, in which words, from which source, by one click.
import { addressOf, expect, firstDataset, test } from './base.js'
import { LiveMap } from './live.js'

for (const width of [320, 768, 1440]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('a click on a node opens all of its relations with their quotes, under no id of the text', async ({ page }) => {
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
      const doubled = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map((e) => e.id)
        return ids.filter((id, i) => ids.indexOf(id) !== i)
      })
      expect(doubled).toEqual([])
    })
  })
}

test('links in the panel select the other end, the text has a way to the map, and the panel closes by its button and by Escape', async ({
  page,
}) => {
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
  await map.stage.scrollIntoViewIfNeeded()

  for (const close of [() => map.button('Close').click(), () => page.keyboard.press('Escape')]) {
    await map.clickNode(line.to)
    await expect(map.panel).toBeVisible()
    await page.mouse.move(5, 5)
    await expect(map.tooltip).toBeHidden()
    await close()
    await expect(map.panel).toBeHidden()
    await expect(page.locator('.am-legend')).toBeVisible()
    await expect.poll(async () => (await map.state()).selected ?? {}).toEqual({})
  }
})

test('a tooltip names what the mouse is on, can be dismissed and pointed at; what it covers can be dragged and zoomed', async ({
  page,
}) => {
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

  // A tooltip that comes late, in a press, does not end the drag.
  await map.button('Undo').click()
  await expect.poll(async () => Object.keys((await map.state()).pinned ?? {})).toEqual([])
  await map.isStill()
  const at = await map.box(below)
  const press = await map.inWindow(at)
  await page.mouse.move(press.x, press.y)
  await page.mouse.down()
  await map.send({ type: 'hover', node: above })
  await expect(map.tooltip).toBeVisible()
  await page.mouse.move(press.x + 12, press.y)
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
  // The tooltip lies beside its node: who has a near neighbour is asked first.
  const nearest = (/** @type {import('./live.js').Box} */ a) =>
    Math.min(...boxes.filter((b) => b !== a).map((b) => Math.hypot(b.x - a.x, b.y - a.y)))
  for (const { id } of [...boxes].sort((a, b) => nearest(a) - nearest(b))) {
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
