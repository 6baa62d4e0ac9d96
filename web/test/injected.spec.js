// Markup that somebody could put into a page, and that cannot run by itself: it must not make our script
// run theirs, nor show their data as ours.
import { addressOf, expect, firstDataset, test } from './base.js'
import { serveAttack, serveBare, servePages } from './guest-servers.js'
import { LiveMap } from './live.js'

/** @typedef {Awaited<ReturnType<typeof serveAttack>>} Attack */

/** Scripts run by a nonce, and by scripts that run; the markup of the page brings none of its own. */
const policy = { 'content-security-policy': "script-src 'nonce-n' 'strict-dynamic' 'wasm-unsafe-eval'" }

/** @type {Attack} */
let attack
test.beforeAll(async () => {
  attack = await serveAttack()
})
test.beforeEach(() => {
  attack.asked.length = 0
})
test.afterAll(() => attack.stop())

/** @returns {Promise<string>} the document for frames of the first dataset */
const embedded = async () => (await fetch(`${addressOf('DEFAULT')}embed.html`)).text()

/** What a page of ours tells its script. @param {string} html */
const wordsIn = (html) => /<script type="application\/json" class="am-words">[^<]*<\/script>/.exec(html)?.[0] ?? ''

/**
 * @param {string} html
 * @param {RegExp} pattern with one group
 */
function find(html, pattern) {
  const found = pattern.exec(html)?.[1]
  if (!found) throw new Error(`no ${pattern} in the page: run make build`)
  return found
}

/**
 * An element in place that asks for its program, and for data, somewhere else.
 * @param {{host: string, script: string, data: string}} where
 */
const injection = ({ host, script, data }) =>
  `<actor-map host="${host}" data-main="${script}" data-worker="${script}" data-wasm="${attack.url}map.wasm" data-src="${data}">
<figure class="am-figure"><picture><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="100" height="40" alt=""></picture></figure></actor-map>`

for (const first of ['actor-map.js', 'the script of our own pages']) {
  test(`on the page of others, where two scripts of maps stand, an element in place runs none and asks for nothing: ${first} first`, async ({
    page,
  }) => {
    const map = addressOf('DEFAULT')
    const html = await embedded()
    const [script, data] = [/<script src="([^"]+)"/, /data-src="([^"]+)"/].map((pattern) => map + find(html, pattern))
    const scripts = [script, `${map}actor-map.js`].map((src) => `<script nonce="n" src="${src}"></script>`)
    if (first === 'actor-map.js') scripts.reverse()
    const { port } = new URL(attack.url)
    const addresses = [
      `data:text/javascript,${encodeURIComponent(attack.script)}`,
      `//127.0.0.1:${port}/a.js`,
      `http://localhost:${port}/a.js`, // the host's own name at another port
      'a.js', // of a <base>, see below
    ]
    const injected = ['main', 'worker'].flatMap((host) => addresses.map((address) => injection({ host, script: address, data })))
    const host = await servePages({
      '/': {
        headers: policy,
        html: `<!doctype html><html lang="en" class="embed"><title>Host</title><body>
${wordsIn(html)}${injected.slice(0, 4).join('')}
<div id="late"></div><actor-map id="framed" src="${map}embed.html"></actor-map>
${scripts.join('')}
<script nonce="n">
  const blob = URL.createObjectURL(new Blob([${JSON.stringify(attack.script)}], { type: 'text/javascript' }))
  const late = ${JSON.stringify([...injected.slice(4), injection({ host: 'main', script: 'BLOB', data }), injection({ host: 'worker', script: 'BLOB', data })].join('')).replaceAll('<', '\\u003c')}
  document.getElementById('late').innerHTML = late.replaceAll('BLOB', blob) + '<base href="${attack.url}">'
</script></html>`,
      },
    })
    const workers = /** @type {string[]} */ ([])
    page.on('worker', (worker) => workers.push(worker.url()))
    try {
      await page.goto(host.url)
      // Until the map in the frame lives, what was injected would have had the time to run.
      await page.locator('#framed').scrollIntoViewIfNeeded()
      await expect(page.locator('#framed')).toHaveAttribute('status', 'live', { timeout: 60_000 })
      expect.soft(attack.asked).toEqual([])
      // A Worker that is slow to speak is started by a blob of the frame's own origin instead.
      expect.soft(workers.filter((url) => !url.replace(/^blob:/, '').startsWith(map))).toEqual([])
      const inPlace = page.locator('actor-map:not(#framed)')
      await expect(inPlace).toHaveCount(10)
      expect(await inPlace.evaluateAll((all) => all.map((e) => [e.getAttribute('status'), e.querySelectorAll('*').length]))).toEqual(
        Array(10).fill(['picture', 3]),
      )
      expect(await page.locator('script').count()).toBe(4)
    } finally {
      host.stop()
    }
  })
}

/**
 * Opens a page of ours, changed by somebody, under a nonce policy and on the origin of the script.
 * @param {import('@playwright/test').Page} page
 * @param {(html: string) => string} change
 * @param {Record<string, string>} [moved]
 * @returns {Promise<() => void>} ends the server
 */
