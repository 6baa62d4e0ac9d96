// Counting, in a browser and in the pages that Go makes: alike for every number, in every language with a catalogue.
import { expect, test } from '@playwright/test'
import { blockSize, categoriesOf, hashOf, readRuns } from './plural-blocks.js'

const runs = readRuns()

for (const tag of new Set(runs.map((run) => run.tag))) {
  test(`@long ${tag}: every number up to two million has the plural of the pages`, async ({ page }) => {
    await page.goto('about:blank')
    for (const { from, to, hash } of runs.filter((run) => run.tag === tag)) {
      /** Each text of a block once, with the first number of it. */
      const blocks = await page.evaluate(
        ([code, tag, from, to, size]) => {
          const categoriesOf = new Function(`return ${code}`)()
          const found = new Map()
          for (let n = from; n <= to; n += size) {
            const categories = categoriesOf({ tag, from: n, size })
            if (!found.has(categories)) found.set(categories, n)
          }
          return [...found]
        },
        /** @type {const} */ ([categoriesOf.toString(), tag, from, to, blockSize]),
      )
      expect(blocks.map(([categories, first]) => ({ first, hash: hashOf(categories) }))).toEqual([{ first: from, hash }])
    }
  })
}
