// Pages of other sites and the map in their frames: who may say what to whom, and what comes of it.
import { addressOf, expect, firstDataset, test } from './base.js'
import { servePublished } from './guest-servers.js'
import { serveHostPages, spareHeight } from './talk-pages.js'

/** @import { FrameLocator, Page } from '@playwright/test' */

/** @typedef {Awaited<ReturnType<typeof serveHostPages>>} Served */

/** @type {Served} */
let pages

/** A site that was published before the script had two entries. @type {Served} */
let published

test.beforeAll(async () => {
  pages = await serveHostPages(addressOf('DEFAULT'))
  published = await servePublished()
})
test.afterAll(() => {
  pages?.stop()
  published?.stop()
})

// Pages keep the script that they once copied, and sites are built again.
test.describe('the script of then on a page, the site of today', { tag: '@long' }, () => {
  /** @type {Served} */
  let today
  test.beforeAll(async () => {
    today = pages
    pages = await serveHostPages(addressOf('DEFAULT'), `${published.url}actor-map.js`)
  })
  test.afterAll(() => {
    pages?.stop()
    pages = today
  })

  for (const sandbox of ['', 'sandbox="allow-scripts"']) testTalk(sandbox)
})

test.describe('the script of today on a page, the site of then', { tag: '@long' }, () => {
  test.use({ expectedConsole: [/Failed to load resource|blocked by CORS policy/] }) // its program is not kept

  for (const sandbox of ['', 'sandbox="allow-scripts"']) {
    test(`the page shows, drives and hears it: ${sandbox || 'no sandbox'}`, async ({ page }) => {
      const then = await serveHostPages(published.url, `${addressOf('DEFAULT')}actor-map.js`)
      await page.goto(`${then.url}element?${encodeURIComponent(sandbox)}`)
      await page.locator('actor-map').scrollIntoViewIfNeeded()
      const frame = page.frameLocator('actor-map iframe')
      await expect(page.locator('actor-map')).toHaveAttribute('status', 'failed', { timeout: 60_000 })
      await expect(frame.locator('.am-notice')).toBeVisible()
      await expect.poll(() => spareHeight(frame)).toBe(0)
      await ask(page, 'select', { node: 'northland' })
      await expect(frame.locator('.am-panel')).toContainText('Northland')
      await expect.poll(() => spareHeight(frame)).toBe(0)
      await ask(page, 'setState', { selected: { node: 'southland' } })
      await expect(frame.locator('.am-panel')).toContainText('Southland')
      expect(await ask(page, 'getState')).toMatchObject({ selected: { node: 'southland' } })
      expect(await failure(page, 'fit', undefined)).toBe('NotLive')
      expect(await failure(page, 'select', { node: '<img src=x>' })).toBe('BadRequest')
      const picture = await ask(page, 'picture')
      expect(picture.src).toMatch(/\/map-\d+x\d+\.[0-9a-f]{12}\.svg$/)
      await ask(page, 'pause')
      await ask(page, 'resume')
      await page.locator('actor-map').evaluate((map) => map.setAttribute('theme', 'dark'))
      await expect(frame.locator('actor-map')).toHaveAttribute('theme', 'dark')
      expect((await heard(page, 'error')).filter((name) => /^(NoFrame|Version|BadRequest)$/.test(name))).toEqual([])
      then.stop()
    })
  }
})

for (const sandbox of ['', 'sandbox="allow-scripts"']) {
  testTalk(sandbox)
}