async function openChanged(page, change, moved) {
  const html = change((await embedded()).replace('<script src', '<script nonce="n" src'))
  const site = await serveBare(addressOf('DEFAULT'), { '/changed.html': { html, headers: policy } }, moved)
  await page.goto(`${site.url}changed.html`)
  return () => site.stop()
}

/** What was asked of the attacker that is no picture or style. */
const askedForCode = () => attack.asked.filter((path) => !/\.(svg|css)$/.test(path))

for (const host of ['main', 'worker']) {
  test(`on a page of ours the program comes from beside the script, whatever the attributes say: ${host}`, async ({ page }) => {
    const stop = await openChanged(page, (html) =>
      html.replace(
        '<actor-map ',
        `<actor-map host="${host}" data-main="${attack.url}a.js" data-worker="${attack.url}a.js" data-wasm="${attack.url}a.wasm" `,
      ),
    )
    const map = new LiveMap(page)
    await map.isLive()
    expect(await map.host()).toBe(host)
    expect(attack.asked).toEqual([])
    stop()
  })
}

test('elements that are named like properties of the document stand in for none', async ({ page }) => {
  const named = ['currentScript', 'URL', 'baseURI', 'head', 'documentURI']
    .map((name) => `<img name="${name}" src="${attack.url}${name}.svg" alt="">`)
    .join('')
  const stop = await openChanged(page, (html) => html.replace('<actor-map ', `${named}<actor-map host="main" `))
  await new LiveMap(page).isLive()
  expect(await page.evaluate(() => String(document.currentScript))).toBe('[object HTMLImageElement]')
  expect(askedForCode()).toEqual([])
  stop()
})

test('with a <base> the page stays a picture, and nothing is asked for from there', async ({ page }) => {
  const stop = await openChanged(page, (html) => html.replace('<actor-map ', `<base href="${attack.url}"><actor-map `))
  await page.evaluate(() => customElements.whenDefined('actor-map').then(() => {}))
  await expect(page.locator('actor-map')).toHaveAttribute('status', 'picture')
  await expect(page.locator('.am-stage')).toHaveCount(0)
  expect(askedForCode()).toEqual([])
  stop()
})

test.describe('a <base> that comes later', () => {
  test.use({ expectedConsole: [/panic|goroutine|crash/i] })

  test('leads no program elsewhere, and an element that begins after it stays a picture', async ({ page }) => {
    const stop = await openChanged(page, (html) => html)
    const map = new LiveMap(page)
    await map.isLive()
    await page.evaluate((url) => document.body.insertAdjacentHTML('beforeend', `<base href="${url}">`), attack.url)
    await map.canvas.evaluate((c) => {
      c.dataset.old = 'yes'
    })
    await map.element.evaluate((/** @type {any} */ e) => e.engine.crash())
    await expect(page.locator('canvas[data-old]')).toHaveCount(0)
    await map.isLive()
    await map.element.evaluate((e) => {
      const place = e.parentNode
      e.remove()
      place?.append(e)
    })
    await expect(map.element).toHaveAttribute('status', 'picture')
    await expect(map.canvas).toHaveCount(0)
    expect(askedForCode()).toEqual([])
    stop()
  })
})

test('a module does not know where it comes from: maps in frames only', async ({ page }) => {
  const stop = await openChanged(page, (html) => html.replace('<script nonce="n" src', '<script type="module" nonce="n" src'))
  await page.evaluate(() => customElements.whenDefined('actor-map').then(() => {}))
  await expect(page.locator('actor-map')).toHaveAttribute('status', 'picture')
  await expect(page.locator('.am-stage')).toHaveCount(0)
  stop()
})

test.describe('data of another origin', () => {
  test.use({ expectedConsole: [/Failed to load resource/] })

  for (const [what, address] of [
    ['named by the page', () => `${attack.url}data.json`],
    ['behind a redirect of the map’s own server', () => '/moved.json'],
  ]) {
    test(`is not shown: ${what}`, async ({ page }) => {
      const data = typeof address === 'string' ? address : address()
      const stop = await openChanged(page, (html) => html.replace(/data-src="[^"]*"/, `data-src="${data}"`), {
        '/moved.json': `${attack.url}moved.json`,
      })
      await expect(page.locator('actor-map')).toHaveAttribute('status', 'failed')
      await expect(page.locator('.am-notice')).toBeVisible()
      expect(attack.asked.filter((path) => path !== '/moved.json')).toEqual([])
      stop()
    })
  }
})

// What else of a page our script reads, and puts somewhere else in it.

