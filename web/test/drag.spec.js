// Dragging by mouse: the node follows, the others make room, it stays, undo takes it back.
import { addressOf, expect, test } from './base.js'
import { inwards, LiveMap, overlaps } from './live.js'

const frame = { width: 1040, height: 740 }

for (const host of /** @type {const} */ (['worker', 'main'])) {
  test.describe(`host ${host}`, () => {
    test.use({ host })

    test('a dragged node stays where it is put, pinned; undo gives it back, redo puts it there again', async ({ page }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const before = await map.boxes()
      const node = before[0]
      const by = inwards(node, frame, 90)
      await map.drag(node.id, by)
      await map.isAt(node.id, { x: node.x + by.x, y: node.y + by.y })
      await map.isStill()
      await map.isAt(node.id, { x: node.x + by.x, y: node.y + by.y })
      expect(overlaps(await map.boxes())).toEqual([])
      expect(Object.keys((await map.state()).pinned)).toEqual([node.id])

      await map.button('Undo').click()
      for (const box of before) await map.isAt(box.id, box, 1)
      expect(Object.keys((await map.state()).pinned ?? {})).toEqual([])
      await map.button('Redo').click()
      await map.isAt(node.id, { x: node.x + by.x, y: node.y + by.y })
      await map.button('Back to the first arrangement').click()
      for (const box of before) await map.isAt(box.id, box, 1)
    })
  })
}

test.describe('in a small frame, where room is scarce', () => {
  test.use({ viewport: { width: 600, height: 900 } })

  for (const [every, tag] of /** @type {[number, string[]][]} */ ([
    [5, []],
    [1, ['@long']],
  ])) {
    test(`one node of ${every} can be dragged, and never lies on another afterwards`, { tag }, async ({ page }) => {
      test.setTimeout(180_000)
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const nodes = (await map.nodes()).filter((_, i) => i % every === 0)
      expect(nodes.length).toBeGreaterThan(6)
      for (const { id } of nodes) {
        const box = await map.box(id)
        const by = inwards(box, { width: 480, height: 560 }, 50)
        await map.drag(id, by)
        await map.isStill()
        await map.isAt(id, { x: box.x + by.x, y: box.y + by.y }, 2)
        expect(overlaps(await map.boxes()), `after ${id}`).toEqual([])
        await map.button('Back to the first arrangement').click()
        await map.isStill()
      }
    })
  }
})

test('the others make room while the drag goes on', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const boxes = await map.boxes()
  const [node] = boxes
  const near = boxes.slice(1).reduce((a, b) => (Math.hypot(b.x - node.x, b.y - node.y) < Math.hypot(a.x - node.x, a.y - node.y) ? b : a))
  await map.grab(node.id, { x: near.x - node.x, y: near.y - node.y })
  await expect.poll(async () => overlaps(await map.boxes())).toEqual([])
  await page.mouse.up()
  await map.isStill()
  expect(overlaps(await map.boxes())).toEqual([])
  await map.isAt(node.id, near)
})

test('a drag that is let go outside the map ends', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const [node] = await map.boxes()
  const at = await map.inWindow(node)
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  await page.mouse.move(3, 3, { steps: 5 })
  await page.mouse.up()
  await map.isStill()
  const dropped = await map.box(node.id)
  expect(dropped.x - dropped.halfW).toBeGreaterThanOrEqual(0)
  expect(dropped.y - dropped.halfH).toBeGreaterThanOrEqual(0)
  const middle = await map.inWindow({ x: 520, y: 370 })
  await page.mouse.move(middle.x, middle.y, { steps: 3 })
  await map.isStill()
  await map.isAt(node.id, dropped, 0.1)
})

test('a double click lets a pinned node go, and the panel has a button for it', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const pinned = async () => Object.keys((await map.state())?.pinned ?? {})
  const [node] = await map.boxes()
  await map.drag(node.id, inwards(node, frame, 80))
  await expect.poll(pinned).toEqual([node.id])
  await map.isStill()
  const at = await map.inWindow(await map.box(node.id))
  await page.mouse.dblclick(at.x, at.y)
  await expect.poll(pinned).toEqual([])

  await map.isStill()
  await map.drag(node.id, inwards(node, frame, 80))
  await expect.poll(pinned).toEqual([node.id])
  await map.isStill()
  await map.element.evaluate((/** @type {any} */ e, id) => e.select({ node: id }), node.id)
  await map.button('Let go').click()
  await expect.poll(pinned).toEqual([])
})

test('a drag of the background moves nothing until the map is zoomed in, then it pans', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const before = await map.boxes()
  const free = await map.emptyPoint(frame)
  const at = await map.inWindow(free)
  const pull = async () => {
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + 40, at.y + 30, { steps: 4 })
    await page.mouse.up()
    await map.isStill()
  }
  await pull()
  for (const box of before) await map.isAt(box.id, box, 0.1)
  await map.send({ type: 'zoom', factor: 3, ...free })
  await map.isStill()
  const zoomed = await map.boxes()
  await pull()
  for (const box of zoomed) await map.isAt(box.id, { x: box.x + 40, y: box.y + 30 }, 1)
})
