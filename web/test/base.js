// What every browser test begins with: addresses, a watch over the console, and a quiet page.
import { readFile } from 'node:fs/promises'
import { expect, test as plain } from '@playwright/test'

/**
 * @typedef {object} Options
 * @property {RegExp[]} expectedConsole what this test makes the browser complain about
 * @property {'worker'|'main'} host where the engine runs
 */

/**
 * Returns the address of a served dataset, with a slash at the end.
 * @param {'DEFAULT'|'BILINGUAL'|'HOSTILE'|'HARMLESS'|'DAYS'} name
 */
export function addressOf(name) {
  const url = process.env[`ACTORMAP_${name}`] ?? 'run the tests by playwright test: its set-up starts the servers'
  if (!url.startsWith('http:')) throw new Error(`${name}: ${url}`)
  return url
}

/** @returns {Promise<any>} the dataset that DEFAULT serves, as it stands in its file */
export async function firstDataset() {
  return JSON.parse(await readFile(new URL('../../data/white-house-2025-02-27.json', import.meta.url), 'utf8'))
}

/** Playwright's test with a watch over the console, dialogs and foreign requests in every page. */
export const test = plain.extend(
  /** @type {import('@playwright/test').Fixtures<Options & {watch: string[]}, {}, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions>} */ ({
    expectedConsole: [[], { option: true }],
    host: ['worker', { option: true }],
    watch: [
      async ({ context, expectedConsole }, use) => {
        const complaints = /** @type {string[]} */ ([])
        context.on('console', (message) => {
          if (!['error', 'warning', 'assert'].includes(message.type())) return
          const text = `${message.type()}: ${message.text()} (${message.location().url})`
          if (!expectedConsole.some((pattern) => pattern.test(text))) complaints.push(text)
        })
        context.on('weberror', (error) => {
          const text = `uncaught: ${error.error().stack ?? error.error().message}`
          if (!expectedConsole.some((pattern) => pattern.test(text))) complaints.push(text)
        })
        context.on('dialog', (dialog) => {
          complaints.push(`dialog: ${dialog.message()}`)
          void dialog.dismiss()
        })
        context.on('request', (request) => {
          if (!/^(http:\/\/(127\.0\.0\.1|localhost):|data:|blob:|about:)/.test(request.url())) complaints.push(`request: ${request.url()}`)
        })
        await use(complaints)
        expect(complaints, 'console, dialogs and foreign requests').toEqual([])
      },
      { auto: true },
    ],
    page: async ({ page, host }, use) => {
      if (host === 'main') await askForMainThread(page)
      await use(page)
    },
  }),
)

/**
 * Writes host="main" into the page before the browser reads it.
 * @param {import('@playwright/test').Page} page
 */
async function askForMainThread(page) {
  await page.route(/\/(index\.html|embed\.html)?(\?.*)?$/, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<actor-map ', '<actor-map host="main" ')
    await route.fulfill({ response, body })
  })
}

export { expect }
