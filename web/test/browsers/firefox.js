// Firefox by WebDriver BiDi, in a window. Mouse and wheel are told to the window and not to the page, so
// that they take the way of a real device; fingers have no such way in BiDi, so the window makes them.
import puppeteer from 'puppeteer-core'
import { startDisplay } from './display.js'

/** @import { Point, Visitor } from './visitor.js' */

const preferences = {
  'dom.w3c_touch_events.enabled': 1,
  'remote.events.async.mouse.enabled': true,
  'remote.events.async.wheel.enabled': true,
}

/**
 * Starts Firefox with a mouse and a touch screen.
 * @returns {Promise<Visitor>}
 */
export async function startFirefox() {
  const screen = await startDisplay()
  const browser = await puppeteer
    .launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
      headless: false,
      env: { ...process.env, DISPLAY: screen.display },
      extraPrefsFirefox: preferences,
      args: ['--width=1200', '--height=1000', '--remote-allow-system-access'],
    })
    .catch(async (cause) => {
      await screen.stop()
      throw cause
    })
  const page = await browser.newPage()
  await page.setViewport(null)
  const complaints = /** @type {string[]} */ ([])
  page.on('console', (m) => ['error', 'warn', 'assert'].includes(m.type()) && complaints.push(m.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  const touch = await touchScreen(/** @type {any} */ (browser).connection)
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
    wheel: (dy) => page.mouse.wheel({ deltaY: dy }),
    key: (key, down) => (down ? page.keyboard.down(key) : page.keyboard.up(key)),
    touch,
    async close() {
      await browser.close()
      await screen.stop()
    },
  }
}

/**
 * Returns what puts fingers on the glass of the browser's window, as its toolkit would.
 * @param {{send: (method: string, params: object) => Promise<any>}} connection
 * @returns {Promise<(fingers: Point[]) => Promise<void>>}
 */
async function touchScreen(connection) {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const window = result.contexts.find((/** @type {{url: string}} */ c) => c.url.endsWith('/browser.xhtml'))
  /**
   * @param {number} id
   * @param {'TOUCH_CONTACT'|'TOUCH_REMOVE'} state
   * @param {Point} at
   */
  const send = async (id, state, { x, y }) => {
    const expression = `new Promise((done) => {
      const { left, top } = gBrowser.selectedBrowser.getBoundingClientRect()
      windowUtils.sendNativeTouchPoint(${id}, windowUtils.${state}, Math.round((mozInnerScreenX + left + ${x}) * devicePixelRatio),
        Math.round((mozInnerScreenY + top + ${y}) * devicePixelRatio), 1, 90, () => done())
    })`
    const answer = await connection.send('script.evaluate', { expression, awaitPromise: true, target: { context: window.context } })
    if (answer.result.type !== 'success') throw new Error(`touch: ${answer.result.exceptionDetails?.text}`)
  }
  /** @type {Point[]} */
  let down = []
  return async (fingers) => {
    for (const [i, at] of fingers.entries()) await send(i + 1, 'TOUCH_CONTACT', at)
    for (const [i, at] of down.entries()) if (i >= fingers.length) await send(i + 1, 'TOUCH_REMOVE', at)
    down = fingers
  }
}
