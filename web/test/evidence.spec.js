// Every line proves itself: from the map to any quote of the dataset in at most two activations.
import { addressOf, expect, firstDataset, test } from './base.js'
import { LiveMap } from './live.js'

/** The most clicks, taps or key presses from the page as it opens to a quote. */
const maxActivations = 2

/** @typedef {{quote: string, speaker?: string, source: string}} Evidence */
/** @typedef {{id: string, from: string, evidence: Evidence[]}} Relation */
/** @typedef {{id: string, of?: {evidence?: Evidence[]}[]}} Actor */

for (const [width, every] of /** @type {[number, number][]} */ ([
  [1440, 3],
  [1440, 1],
  [320, 1],
])) {
  const tag = every === 1 ? ['@long'] : []

  test.describe(`${width} px, ${every === 1 ? 'each' : `one of ${every}`}`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('every quote of a relation, by its line where that is free', { tag }, async ({ page }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      /** @type {{relations: Relation[]}} */
      const { relations } = await firstDataset()
      expect((await map.lines()).map((l) => l.id).sort()).toEqual(relations.map((r) => r.id).sort())
      const byLine = /** @type {string[]} */ ([])
      const walked = relations.filter((_, i) => i % every === 0)
      for (const relation of walked) {
        const way = await walkTo(map, relation)
        expect(way.activations, relation.id).toBeLessThanOrEqual(maxActivations)
        if (way.by === 'line') {
          byLine.push(relation.id)
          const quotes = await page.locator(`article[id="r-${relation.id}"] blockquote`).allTextContents()
          await expect(map.panel.locator('article')).toHaveCount(1)
          await expect(map.panel.locator('article blockquote')).toHaveText(quotes)
        }
        const article = map.panel.locator('article').filter({ hasText: relation.evidence[0].quote })
        for (const { quote } of relation.evidence) await expect(article.locator('blockquote', { hasText: quote }).first()).toBeVisible()
        await expect(article.locator('.evidence figcaption').first()).toBeVisible()
      }
      // A line is a door of its own: of few lines the middle is covered by something else.
      expect(byLine.length).toBeGreaterThanOrEqual(walked.length * 0.8)
    })

    test('every quote of a membership', { tag }, async ({ page }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      /** @type {{actors: Actor[]}} */
      const { actors } = await firstDataset()
      const members = actors.filter(({ of = [] }) => of.some((m) => m.evidence?.length)).filter((_, i) => i % every === 0)
      expect(members.length).toBeGreaterThan(0)
      for (const { id, of = [] } of members) {
        await activateNode(map, id)
        for (const { quote } of of.flatMap((m) => m.evidence ?? [])) {
          await expect(map.panel.locator('blockquote', { hasText: quote }).first()).toBeVisible()
        }
      }
    })
  })
}

/**
 * Goes from the map to a relation as a reader would: by its line or, where that is covered, by the
 * node that it starts from. The panel is closed first.
 * @param {LiveMap} map
 * @param {Relation} relation
 * @returns {Promise<{activations: number, by: 'line'|'node'}>}
 */
async function walkTo(map, relation) {
  await map.send({ type: 'select' })
  await map.stage.scrollIntoViewIfNeeded()
  const at = await map.inWindow(await map.middleOf(relation.id))
  await map.page.mouse.click(at.x, at.y)
  await map.synced()
  if ((await map.state()).selected?.line === relation.id) return { activations: 1, by: 'line' }
  await activateNode(map, relation.from)
  return { activations: 1, by: 'node' }
}

/**
 * Opens the panel of a node by one click on it, from a map with nothing open.
 * @param {LiveMap} map
 * @param {string} id
 */
async function activateNode(map, id) {
  await map.send({ type: 'select' })
  await map.synced()
  await map.stage.scrollIntoViewIfNeeded()
  await map.clickNode(id)
  await expect.poll(async () => (await map.state())?.selected ?? {}).toEqual({ node: id })
}
