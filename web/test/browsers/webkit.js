// WebKitGTK by WebDriver, which is JSON over HTTP.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { startDisplay } from './display.js'

/** @import { Point, Visitor } from './visitor.js' */
/** @typedef {(method: 'GET'|'POST'|'DELETE', path: string, body?: unknown) => Promise<any>} Call */

/**
 * Starts WebKitGTK's small browser. Its WebDriver has no fingers, keeps Ctrl from the wheel and does not
 * tell what the console says.
 * @returns {Promise<Visitor>}
 */
export async function startWebKit() {
  const screen = await startDisplay()
  const driver = await startDriver(screen.display).catch(async (cause) => {
    await screen.stop()
    throw cause
  })
  const close = async () => {
    await driver.stop()
    await screen.stop()
  }
  try {
    const { sessionId } = await driver.call('POST', '/session', { capabilities: {} })
    const session = visit((method, path, body) => driver.call(method, `/session/${sessionId}${path}`, body))
    await session.size(1200, 1000)
    return {
      ...session,
      async close() {
        await driver.call('DELETE', `/session/${sessionId}`)
        await close()
      },
    }
  } catch (cause) {
    await close()
    throw cause
  }
}

/** @param {Call} call of one session */
function visit(call) {
  let at = { x: 0, y: 0 }
  let turned = 0
  /** @param {object} device with what it does */
  const act = (device) => call('POST', '/actions', { actions: [device] })
  /** @param {object} action */
  const mouse = (action) => act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [action] })
  /**
   * @param {Function} run
   * @param {unknown} given
   */
  const evaluate = (run, given) => call('POST', '/execute/sync', { script: `return (${run})(arguments[0])`, args: [given ?? null] })
  return {
    complaints: [],
    touch: null,
    size: (/** @type {number} */ width, /** @type {number} */ height) => call('POST', '/window/rect', { width, height }),
    open: (/** @type {string} */ url) => call('POST', '/url', { url }),
    inPage: evaluate,
    async inFrame(/** @type {Function} */ run, /** @type {unknown} */ given) {
      await call('POST', '/frame', { id: await call('POST', '/element', { using: 'css selector', value: 'iframe' }) })
      try {
        return await evaluate(run, given)
      } finally {
        await call('POST', '/frame', { id: null })
      }
    },
    async point(/** @type {Point} */ { x, y }) {
      at = { x: Math.round(x), y: Math.round(y) }
      await mouse({ type: 'pointerMove', duration: 50, ...at })
    },
    press: () => mouse({ type: 'pointerDown', button: 0 }),
    release: () => mouse({ type: 'pointerUp', button: 0 }),
    async wheel(/** @type {number} */ dy) {
      turned += dy // this driver wants to know where the wheel stands, not how far it turns
      await act({ type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', duration: 0, ...at, deltaX: 0, deltaY: turned }] })
    },
    key: null,
  }
}

/**
 * Starts WebKitWebDriver on a free port and waits until it answers.
 * @param {string} display
 * @returns {Promise<{call: Call, stop: () => Promise<void>}>}
 */
async function startDriver(display) {
  const port = await freePort()
  const environment = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' }
  const child = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env: environment })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  /** @type {Call} */
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    const { value } = /** @type {any} */ (await response.json())
    if (!response.ok) throw new Error(`WebKitWebDriver ${path}: ${value.error}: ${value.message}`)
    return value
  }
  await new Promise((resolve, reject) => {
    child.once('error', (err) => reject(new Error(`WebKitWebDriver: ${err.message}; run make test-browsers`)))
    child.once('exit', (code) => reject(new Error(`WebKitWebDriver ended with ${code}`)))
    const ask = () => call('GET', '/status').then(resolve, () => setTimeout(ask, 50))
    ask()
  })
  return {
    call,
    async stop() {
      child.kill()
      await ended
    },
  }
}

/** @returns {Promise<number>} a port that was free just now: the driver takes no zero */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  await new Promise((resolve) => server.close(resolve))
  return port
}
