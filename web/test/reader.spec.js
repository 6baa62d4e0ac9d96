// A reader with a question: search, filter, time, what is around a node, how two are connected.
// By what is seen and said only: roles and names, quotes and dates.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'
import { startServer } from './server.js'

/** @import { Locator, Page } from '@playwright/test' */

/** @param {Page} page */
const search = (page) => page.getByRole('combobox', { name: 'Search' })

/** @param {Page} page */
const pairField = (page) => page.getByRole('combobox', { name: /^Connect or compare/ })

/**
 * Expects an answer with its quote and its date.
 * @param {Locator} where
 * @param {string} quote
 * @param {string} date
 */
async function proves(where, quote, date) {
  const article = where.getByRole('article').filter({ hasText: quote }).first()
  await expect(article.getByRole('blockquote').filter({ hasText: quote }).first()).toBeVisible()
  await expect(article.getByText(date).first()).toBeVisible()
}

/**
 * Presses Tab until something has the focus.
 * @param {Page} page
 * @param {Locator} what
 */
async function tabTo(page, what) {
  for (let presses = 0; presses < 60; presses++) {
    if (await what.evaluate((e) => e === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

test('by mouse: how are Putin and Macron connected?', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await search(page).click()
  await page.keyboard.type('putin')
  await page.getByRole('option', { name: /^Vladimir Putin/ }).click()
  await pairField(page).click()
  await page.keyboard.type('macr')
  await page.getByRole('option', { name: /^Emmanuel Macron/ }).click()
  const pair = page.getByRole('region', { name: 'Vladimir Putin and Emmanuel Macron' })
  await expect(pair.getByRole('heading', { level: 2 })).toBeFocused()
  const [first] = await pair.getByRole('listitem').all()
  await expect(first).toContainText('Vladimir Putin – Donald Trump – Emmanuel Macron (2 steps)')
  await proves(first, 'drawing closer to Moscow and Russian President Vladimir Putin', '27 February 2025')
  await proves(first, 'French President Emmanuel Macron came to the White House on Monday for a friendly encounter', '24 February 2025')
  await expect(first.getByRole('button', { name: 'Light on the map' })).toHaveAttribute('aria-pressed', 'true')
  await expect(pair.getByText('The sources do not say where the two agree or differ.')).toBeVisible()
  await map.synced()
  expect((await map.state()).trail.path).toEqual(['putin', 'trump-closer-putin', 'trump', 'macron-meets-trump', 'macron'])

  // A link has it, and undo takes it back.
  await expect.poll(() => page.url()).toContain('trail=putin:macron:')
  const other = await LiveMap.open(page, page.url())
  await expect(pair.getByRole('listitem').first()).toContainText('(2 steps)')
  await other.button('Undo').click()
  await expect(pair).toBeHidden()
})

test('by keyboard alone: on what do Trump and Macron differ?', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await page.keyboard.press('/')
  await expect(search(page)).not.toBeFocused() // the page's own key, as long as the map has not the focus
  await tabTo(page, map.listbox)
  await page.keyboard.press('/')
  await expect(search(page)).toBeFocused()
  await page.keyboard.type('trump')
  await expect(page.getByRole('option', { name: /^Donald Trump/ }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(search(page)).toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.press('Enter')
  await expect(map.panel.getByRole('heading', { name: 'Donald Trump', exact: true })).toBeFocused()
  await tabTo(page, pairField(page))
  await page.keyboard.type('macron')
  await page.keyboard.press('Enter')
  const pair = page.getByRole('region', { name: 'Donald Trump and Emmanuel Macron' })
  await expect(pair.getByRole('heading', { level: 2 })).toBeFocused()
  for (const [issue, quote] of [
    ["Russia's war with Ukraine", "stark differences about Russia's war with Ukraine"],
    ['Quick ceasefire', 'the US push for a quick ceasefire'],
  ]) {
    await expect(pair.getByRole('heading', { name: `They differ: ${issue}` })).toBeVisible()
    await proves(pair, quote, '24 February 2025')
  }
  await page.keyboard.press('Escape')
  await expect(pair).toBeHidden()
  await expect(map.listbox).toBeFocused()
})

test('by keyboard alone: what was announced but had not happened?', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const before = await map.boxes()
  await tabTo(page, page.getByRole('button', { name: 'Filter' }))
  await page.keyboard.press('Enter')
  const filter = page.getByRole('region', { name: 'Filter' })
  await expect(filter.getByRole('heading', { level: 2 })).toBeFocused()
  await tabTo(page, filter.getByRole('checkbox', { name: /^announced/ }))
  await page.keyboard.press('Space')
  await expect(page.getByText(/^9 of 39 relations shown: Has it happened\?: announced\.$/)).toBeVisible()
  const text = page.locator('#text')
  await proves(text, 'Zelenskyy is expected to be in Washington on Friday to sign an agreement', '28 February 2025')
  await expect(text.getByRole('article').filter({ visible: true })).toHaveCount(9)
  // What is shown keeps its place, what is not is nowhere.
  await map.isStill()
  const shown = (await map.boxes()).filter((b) => b.x > 0)
  expect(shown.length).toBeLessThan(before.length)
  for (const box of shown) expect(box).toEqual(before.find((b) => b.id === box.id))
  await expect.poll(() => page.url()).toContain('show=status:future')
  await filter.getByRole('button', { name: 'Show everything' }).press('Enter')
  await expect(page.getByText(/relations shown:/)).toBeHidden()
  await expect.poll(async () => (await map.state()).filter).toBeUndefined()
  await map.isStill()
  expect(await map.boxes()).toEqual(before)
})

test('a count beside each choice is what it shows; undo takes a choice back; an engine that dies loses nothing', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  await page.getByRole('button', { name: 'Filter' }).click()
  const filter = page.getByRole('region', { name: 'Filter' })
  for (const [facet, value] of [
    ['Words or deeds', 'deeds'],
    ['Who says or denies it', 'Keir Starmer'],
  ]) {
    const row = filter.getByRole('group', { name: facet }).getByRole('checkbox', { name: value })
    const count = Number((await row.evaluate((e) => e.closest('label')?.textContent ?? '')).match(/\d+$/)?.[0])
    await row.check()
    await expect(page.getByText(new RegExp(`^${count} of 39 relations shown: `))).toBeVisible()
  }
  await map.synced()
  const asked = (await map.state()).filter
  await map.send({ type: 'crash' })
  await expect(map.element).not.toHaveAttribute('status', 'live')
  await map.isLive()
  await map.synced()
  expect((await map.state()).filter).toEqual(asked)
  await filter.getByRole('checkbox', { name: 'deeds' }).uncheck()
  await map.button('Undo').click()
  await expect(filter.getByRole('checkbox', { name: 'deeds' })).toBeChecked()
})

test('what is around a node gets the frame, and back is where it was', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const before = await map.boxes()
  await search(page).fill('zelenskyy')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('1 step')
  await expect(page.getByText(/ of 39 relations shown: within 1 step of Volodymyr Zelenskyy, in any direction\./)).toBeVisible()
  await map.isStill()
  const near = (await map.boxes())
    .filter((b) => b.x > 0)
    .map((b) => b.id)
    .sort()
  expect(near).toEqual(['minerals-deal', 'trump', 'ukraine', 'us', 'zelenskyy'])
  await page.getByRole('combobox', { name: 'Direction' }).selectOption('against the arrows')
  await expect(page.getByText(/against the arrows\./)).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).first().click()
  await map.isStill()
  expect(await map.boxes()).toEqual(before)
})

