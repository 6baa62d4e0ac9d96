// Five questions, each answered with quote and date: by mouse, by keyboard alone, and from the text where no script runs.
// By what is seen and said only: roles and names.
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'

/** @import { Locator, Page } from '@playwright/test' */

/**
 * The proofs of an answer: the quote, the day, and who says it where that was asked.
 * @typedef {{quote: string, date: string, speaker?: string}} Proof
 */

/** @type {Record<'asked'|'hinges'|'connected'|'differ'|'announced', Proof[]>} */
const answers = {
  asked: [{ quote: 'Starmer on Wednesday urged the United States to provide a security "backstop"', date: '26 February 2025' }],
  hinges: [
    { quote: 'a deal the Ukrainian leader said would hinge on further US aid', date: '27 February 2025', speaker: 'Volodymyr Zelenskyy' },
  ],
  connected: [
    { quote: 'drawing closer to Moscow and Russian President Vladimir Putin', date: '27 February 2025' },
    { quote: 'French President Emmanuel Macron came to the White House on Monday for a friendly encounter', date: '24 February 2025' },
  ],
  differ: [
    { quote: "stark differences about Russia's war with Ukraine", date: '24 February 2025' },
    { quote: 'the US push for a quick ceasefire', date: '24 February 2025' },
  ],
  announced: [{ quote: 'Zelenskyy is expected to be in Washington on Friday to sign an agreement', date: '28 February 2025' }],
}

/**
 * Expects that what is seen proves the answer to a question.
 * @param {Locator} where
 * @param {keyof typeof answers} question
 */
async function answered(where, question) {
  for (const { quote, date, speaker } of answers[question]) {
    const article = where
      .getByRole('article')
      .filter({ has: where.page().getByRole('blockquote').filter({ hasText: quote }), visible: true })
      .first()
    await expect(article.getByRole('blockquote').filter({ hasText: quote }).first()).toBeVisible()
    await expect(article.getByText(date).first()).toBeVisible()
    if (speaker)
      await expect(article.getByRole('figure').filter({ hasText: quote }).getByRole('link', { name: speaker }).first()).toBeVisible()
  }
}

/** @param {Page} page */
const search = (page) => page.getByRole('combobox', { name: 'Search' })

/** @param {Page} page */
const pairField = (page) => page.getByRole('combobox', { name: /^Connect or compare/ })

test('by mouse', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const find = async (/** @type {Locator} */ field, /** @type {string} */ words, /** @type {RegExp} */ option) => {
    await field.click()
    await page.keyboard.type(words)
    await page.getByRole('option', { name: option }).first().click()
  }
  const empty = (/** @type {Locator} */ field) => field.fill('')
  await find(search(page), 'backstop', /^Keir Starmer.*urged to provide a backstop/)
  await answered(map.panel, 'asked')
  await empty(search(page))
  await find(search(page), 'further us aid', /^Rare earth minerals deal.*would hinge on further/)
  await answered(map.panel, 'hinges')
  await empty(search(page))
  await find(search(page), 'trump', /^Donald Trump/)
  await expect(map.panel.getByRole('heading', { name: 'Donald Trump', exact: true })).toBeVisible()
  await find(pairField(page), 'macron', /^Emmanuel Macron/)
  const pair = page.getByRole('region', { name: 'Donald Trump and Emmanuel Macron' })
  await expect(pair.getByRole('heading', { name: /^They differ: / })).toHaveCount(2)
  await answered(pair, 'differ')
  expect(
    await pair
      .locator('.relation-meta')
      .first()
      .evaluate((meta) => getComputedStyle(meta).fontWeight),
    'as on the page',
  ).toBe('400')
  await pair.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('checkbox', { name: /^announced/ }).click()
  await expect(page.getByText(/^9 of 39 relations shown: /)).toBeVisible()
  await answered(page.locator('#text'), 'announced')
  // How Putin and Macron are connected, by mouse, stands in reader.spec.js.
})

test('by keyboard alone', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  for (let presses = 0; !(await map.listbox.evaluate((e) => e === document.activeElement)); presses++) {
    expect(presses, 'Tab leads to the map').toBeLessThan(60)
    await page.keyboard.press('Tab')
  }
  const find = async (/** @type {string} */ words, /** @type {RegExp} */ title) => {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: title, level: 2 })).toBeFocused()
  }
  // The panel gives the focus back to the field that opened it; there Escape empties it.
  const back = async () => {
    await page.keyboard.press('Escape')
    await expect(search(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(search(page)).toHaveValue('')
  }
  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await find('urged to provide a backstop', /^Keir Starmer/)
  await answered(map.panel, 'asked')
  await back()
  await find('would hinge on further', /^Rare earth minerals deal/)
  await answered(map.panel, 'hinges')
  await back()
  await find('putin', /^Vladimir Putin/)
  for (let presses = 0; !(await pairField(page).evaluate((e) => e === document.activeElement)); presses++) {
    expect(presses, 'Tab leads to the field').toBeLessThan(60)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type('macron')
  await page.keyboard.press('Enter')
  const pair = page.getByRole('region', { name: 'Vladimir Putin and Emmanuel Macron' })
  await expect(pair.getByRole('heading', { level: 2 })).toBeFocused()
  await answered(pair, 'connected')
  // On what Trump and Macron differ, and what was announced, by keyboard, stand in reader.spec.js.
})

test.describe('without JavaScript', { tag: '@text' }, () => {
  test.use({ javaScriptEnabled: false })

  test('from the text', async ({ page }) => {
    await page.goto(addressOf('DEFAULT'))
    const contents = page.getByRole('navigation', { name: 'Contents' })
    const main = page.getByRole('main')
    const goTo = async (/** @type {string} */ name) => {
      await contents.getByRole('link', { name, exact: true }).click()
      await expect(main.getByRole('heading', { name, exact: true }).first()).toBeInViewport()
    }
    await goTo('Keir Starmer')
    await answered(main, 'asked')
    await goTo('Rare earth minerals deal')
    await answered(main, 'hinges')
    await goTo('Vladimir Putin')
    await answered(main, 'connected')
    await goTo('Emmanuel Macron')
    await answered(main, 'differ')
    await contents.getByRole('link', { name: 'All relations in one table' }).click()
    const announced = page.getByRole('row').filter({ has: page.getByRole('cell', { name: /^(only claimed, )?announced(,|$)/ }) }) // also "announced, corrected on a day"
    await expect(announced).toHaveCount(9)
    await announced.filter({ hasText: 'Volodymyr Zelenskyy' }).getByRole('link', { name: 'is to sign a minerals deal with' }).click()
    await answered(main, 'announced')
  })
})
