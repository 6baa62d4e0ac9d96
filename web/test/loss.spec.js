// The engine dies, the reader's work does not: lost graphics, a panic, a worker that is gone.
import { addressOf, expect, test } from './base.js'
import { inwards, LiveMap } from './live.js'

const frame = { width: 1040, height: 740 }

/** What the browser itself says about each death. @type {Record<string, RegExp[]>} */
const complaints = {
  loseContext: [/CONTEXT_LOST_WEBGL|context lost/i],
  crash: [/panic|crash|exit code|goroutine|wasm/i],
  terminate: [],
}

for (const host of /** @type {const} */ (['worker', 'main'])) {
  for (const death of ['loseContext', 'crash', 'terminate']) {
    test.describe(`host ${host}, ${death}`, () => {
      test.use({ host, expectedConsole: complaints[death] })

      test('in mid-drag the map comes back, and what was dropped stays', async ({ page }) => {
        const map = await LiveMap.open(page, addressOf('DEFAULT'))
        const origin = await page.evaluate(() => performance.timeOrigin)
        const [first, second] = await map.boxes()
        const by = inwards(first, frame, 90)
        await map.drag(first.id, by)
        await map.isStill()
        const dropped = await map.box(first.id)

        const now = await map.box(second.id)
        const pull = inwards(now, frame, 70)
        await map.grab(second.id, pull)
        await map.canvas.evaluate((c) => {
          c.dataset.old = 'yes'
        })
        await map.element.evaluate((/** @type {any} */ e, how) => e.engine[how](), death)
        await page.mouse.move(...point(await map.inWindow({ x: now.x + pull.x, y: now.y + pull.y }), 2))
        await expect(page.locator('canvas[data-old]')).toHaveCount(0)
        await expect(page.locator('actor-map img:not(.am-print)')).toBeVisible()
        await page.mouse.up()

        await map.isLive()
        expect(await map.host()).toBe(host)
        await map.isStill()
        await map.isAt(first.id, dropped, 1)
        expect(Object.keys((await map.state()).pinned)).toContain(first.id)
        const dragged = await map.box(second.id)
        expect(Math.hypot(dragged.x - now.x, dragged.y - now.y), 'the drag in hand').toBeGreaterThan(20)
        expect(await page.evaluate(() => performance.timeOrigin)).toBe(origin)

        const again = inwards(dragged, frame, -40)
        await map.drag(second.id, again)
        await map.isAt(second.id, { x: dragged.x + again.x, y: dragged.y + again.y })
      })
    })
  }

  test.describe(`host ${host}, one death after the other`, () => {
    test.use({ host, expectedConsole: complaints.crash })

    test('after the third return the picture stays, and one click brings the map back', async ({ page }) => {
      test.setTimeout(120_000)
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const [node] = await map.boxes()
      await map.drag(node.id, inwards(node, frame, 90))
      await map.isStill()
      const dropped = await map.box(node.id)
      for (let life = 0; life < 4; life++) {
        await map.canvas.evaluate((c) => {
          c.dataset.old = 'yes'
        })
        await map.element.evaluate((/** @type {any} */ e) => e.engine.crash())
        await expect(page.locator('canvas[data-old]')).toHaveCount(0)
        if (life < 3) await map.isLive()
      }
      await expect(map.element).toHaveAttribute('status', 'failed')
      await expect(page.locator('actor-map img:not(.am-print)')).toBeVisible()
      await map.button('Start the map again').click()
      await map.isLive()
      await map.isAt(node.id, dropped, 1)
    })
  })
}

/**
 * A point a little aside, as the arguments of a mouse move.
 * @param {{x: number, y: number}} at
 * @param {number} aside px
 * @returns {[number, number]}
 */
function point(at, aside) {
  return [at.x + aside, at.y + aside]
}
