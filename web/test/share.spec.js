// The Share dialog: what it gives is what works, by mouse and by key, and without a clipboard.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { violationsInBothPalettes } from './axe.js'
import { addressOf, expect, firstDataset, test } from './base.js'
import { LiveMap } from './live.js'

/**
 * Opens the dialog of a map.
 * @param {LiveMap} map
 */
async function openShare(map) {
  await map.button('Share and embed').click()
  const dialog = map.page.getByRole('dialog', { name: 'Share and embed' })
  await expect(dialog).toBeVisible()
  return dialog
}

test('each way is copied as it stands, and that is said', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const map = await LiveMap.open(page, `${addressOf('DEFAULT')}?node=putin&places=us:0.5,0.5&utm_source=x`)
  await map.synced()
  const dialog = await openShare(map)
  const view = '?node=putin&places=us:0.5,0.5'
  await expect(dialog.getByRole('textbox', { name: 'Link to this view' })).toHaveValue(addressOf('DEFAULT') + view)
  const sections = dialog.locator('section')
  await expect(sections).toHaveCount(5)
  for (const section of await sections.all()) {
    if ((await section.getByRole('textbox').count()) === 0) continue // files
    const text = await section.getByRole('textbox').inputValue()
    expect(text).toContain(view.replaceAll('&', text.startsWith('http') ? '&' : '&amp;'))
    expect(text).not.toContain('utm_source')
    await section.getByRole('button').click()
    await expect(section.getByRole('status')).toHaveText('Copied.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text)
    await expect(section.getByText(`${text.length} characters`)).toBeVisible()
  }
})

test('files and paper: what is seen goes along, with title, date, sources, licence and link', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'print', {
      value: () => {
        const image = /** @type {HTMLImageElement} */ (document.querySelector('.am-print'))
        Object.assign(window, { printed: { width: image.naturalWidth, height: image.naturalHeight } })
        dispatchEvent(new Event('afterprint'))
      },
    }),
  )
  const map = await LiveMap.open(page, `${addressOf('DEFAULT')}?node=putin&places=putin:0.5,0.5`)
  const { id, title, license, sources } = await firstDataset()
  const dialog = await openShare(map)
  const previews = dialog.locator('.am-preview img')
  await expect(previews).toHaveCount(3)
  await expect(previews.first()).toHaveAttribute('src', /^blob:/)
  /** @param {string} name of the button */
  const file = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name, exact: true }).click()])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const svg = await file('SVG')
  expect(svg.name).toBe(`${id}.svg`)
  for (const part of [
    title,
    'As of 27 February 2025, corrected 30 November 2026.',
    sources[0].title.slice(0, 20),
    license,
    `${addressOf('DEFAULT')}?node=putin&amp;places=putin:0.5,0.5`,
    'cx="520"',
  ]) {
    expect(svg.bytes.toString(), part).toContain(part)
  }
  const png = await file('PNG, twice the size')
  expect(png.name).toBe(`${id}@2x.png`)
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(0) >>> 0]).toEqual([2080, 0x89504e47])
  expect(JSON.parse((await file('Data (JSON)')).bytes.toString())).toEqual(await firstDataset())
  await dialog.getByRole('button', { name: 'Print', exact: true }).click()
  await expect.poll(() => page.evaluate('window.printed')).toEqual({ width: 1040, height: 740 })
  await expect(dialog).toBeHidden()
  await expect(page.locator('.am-print')).toBeHidden() // on the screen; paper has it as long as a node is elsewhere
})

