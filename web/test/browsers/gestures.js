// Gestures on a page with a map in its middle, each with what has to come of it.
import { expect } from '@playwright/test'

/** @import { Box, FramedMap, Point, Visitor } from './visitor.js' */
/** @typedef {NonNullable<Visitor['touch']>} Touch */

/** Where the page stands so that the window shows the map, px. */
const atMapPx = 1050

/**
 * Where the window is of the page, and the furthest that it can go, px.
 * @param {Visitor} visitor
 */
function scrolled(visitor) {
  return visitor.inPage(() => ({ y: scrollY, most: document.documentElement.scrollHeight - document.documentElement.clientHeight }))
}

/**
 * @param {Visitor} visitor
 * @param {number} y px
 */
export async function scrollTo(visitor, y = atMapPx) {
  await visitor.inPage((to) => window.scrollTo(0, to), y)
  await expect.poll(async () => (await scrolled(visitor)).y).toBe(y)
}

/**
 * Goes on scrolling until the end of the page.
 * @param {Visitor} visitor
 * @param {number} leastPx each gesture has to scroll the page at least by this
 * @param {() => Promise<void>} gesture
 */
async function through(visitor, leastPx, gesture) {
  await scrollTo(visitor, 0)
  for (let y = 0; y < (await scrolled(visitor)).most - 1; ) {
    const from = y
    await gesture()
    await expect
      .poll(
        async () => {
          const now = await scrolled(visitor)
          y = now.y
          return y >= Math.min(from + leastPx, now.most) - 1
        },
        { message: `a gesture at ${from} px` },
      )
      .toBe(true)
  }
}

/** @param {Visitor} visitor */
export async function wheelThrough(visitor) {
  const notchPx = 240
  await visitor.point({ x: 640, y: 500 })
  await through(visitor, notchPx, () => visitor.wheel(notchPx))
}

/**
 * @param {Visitor} visitor
 * @param {Touch} touch
 * @param {FramedMap} map
 */
export async function swipeThrough(visitor, touch, map) {
  await through(visitor, 300, async () => {
    const from = free(await map.boxes(), 700)
    await swipe(visitor, touch, from, { x: from.x, y: from.y - 400 })
  })
}

/**
 * The point of a height of the window that is furthest from all nodes.
 * @param {Box[]} boxes
 * @param {number} y
 * @returns {Point}
 */
function free(boxes, y) {
  const room = (/** @type {number} */ x) =>
    Math.min(...boxes.map((b) => Math.max(Math.abs(b.x - x) - b.halfW, Math.abs(b.y - y) - b.halfH)))
  const columns = Array.from({ length: 34 }, (_, i) => 270 + 20 * i)
  return { x: columns.reduce((best, x) => (room(x) > room(best) ? x : best)), y }
}

/**
 * One finger from here to there. It comes to rest before it is lifted, so that nothing is thrown.
 * @param {Visitor} visitor
 * @param {Touch} touch
 * @param {Point} from
 * @param {Point} to
 */
async function swipe(visitor, touch, from, to) {
  const steps = 12
  await touch([from])
  for (let i = 1; i <= steps; i++) {
    await touch([{ x: from.x + ((to.x - from.x) * i) / steps, y: from.y + ((to.y - from.y) * i) / steps }])
    await drawn(visitor)
  }
  for (let i = 0; i < 4; i++) {
    await touch([{ x: to.x, y: to.y + (i % 2) }])
    await drawn(visitor)
  }
  await touch([])
}

/**
 * Lets the page draw.
 * @param {Visitor} visitor
 * @param {number} frames
 */
async function drawn(visitor, frames = 1) {
  for (let i = 0; i < frames; i++) await visitor.inPage(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))))
}

/**
 * Goes to the map. Out of view it has ended after a while, and comes back when it is seen.
 * @param {Visitor} visitor
 * @param {FramedMap} map
 */
async function goToMap(visitor, map) {
  await scrollTo(visitor)
  await map.isLive()
}

/**
 * A node that the window shows, with room below it. It is still: a drag before may have set its neighbours in motion.
 * @param {FramedMap} map
 */
