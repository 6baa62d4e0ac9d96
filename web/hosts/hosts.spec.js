// The map in real publishing systems, and what readers that drop frames and scripts keep of it.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import RSSParser from 'rss-parser'
import { addressOf, firstDataset } from '../test/base.js'
import { startHugo } from './hugo.js'
import { startWordPress } from './wordpress.js'

/** @import { Page } from '@playwright/test' */

const readability = await readFile(createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'), 'utf8')
const prose =
  'A paragraph of an article that somebody wrote about the talks, long enough for a reader mode to believe that it is one. '.repeat(6)

/** What the article of a page is to a reader mode, from the page as it was sent. */
async function readerView(/** @type {Page} */ page, /** @type {string} */ url) {
  const html = await (await page.request.get(url)).text()
  await page.goto('about:blank')
  return page.evaluate(
    ([source, address, code]) => {
      const Readability = new Function(`${code}; return Readability`)()
      const document = new DOMParser().parseFromString(source, 'text/html')
      document.head.append(Object.assign(document.createElement('base'), { href: address }))
      const article = new Readability(document).parse()
      const kept = new DOMParser().parseFromString(article?.content ?? '', 'text/html')
      return {
        text: kept.body.textContent ?? '',
        images: [...kept.querySelectorAll('img')].map((i) => ({ src: i.getAttribute('src'), alt: i.alt })),
        links: [...kept.querySelectorAll('a')].map((a) => a.getAttribute('href')),
      }
    },
    [html, url, readability],
  )
}

/** What the Share dialog of the map gives for a frame, and the address of its picture. */
async function sharedFrame(/** @type {Page} */ page) {
  await page.goto(addressOf('DEFAULT'))
  await expect(page.locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Share and embed' }).click()
  const snippet = await page.getByRole('textbox', { name: 'Frame for a web page' }).inputValue()
  const picture = /<img[^>]* src="([^"]+)"/.exec(snippet)?.[1] ?? ''
  expect(picture).toContain('.svg')
  return { snippet, picture }
}

/** Waits until the map of the only frame is live. */
async function isLive(/** @type {Page} */ page) {
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(page.frameLocator('iframe').locator('actor-map')).toHaveAttribute('status', 'live', { timeout: 60_000 })
}

test.describe('WordPress', () => {
  /** @type {Awaited<ReturnType<typeof startWordPress>>} */
  let wordPress
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    wordPress = await startWordPress(Number(new URL(addressOf('DEFAULT')).port))
  })
  test.afterAll(() => wordPress?.stop())

  /** How an author's pasting of an address is stored: by the block editor, and as it was before it. @type {Record<string, (map: string) => string>} */
  const pasted = {
    'an embed block': (map) =>
      `<!-- wp:embed {"url":"${map}"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${map}\n</div></figure><!-- /wp:embed -->`,
    'an address on a line': (map) => `\n\n${map}\n\n`,
  }
  for (const [way, content] of Object.entries(pasted)) {
    test(`${way} becomes the live map, as high as it is; feed and reader mode keep title and link`, async ({ page }) => {
      const map = addressOf('DEFAULT')
      const { title } = await firstDataset()
      const url = await wordPress.post(way, `<p>${prose}</p>${content(map)}<p>${prose}</p>`)
      await page.goto(url)
      const iframe = page.locator('iframe.wp-embedded-content')
      await expect(iframe).toHaveCount(1)
      await expect(iframe).toHaveAttribute('sandbox', 'allow-scripts')
      await expect(iframe).toBeVisible()
      await expect(page.locator('blockquote.wp-embedded-content')).toBeHidden()
      await isLive(page)
      await expect
        .poll(async () => {
          const wanted = await page
            .frameLocator('iframe')
            .locator('html')
            .evaluate((html) => Math.ceil(html.getBoundingClientRect().height))
          return (await iframe.evaluate((f) => f.clientHeight)) - Math.min(1000, wanted) // WordPress gives no more than 1000
        })
        .toBe(0)

      const item = await feedItem(way)
      expect(item['content:encoded']).toContain(`<a href="${map}">`)
      expect(item['content:encoded']).toContain(`src="${map}embed.html`)
      const kept = await readerView(page, url)
      expect(kept.links).toContain(map)
      expect(kept.text).toContain(title)
    })
  }

  test('the frame of the Share dialog in a block of HTML is live; feed and reader mode keep picture, title and link', async ({ page }) => {
    const map = addressOf('DEFAULT')
    const { snippet, picture } = await sharedFrame(page)
    const url = await wordPress.post(
      'A pasted frame',
      `<!-- wp:paragraph --><p>${prose}</p><!-- /wp:paragraph --><!-- wp:html -->${snippet}<!-- /wp:html --><p>${prose}</p>`,
    )
    await page.goto(url)
    await isLive(page)
    const item = await feedItem('A pasted frame')
    const { title } = await firstDataset()
    expect(item['content:encoded']).toMatch(new RegExp(`<a href="${map}"><img [^>]*src="${picture}" alt="[^"]*${title}"`)) // WordPress adds to the picture
    expect(item['content:encoded']).toContain(`<a href="${map}">${title}</a>`)
    await keepsAll(page, url, map, picture)
  })

  /** The item of the feed with this title. */
  async function feedItem(/** @type {string} */ title) {
    const feed = await new RSSParser().parseURL(`${wordPress.url}?feed=rss2`)
    const item = feed.items.find((i) => i.title === title)
    if (!item) throw new Error(`the feed has no ${title}`)
    return item
  }
})

test('Hugo: the shortcode and pasted HTML are live; reader modes keep picture, title and link', async ({ page }) => {
  const map = addressOf('DEFAULT')
  const { snippet, picture } = await sharedFrame(page)
  const { title } = await firstDataset()
  const hugo = await startHugo({
    shortcode: `${prose}\n\n{{< actor-map src="${map}" title="${title}" picture="${picture}" >}}\n\n${prose}`,
    html: `${prose}\n\n{{< html >}}${snippet}{{< /html >}}\n\n${prose}`,
  })
  try {
    for (const name of ['shortcode', 'html']) {
      const url = `${hugo.url}posts/${name}/`
      await page.goto(url)
      await isLive(page)
      await keepsAll(page, url, map, picture)
    }
  } finally {
    await hugo.stop()
  }
})

/**
 * Holds that a reader mode keeps the picture with words for it, the title and the link.
 * @param {Page} page
 * @param {string} url
 * @param {string} map
 * @param {string} picture
 */
async function keepsAll(page, url, map, picture) {
  const { title } = await firstDataset()
  const kept = await readerView(page, url)
  expect(kept.images).toEqual([{ src: picture, alt: expect.stringContaining(title) }])
  expect(kept.links).toContain(map)
  expect(kept.text).toContain(title)
}