test.describe('markup that was put into a page of ours', () => {
  test.use({ expectedConsole: [/Content Security Policy|Failed to load resource/] })

  test('articles that were put into the page bring no script with them into the panel', async ({ page }) => {
    const { nodes, relations } = await textOfMap()
    const article = `<article id="r-${relations[0].id}" class="relation"><h4>Theirs</h4><p>Their words <script>${attack.script}</script></p></article>`
    const stop = await openChanged(page, (html) => html.replace('<actor-map ', `${article}<div id="late"></div><actor-map `))
    const map = new LiveMap(page)
    await map.isLive()
    await page.evaluate(
      ([html]) => {
        const late = document.getElementById('late')
        if (late) late.innerHTML = html
      },
      [article.replace(relations[0].id, relations[1].id)],
    )
    // That of the second one stands before the page's own.
    for (const { id } of relations.slice(0, 2)) {
      await map.element.evaluate((/** @type {any} */ e, line) => e.select({ line }), id)
      await expect(map.panel).toContainText('Their words')
    }
    await map.element.evaluate((/** @type {any} */ e, node) => e.select({ node }), nodes[0].id)
    await expect(map.panel).toContainText(nodes[0].name)
    expect(attack.asked).toEqual([])
    stop()
  })

  test('the page of a node is fetched from our own origin only', async ({ page }) => {
    const { nodes } = await textOfMap()
    const stop = await openChanged(page, (html) =>
      html
        .replaceAll(`id="n-${nodes[0].id}"`, '')
        .replace('<actor-map ', `<div class="node"><p class="node-page"><a href="${attack.url}n/x.html">x</a></p></div><actor-map `),
    )
    const map = new LiveMap(page)
    await map.isLive()
    await map.element.evaluate((/** @type {any} */ e, node) => e.select({ node }), nodes[0].id)
    await expect(map.panel).toContainText('could not be loaded')
    expect(attack.asked).toEqual([])
    stop()
  })

  test('words that were put into the page are text wherever they are said', async ({ page }) => {
    const markup = `<img src="${attack.url}said.js" onerror="${attack.script.replaceAll('"', '&quot;')}">`
    const stop = await openChanged(page, (html) => {
      const said = JSON.parse(/class="am-words">([^<]*)</.exec(html)?.[1] ?? '')
      /** @type {(words: any) => any} */
      const marked = (words) =>
        Object.fromEntries(Object.entries(words).map(([key, entry]) => [key, typeof entry === 'string' ? entry + markup : marked(entry)]))
      const theirs = { ...said, root: `${attack.url}`, words: marked(said.words) }
      const json = JSON.stringify(theirs).replaceAll('<', '\\u003c')
      return html.replace('<actor-map ', `<script type="application/json" class="am-words">${json}</script><actor-map `)
    })
    const map = new LiveMap(page)
    await map.isLive()
    const { relations } = await textOfMap()
    await map.element.evaluate((/** @type {any} */ e, line) => e.select({ line }), relations[0].id)
    await expect(map.panel).toBeVisible()
    // By script: under words as long as these, no pointer finds every button.
    await page
      .locator('actor-map :is(button[aria-haspopup="dialog"], .am-views button, .am-panel button[aria-pressed])')
      .evaluateAll((all) => all.forEach((button) => /** @type {HTMLElement} */ (button).click()))
    await expect(page.locator('dialog[open]').first()).toBeVisible()
    expect(await page.locator('actor-map').evaluate((e) => e.outerHTML.includes('&lt;img'))).toBe(true)
    await expect(page.locator('img[src$="said.js"]')).toHaveCount(0)
    expect(attack.asked).toEqual([])
    stop()
  })
})

test('no key of a link, and no fragment, becomes markup', async ({ page }) => {
  const html = `"><img src="${attack.url}x.svg" onerror="${attack.script}">`
  const keys = [
    'node',
    'line',
    'focus',
    'zoom',
    'at',
    'places',
    'show',
    'time',
    'around',
    'trail',
    'table',
    'step',
    'lang',
    'theme',
    'scroll',
    'other',
  ]
  const query = new URLSearchParams(keys.map((key) => [key, html]))
  await LiveMap.open(page, `${addressOf('DEFAULT')}?${query}#r-${encodeURIComponent(html)}`)
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.locator('dialog[open]')).toBeVisible()
  await expect(page.locator(`img[src^="${attack.url}"]`)).toHaveCount(0)
  expect(attack.asked).toEqual([])
})

test('an exported picture of hostile data holds no script, opened as a document of our origin', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('HOSTILE'))
  const svg = await map.element.evaluate(async (/** @type {any} */ e) => await (await e.picture({ type: 'svg' })).blob.text())
  expect(svg).toContain('&lt;')
  const address = `${addressOf('HOSTILE')}export.svg`
  await page.route(address, (route) => route.fulfill({ contentType: 'image/svg+xml', body: svg }))
  await page.goto(address) // a dialog or a request elsewhere fails the test
  const found = await page.evaluate(() =>
    [...document.querySelectorAll('*')].map((e) =>
      [e.localName, ...e.getAttributeNames().filter((name) => /^on|href$/i.test(name))].join(' '),
    ),
  )
  expect(found.filter((name) => / |script|parsererror|foreignobject|^a$|use|animate|^set|image|style/i.test(name))).toEqual([])
})

/** @returns {Promise<{nodes: {id: string, name: string}[], relations: {id: string}[]}>} of the first dataset */
async function textOfMap() {
  const { actors, issues, relations } = await firstDataset()
  return { nodes: [...actors, ...issues], relations }
}
