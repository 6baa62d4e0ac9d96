// What every browser test begins with: addresses, a watch over the console, and a quiet page.
import { readFile } from 'node:fs/promises'
import { expect, test as plain } from '@playwright/test'

/**
 * @typedef {object} Options
 * @property {RegExp[]} expectedConsole what this test makes the browser complain about
 * @property {'worker'|'main'} host where the engine runs
 * @property {boolean} engine whether it comes: for the project of tests that need none it does not
 */

/**
 * @typedef {object} Parts
 * @property {Watch} watch
 * @property {(options?: import('@playwright/test').BrowserContextOptions) => Promise<Page>} newPage opens a page of a context of its own
 */

/** @import { BrowserContext, Page } from '@playwright/test' */

/**
 * Returns the address of a served dataset, with a slash at the end.
 * @param {'DEFAULT'|'BILINGUAL'|'HOSTILE'|'HARMLESS'|'DAYS'|'DISPUTE'} name
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

/**
 * What Chromium says of its own way to draw a page without a GPU, for which the tests ask (playwright.config.js): it reads the canvas
 * of a map on the main thread back.
 */
const ofCompositing = /GPU stall due to ReadPixels/

/** What no page of a test may do: complain, ask, let an error or a rejection go by, load from elsewhere. */
export class Watch {
  /** @type {string[]} */
  complaints = []
  /** All that the console said, for who looks for the cause of a failure. @type {string[]} */
  console = []
  #expected
  /** @type {(() => void)[]} */
  #undo = []

  /** @param {RegExp[]} expected of what the console says and what nobody catches */
  constructor(expected) {
    this.#expected = expected
  }

  /**
   * Watches every page, frame and Worker of a context.
   * @param {BrowserContext} context
   */
  over(context) {
    /** @type {[string, (about: any) => void][]} */
    const hears = [
      [
        'console',
        (/** @type {import('@playwright/test').ConsoleMessage} */ message) => {
          const text = `${message.type()}: ${message.text()} (${message.location().url})`
          this.console.push(text)
          if (['error', 'warning', 'assert'].includes(message.type())) this.#complain(text)
        },
      ],
      [
        // Rejections that nobody handles are told as errors, those of Workers too: watch.spec.js holds the browser to it.
        'weberror',
        (/** @type {import('@playwright/test').WebError} */ error) =>
          this.#complain(`uncaught: ${error.error().stack ?? error.error().message}`),
      ],
      [
        'dialog',
        (/** @type {import('@playwright/test').Dialog} */ dialog) => {
          this.complaints.push(`dialog: ${dialog.message()}`)
          void dialog.dismiss()
        },
      ],
      [
        'request',
        (/** @type {import('@playwright/test').Request} */ request) => {
          if (!/^(http:\/\/(127\.0\.0\.1|localhost):|data:|blob:|about:)/.test(request.url())) {
            this.complaints.push(`request: ${request.url()}`)
          }
        },
      ],
    ]
    for (const [event, hear] of hears) {
      context.on(/** @type {any} */ (event), hear)
      this.#undo.push(() => context.off(/** @type {any} */ (event), hear))
    }
  }

  end() {
    for (const undo of this.#undo.splice(0)) undo()
  }

  /** @param {string} text */
  #complain(text) {
    if (this.console.at(-1) !== text) this.console.push(text)
    if (![ofCompositing, ...this.#expected].some((pattern) => pattern.test(text))) this.complaints.push(text)
  }
}

/** Playwright's test with a watch over every page. */
export const test = plain.extend(
  /** @type {import('@playwright/test').Fixtures<Options & Parts, {}, import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions, import('@playwright/test').PlaywrightWorkerArgs>} */ ({
    expectedConsole: [[], { option: true }],
    host: ['worker', { option: true }],
    engine: [true, { option: true }],
    watch: [
      async ({ context, expectedConsole, engine }, use, info) => {
        const watch = new Watch(engine ? expectedConsole : [...expectedConsole, /\.wasm\b|net::ERR_FAILED/])
        watch.over(context)
        await use(watch)
        watch.end()
        if (info.errors.length + watch.complaints.length > 0) {
          await info.attach('console', { body: watch.console.join('\n'), contentType: 'text/plain' })
        }
        expect(watch.complaints, 'console, errors, dialogs and foreign requests').toEqual([])
      },
      { auto: true },
    ],
    newPage: async ({ browser, watch, host, engine }, use) => {
      /** @type {BrowserContext[]} */
      const contexts = []
      await use(async (options) => {
        const context = await browser.newContext(options)
        contexts.push(context)
        watch.over(context)
        const page = await context.newPage()
        await prepare(page, host, engine)
        return page
      })
      await Promise.all(contexts.map((context) => context.close()))
    },
    page: async ({ page, host, engine }, use) => {
      await page.mouse.move(0, 0) // the page is used again, and the mouse stands where the last test has left it
      await prepare(page, host, engine)
      await use(page)
    },
  }),
)

/**
 * @param {Page} page
 * @param {'worker'|'main'} host
 * @param {boolean} engine
 */
async function prepare(page, host, engine) {
  if (host === 'main') await askForMainThread(page)
  if (!engine) await page.route(/\.wasm(\.gz)?$/, (route) => route.abort())
}

/**
 * Writes host="main" into the page before the browser reads it.
 * @param {Page} page
 */
async function askForMainThread(page) {
  await page.route(/\/(index\.html|embed\.html)?(\?.*)?$/, async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replace('<actor-map ', '<actor-map host="main" ')
    await route.fulfill({ response, body })
  })
}

export { expect }