test('every address that is given away answers', async ({ page }) => {
  const map = await LiveMap.open(page, `${addressOf('DEFAULT')}embed.html?node=putin#?secret=Ab3`)
  const dialog = await openShare(map)
  const texts = await dialog.getByRole('textbox').evaluateAll((all) => all.map((e) => /** @type {HTMLTextAreaElement} */ (e).value))
  expect(texts[0]).toBe(`${addressOf('DEFAULT')}?node=putin`)
  const addresses = new Set(
    texts
      .join('\n')
      .match(/http:[^"\s]+/g)
      ?.map((a) => a.replaceAll('&amp;', '&')),
  )
  expect(addresses.size).toBe(4)
  expect(
    [...addresses].filter((a) => /\.[0-9a-f]{12}\./.test(a)),
    'names that stay, without a hash',
  ).toEqual([])
  for (const address of addresses) {
    const answer = await page.request.get(address)
    expect(answer.status(), address).toBe(200)
  }
})

for (const way of ['Frame for a web page', 'Script for a web page']) {
  test(`${way}: a page of another origin with it pasted shows the selection`, async ({ page, newPage }) => {
    const map = await LiveMap.open(page, `${addressOf('DEFAULT')}?node=putin`)
    const dialog = await openShare(map)
    const snippet = await dialog.getByRole('textbox', { name: way }).inputValue()
    const { title } = await firstDataset()
    const server = createServer((_, answer) =>
      answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<!doctype html><title>Host</title>${snippet}`),
    )
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
    const host = await newPage({ viewport: { width: 1200, height: 900 } })
    await host.goto(`http://localhost:${port}/`)
    await expect(host.getByRole('img', { name: `Map: ${title}` })).toHaveCount(1)
    await expect(host.getByRole('figure').getByRole('link').last()).toHaveAttribute('href', `${addressOf('DEFAULT')}?node=putin`)
    const panel = host.frameLocator('iframe').locator('.am-panel')
    await expect(panel.getByRole('heading', { level: 2 })).toContainText('Putin', { timeout: 45_000 })
    await new Promise((resolve) => server.close(resolve))
  })
}

test('without a clipboard the text is selected, and the reader is told what to press', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  const map = await LiveMap.open(page, addressOf('DEFAULT'))
  const dialog = await openShare(map)
  await dialog.getByRole('button', { name: 'Copy link' }).click()
  const text = dialog.getByRole('textbox', { name: 'Link to this view' })
  await expect(text).toBeFocused()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await text.inputValue())
  await expect(dialog.locator('section').first().getByRole('status')).toContainText('Selected.')
})

test('a canonical link says where the map is published', async ({ page }) => {
  await page.route(/\/$/, async (route) => {
    const response = await route.fetch()
    const body = (await response.text())
      .replace(/<link rel="canonical"[^>]*>/, '')
      .replace('</title>', '</title><link rel="canonical" href="https://example.org/maps/talks/">')
    await route.fulfill({ response, body })
  })
  const dialog = await openShare(await LiveMap.open(page, addressOf('DEFAULT')))
  await expect(dialog.getByRole('textbox', { name: 'Link to this view' })).toHaveValue('https://example.org/maps/talks/')
  await expect(dialog.getByRole('textbox', { name: 'Frame for a web page' })).toHaveValue(
    /src="https:\/\/example\.org\/maps\/talks\/embed\.html"/,
  )
  await expect(dialog.getByRole('textbox', { name: 'Picture with text and link' })).toHaveValue(
    /src="https:\/\/example\.org\/maps\/talks\/[^"]+\.svg"/,
  )
})

for (const width of [320, 1440]) {
  test.describe(`${width} px, light and dark`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('by keyboard in and out, nothing too wide, nothing for axe', async ({ page }) => {
      const map = await LiveMap.open(page, addressOf('DEFAULT'))
      const button = map.button('Share and embed')
      await button.focus()
      await page.keyboard.press('Enter')
      const dialog = map.element.getByRole('dialog', { name: 'Share and embed' })
      await expect(dialog).toBeVisible()
      expect(await dialog.evaluate((e) => e.contains(document.activeElement))).toBe(true)
      expect(await dialog.evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(await violationsInBothPalettes(page, 'actor-map')).toEqual([])
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await expect(button).toBeFocused()
    })
  })
}
