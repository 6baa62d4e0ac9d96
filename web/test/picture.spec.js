// Two painters, one display list: the picture and the canvas are the same drawing.
import { writeFile } from 'node:fs/promises'
import { addressOf, expect, test } from './base.js'
import { compareInk, decodePNG, shiftOf, worstTile } from './ink.js'
import { LiveMap } from './live.js'

/** The most pixels that may differ, of those that either picture inks. */
const maxShare = 0.03

/** The most of one small square, so that no word and no mark is missing. */
const maxTileShare = 1 / 3

/** @type {Record<'light'|'dark', import('./ink.js').Paper>} */
const papers = { light: [0xfc, 0xfb, 0xf8], dark: [0x14, 0x17, 0x1c] }

for (const [width, frame] of /** @type {const} */ ([
  [320, '304x520'],
  [600, '480x560'],
  [800, '736x620'],
  [1440, '1040x740'],
])) {
  test.describe(`${frame}, light and dark`, () => {
    test.use({ viewport: { width, height: 1200 } })

    test('picture and canvas agree to 1 px and 3 % of the ink', async ({ page, context }, info) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const blank = await context.newPage()
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        await page.bringToFront()
        await page.emulateMedia({ colorScheme })
        await page.evaluate(() => new Promise(requestAnimationFrame)) // the page is told of another palette before that
        await map.isStill()
        await leaveOnly(map, 'canvas')
        const canvasPNG = await map.shoot()
        await leaveOnly(map, 'picture')
        const picturePNG = await map.shoot()

        const [canvas, picture] = [await decodePNG(blank, canvasPNG), await decodePNG(blank, picturePNG)]
        expect(`${canvas.width}x${canvas.height}`).toBe(frame)
        const found = compareInk(picture, canvas, papers[colorScheme])
        info.annotations.push({ type: `ink, ${colorScheme}`, description: JSON.stringify(found) })
        const worst = worstTile(picture, canvas, papers[colorScheme])
        if (found.share > maxShare || worst.share > maxTileShare) {
          await writeFile(info.outputPath(`canvas-${colorScheme}.png`), canvasPNG)
          await writeFile(info.outputPath(`picture-${colorScheme}.png`), picturePNG)
        }
        for (const box of await map.boxes()) {
          const { dx, dy } = shiftOf(picture, canvas, box)
          expect(Math.max(Math.abs(dx), Math.abs(dy)), `shift of ${box.id}, ${colorScheme}`).toBeLessThanOrEqual(1)
        }
        expect(found.inkedA).toBeGreaterThan(canvas.width * canvas.height * 0.02)
        expect(found.share, `${colorScheme} ${JSON.stringify(found)}`).toBeLessThanOrEqual(maxShare)
        expect(worst.share, `${colorScheme} ${JSON.stringify(worst)}`).toBeLessThanOrEqual(maxTileShare)
      }
    })
  })
}

/**
 * Hides everything in the box of the map but one of its two drawings.
 * @param {LiveMap} map
 * @param {'canvas'|'picture'} which
 */
async function leaveOnly(map, which) {
  await map.stage.evaluate((stage, name) => {
    for (const child of /** @type {HTMLElement[]} */ ([...stage.children])) {
      child.style.visibility = child.localName === 'canvas' && name === 'canvas' ? 'visible' : 'hidden'
    }
    stage.style.background = 'none'
    const img = /** @type {HTMLElement} */ (stage.closest('actor-map')?.querySelector('img'))
    img.style.visibility = name === 'picture' ? 'visible' : 'hidden'
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.am-toolbar'))) part.style.visibility = 'hidden'
  }, which)
}
