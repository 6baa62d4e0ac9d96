// Pictures of a map in programs that read SVG and are no browsers: editors, converters, viewers of documents.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@playwright/test'
import { addressOf } from '../test/base.js'
import { decodePNG } from '../test/ink.js'
import { run } from './process.js'

/** @import { Page } from '@playwright/test' */
/** @import { Pixels } from '../test/ink.js' */

const program = fileURLToPath(new URL('../../bin/actormap', import.meta.url))

/** Each paints a file as PNG. The first knows SVG 1.1 and nothing of paint-order or media queries. @type {Record<string, (from: string, to: string) => Promise<unknown>>} */
const renderers = {
  CairoSVG: (from, to) =>
    run('/usr/bin/python3', ['-c', 'import cairosvg, sys; cairosvg.svg2png(url=sys.argv[1], write_to=sys.argv[2])', from, to]),
  librsvg: (from, to) => run('rsvg-convert', ['-o', to, from]),
}

/** Where a picture comes from. @type {Record<string, (page: Page) => Promise<string>>} */
const origins = {
  async 'the published picture'(page) {
    await page.goto(addressOf('DEFAULT'))
    const src = await page
      .locator('actor-map img')
      .first()
      .evaluate((/** @type {HTMLImageElement} */ i) => i.currentSrc || i.src)
    return (await page.request.get(src)).text()
  },
  'actormap svg': async () => (await run(program, ['svg', '-frame', '736x620'])).stdout,
  async 'the SVG of the Share dialog'(page) {
    await page.goto(`${addressOf('DEFAULT')}?node=putin`)
    await expect(page.locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 60_000 })
    await page.getByRole('button', { name: 'Share and embed' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'SVG', exact: true }).click(),
    ])
    return readFile(await download.path(), 'utf8')
  },
}

/** @type {string} */
let folder
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renderers-'))
})
test.afterAll(() => rm(folder, { recursive: true }))

/** Paints a picture by a program that is no browser. */
async function paint(/** @type {Page} */ page, /** @type {string} */ renderer, /** @type {string} */ svg) {
  const [from, to] = [join(folder, 'picture.svg'), join(folder, `${renderer}.png`)]
  await writeFile(from, svg)
  await renderers[renderer](from, to)
  return decodePNG(page, await readFile(to))
}

/** Where the browser writes the texts of a picture, how dark they are (0 to 255), and the browser's own pixels. */
async function readInBrowser(/** @type {Page} */ page, /** @type {string} */ svg) {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setContent(`<style>body { margin: 0 } body > svg { display: block }</style>${svg}`)
  const texts = await page.locator('text:not([aria-hidden] *)').evaluateAll((all) =>
    all.map((text) => {
      const { x, y, width, height } = text.getBoundingClientRect()
      const [r, g, b] = (/\d+, \d+, \d+/.exec(getComputedStyle(text).fill)?.[0] ?? '').split(', ').map(Number)
      return {
        words: text.textContent ?? '',
        x,
        y,
        width,
        height,
        ink: 255 - (255 - (r + g + b) / 3) * Number(getComputedStyle(text).fillOpacity),
      }
    }),
  )
  const pixels = await decodePNG(page, await page.locator('body > svg').screenshot())
  return { texts, pixels }
}

/** Counts the pixels of a box that are nearer to an ink than to white. */
function inkIn(
  /** @type {Pixels} */ { width, data },
  /** @type {{x: number, y: number, width: number, height: number, ink: number}} */ box,
) {
  let count = 0
  for (let y = Math.ceil(box.y); y < box.y + box.height; y++) {
    for (let x = Math.ceil(box.x); x < box.x + box.width; x++) {
      const i = 4 * (y * width + x)
      if ((data[i] + data[i + 1] + data[i + 2]) / 3 < (box.ink + 255) / 2) count++
    }
  }
  return count
}

for (const renderer of Object.keys(renderers)) {
  for (const [origin, load] of Object.entries(origins)) {
    test(`${renderer} writes every name of ${origin}, on light paper`, async ({ page, context }) => {
      const svg = await load(page)
      const blank = await context.newPage()
      const { texts, pixels } = await readInBrowser(blank, svg)
      const painted = await paint(blank, renderer, svg)
      expect([painted.width, painted.height]).toEqual([pixels.width, pixels.height])
      expect([...painted.data.subarray(0, 4)], 'paper').toEqual([0xfc, 0xfb, 0xf8, 0xff])
      expect(texts.length).toBeGreaterThan(30)
      const missing = texts
        .map((text) => ({ words: text.words, here: inkIn(painted, text), browser: inkIn(pixels, text) }))
        .filter(({ here, browser }) => browser === 0 || here < browser / 2 || here > browser * 2)
      expect(missing, 'texts with less than half of the ink that the browser gives them, or more than twice as much').toEqual([])
    })
  }

  test(`${renderer} paints the icon in its light colours`, async ({ page }) => {
    const painted = await paint(page, renderer, await readFile(new URL('../icon.svg', import.meta.url), 'utf8'))
    expect([...painted.data.subarray(4 * (8 * 32 + 15), 4 * (8 * 32 + 15) + 4)]).toEqual([0x1f, 0x24, 0x30, 0xff])
  })
}
