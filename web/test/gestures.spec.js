// Whose a gesture is: the page's, unless the reader or the link gives it to the map; and what is said then.
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'

/** @param {LiveMap} map */
async function zoomOf(map) {
  await map.synced()
  return (await map.state())?.camera.zoom ?? 1
}

test('a wheel that was meant for the map is passed on with a word, twice at most, and not to those who can zoom', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const hint = page.locator('.am-gesture-hint')
  const { x, y } = await map.inWindow(await map.emptyPoint({ width: 1040, height: 740 }))
  await page.mouse.move(x, 5)
  await page.mouse.wheel(0, 100)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(100)
  await page.mouse.move(x, y - 50)
  await page.mouse.wheel(0, -100)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  await expect(hint, 'the mouse has only come by').toBeHidden()
  await page.mouse.move(x, y, { steps: 3 })
  for (let times = 0; times < 2; times++) {
    await page.mouse.wheel(0, 20)
    await expect(hint).toHaveText('Ctrl or ⌘ + wheel zooms the map')
    await expect(hint).toBeVisible()
    await expect(hint).toBeHidden()
    await page.mouse.move(x, y - 4 * times, { steps: 3 })
  }
  await page.mouse.wheel(0, 20)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(60)
  await expect(hint).toBeHidden()
  expect(await zoomOf(map)).toBe(1)
})

test('?scroll=1: wheel and drags are the map’s until Escape', async ({ page }) => {
  const map = await LiveMap.open(page, `${addressOf('DEFAULT')}?scroll=1`)
  const { x, y } = await map.inWindow(await map.emptyPoint({ width: 1040, height: 740 }))
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -240)
  await expect.poll(() => zoomOf(map)).toBeGreaterThan(1.1)
  expect(await page.evaluate(() => scrollY)).toBe(0)
  await expect.poll(() => new URL(page.url()).search, 'the wish stays in the address').toMatch(/^\?zoom=.*&scroll=1$/)
  await page.keyboard.press('Escape')
  await expect(page.locator('.am-gesture-hint')).toHaveText('Wheel and finger scroll the page again')
  const zoom = await zoomOf(map)
  await page.mouse.wheel(0, 120)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(120)
  expect(await zoomOf(map)).toBe(zoom)
})

test('full screen: a frame of its own, the wheel is the map’s, and leaving gives all back', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const [node] = await map.boxes()
  await map.drag(node.id, { x: 30, y: 30 })
  await map.isStill()
  const before = await map.boxes()
  await map.button('Full screen').click()
  await expect(map.button('Leave full screen')).toBeFocused()
  const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  await expect.poll(async () => (await map.canvas.boundingBox())?.height).toBe(window.height - 44)
  await map.isStill()
  const full = await map.boxes()
  expect(Object.keys((await map.state()).pinned)).toEqual([node.id])
  expect(Math.max(...full.map((b) => b.y + b.halfH))).toBeGreaterThan(0.85 * (window.height - 44))
  await map.clickNode(node.id)
  await expect(map.panel).toBeVisible()
  await expect(map.panel).toBeInViewport()
  const { x, y } = await map.inWindow(await map.emptyPoint({ width: window.width - 400, height: window.height - 44 }))
  await page.mouse.move(x, y)
  await page.mouse.wheel(0, -240)
  await expect.poll(() => zoomOf(map)).toBeGreaterThan(1.1)
  await map.button('Leave full screen').click()
  await expect(map.button('Full screen')).toBeFocused()
  await expect.poll(async () => (await map.canvas.boundingBox())?.height).toBe(740)
  await map.isStill()
  const after = await map.box(node.id)
  const was = before.find((b) => b.id === node.id)
  expect(Math.hypot(after.x - (was?.x ?? 0), after.y - (was?.y ?? 0)), 'the dragged node is where it was').toBeLessThanOrEqual(2)
})
