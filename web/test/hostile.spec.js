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

/** @typedef {Record<string, number>} Census how many elements and attributes there are, by name */

/** Puts a function into every page that counts its elements and attributes. */
function installCensus() {
  Object.assign(globalThis, {
    census() {
      /** @type {Census} */
      const count = {}
      for (const e of document.querySelectorAll('*')) {
        for (const key of [e.localName, ...e.getAttributeNames().map((a) => `@${a}`)]) count[key] = (count[key] ?? 0) + 1
      }
      return count
    },
  })
}

for (const path of ['', 'embed.html']) {
  test(`${path || 'index.html'} has the same elements as its harmless twin, without script`, { tag: '@text' }, async ({ newPage }) => {
    const [a, b] = await Promise.all(
      [hostile(), harmless()].map(async (site) => {
        const page = await newPage({ javaScriptEnabled: false })
        await page.goto(site + path)
        await page.evaluate(installCensus)
        const count = await page.evaluate(() => /** @type {any} */ (globalThis).census())
        return count
      }),
    )
    expect(a).toEqual(b)
  })
}

test('every text of the dataset stands in the page as it is', { tag: '@text' }, async ({ page }) => {
  await page.goto(hostile())
  const dataset = await hostileDataset()
  for (const relation of dataset.relations) {
    const quotes = await page.locator(`article[id="r-${relation.id}"] blockquote`).allTextContents()
    expect(quotes.sort()).toEqual(relation.evidence.map((/** @type {any} */ e) => inEnglish(e.quote)).sort()) // newest first on the page
  }
  for (const node of [...dataset.actors, ...dataset.issues]) {
    expect(await page.locator(`section[id="n-${node.id}"] .node-name`).textContent()).toBe(inEnglish(node.name))
  }
})

test.describe('the live map', () => {
  test.use({ viewport: { width: 600, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

  test('option, tooltip and panel show every node and line as text, with the elements of the twin', async ({ context }) => {
    test.setTimeout(180_000)
    const [a, b] = [await LiveMap.open(await context.newPage(), hostile()), await LiveMap.open(await context.newPage(), harmless())]
    for (const map of [a, b]) await map.page.evaluate(installCensus)
    const dataset = await hostileDataset()
    /** @type {Map<string, string>} */
    const names = new Map([...dataset.actors, ...dataset.issues].map((n) => [n.id, inEnglish(n.name)]))
    const targets = [...(await a.nodes()).map((n) => ({ node: n.id })), ...(await a.lines()).map((l) => ({ line: l.id }))]
    for (const target of targets) {
      const [seen, twin] = await Promise.all([a, b].map((map) => show(map, target)))
      expect(seen.shown, JSON.stringify(target)).toEqual([true, true])
      if ('node' in target) {
        const name = names.get(target.node) ?? ''
        expect([seen.option.includes(name), seen.tooltip.includes(name)], `${name} in ${seen.option} and ${seen.tooltip}`).toEqual([
          true,
          true,
        ])
      }
      expect(seen.pointed, `tooltip of ${JSON.stringify(target)}`).toEqual(twin.pointed)
      expect(seen.opened, `panel of ${JSON.stringify(target)}`).toEqual(twin.opened)
    }
  })
})

test('every picture is well-formed and holds no script', { tag: '@text' }, async ({ page, context }) => {
  await page.goto(hostile())
  const pictures = await page.locator('actor-map source, actor-map img').evaluateAll((all) => [
    ...new Set(
      all.map((e) => {
        const address = e.getAttribute('srcset') ?? e.getAttribute('src') ?? ''
        return new URL(address, document.baseURI).href
      }),
    ),
  ])
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
    expect(
      found.names.filter((n) => /script|foreignObject|image|animate|set|^a$|use/i.test(n)),
      address,
    ).toEqual([])
  }
})

/**
 * Focuses and hovers a target, then opens its panel, and tells what the page says and holds at either time.
 * @param {LiveMap} map
 * @param {{node?: string, line?: string}} target
 * @returns {Promise<{option: string, tooltip: string, shown: boolean[], pointed: Census, opened: Census}>}
 */
function show(map, target) {
  return map.element.evaluate(async (/** @type {any} */ e, t) => {
    const { census } = /** @type {any} */ (globalThis)
    const tooltip = e.querySelector('.am-tooltip')
    const panel = e.querySelector('.am-panel')
    e.send({ type: 'focus', ...t })
    await e.request({ type: 'hover', ...t })
    const pointed = census()
    const texts = { option: e.querySelector('[role=option]').textContent, tooltip: tooltip.textContent }
    const tooltipShown = !tooltip.hidden
    e.select(t)
    await e.request({ type: 'sync' })
    return { ...texts, shown: [tooltipShown, !panel.hidden], pointed, opened: census() }
  }, target)
}

/**
 * A text as the page shows it.
 * @param {string|Record<string, string>} text
 */
function inEnglish(text) {
  return typeof text === 'string' ? text : (text.en ?? Object.values(text)[0])
}