/** @param {string} sandbox attribute of the element, or '' */
function testTalk(sandbox) {
  test.describe(sandbox || 'no sandbox', () => {
    test('an element with src shows the map in a frame, and a page drives it', async ({ page }) => {
      const frame = await openElement(page, sandbox)
      await test.step('select', async () => {
        await ask(page, 'select', { node: 'putin' })
        await expect(frame.locator('.am-panel')).toContainText('Putin')
        await expect.poll(() => heard(page, 'select')).toContainEqual({ node: 'putin' })
        await frame.locator('.am-panel').getByRole('button', { name: 'Close', exact: true }).click()
        await expect.poll(() => heard(page, 'select')).toContainEqual({})
      })
      await test.step('focus and hover', async () => {
        await ask(page, 'focusOn', { node: 'trump' })
        expect((await ask(page, 'getState')).focus).toEqual({ node: 'trump' })
      })
      await test.step('state', async () => {
        const state = { camera: { x: -200, y: -100, zoom: 2 }, pinned: { putin: [0.5, 0.5] }, selected: { node: 'trump' } }
        await ask(page, 'setState', state)
        await expect(frame.locator('.am-panel')).toContainText('Trump')
        expect(await ask(page, 'getState')).toMatchObject({
          camera: { zoom: 2 },
          selected: { node: 'trump' },
          pinned: { putin: [0.5, 0.5] },
        })
        await ask(page, 'fit')
        await expect.poll(async () => (await ask(page, 'getState')).camera).toEqual({ x: 0, y: 0, zoom: 1 })
      })
      await test.step('theme and language', async () => {
        await page.locator('actor-map').evaluate((map) => map.setAttribute('theme', 'dark'))
        await expect(frame.locator('actor-map')).toHaveAttribute('theme', 'dark')
        expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)).toBe('rgb(20, 23, 28)')
        await page.locator('actor-map').evaluate((map) => map.setAttribute('lang', 'fr'))
        // Another language is another page of the map's site; the element goes on talking to it.
        await expect(frame.locator('html')).toHaveAttribute('lang', 'fr')
        await expect(frame.locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 60_000 })
        await expect.poll(() => failure(page, 'select', { node: 'nobody' })).toBe('UnknownNode')
      })
      await test.step('errors have names', async () => {
        expect(
          await page
            .locator('actor-map')
            .evaluate((/** @type {any} */ map) => map.send({ type: 'fit' }).catch((/** @type {Error} */ error) => error.name)),
        ).toBe('OwnPage')
        expect(
          await page
            .locator('actor-map')
            .evaluate((/** @type {any} */ map) => map.request({ type: 'fit' }).catch((/** @type {Error} */ error) => error.name)),
        ).toBe('OwnPage')
        expect(await failure(page, 'select', { node: 'nobody' })).toBe('UnknownNode')
        expect(await failure(page, 'select', { node: '<img src=x>' })).toBe('BadRequest')
        expect(await failure(page, 'setState', { camera: { x: 0, y: 0, zoom: 0 } })).toBe('BadRequest')
      })
      await test.step('picture', async () => {
        const { title } = await firstDataset()
        const seen = await page.locator('actor-map').evaluate(async (/** @type {any} */ map) => {
          const { src, width, height, blob } = await map.picture()
          const png = await map.picture({ type: 'png', scale: 2 })
          const pixels = await createImageBitmap(png.blob)
          return { src, svg: await blob.text(), size: [width, height], pixels: [pixels.width, pixels.height] }
        })
        expect(seen.src.startsWith(addressOf('DEFAULT'))).toBe(true)
        expect((await page.request.get(seen.src)).headers()['content-type']).toBe('image/svg+xml')
        expect(seen.pixels).toEqual(seen.size.map((px) => 2 * px))
        const [width, height] = seen.size
        expect(seen.svg).toContain(`>${title}</text>`)
        expect(seen.svg).toContain(`>${addressOf('DEFAULT')}fr/</text>`)
        const frameHeight = Number(/<svg y="[^"]+" width="[^"]+" height="([^"]+)"/.exec(seen.svg)?.[1])
        expect(height).toBeGreaterThan(frameHeight)
        expect(seen.svg, 'the node is where the page has put it').toContain(`cx="${width / 2}" cy="${frameHeight / 2}"`)
      })
      await test.step('pause and resume', async () => {
        await ask(page, 'pause')
        await expect(page.locator('actor-map')).toHaveAttribute('status', 'picture')
        await expect(frame.locator('canvas')).toHaveCount(0)
        await ask(page, 'resume')
        await expect(page.locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 45_000 })
      })
      expect(JSON.stringify(await heard(page)), 'nothing but ids, words of lists and numbers').not.toContain('Donald')
    })

    test('the frame is as high as what it holds, at every width', async ({ page }) => {
      const frame = await openElement(page, sandbox)
      for (const width of [900, 400]) {
        await page.setViewportSize({ width, height: 900 })
        await expect.poll(() => spareHeight(frame), { message: `${width} px wide` }).toBe(0)
        expect(await frame.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true)
      }
    })

    test('a page without our script greets by itself; a stranger in another frame is not heard', async ({ page }) => {
      await page.goto(`${pages.url}plain?${encodeURIComponent(sandbox)}`)
      await expect.poll(() => messages(page, 'actor-map:here')).toHaveLength(1)
      const frame = page.frameLocator('#map')
      await page
        .frames()
        .find((f) => f.name() === '' && f.url() === 'about:srcdoc')
        ?.evaluate(() => {
          const map = /** @type {Window} */ (window.parent.frames[0])
          map.postMessage({ type: 'actor-map:hello', v: 1, nonce: 'stranger' }, '*')
          map.postMessage({ message: 'ready', secret: 'stranger' }, '*')
          parent.postMessage({ type: 'actor-map:welcome', v: 1, nonce: 'mine' }, '*', [new MessageChannel().port1])
        })
      const answer = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const map = /** @type {HTMLIFrameElement} */ (document.getElementById('map')).contentWindow
            addEventListener('message', (event) => {
              if (event.source !== map || event.data.type !== 'actor-map:welcome') return
              const [port] = event.ports
              port.onmessage = ({ data }) => data.id === 7 && resolve({ nonce: event.data.nonce, data })
              port.postMessage({ id: 7, ask: 'select', with: { node: 'putin' } })
            })
            map?.postMessage({ type: 'actor-map:hello', v: 1, nonce: 'mine' }, '*')
          }),
      )
      expect(answer).toEqual({ nonce: 'mine', data: { id: 7, value: null } })
      await expect(frame.locator('.am-panel')).toContainText('Putin')
      const fromMap = (await messages(page)).filter((m) => m.fromMap)
      expect(fromMap.every((m) => m.origin === (sandbox ? 'null' : new URL(addressOf('DEFAULT')).origin))).toBe(true)
      expect(
        fromMap.filter((m) => m.data.nonce === 'stranger' || m.data.secret),
        'answers to the stranger',
      ).toEqual([])
      expect(
        fromMap
          .map((m) => m.data)
          .filter((d) => d.sentinel === 'amp')
          .at(-1),
      ).toEqual({ sentinel: 'amp', type: 'embed-size', height: expect.any(Number) })
      expect(
        fromMap
          .map((m) => m.data)
          .filter((d) => typeof d === 'string')
          .map((d) => JSON.parse(d))
          .at(-1),
      ).toEqual({ context: 'iframe.resize', height: expect.any(Number), src: `${addressOf('DEFAULT')}embed.html` })
    })
  })
}

