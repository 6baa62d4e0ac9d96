// Chromium by Playwright; fingers by the browser's own protocol.
import { chromium } from '@playwright/test'
import config from '../../playwright.config.js'

/** @import { Visitor } from './visitor.js' */

/**
 * Starts Chromium with a mouse and a touch screen.
 * @returns {Promise<Visitor>}
 */
export async function startChromium() {
  const browser = await chromium.launch(config.use?.launchOptions)
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, hasTouch: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const complaints = /** @type {string[]} */ ([])
  context.on('console', (m) => ['error', 'warning', 'assert'].includes(m.type()) && complaints.push(m.text()))
  context.on('weberror', (e) => complaints.push(String(e.error())))
  let fingersDown = 0
  return {
    complaints,
    open: async (url) => void (await page.goto(url)),
    inPage: (run, given) => page.evaluate(/** @type {any} */ (run), given),
    inFrame: (run, given) => {
      const frame = page.frames().find((f) => f.url().includes('/embed.html'))
      if (!frame) throw new Error('the page has no frame with a map')
      return frame.evaluate(/** @type {any} */ (run), given)
    },
    point: ({ x, y }) => page.mouse.move(x, y, { steps: 4 }),
    press: () => page.mouse.down(),
    release: () => page.mouse.up(),
    wheel: (dy) => page.mouse.wheel(0, dy),
    key: (key, down) => (down ? page.keyboard.down(key) : page.keyboard.up(key)),
    async touch(fingers) {
      const type = fingers.length < fingersDown ? 'touchEnd' : fingers.length > fingersDown ? 'touchStart' : 'touchMove'
      fingersDown = fingers.length
      await session.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })) })
    },
    close: () => browser.close(),
  }
}
