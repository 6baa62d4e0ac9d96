// The story: a text without a script, steps beside the map with one.
import { addressOf, expect, firstDataset, test } from './base.js'
import { LiveMap } from './live.js'

test.describe('without JavaScript', { tag: '@text' }, () => {
  test.use({ javaScriptEnabled: false })

  test('the story is a text with a heading for each step, and links to what proves it', async ({ page }) => {
    await page.goto(addressOf('DEFAULT'))
    const { steps } = await firstDataset()
    const story = page.locator('#story')
    await expect(story.getByRole('heading', { level: 3 })).toHaveText(steps.map((/** @type {any} */ s) => s.title))
    for (const { text } of steps) await expect(story.getByText(text)).toBeVisible()
    await story.getByText('4 relations prove it').click()
    await story.getByRole('link', { name: /urged to provide a backstop/ }).click()
    await expect(page.locator('article:target')).toContainText('Starmer on Wednesday urged')
  })
})

test.describe('without an engine, 320 px', { tag: '@text' }, () => {
  test.use({ viewport: { width: 320, height: 800 } })

  test('the steps are gone through by buttons, by the list and by a link, and are announced', async ({ page }) => {
    await page.goto(addressOf('DEFAULT'))
    await page.getByRole('button', { name: 'Story' }).click()
    const story = page.locator('.am-story')
    await expect(story.getByRole('heading', { name: 'Two visits in one week' })).toBeVisible()
    await expect(story.getByRole('button', { name: 'Previous step' })).toHaveAttribute('aria-disabled', 'true')
    await story.getByRole('button', { name: 'Next step' }).click()
    await expect(story.getByText('Step 2 of 5')).toBeVisible()
    await expect(
      page.locator('actor-map').getByRole('status').filter({ hasText: 'Step 2 of 5. What Trump has changed. Trump “upended”' }),
    ).toHaveCount(1)
    await story.getByText('All steps').click()
    await story.getByRole('button', { name: 'What Starmer asks for' }).click()
    await expect(story.getByRole('button', { name: 'What Starmer asks for' })).toHaveAttribute('aria-current', 'step')
    await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe('backstop')
    await page.reload()
    await expect(story.getByRole('heading', { name: 'What Starmer asks for' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await story.getByRole('button', { name: 'End the story' }).click()
    await expect(story).toBeHidden()
    await expect.poll(() => new URL(page.url()).searchParams.get('step')).toBe(null)
  })
})

test('a step selects and lifts on the map, keys turn the steps, and the end gives the map back', async ({ page }) => {
  const map = await LiveMap.open(page, `${addressOf('DEFAULT')}?node=putin`)
  await expect.poll(async () => (await map.state())?.selected).toEqual({ node: 'putin' })
  await page.getByRole('button', { name: 'Story' }).click()
  await expect.poll(async () => (await map.state()).selected).toEqual({ line: 'trump-meets-starmer' })
  await map.listbox.focus()
  await page.keyboard.press('.')
  await expect.poll(async () => (await map.state()).selected).toEqual({ node: 'trump' })
  await page.keyboard.press(',')
  await expect(page.locator('.am-story').getByText('Step 1 of 5')).toBeVisible()
  await page.getByRole('button', { name: 'End the story' }).click()
  await expect.poll(async () => (await map.state()).selected).toEqual({ node: 'putin' })
})

test('a step shows the part of the map that its view names, and the end shows all again', async ({ page }) => {
  const map = await LiveMap.open(page, addressOf('DAYS'))
  const asked = async () => {
    const { filter, time } = await map.state()
    return { filter, time }
  }
  await page.getByRole('button', { name: 'Story' }).click()
  await expect.poll(asked).toEqual({ filter: undefined, time: { by: 'report', until: '2025-03-02' } })
  await page.getByRole('button', { name: 'Next step' }).click()
  await expect.poll(asked).toEqual({ filter: { issue: ['water'] }, time: undefined })
  await expect(page.getByText(/^3 of 8 relations shown/)).toBeVisible()
  await page.getByRole('button', { name: 'End the story' }).click()
  await expect.poll(asked).toEqual({ filter: undefined, time: undefined })
})