test('the picture that is enclosed is seen until the map has come, and never hidden', { tag: '@text' }, async ({ newPage }) => {
  const page = await newPage() // with a history of its own
  /** @type {() => void} */
  let letGo = () => {}
  const held = new Promise((resolve) => {
    letGo = () => resolve(undefined)
  })
  await page.route('**/embed.html*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${pages.url}element`, { waitUntil: 'domcontentloaded' })
  const figure = page.locator('figure')
  await expect(page.locator('actor-map iframe')).toHaveCount(1)
  await expect(page.locator('actor-map iframe')).toBeHidden()
  await expect(figure).toBeVisible()
  letGo()
  const iframe = page.locator('actor-map iframe')
  await expect(iframe).toBeVisible()
  await expect(iframe).toHaveAttribute('title', 'Who stands where')
  await expect(iframe).toHaveAttribute('loading', 'lazy')
  await expect(iframe).toHaveAttribute('allow', 'fullscreen; clipboard-write')
  await expect(iframe).toHaveAttribute('referrerpolicy', 'no-referrer')
  await expect(iframe).toHaveAttribute('sandbox', /^allow-scripts allow-same-origin (?!.*top-navigation)/)
  // What reader modes look at: the light tree, and what is hidden in it.
  expect(
    await figure.evaluate((f) => {
      const { display, visibility } = getComputedStyle(f)
      return { display, visibility, hidden: f.closest('[hidden], [aria-hidden]') !== null, img: f.querySelector('img')?.isConnected }
    }),
  ).toEqual({ display: 'block', visibility: 'visible', hidden: false, img: true })
  expect(await page.locator('actor-map').evaluate((map) => map.querySelector('iframe'))).toBeNull()
  expect(await page.evaluate(() => history.length), 'history').toBe(2)
})

test('WordPress gets the height with its secret, and the link out', { tag: '@text' }, async ({ page }) => {
  await page.setViewportSize({ width: 600, height: 900 })
  await page.goto(`${pages.url}wordpress`)
  const iframe = page.locator('iframe')
  await expect(iframe).toBeVisible()
  await expect(page.locator('blockquote')).toBeHidden()
  const frame = page.frameLocator('iframe')
  await expect
    .poll(
      async () =>
        Number(await iframe.getAttribute('height')) -
        (await frame.locator('html').evaluate((html) => Math.min(1000, Math.ceil(html.getBoundingClientRect().height)))),
    )
    .toBe(0)
  await frame.getByRole('link', { name: 'Full page' }).click()
  await expect.poll(() => page.evaluate('links')).toEqual([`${addressOf('DEFAULT')}index.html`])
})

test('theme and language of the element are those of the frame from its first look', { tag: '@text' }, async ({ page }) => {
  await page.goto(`${pages.url}element?${encodeURIComponent('theme="dark" lang="fr"')}`)
  const frame = page.frameLocator('actor-map iframe')
  await expect(frame.locator('actor-map')).toHaveAttribute('theme', 'dark')
  await expect(frame.locator('actor-map')).toHaveAttribute('lang', 'fr')
  expect(await frame.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)).toBe('rgb(20, 23, 28)')
})

