// Host pages that isolate themselves (Cross-Origin-Embedder-Policy), and maps of servers with and without headers for them.
import { addressOf, expect, test } from './base.js'
import { serveBare, servePages } from './guest-servers.js'

const script = () => `<script src="${addressOf('DEFAULT')}actor-map.js" crossorigin></script>`

/**
 * Serves a page with an element for a map, which keeps the names of its errors in `failures`.
 * @param {string} policy of the page
 * @param {string} src
 * @param {string} [attributes]
 */
function isolatedPage(policy, src, attributes = '') {
  const html = `<!doctype html><title>Host</title>
<script>failures = []; addEventListener('actor-map-error', ({ detail }) => failures.push(detail.name))</script>
${script()}<actor-map src="${src}" title="Map" ${attributes}><a href="${src}">Map</a></actor-map>`
  return servePages({
    '/': { html, headers: { 'cross-origin-embedder-policy': policy, 'cross-origin-opener-policy': 'same-origin' } },
  })
}

for (const policy of ['require-corp', 'credentialless']) {
  test(`${policy}: the map of actormap serve is live in a frame, with sandbox and without`, async ({ page }) => {
    const host = await isolatedPage(policy, addressOf('DEFAULT'))
    try {
      await page.goto(host.url)
      await page.locator('actor-map').evaluate((map) => {
        const sandboxed = /** @type {Element} */ (map.cloneNode(true))
        sandboxed.setAttribute('sandbox', 'allow-scripts')
        map.after(sandboxed)
      })
      for (const map of await page.locator('actor-map').all()) {
        await map.scrollIntoViewIfNeeded()
        await expect(map).toHaveAttribute('status', 'live', { timeout: 90_000 })
      }
      await expect(page.locator('actor-map[sandbox]')).toHaveCount(1)
      expect(await page.evaluate(() => self.crossOriginIsolated)).toBe(true)
    } finally {
      host.stop()
    }
  })
}

test('a host without headers: the element hands credentialless on, and the map is live', async ({ page }) => {
  const bare = await serveBare(addressOf('DEFAULT'))
  const host = await isolatedPage('require-corp', bare.url, 'credentialless')
  try {
    await page.goto(host.url)
    await expect(page.locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 90_000 })
  } finally {
    host.stop()
    bare.stop()
  }
})

test.describe('where the frame cannot come', () => {
  test.use({ expectedConsole: [/ERR_BLOCKED_BY_RESPONSE|Refused to display|refused to connect|Framing/] })

  test('actor-map-error says so, what waits is told, and what the element encloses stays', async ({ page }) => {
    const bare = await serveBare(addressOf('DEFAULT'))
    const host = await isolatedPage('require-corp', bare.url)
    try {
      await page.goto(host.url)
      const waiting = page.evaluate(() =>
        /** @type {any} */ (document.querySelector('actor-map'))
          .select({ node: 'trump' })
          .catch((/** @type {Error} */ error) => error.name),
      )
      await expect.poll(() => page.evaluate(() => /** @type {any} */ (globalThis).failures)).toEqual(['NoFrame'])
      await expect(page.locator('actor-map')).toHaveAttribute('status', 'failed')
      expect(await waiting).toBe('NoFrame')
      await expect(page.getByRole('link', { name: 'Map' })).toBeVisible()
    } finally {
      host.stop()
      bare.stop()
    }
  })
})
