// axe-core in a page, and what it finds.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** @import { Page } from '@playwright/test' */

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** The rules whose verdict can change with the palette alone. */
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * Runs every rule of axe-core.
 * @param {Page} page
 * @param {string} [within] the part of the page that is looked at; without it, all of it
 * @returns {Promise<string[]>} what it finds, one line for each
 */
export function violations(page, within) {
  return run(page, {}, within)
}

/**
 * Runs every rule of axe-core in the light palette, then the rules about colours in the dark one, and goes back.
 * @param {Page} page
 * @param {string} [within] the part of the page that is looked at; without it, all of it
 * @returns {Promise<string[]>}
 */
export async function violationsInBothPalettes(page, within) {
  const light = await run(page, {}, within)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await run(page, { runOnly: colourRules }, within)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...light, ...dark.map((line) => `dark: ${line}`)]
}

/**
 * @param {Page} page
 * @param {{runOnly?: string[]}} options
 * @param {string} [within]
 * @returns {Promise<string[]>}
 */
async function run(page, options, within) {
  await page.evaluate(await readFile(axeFile, 'utf8'))
  return page.evaluate(
    async ([options, within]) => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run(within ?? document, options)
      return violations.flatMap((/** @type {any} */ v) =>
        v.nodes.map((/** @type {any} */ n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`),
      )
    },
    /** @type {const} */ ([options, within]),
  )
}