test('a source that is no map’s address is said to be none, and the picture stays', { tag: '@text' }, async ({ page }) => {
  await page.goto(`${pages.url}element`, { waitUntil: 'domcontentloaded' })
  await page.locator('actor-map').evaluate((map) => map.setAttribute('src', 'javascript:alert(1)'))
  await expect(page.locator('actor-map')).toHaveAttribute('status', 'failed')
  await expect(page.locator('actor-map iframe')).toHaveCount(0)
  await expect(page.locator('figure')).toBeVisible()
  expect(await heard(page, 'error')).toEqual(['BadSource'])
})

test('without src the element shows what it encloses and holds no map; src that comes later starts the frame', {
  tag: '@text',
}, async ({ page }) => {
  await page.goto(`${pages.url}element`, { waitUntil: 'domcontentloaded' })
  const element = page.locator('actor-map')
  await expect(page.locator('actor-map iframe')).toHaveCount(1)
  await element.evaluate((map) => map.removeAttribute('src'))
  await expect(page.locator('actor-map iframe')).toHaveCount(0)
  await expect(page.locator('figure')).toBeVisible()
  const calls = ['select', 'focusOn', 'fit', 'pause', 'resume', 'getState', 'setState', 'picture', 'send', 'request']
  const names = await element.evaluate(
    (/** @type {any} */ map, calls) =>
      Promise.all(
        calls.map((call) =>
          map[call]({ type: 'fit' }).then(
            () => 'no error',
            (/** @type {Error} */ e) => e.name,
          ),
        ),
      ),
    calls,
  )
  expect(names).toEqual(calls.map(() => 'NoMap'))
  expect(await element.evaluate((/** @type {any} */ map) => [map.status, map.state, map.nodes, map.lines])).toEqual([
    'picture',
    null,
    [],
    [],
  ])
  await element.evaluate((map, src) => {
    map.remove()
    const late = document.createElement('actor-map')
    document.body.append(late)
    late.setAttribute('src', src)
  }, addressOf('DEFAULT'))
  await expect(page.frameLocator('actor-map iframe').locator('h1')).toBeVisible()
})

test('of nine maps on a page no more than six are loaded beyond the view', { tag: '@text' }, async ({ page }) => {
  // Without the program they stay pictures; what is counted here is frames.
  await page.route('**/embed.html*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: (await response.text()).replace(/ data-src="[^"]*"/, '') })
  })
  await page.goto(`${pages.url}many`)
  for (const i of [0, 1, 2, 3, 4, 5, 6, 7, 8, 4, 0]) {
    await page.locator(`#map-${i}`).scrollIntoViewIfNeeded()
    await expect(page.frameLocator(`#map-${i} iframe`).locator('h1')).toBeVisible()
    await expect.poll(() => page.locator('iframe').count()).toBeLessThanOrEqual(6)
  }
})

