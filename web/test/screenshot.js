// Takes the picture of the README: the live page with a line open.

import { stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import config from '../playwright.config.js'
import { startServer } from './server.js'

const target = fileURLToPath(new URL('../screenshot.png', import.meta.url))

/** The largest picture that the repository takes, bytes. */
const maxBytes = 300 * 1024

/** The line that is open in the picture: a quote that says what the map is for. */
const line = 'starmer-urges-backstop'

const server = await startServer()
const browser = await chromium.launch(config.use?.launchOptions)
const page = await browser.newPage({ viewport: { width: 1440, height: 960 } })
await page.goto(server.url)
await page.locator('actor-map[status=live]').waitFor()
await page.locator('actor-map').evaluate(async (/** @type {any} */ map, wanted) => {
  const { id } = map.lines.find((/** @type {{id: string}} */ l) => l.id === wanted) ?? map.lines[0]
  map.select({ line: id })
  await map.request({ type: 'sync' })
}, line)
await page.locator('.am-panel blockquote').first().waitFor()
await page.screenshot({ path: target, animations: 'disabled' })
await browser.close()
await server.stop()

const { size } = await stat(target)
if (size > maxBytes) throw new Error(`screenshot.png has ${size} bytes, more than ${maxBytes}: take less of the page`)
console.log(`web/screenshot.png: ${size} bytes`)
