// A dataset that is full of markup and script: all of it is text, everywhere.
import { readFile } from 'node:fs/promises'
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'

/** @typedef {import('@playwright/test').Page} Page */

const hostile = () => addressOf('HOSTILE')
const harmless = () => addressOf('HARMLESS')

/** @returns {Promise<any>} */
async function hostileDataset() {
  return JSON.parse(await readFile(new URL('../../data/testdata/hostile.json', import.meta.url), 'utf8'))
}

/**
 * Counts the elements of a page by name, attributes and scripts too.
 * @param {Page} page
 * @returns {Promise<Record<string, number>>}
 */
function census(page) {
  return page.evaluate(() => {
    /** @type {Record<string, number>} */
    const count = {}
    for (const e of document.querySelectorAll('*')) {
      for (const key of [e.localName, ...e.getAttributeNames().map((a) => `@${a}`)]) count[key] = (count[key] ?? 0) + 1
    }
    return count
  })
}

for (const path of ['', 'embed.html']) {
  test(`${path || 'index.html'} has the same elements as its harmless twin, without script`, async ({ browser }) => {
    const [a, b] = await Promise.all([hostile(), harmless()].map(async (site) => {
      const page = await browser.newPage({ javaScriptEnabled: false })
      await page.goto(site + path)
      return page
    }))
    expect(await census(a)).toEqual(await census(b))
    await Promise.all([a.close(), b.close()])
  })
}

test('every text of the dataset stands in the page as it is', async ({ page }) => {
  await page.goto(hostile())
  const dataset = await hostileDataset()
  for (const relation of dataset.relations) {
    const quotes = await page.locator(`article[id="r-${relation.id}"] blockquote`).allTextContents()
    expect(quotes).toEqual(relation.evidence.map((/** @type {any} */ e) => inEnglish(e.quote)))
  }
  for (const node of [...dataset.actors, ...dataset.issues]) {
    expect(await page.locator(`section[id="n-${node.id}"] .node-name`).textContent()).toBe(inEnglish(node.name))
  }
})

test('panel, tooltip and option show every node and line as text, with the elements of the twin', async ({ context }) => {
  test.setTimeout(240_000)
  const [a, b] = [await LiveMap.open(await context.newPage(), hostile()), await LiveMap.open(await context.newPage(), harmless())]
  const dataset = await hostileDataset()
  /** @type {Map<string, string>} */
  const names = new Map([...dataset.actors, ...dataset.issues].map((n) => [n.id, inEnglish(n.name)]))
  const targets = [...(await a.nodes()).map((n) => ({ node: n.id })), ...(await a.lines()).map((l) => ({ line: l.id }))]
  for (const target of targets) {
    for (const map of [a, b]) await show(map, target)
    if ('node' in target) {
      const name = names.get(target.node) ?? ''
      expect(await a.listbox.getByRole('option').textContent()).toContain(name)
      expect(await a.tooltip.textContent()).toContain(name)
    }
    expect(await census(a.page), JSON.stringify(target)).toEqual(await census(b.page))
  }
})

test('every picture is well-formed and holds no script', async ({ page, context }) => {
  await page.goto(hostile())
  const pictures = await page.locator('actor-map source, actor-map img').evaluateAll((all) => [...new Set(all.map((e) => {
    const address = e.getAttribute('srcset') ?? e.getAttribute('src') ?? ''
    return new URL(address, document.baseURI).href
  }))])
  expect(pictures.length).toBe(4)
  const blank = await context.newPage()
  for (const address of pictures) {
    const text = await (await page.request.get(address)).text()
    const found = await blank.evaluate((svg) => {
      const doc = new DOMParser().parseFromString(svg, 'image/svg+xml')
      const all = [...doc.querySelectorAll('*')]
      return {
        errors: doc.querySelectorAll('parsererror').length,
        names: [...new Set(all.map((e) => e.localName))].sort(),
        handlers: all.flatMap((e) => e.getAttributeNames()).filter((n) => /^on|href/i.test(n)),
      }
    }, text)
    expect(found.errors, address).toBe(0)
    expect(found.handlers, address).toEqual([])
    expect(found.names.filter((n) => /script|foreignObject|image|animate|set|^a$|use/i.test(n)), address).toEqual([])
  }
})

/**
 * Shows a target everywhere: focused, hovered and selected.
 * @param {LiveMap} map
 * @param {{node?: string, line?: string}} target
 */
async function show(map, target) {
  await map.element.evaluate(async (/** @type {any} */ e, t) => {
    await e.request({ type: 'focus', ...t })
    await e.request({ type: 'hover', ...t })
    e.select(t)
    await e.request({ type: 'sync' })
  }, target)
  await expect(map.panel).toBeVisible()
}

/**
 * A text as the page shows it.
 * @param {string|Record<string, string>} text
 */
function inEnglish(text) {
  return typeof text === 'string' ? text : text.en ?? Object.values(text)[0]
}
