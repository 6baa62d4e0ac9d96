// Frames in pages whose theme treats them like pictures: each keeps the height that its HTML asks for.
import { readFile } from 'node:fs/promises'
import { frameSnippet } from '../src/share/snippets.js'
import { addressOf, expect, test } from './base.js'
import { servePages } from './guest-servers.js'
import './unit/english.js'

const theme = 'iframe { height: auto; max-width: 100% }'

/** @param {string} path beside web */
const read = (path) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')

/** The piece of HTML of each place that gives one, for the map at an address, and the least height that it asks for, px. */
const places = /** @type {Record<string, {html: (map: string) => Promise<string>, height: number}>} */ ({
  README: {
    html: async (map) =>
      (/<iframe[\s\S]*?<\/iframe>/.exec(await read('../README.md'))?.[0] ?? '').replace('https://maps.example.org/', map),
    height: 800,
  },
  oEmbed: {
    html: async (map) => (await (await fetch(`${map}oembed?url=${encodeURIComponent(map)}`)).json()).html,
    height: 600,
  },
  'the Share dialog': {
    html: async (map) =>
      frameSnippet({
        link: map,
        embed: `${map}embed.html`,
        script: '',
        picture: { src: `${map}map-736x620.svg`, here: '', width: 736, height: 620 },
        title: 'Map',
        text: '',
        asOf: '',
        desk: '',
        sources: [],
        license: '',
        lang: 'en',
        data: null,
      }),
    height: 760,
  },
  'the shortcode of hosts.md': {
    html: async (map) =>
      (await read('hosts/actor-map.html'))
        .replace(/^\{\{- \/\*[\s\S]*?-\}\}\n.*\n.*\n/, '')
        .replaceAll('{{ $src }}', map)
        .replace('{{ .Get "height" | default "760" }}', '760')
        .replace(/\{\{.*?\}\}/g, ''),
    height: 760,
  },
})

for (const [place, { html, height }] of Object.entries(places)) {
  test(`${place}: ${height} px or more in a column of 390 and of 1000 px`, { tag: '@text' }, async ({ page }) => {
    const piece = await html(addressOf('DEFAULT'))
    /** @param {number} width px */
    const column = (width) => `<!doctype html><title>Host</title><style>${theme}</style><div style="width: ${width}px">${piece}</div>`
    const host = await servePages({ '/390': { html: column(390) }, '/1000': { html: column(1000) } })
    try {
      for (const width of [390, 1000]) {
        await page.goto(`${host.url}${width}`)
        const box = await page.locator('iframe').boundingBox()
        expect(box?.height, `${width} px`).toBeGreaterThanOrEqual(height)
        expect(box?.width, `${width} px`).toBeLessThanOrEqual(width)
        await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible()
      }
    } finally {
      host.stop()
    }
  })
}