test.describe('where no engine comes', { tag: '@text' }, () => {
  test('what did Starmer ask of the United States? The search and the filter work on the text', async ({ page }) => {
    await page.goto(addressOf('DEFAULT'))
    await expect(page.locator('actor-map')).toHaveAttribute('status', 'failed', { timeout: 45_000 })
    await search(page).fill('starmer urged')
    await page.keyboard.press('Enter')
    const panel = page.getByRole('region', { name: /Keir Starmer.*urged to provide a backstop/ })
    await expect(panel.getByRole('blockquote').first()).toHaveText(/Starmer on Wednesday urged the United States to provide a security/)
    await expect(panel.getByText('26 February 2025').first()).toBeVisible()
    const korean = panel.locator('blockquote').first()
    expect(
      await korean.evaluate((quote) => {
        const word = Object.assign(document.createElement('span'), { lang: 'ko', textContent: '외교부' })
        quote.append(word)
        const { wordBreak, overflowWrap } = getComputedStyle(word)
        word.remove()
        return [wordBreak, overflowWrap]
      }),
      'Korean breaks at blanks',
    ).toEqual(['keep-all', 'break-word'])
    // The map that usually gets the focus back takes none here.
    await panel.getByRole('heading').first().focus()
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
    await expect(search(page)).toBeFocused()
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByRole('group', { name: 'Who says or denies it' }).getByRole('checkbox', { name: 'Volodymyr Zelenskyy' }).check()
    await proves(page.locator('#text'), 'a deal the Ukrainian leader said would hinge on further US aid', '27 February 2025')
    await expect(page.locator('#text').getByRole('article').filter({ visible: true })).toHaveCount(2)
  })

  test.describe('nor the dataset', () => {
    test.use({ expectedConsole: [/net::ERR_FAILED/] })

    test('search and filter say so, where it is seen and heard, and try again', async ({ page }) => {
      const dataset = /\/white-house[^/]*\.json$/
      await page.route(dataset, (route) => route.abort())
      await page.goto(addressOf('DEFAULT'))
      const sentence = 'The dataset could not be loaded. The text below has everything.'
      const search = page.getByRole('combobox', { name: 'Search' })
      await search.fill('starmer')
      await expect(page.locator('.am-options').getByText(sentence)).toBeVisible()
      await expect(page.getByRole('status').getByText(sentence)).toBeAttached()
      await search.press('Escape')
      await expect(page.locator('.am-options').getByText(sentence)).toBeHidden()
      const filter = page.getByRole('region', { name: 'Filter' })
      await page.getByRole('button', { name: 'Filter' }).click()
      await expect(filter.getByText(sentence)).toBeVisible()
      await expect(filter.getByRole('heading')).toBeFocused()
      await page.unroute(dataset)
      await search.fill('starmer')
      await expect(page.getByRole('option').first()).toBeVisible()
    })
  })

  test('a quote on the page of a node is found and opened from the index of a large map', async ({ page }) => {
    const folder = await mkdtemp(join(tmpdir(), 'actormap-'))
    const file = join(folder, 'large.json')
    await writeFile(file, JSON.stringify(largeDataset()))
    const server = await startServer(file)
    try {
      await page.goto(server.url)
      await expect(page.locator('actor-map')).toHaveAttribute('status', 'failed', { timeout: 45_000 })
      await search(page).fill('words number 217')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('region').getByRole('blockquote').filter({ hasText: 'The words number 217' })).toBeVisible()
    } finally {
      await server.stop()
      await rm(folder, { recursive: true })
    }
  })
})

