// The map as a guest: in frames without rights, on servers without headers, on pages of all kinds, twenty at once.
import { addressOf, expect, test } from './base.js'
import { serveBare, servePages } from './guest-servers.js'

/** @import { Frame, Page } from '@playwright/test' */

/** Everything that a page can forbid and that a map might think of. */
const denyAll = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/**
 * The frame with an id, once it has its document.
 * @param {Page} page
 * @param {string} id
 * @returns {Promise<Frame>}
 */
async function frameOf(page, id) {
  const frame = await (await page.locator(`#${id}`).elementHandle())?.contentFrame()
  if (!frame) throw new Error(`#${id} is no frame`)
  await frame.locator('h1').waitFor()
  return frame
}

/** @param {Frame} frame */
function statusOf(frame) {
  return frame.locator('actor-map').getAttribute('status')
}

/**
 * Counts what a frame has stored, place by place. What the browser forbids a stranger's frame holds nothing.
 * @param {Frame} frame
 */
function stored(frame) {
  return frame.evaluate(() =>
    Promise.all(
      [
        () => localStorage.length,
        () => sessionStorage.length,
        () => document.cookie.length,
        async () => (await indexedDB.databases()).length,
        async () => (await caches.keys()).length,
        async () => (await navigator.serviceWorker.getRegistrations()).length,
      ].map(async (count) => {
        try {
          return await count()
        } catch (error) {
          if (error instanceof DOMException) return 0
          throw error
        }
      }),
    ),
  )
}

test.describe('both kinds of server, both kinds of frame', () => {
  test.use({ expectedConsole: [/CORS policy|net::ERR_FAILED/] })

  test('live but where neither server nor page allows it: there picture, text and a sentence; nothing is stored', async ({
    page,
    context,
  }) => {
    const map = addressOf('DEFAULT')
    const bare = await serveBare(map)
    const host = await servePages({ '/': { html: '<!doctype html><title>Host</title>' } })
    const cookies = /** @type {string[]} */ ([])
    page.on('request', async (request) => cookies.push((await request.allHeaders()).cookie ?? ''))
    page.on('response', async (response) => cookies.push((await response.allHeaders())['set-cookie'] ?? ''))
    await page.goto(host.url)
    for (const [src, sandbox, outcome] of /** @type {const} */ ([
      [map, null, 'live'],
      [map, 'allow-scripts', 'live'],
      [bare.url, null, 'live'],
      [bare.url, 'allow-scripts', 'failed'],
    ])) {
      await page.evaluate(
        ([src, sandbox]) => {
          const frame = document.createElement('iframe')
          Object.assign(frame, { id: 'map', title: 'Map', src: `${src}embed.html`, width: 700, height: 740 })
          if (sandbox !== null) frame.setAttribute('sandbox', sandbox)
          document.body.replaceChildren(frame)
        },
        [src, sandbox],
      )
      const frame = await frameOf(page, 'map')
      await expect
        .poll(() => statusOf(frame), { message: `${src === map ? 'headers' : 'none'}, ${sandbox}`, timeout: 90_000 })
        .toBe(outcome)
      if (sandbox === null) {
        expect(await stored(frame)).toEqual([0, 0, 0, 0, 0, 0])
      }
      if (outcome === 'live') continue
      await expect(frame.locator('.am-notice')).toContainText('The picture and the text below have everything.')
      expect(await frame.locator('img').evaluate((/** @type {HTMLImageElement} */ img) => img.naturalWidth)).toBeGreaterThan(0)
      await frame.locator('details.text > summary').click()
      await expect(frame.locator('blockquote').first()).toBeVisible()
    }
    expect(await context.cookies()).toEqual([])
    expect(cookies.filter(Boolean), 'cookies on the wire').toEqual([])
    host.stop()
    bare.stop()
  })
})

