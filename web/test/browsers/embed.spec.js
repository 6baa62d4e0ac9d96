// A map in the middle of a page of another site, by the hands of a reader: what is the page's stays
// the page's, what is on a node is the map's.
import { expect, test } from '@playwright/test'
import { addressOf } from '../base.js'
import { serveHostPages } from '../talk-pages.js'
import { startChromium } from './chromium.js'
import { startFirefox } from './firefox.js'
import * as gestures from './gestures.js'
import { FramedMap } from './visitor.js'
import { startWebKit } from './webkit.js'

/** WebKitGTK has no WebGL2 in Workers, so that the engine runs on the page there. */
const browsers = /** @type {const} */ ([
  { name: 'Chromium', start: startChromium, host: 'worker' },
  { name: 'Firefox', start: startFirefox, host: 'worker' },
  { name: 'WebKitGTK', start: startWebKit, host: 'main' },
])

/** What browsers say when the test takes the graphics context away. */
const ofTheLoss = /context (was )?lost|CONTEXT_LOST/i

/** @type {Awaited<ReturnType<typeof serveHostPages>>} */
let pages

test.beforeAll(async () => {
  pages = await serveHostPages(addressOf('DEFAULT'))
})
test.afterAll(() => pages?.stop())

for (const { name, start, host } of browsers) {
  test(`${name}: the page scrolls past the map, and a drag from a node moves the node`, async () => {
    test.setTimeout(300_000)
    const visitor = await start()
    try {
      const { touch, key } = visitor
      const map = new FramedMap(visitor)
      await visitor.open(`${pages.url}middle`)
      await test.step('the wheel scrolls the page from top to bottom while the map loads', () => gestures.wheelThrough(visitor))
      await gestures.scrollTo(visitor)
      await map.isLive(host)
      // Otherwise the first turn of the wheel is the frame's.
      expect(await map.spareHeight(), 'px that the frame is higher than what it holds').toBeGreaterThanOrEqual(0)
      await test.step('at rest nothing runs', () => gestures.rest(visitor, map))
      await test.step('the wheel scrolls the page past the live map', () => gestures.wheelThrough(visitor))
      if (touch) await test.step('a finger beside the nodes scrolls it too', () => gestures.swipeThrough(visitor, touch, map))
      await test.step('the mouse drags a node', () => gestures.dragByMouse(visitor, map))
      if (touch) await test.step('a finger drags a node', () => gestures.dragByFinger(visitor, touch, map))
      if (key) await test.step('Ctrl and the wheel zoom the map alone', () => gestures.zoomByWheel(visitor, key, map))
      if (touch) await test.step('two fingers zoom the map alone', () => gestures.zoomByFingers(visitor, touch, map))
      await test.step('a lost context brings all of it back', () => gestures.loss(visitor, map, host))
      expect(
        visitor.complaints.filter((text) => !ofTheLoss.test(text)),
        'console',
      ).toEqual([])
    } finally {
      await visitor.close()
    }
  })
}