/** More relations than one page holds, between few nodes. */
function largeDataset() {
  const actors = Array.from({ length: 12 }, (_, i) => ({ id: `a${i}`, name: `Actor ${i}`, kind: 'person' }))
  const relations = Array.from({ length: 301 }, (_, i) => ({
    id: `r${i}`,
    from: `a${i % 12}`,
    to: `a${((i % 12) + 1 + Math.floor(i / 60)) % 12}`,
    type: 'state',
    label: `speaks to (${i})`,
    evidence: [{ source: 's', quote: `The words number ${i}` }],
  }))
  return {
    id: 'large',
    title: 'Large',
    summary: 'Made up.',
    language: 'en',
    updated: '2025-01-01',
    license: 'MIT',
    sources: [{ id: 's', title: 'A source' }],
    actors,
    issues: [],
    relations,
  }
}

test.describe('time', () => {
  test('as known on a day: what is denied later stays disputed, and says when', async ({ page }) => {
    const map = await LiveMap.open(page, addressOf('DAYS'))
    const before = await map.boxes()
    await page.getByRole('button', { name: 'Time' }).click()
    const time = page.getByRole('region', { name: 'Time' })
    await time.getByRole('radio', { name: 'As known on a day' }).check()
    const handle = time.getByRole('slider', { name: 'Last day' })
    await expect(time.getByRole('slider')).toHaveCount(1)
    await handle.focus()
    await page.keyboard.press('Home')
    await expect(handle).toHaveAttribute('aria-valuetext', '2 March 2025: 2 relations')
    await expect(page.getByText('2 of 8 relations shown: as known on 2 March 2025.')).toBeVisible()
    const claim = page.locator('article[id="r-north-moves-troops"]')
    await expect(claim.getByText('Northland has moved troops to the bridge')).toBeVisible()
    await expect(claim.getByText('No soldier of Northland was at the bridge')).toBeVisible()
    await expect(claim.locator('.relation-standing')).toBeVisible()
    await expect(claim.getByText('later denied by Jürgen Ågren, 8 March 2025')).toBeVisible()
    await map.isStill()
    for (const box of (await map.boxes()).filter((b) => b.x > 0)) expect(box).toEqual(before.find((b) => b.id === box.id))
    await page.keyboard.press('End')
    await expect(claim.getByText('No soldier of Northland was at the bridge')).toBeVisible()
    await expect(claim.locator('.relation-standing')).toBeVisible()
    await expect(claim.getByText('later denied by')).toHaveCount(0)
  })

  test('as it happened: two handles, what is new in words, play and pause, one undo', async ({ page }) => {
    const map = await LiveMap.open(page, addressOf('DAYS'))
    await page.getByRole('button', { name: 'Time' }).click()
    const time = page.getByRole('region', { name: 'Time' })
    const last = time.getByRole('slider', { name: 'Last day' })
    await last.focus()
    await page.keyboard.press('Home')
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('ArrowRight')
    await expect(last).toHaveAttribute('aria-valuetext', '5 March 2025: 2 relations')
    await expect(time.getByText('New on 5 March 2025:')).toBeVisible()
    await expect(time.getByRole('listitem')).toHaveText([
      'Southland → Water of the river: asks for its share of',
      'Northland → Water of the river: refuses to share',
    ])
    await expect(page.getByText(/^7 of 8 relations shown: until 5 March 2025\. 1 without a date stays\.$/)).toBeVisible()
    await time.getByRole('slider', { name: 'First day' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByText(/^6 of 8 relations shown: 2 March 2025 to 5 March 2025\./)).toBeVisible()
    await map.button('Undo').click()
    await expect(page.getByText(/relations shown:/)).toBeHidden()
    await time.getByRole('button', { name: 'Play' }).click()
    await expect(last).toHaveAttribute('aria-valuetext', /^2 March 2025/)
    await time.getByRole('button', { name: 'Pause' }).click()
    await expect(time.getByRole('button', { name: 'Play' })).toBeVisible()
  })

  test('with reduced motion nothing plays by itself: a press is a day', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await LiveMap.open(page, addressOf('DAYS'))
    await page.getByRole('button', { name: 'Time' }).click()
    const time = page.getByRole('region', { name: 'Time' })
    const next = time.getByRole('button', { name: 'Next day' })
    await next.click()
    await next.click()
    await expect(time.getByRole('slider', { name: 'Last day' })).toHaveAttribute('aria-valuetext', /^2 March 2025/)
    await expect(next).toBeVisible()
  })
})
