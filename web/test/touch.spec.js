// Fingers: on a node one finger drags it, beside the nodes it scrolls the page, two zoom the map.
import { addressOf, expect, test } from './base.js'
import { inwards, LiveMap } from './live.js'

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })

/** @typedef {{x: number, y: number, id?: number}} Finger px of the window */

/** Fingers on the glass, by the protocol of the browser: the whole path of a real touch. */
class Fingers {
  /** @param {import('@playwright/test').CDPSession} session */
  constructor(session) {
    this.session = session
  }

  /** @param {import('@playwright/test').Page} page */
  static async on(page) {
    return new Fingers(await page.context().newCDPSession(page))
  }

  /**
   * @param {'touchStart'|'touchMove'|'touchEnd'|'touchCancel'} type
   * @param {Finger[]} fingers
   * @param {number} [timestamp] seconds since 1970, now without it
   */
  async #send(type, fingers, timestamp) {
    const touchPoints = fingers.map((f, i) => ({ x: f.x, y: f.y, id: f.id ?? i }))
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints, ...(timestamp && { timestamp }) })
  }

  /** @param {Finger[]} fingers */
  down(...fingers) {
    return this.#send('touchStart', fingers)
  }

  /** @param {Finger[]} fingers */
  move(...fingers) {
    return this.#send('touchMove', fingers)
  }

  up() {
    return this.#send('touchEnd', [])
  }

  /**
   * Two taps as fast as a hand's, however long the machine takes to bring them.
   * @param {Finger} at
   */
  async doubleTap(at) {
    const start = Date.now() / 1000
    // All at once: whoever waits for the answer to each gives the page time that a hand does not.
    await Promise.all(
      /** @type {const} */ (['touchStart', 'touchEnd', 'touchStart', 'touchEnd']).map((type, i) =>
        this.#send(type, type === 'touchStart' ? [at] : [], start + i * 0.05),
      ),
    )
  }

  cancel() {
    return this.#send('touchCancel', [])
  }

  /**
   * @param {Finger} from
   * @param {Finger} to
   */
  async swipe(from, to, steps = 8) {
    await this.down(from)
    for (let i = 1; i <= steps; i++) {
      await this.move({ x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps })
    }
    await this.up()
  }
}

/** @param {LiveMap} map */
async function frameOf(map) {
  const box = await map.stage.boundingBox()
  if (!box) throw new Error('the map has no box')
  return box
}

test('a finger on a node drags it, and the page stays', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const fingers = await Fingers.on(page)
  const before = await page.evaluate(() => scrollY)
  const [node] = await map.boxes()
  const by = inwards(node, await frameOf(map), 70)
  const from = await map.inWindow(node)
  await fingers.swipe(from, { x: from.x + by.x, y: from.y + by.y })
  await map.isAt(node.id, { x: node.x + by.x, y: node.y + by.y }, 2)
  expect(Object.keys((await map.state()).pinned)).toEqual([node.id])
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('a finger on the name of a node drags the node', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const fingers = await Fingers.on(page)
  const before = await page.evaluate(() => scrollY)
  const boxes = await map.boxes()
  // Of a name the end that is farthest from all shapes: it is nobody's but by the name.
  const ends = (await map.names()).flatMap(({ id, x, y, halfW }) =>
    [x - halfW + 4, x + halfW - 4].map((endX) => ({
      id,
      x: endX,
      y,
      room: Math.min(...boxes.map((b) => Math.max(Math.abs(b.x - endX) - b.halfW, Math.abs(b.y - y) - b.halfH))),
    })),
  )
  const end = ends.reduce((a, b) => (a.room > b.room ? a : b))
  expect(end.room, 'px from the next shape').toBeGreaterThan(14)
  const node = await map.box(end.id)
  const by = inwards(node, await frameOf(map), 60)
  const from = await map.inWindow(end)
  await fingers.swipe(from, { x: from.x + by.x, y: from.y + by.y })
  await map.isAt(node.id, { x: node.x + by.x, y: node.y + by.y }, 2)
  expect(await page.evaluate(() => scrollY)).toBe(before)
})

test('a finger beside the nodes scrolls the page, and the map stays', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const hint = page.locator('.am-gesture-hint')
  const fingers = await Fingers.on(page)
  const boxes = await map.boxes()
  const frame = await frameOf(map)
  const before = await page.evaluate(() => scrollY)
  const at = await map.inWindow(await map.emptyPoint(frame))
  await fingers.swipe({ x: at.x, y: at.y }, { x: at.x, y: at.y - 150 })
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 60)
  for (const box of boxes) await map.isAt(box.id, box, 0.1)
  await expect(hint).toHaveText('Two fingers zoom and move the map')
  await expect(hint).toBeHidden()
})

test('two fingers zoom the map and not the page', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const fingers = await Fingers.on(page)
  const frame = await frameOf(map)
  const { x, y } = await map.inWindow(await map.emptyPoint(frame))
  await fingers.down({ x: x - 20, y, id: 0 }, { x: x + 20, y, id: 1 })
  for (let d = 24; d <= 60; d += 4) await fingers.move({ x: x - d, y, id: 0 }, { x: x + d, y, id: 1 })
  await fingers.up()
  await expect.poll(async () => (await map.state())?.camera.zoom ?? 1).toBeGreaterThan(1.5)
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
})

test('a tap opens the panel; a double tap lets a dragged node go', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const fingers = await Fingers.on(page)
  const [node] = await map.boxes()
  const by = inwards(node, await frameOf(map), 60)
  const from = await map.inWindow(node)
  await fingers.swipe(from, { x: from.x + by.x, y: from.y + by.y })
  const pinned = async () => Object.keys((await map.state())?.pinned ?? {})
  await expect.poll(pinned).toEqual([node.id])
  await map.isStill()
  await fingers.doubleTap(await map.inWindow(await map.box(node.id)))
  await expect.poll(pinned).toEqual([])
  await expect(map.panel).toBeVisible()
})

test('a touch that the browser cancels leaves no drag behind', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const fingers = await Fingers.on(page)
  const [node] = await map.boxes()
  const by = inwards(node, await frameOf(map), 60)
  const from = await map.inWindow(node)
  await fingers.down(from)
  await fingers.move({ x: from.x + by.x / 2, y: from.y + by.y / 2 })
  await fingers.move({ x: from.x + by.x, y: from.y + by.y })
  await fingers.cancel()
  await map.isStill()
  const left = await map.box(node.id)
  await fingers.swipe(await map.inWindow(left), await map.inWindow({ x: left.x - by.x / 2, y: left.y - by.y / 2 }))
  await map.isAt(node.id, { x: left.x - by.x / 2, y: left.y - by.y / 2 }, 2)
})