async function aNode(map) {
  await map.isStill()
  const box = (await map.boxes()).find((b) => b.x > 350 && b.x < 750 && b.y > 200 && b.y < 500)
  if (!box) throw new Error('the window shows no node')
  return box
}

/**
 * @param {Visitor} visitor
 * @param {FramedMap} map
 */
export async function dragByMouse(visitor, map) {
  await goToMap(visitor, map)
  const node = await aNode(map)
  const to = { x: node.x + 70, y: node.y + 60 }
  await visitor.point(node)
  await visitor.press()
  await visitor.point({ x: node.x + 40, y: node.y + 30 })
  await visitor.point(to)
  await map.isAt(node.id, to, 2)
  await visitor.release()
  await expect.poll(async () => Object.keys((await map.state())?.pinned ?? {})).toContain(node.id)
  await map.isAt(node.id, to, 2)
  expect((await scrolled(visitor)).y).toBe(atMapPx)
}

/**
 * @param {Visitor} visitor
 * @param {Touch} touch
 * @param {FramedMap} map
 */
export async function dragByFinger(visitor, touch, map) {
  await goToMap(visitor, map)
  const node = await aNode(map)
  await swipe(visitor, touch, node, { x: node.x + 20, y: node.y + 110 })
  await map.isAt(node.id, { x: node.x + 20, y: node.y + 110 }, 3)
  expect((await scrolled(visitor)).y).toBe(atMapPx)
}

/** @param {FramedMap} map */
async function zoomOf(map) {
  return (await map.state())?.camera?.zoom ?? 1
}

/**
 * Ctrl and the wheel, in and out again.
 * @param {Visitor} visitor
 * @param {NonNullable<Visitor['key']>} key
 * @param {FramedMap} map
 */
export async function zoomByWheel(visitor, key, map) {
  await goToMap(visitor, map)
  await visitor.point(free(await map.boxes(), 500))
  await key('Control', true)
  await visitor.wheel(-240)
  await expect.poll(() => zoomOf(map)).toBeGreaterThan(1.05)
  await visitor.wheel(2000)
  await expect.poll(() => zoomOf(map)).toBe(1)
  await key('Control', false)
  await isUnzoomed(visitor)
}

/**
 * Two fingers that part.
 * @param {Visitor} visitor
 * @param {Touch} touch
 * @param {FramedMap} map
 */
export async function zoomByFingers(visitor, touch, map) {
  await goToMap(visitor, map)
  const at = free(await map.boxes(), 500)
  const apart = (/** @type {number} */ px) => [
    { x: at.x - px, y: at.y },
    { x: at.x + px, y: at.y },
  ]
  await touch(apart(20).slice(0, 1))
  for (const px of [20, 30, 45, 60, 80]) {
    await touch(apart(px))
    await drawn(visitor)
  }
  await touch(apart(80).slice(0, 1))
  await touch([])
  await expect.poll(() => zoomOf(map)).toBeGreaterThan(1.5)
  await isUnzoomed(visitor)
  await map.fit()
  await expect.poll(() => zoomOf(map)).toBe(1)
}

/**
 * The page itself has neither scrolled nor grown.
 * @param {Visitor} visitor
 */
async function isUnzoomed(visitor) {
  expect(await visitor.inPage(() => [scrollY, devicePixelRatio, visualViewport?.scale])).toEqual([atMapPx, 1, 1])
}

/**
 * Nothing is drawn and no timer runs while nobody does anything.
 * @param {Visitor} visitor
 * @param {FramedMap} map
 */
export async function rest(visitor, map) {
  /** @type {string[]} */
  const seen = []
  await expect
    .poll(
      async () => {
        await drawn(visitor, 10)
        seen.push(JSON.stringify(await map.stats()))
        return seen.length >= 3 && new Set(seen.slice(-3)).size === 1
      },
      { message: 'frames and timers that are counted' },
    )
    .toBe(true)
}

/**
 * The graphics context is lost: the map comes back as it was, and is dragged again.
 * @param {Visitor} visitor
 * @param {FramedMap} map
 * @param {'worker'|'main'} host
 */
export async function loss(visitor, map, host) {
  const before = await map.boxes()
  await map.losesItsContext()
  await map.isLive(host)
  for (const box of before) await map.isAt(box.id, box, 1.5)
  await dragByMouse(visitor, map)
}