test('in a shadow root of a quirks-mode page that denies everything it lives, is dragged, and lets Tab pass', async ({ newPage }) => {
  const page = await newPage() // with a history of its own
  const map = addressOf('DEFAULT')
  const host = await servePages({
    '/': {
      headers: { 'permissions-policy': denyAll },
      html: `<title>Quirks</title><body style="margin:0"><button id="before">Before</button><div id="host"></div><button id="after">After</button>
      <script src="${map}actor-map.js"></script>
      <script>
        const root = document.getElementById('host').attachShadow({ mode: 'open' })
        root.append(Object.assign(document.createElement('actor-map'), { id: 'map' }))
        root.firstChild.setAttribute('src', '${map}')
      </script>`,
    },
  })
  await page.goto(host.url)
  expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat')
  const element = page.locator('#map')
  await expect(element).toHaveAttribute('status', 'live', { timeout: 60_000 })
  const frame = page.frameLocator('#map iframe')
  await expect(frame.getByRole('button', { name: 'Share and embed' })).toBeVisible()
  await expect(frame.getByRole('button', { name: 'Full screen' })).toBeHidden()
  expect(await page.evaluate(() => [document.activeElement?.tagName, history.length]), 'focus and history').toEqual(['BODY', 2])

  const inside = frame.locator('actor-map')
  const node = await inside.evaluate((/** @type {any} */ e) => ({ id: e.nodes[0].id, box: e.places[0] }))
  const stage = await frame.locator('.am-stage').boundingBox()
  const at = { x: (stage?.x ?? 0) + node.box[0], y: (stage?.y ?? 0) + node.box[1] }
  // A frame that has just come gets no input before the browser has drawn it once.
  let jitter = 0
  await expect
    .poll(async () => {
      await page.mouse.move(at.x + (jitter = 1 - jitter), at.y)
      return frame.getByRole('tooltip').isVisible()
    })
    .toBe(true)
  await page.mouse.down()
  await page.mouse.move(at.x + 20, at.y + 30, { steps: 4 })
  await page.mouse.move(at.x + 40, at.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect
    .poll(() => element.evaluate((/** @type {any} */ e) => e.getState().then((/** @type {any} */ s) => Object.keys(s?.pinned ?? {}))))
    .toEqual([node.id])

  for (const [from, key, to] of [
    ['before', 'Tab', 'after'],
    ['after', 'Shift+Tab', 'before'],
  ]) {
    await page.locator(`#${from}`).focus()
    let presses = 0
    do await page.keyboard.press(key)
    while (++presses < 80 && (await page.evaluate(() => document.activeElement?.id)) !== to)
    expect(presses, `${key} from ${from} to ${to}`).toBeLessThan(80)
    expect(presses, 'the map has been on the way').toBeGreaterThan(5)
  }
  host.stop()
})

test('twenty sandboxed frames scrolled through twice: no reload, and no graphics out of view', { tag: '@long' }, async ({ page }) => {
  test.setTimeout(400_000) // forty looks at a map
  const map = addressOf('DEFAULT')
  const frames = Array.from(
    { length: 20 },
    (_, i) =>
      `<iframe id="f${i}" title="Map ${i}" src="${map}embed.html" sandbox="allow-scripts" loading="lazy" width="600" height="700" style="display:block;margin-bottom:600px"></iframe>`,
  )
  const host = await servePages({ '/': { html: `<!doctype html><title>Twenty</title>${frames.join('')}` } })
  await page.setViewportSize({ width: 640, height: 760 })
  await page.goto(host.url)
  /** @type {number[]} */
  const born = []
  for (let pass = 0; pass < 2; pass++) {
    for (let i = 0; i < 20; i++) {
      await page.locator(`#f${i}`).evaluate((f) => f.scrollIntoView({ block: 'start' }))
      const frame = await frameOf(page, `f${i}`)
      await expect(frame.locator('img')).toBeInViewport()
      const origin = await frame.evaluate(() => performance.timeOrigin)
      if (pass === 0) born.push(origin)
      else expect(origin, `frame ${i} has not been loaded anew`).toBe(born[i])
      if (i % 19 === 0) await expect.poll(() => statusOf(frame), { timeout: 90_000 }).toBe('live')
    }
  }
  const all = await Promise.all(born.map((_, i) => frameOf(page, `f${i}`)))
  await expect.poll(async () => (await Promise.all(all.map((f) => f.locator('canvas').count()))).reduce((a, b) => a + b)).toBe(1)
  const statuses = await Promise.all(all.map(statusOf))
  expect(statuses.filter((s) => s === 'failed')).toEqual([])
  host.stop()
})

test('the document for frames reads before its engine has come: few bytes, few requests, nothing shifts, the picture is the largest paint', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const seen = { shifts: /** @type {number[]} */ ([]), largest: '' }
    Object.assign(globalThis, { seen })
    new PerformanceObserver((list) => list.getEntries().forEach((e) => seen.shifts.push(/** @type {any} */ (e).value))).observe({
      type: 'layout-shift',
      buffered: true,
    })
    new PerformanceObserver((list) =>
      list.getEntries().forEach((e) => {
        seen.largest = /** @type {any} */ (e).element?.tagName ?? ''
      }),
    ).observe({ type: 'largest-contentful-paint', buffered: true })
  })
  const engine = /^blob:|(?:\.wasm|engine-[a-z]+\.[0-9a-f]+\.js|\.json)$/
  const first = /** @type {import('@playwright/test').Request[]} */ ([])
  page.on('request', (request) => !engine.test(request.url()) && first.push(request))
  await page.setViewportSize({ width: 760, height: 900 })
  await page.goto(`${addressOf('DEFAULT')}embed.html`)
  await expect(page.locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 90_000 })
  const sizes = await Promise.all(first.map(async (request) => (await request.sizes()).responseBodySize))
  expect(first.length, first.map((request) => request.url()).join(' ')).toBeLessThanOrEqual(6)
  expect(
    sizes.reduce((a, b) => a + b),
    'bytes on the wire',
  ).toBeLessThanOrEqual(100_000)
  expect(await page.evaluate('seen')).toEqual({ shifts: [], largest: 'IMG' })
})
