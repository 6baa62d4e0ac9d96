// When nothing moves any more.
import { expect } from '@playwright/test'

/**
 * Waits for three equal answers, some frames apart.
 * @param {() => Promise<unknown>} look
 */
export async function staysEqual(look) {
  /** @type {string[]} */
  const seen = []
  await expect
    .poll(
      async () => {
        seen.push(JSON.stringify(await look()))
        return seen.length >= 3 && new Set(seen.slice(-3)).size === 1
      },
      { intervals: [120] },
    )
    .toBe(true)
}
