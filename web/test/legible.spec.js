// What axe-core cannot see: signs told apart by lightness alone, the contrast of what is drawn, the ring of the focus, forced colours.
import { addressOf, expect, test } from './base.js'
import { decodePNG } from './ink.js'
import { LiveMap } from './live.js'

/** @import { Page } from '@playwright/test' */
/** @import { Pixels } from './ink.js' */

/** WCAG 2.2, 1.4.11: what carries meaning stands out from what is beside it. */
const leastContrast = 3

/** So fine that the edge of a thick line has pixels of its own, beside those that an edge shares with the paper. */
const deviceScaleFactor = 4

/** @param {ArrayLike<number>} rgb @param {number} [at] of its red */
function luminance(rgb, at = 0) {
  const [r, g, b] = [0, 1, 2].map((k) => {
    const v = rgb[at + k] / 255
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** @param {number} a @param {number} b luminances */
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/**
 * Counts the pixels of two pictures of one size that stand out from each other.
 * @param {Pixels} a
 * @param {Pixels} b
 */
function standOut(a, b) {
  let n = 0
  for (let i = 0; i < a.data.length; i += 4) if (contrast(luminance(a.data, i), luminance(b.data, i)) >= leastContrast) n++
  return n
}

/** The commonest colour: the paper. @param {Pixels} p @returns {number[]} */
function paperOf({ data }) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (let i = 0; i < data.length; i += 4) {
    const key = (data[i] << 16) | (data[i + 1] << 8) | data[i + 2]
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [key] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))
  return [key >> 16, (key >> 8) & 255, key & 255]
}

/** @param {Page} page @param {LiveMap} map */
async function shoot(page, map) {
  const clip = await map.stage.boundingBox()
  if (!clip) throw new Error('the map has no box')
  return page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('by lightness alone every sign of the legend differs from each other', { tag: '@text' }, async ({ newPage }) => {
      const page = await newPage({ colorScheme, javaScriptEnabled: false, deviceScaleFactor }) // the legend is the page's own
      const blank = await newPage()
      await page.goto(addressOf('DEFAULT'))
      /** @type {Map<string, {words: string, pixels: Pixels}>} by what is drawn: a plain line stands for two things */
      const signs = new Map()
      for (const row of await page.locator('.am-legend li').all()) {
        const svg = row.locator('svg')
        const key = await svg.evaluate((e) => e.outerHTML)
        if (!signs.has(key))
          signs.set(key, { words: (await row.innerText()).trim(), pixels: await decodePNG(blank, await svg.screenshot()) })
      }
      const all = [...signs.values()]
      expect(all.length).toBeGreaterThanOrEqual(16)
      for (const [i, a] of all.entries()) {
        for (const b of all.slice(i + 1)) {
          if (a.pixels.width !== b.pixels.width || a.pixels.height !== b.pixels.height) continue // a shape and a line
          expect(standOut(a.pixels, b.pixels), `device px that tell “${a.words}” from “${b.words}”`).toBeGreaterThanOrEqual(
            4 * deviceScaleFactor ** 2,
          )
        }
      }
    })

    test('every ink of the map is drawn with enough contrast, so is the ring of the focus, and forced colours are the system’s', async ({
      page,
      context,
    }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      await map.isStill()
      await map.stage.scrollIntoViewIfNeeded()
      const blank = await context.newPage()
      const before = await decodePNG(blank, await shoot(page, map))
      const paper = luminance(paperOf(before))
      const strong = { blue: 0, vermillion: 0, plain: 0 }
      for (let i = 0; i < before.data.length; i += 4) {
        if (contrast(luminance(before.data, i), paper) < leastContrast) continue
        const [r, , b] = before.data.subarray(i, i + 3)
        if (b - r > 60) strong.blue++
        else if (r - b > 60) strong.vermillion++
        else strong.plain++
      }
      for (const [ink, n] of Object.entries(strong)) expect(n, `px of ${ink} ink`).toBeGreaterThan(200)

      await map.listbox.focus()
      await page.keyboard.press('End') // an issue with few lines: those of others hide a part of the ring
      await map.synced()
      await map.isStill()
      const nodes = await map.nodes()
      const { x, y, halfW, halfH } = await map.box(nodes[nodes.length - 1].id)
      const after = await decodePNG(blank, await shoot(page, map))
      let ring = 0
      for (let py = Math.floor(y - halfH - 8); py <= y + halfH + 8; py++) {
        for (let px = Math.floor(x - halfW - 8); px <= x + halfW + 8; px++) {
          const outside = Math.abs(px - x) > halfW + 1 || Math.abs(py - y) > halfH + 1
          const i = 4 * (py * after.width + px)
          const was = contrast(luminance(before.data, i), paper)
          if (outside && was < 1.2 && contrast(luminance(after.data, i), paper) >= leastContrast) ring++
        }
      }
      // WCAG 2.2, 2.4.13: at least the area of a 1 px line around the node; half of it may be where lines ran before.
      expect(ring).toBeGreaterThanOrEqual(2 * (halfW + halfH))

      await page.emulateMedia({ forcedColors: 'active', colorScheme })
      await page.evaluate(() => new Promise(requestAnimationFrame)) // the page is told of other colours before that
      await map.isStill()
      const drawn = await decodePNG(blank, await shoot(page, map))
      const [canvas, text] = await page.evaluate(() =>
        ['Canvas', 'CanvasText'].map((name) => {
          const probe = document.body.appendChild(document.createElement('i'))
          probe.style.cssText = `forced-color-adjust: none; color: ${name}`
          const rgb = getComputedStyle(probe).color.match(/\d+/g)?.map(Number) ?? []
          probe.remove()
          return rgb
        }),
      )
      expect(paperOf(drawn)).toEqual(canvas)
      let inked = 0
      for (let i = 0; i < drawn.data.length; i += 4) if ([0, 1, 2].every((k) => drawn.data[i + k] === text[k])) inked++
      expect(inked, 'px in the colour of text').toBeGreaterThan(1000)
    })
  })
}