test('a map whose page is slow to give it room stays where it is when its panel opens', async ({ page }) => {
  // From when it is told to, the page hears of no height until it is told that too.
  await page.addInitScript(() => {
    const { set, get } = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage'))
    /** @type {(() => void)[]} */
    const late = []
    Object.assign(window, { late, hold: false })
    Object.defineProperty(MessagePort.prototype, 'onmessage', {
      get,
      /** @param {(event: MessageEvent) => void} hear */
      set(hear) {
        set?.call(this, (/** @type {MessageEvent} */ event) => {
          if (/** @type {any} */ (window).hold && event.data?.event === 'height') late.push(() => hear(event))
          else hear(event)
        })
      },
    })
  })
  await page.emulateMedia({ reducedMotion: 'reduce' }) // scrolling is told in the next frame
  const frame = await openElement(page, '')
  const root = frame.locator('html')
  const spare = () => spareHeight(frame)
  await frame
    .locator('.legend-group')
    .last()
    .evaluate((group) => group.remove()) // the panel takes the legend's place, and is to be higher
  await expect.poll(spare).toBe(0)
  await root.evaluate(() => {
    Object.assign(window, { scrolls: 0 })
    addEventListener('scroll', () => /** @type {any} */ (window).scrolls++)
  })
  await page.evaluate(() => Object.assign(window, { hold: true }))
  await ask(page, 'select', { node: 'trump' })
  await expect(frame.locator('.am-panel')).toContainText('Trump')
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).late.length)).toBeGreaterThan(0)
  await root.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  expect(await spare(), 'the panel wants room that the frame has not').toBeLessThan(0)
  await page.evaluate(() => {
    for (const tell of /** @type {any} */ (window).late) tell()
  })
  await expect.poll(spare).toBe(0)
  expect(await root.evaluate(() => /** @type {any} */ (window).scrolls)).toBe(0)
})

/**
 * Opens the page with the element and waits until its map is live.
 * @param {Page} page
 * @param {string} attributes
 * @returns {Promise<FrameLocator>}
 */
async function openElement(page, attributes) {
  await page.goto(`${pages.url}element?${encodeURIComponent(attributes)}`)
  await page.locator('actor-map').scrollIntoViewIfNeeded()
  await expect(page.locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 45_000 })
  return page.frameLocator('actor-map iframe')
}

/**
 * @param {Page} page
 * @param {string} method of the element
 * @param {unknown} [given]
 * @returns {Promise<any>}
 */
function ask(page, method, given) {
  return page.locator('actor-map').evaluate((/** @type {any} */ map, [m, g]) => map[m](g), /** @type {const} */ ([method, given]))
}

/**
 * @param {Page} page
 * @param {string} method
 * @param {unknown} given
 * @returns {Promise<string>} the name of the error
 */
function failure(page, method, given) {
  return page.locator('actor-map').evaluate(
    (/** @type {any} */ map, [m, g]) =>
      map[m](g).then(
        () => 'no error',
        (/** @type {Error} */ e) => e.name,
      ),
    /** @type {const} */ ([method, given]),
  )
}

/**
 * What the element told the page: of one event, or of all.
 * @param {Page} page
 * @param {string} [event]
 * @returns {Promise<any[]>}
 */
async function heard(page, event) {
  const all = /** @type {[string, any][]} */ (await page.evaluate('heard'))
  return event ? all.filter(([name]) => name === event).map(([, detail]) => detail) : all
}

/**
 * Messages between windows that the page has heard.
 * @param {Page} page
 * @param {string} [type]
 * @returns {Promise<{data: any, origin: string, fromMap: boolean, ports: number}[]>}
 */
async function messages(page, type) {
  const all = /** @type {any[]} */ (await page.evaluate('heard'))
  return type ? all.filter(({ data }) => data?.type === type) : all
}
