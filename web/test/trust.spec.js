// What is alleged, disputed, announced by another, negated, corrected or answered, where only a browser shows
// it: in the search, in the panel and on paper. The expectations are in data/testdata/trust.txt.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from './base.js'
import { LiveMap } from './live.js'
import { startServer } from './server.js'
import { cellsOf } from './trust-table.js'

const file = fileURLToPath(new URL('../../data/testdata/trust.json', import.meta.url))
const { relations } = JSON.parse(readFileSync(file, 'utf8'))

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server
test.beforeAll(async () => {
  server = await startServer(file)
})
test.afterAll(() => server.stop())

/** What of an article is no plain fact, and how to say that it is wrong. */
const parts = '.relation-status, .relation-standing, .relation-who, .relation-corrected, .relation-reply, .relation-desk'

/**
 * Returns what is seen of an article.
 * @param {import('@playwright/test').Locator} article
 */
async function seenOf(article) {
  const texts = []
  for (const part of await article.locator(parts).all()) if (await part.isVisible()) texts.push(tidy(await part.innerText()))
  return texts.join('; ')
}

/** @param {string} text */
function tidy(text) {
  return text.replace(/\s+/g, ' ').trim()
}

/** @type {Record<string, (map: LiveMap, id: string) => Promise<string>>} by column, what is seen of a relation */
const probes = {
  search: async (map, id) => {
    const [{ quote }] = relations.find((/** @type {any} */ r) => r.id === id).evidence
    await map.page.getByRole('combobox', { name: 'Search', exact: true }).fill(quote)
    const option = map.page.getByRole('search').getByRole('option')
    await expect(option).toHaveCount(1)
    await expect(option).toContainText(quote)
    return tidy(await option.innerText())
  },
  panel: async (map, id) => {
    await map.element.evaluate((/** @type {any} */ e, line) => e.select({ line }), id)
    const article = map.panel.locator('article')
    await expect(article).toHaveCount(1)
    const mail = `mailto:desk@example.org?subject=Error%20in%20the%20map%20trust%2C%20relation%20${id}`
    await expect(article.getByRole('link', { name: 'Report an error' })).toHaveAttribute('href', mail)
    return `${tidy(await map.panel.getByRole('heading').first().innerText())}; ${await seenOf(article)}`
  },
  print: async ({ page }, id) => {
    await page.emulateMedia({ media: 'print' })
    const article = page.locator(`article[id="r-${id}"]`)
    const text = `${tidy(await article.locator('.relation-headline').innerText())}; ${await seenOf(article)}`
    await page.emulateMedia({ media: 'screen' })
    return text
  },
}

const cells = cellsOf('browser')

test('search, panel and paper tell what is no plain fact', async ({ page }) => {
  expect([...new Set(cells.map(({ column }) => column))].sort()).toEqual(Object.keys(probes).sort())
  const map = await LiveMap.open(page, server.url)
  for (const { column, row, want } of cells) {
    expect.soft(await probes[column](map, `${row}-pays`), `${column} of what is ${row}`).toBe(want)
  }
})

test('a frame names who answers for a line, and when the map was corrected', async ({ page }) => {
  const map = await LiveMap.open(page, `${server.url}embed.html`)
  await expect(page.locator('.embed-mast')).toContainText('corrected 9 April 2025')
  await map.element.evaluate((/** @type {any} */ e) => e.select({ line: 'corrected-pays' }))
  await expect(map.panel.getByRole('link', { name: 'Report an error' })).toHaveAttribute('target', '_blank')
  expect(await probes.panel(map, 'corrected-pays')).toContain('Corrected 9 April 2025: An earlier version named another day.')
})
