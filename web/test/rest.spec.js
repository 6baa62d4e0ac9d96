// When nobody acts nothing runs; when nobody sees the map, it holds nothing.
import { addressOf, expect, test } from './base.js'
import { inwards, LiveMap } from './live.js'

/** How long rest is watched, ms. */
const windowMS = 5000

for (const host of /** @type {const} */ (['worker', 'main'])) {
  test.describe(`host ${host}`, () => {
    test.use({ host })

    test('after a drag has settled nothing is called and no timer fires for 5 s, then one hover draws', async ({ page }) => {
      await countPageWork(page)
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const [node, other] = await map.boxes()
      await map.drag(node.id, inwards(node, { width: 1040, height: 740 }, 90))
      await map.isStill()
      await page.mouse.move(5, 5)
      await expect(map.tooltip).toBeHidden()
      await map.isStill()
      // The drawing for paper is made once, a moment after the map has told its last state, as it does for each question of a test.
      await expect.poll(() => restsOnPaperToo(page), { message: 'the drawing for paper is made' }).toBe(true)

      const before = { engine: await map.stats(), page: await pageWork(page) }
      await pass(page, windowMS)
      const after = { engine: await map.stats(), page: await pageWork(page) }
      expect(after.engine.callbacks - before.engine.callbacks, 'callbacks into the program').toBe(0)
      expect(after.engine.timers - before.engine.timers, 'timers of the program').toBe(0)
      expect(after.engine.frames - before.engine.frames, 'frames').toBe(0)
      expect(after.page, 'frames and timers asked for by the page').toEqual(before.page)

      await map.point(other.id)
      await expect.poll(async () => (await map.stats()).frames).toBeGreaterThan(after.engine.frames)
    })

    test('out of view or on a hidden page the map ends after 2 s, and is as it was when it is seen again; a glance aside keeps it', async ({
      page,
    }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const [node] = await map.boxes()
      await map.drag(node.id, inwards(node, { width: 1040, height: 740 }, 90))
      await map.isStill()
      const before = await map.boxes()
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      await expect(map.element).toHaveAttribute('status', 'picture')
      await expect(page.locator('canvas')).toHaveCount(0)
      await page.evaluate(() => scrollTo(0, 0))
      await map.isLive()
      for (const box of before) await map.isAt(box.id, box, 1)
      expect(Object.keys((await map.state()).pinned)).toEqual([node.id])

      await setHidden(page, true)
      await expect(map.element).toHaveAttribute('status', 'picture')
      await expect(page.locator('canvas')).toHaveCount(0)
      await setHidden(page, false)
      await map.isLive()
      for (const box of before) await map.isAt(box.id, box, 1)

      await map.canvas.evaluate((c) => {
        c.dataset.same = 'yes'
      })
      await setHidden(page, true)
      await setHidden(page, false)
      await map.point((await map.nodes())[0].id)
      await expect(map.tooltip).toBeVisible()
      await pass(page, 2500)
      await expect(map.canvas).toHaveAttribute('data-same', 'yes')
    })
  })
}

/**
 * Counts what the page itself asks the browser to call back.
 * @param {import('@playwright/test').Page} page
 */
async function countPageWork(page) {
  await page.addInitScript(() => {
    const work = { frames: 0, timers: 0 }
    /** Timers of at most a second that have not fired. @type {Set<unknown>} */
    const short = new Set()
    Object.assign(globalThis, { pageWork: work, shortTimers: short, quietTimeout: setTimeout })
    const { requestAnimationFrame: frame, setTimeout: later, setInterval: often, clearTimeout: forget } = globalThis
    globalThis.clearTimeout = (id) => {
      short.delete(id)
      forget(id)
    }
    globalThis.requestAnimationFrame = (callback) =>
      frame((t) => {
        work.frames++
        callback(t)
      })
    /** @param {typeof later} set */
    const counted =
      (set) =>
      (/** @type {any} */ callback, /** @type {any[]} */ ...rest) => {
        /** @type {any} */
        const id = set(
          () => {
            short.delete(id)
            work.timers++
            callback()
          },
          ...rest,
        )
        if (set === later && Number(rest[0] ?? 0) <= 1000) short.add(id)
        return id
      }
    Object.assign(globalThis, { setTimeout: counted(later), setInterval: counted(/** @type {any} */ (often)) })
  })
}

/**
 * Whether no timer of the page is about to fire and the engine rests, asked without a command to it.
 * @param {import('@playwright/test').Page} page
 */
function restsOnPaperToo(page) {
  return page.evaluate(async () => {
    const { shortTimers } = /** @type {any} */ (globalThis)
    const map = /** @type {any} */ (document.querySelector('actor-map'))
    return shortTimers.size === 0 && (await map.engine.stats()).resting === true && shortTimers.size === 0
  })
}

/** @param {import('@playwright/test').Page} page */
function pageWork(page) {
  return page.evaluate(() => ({ .../** @type {any} */ (globalThis).pageWork }))
}

/**
 * Lets time pass in the page: rest is a matter of time, and nothing else can end it.
 * @param {import('@playwright/test').Page} page
 * @param {number} ms
 */
function pass(page, ms) {
  return page.evaluate(
    (t) =>
      new Promise((resolve) => {
        const later = /** @type {any} */ (globalThis).quietTimeout ?? setTimeout
        later(resolve, t)
      }),
    ms,
  )
}

/**
 * Tells the page that it is hidden, or seen: no page of a headless browser ever is hidden.
 * @param {import('@playwright/test').Page} page
 * @param {boolean} hidden
 */
async function setHidden(page, hidden) {
  await page.evaluate((h) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => h })
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (h ? 'hidden' : 'visible') })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)
}
