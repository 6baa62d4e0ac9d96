// What of the page goes into what is shared: its addresses and its texts.

/** @import { Shared } from './snippets.js' */
import { scriptAsWritten } from '../ui/program.js'

/**
 * Returns the address of the folder that a map is published in, without query and fragment.
 * @param {string} address of its page or of its document for frames
 */
export function folderOf(address) {
  const url = new URL('./', address)
  url.search = url.hash = ''
  return url.href
}

/**
 * Reads the document. The canonical link, where there is one, says where the map is published,
 * whatever address it was opened by.
 * @param {Document} page
 * @param {Element} map
 * @param {string} query of the view
 * @returns {Shared}
 */
export function sharedBy(page, map, query) {
  const canonical = /** @type {HTMLLinkElement|null} */ (page.querySelector('link[rel="canonical"]'))
  const folder = folderOf(canonical?.href || page.URL)
  /** @param {string} address as it stands in the page */
  const published = (address) => new URL(address, folder).href
  const tail = query && `?${query}`
  const data = map.getAttribute('data-src')
  return {
    link: folder + tail,
    embed: `${folder}embed.html${tail}`,
    // The script stands at the root of the site, which several maps may share. This is the name that stays; the page's own has a hash.
    script: new URL('actor-map.js', published(scriptAsWritten)).href,
    picture: pictureOf(map, page, published),
    title: tidy(page.querySelector('h1')?.textContent),
    text: tidy(page.querySelector('meta[name="description"]')?.getAttribute('content')),
    asOf: tidy(map.querySelector('.am-as-of')?.textContent),
    desk: [tidy(page.querySelector('.am-desk')?.textContent), contactOf(page)].filter(Boolean).join(' · '),
    sources: [...page.querySelectorAll('#sources cite')].map((cite) => tidy(cite.textContent)),
    license: tidy(map.getAttribute('data-license')),
    lang: map.querySelector('figure')?.lang || page.documentElement.lang,
    data: data ? { address: new URL(data, page.baseURI).href, name: nameOf(data) } : null,
  }
}

/**
 * Returns where errors are reported, "Report an error: desk@example.org"; '' where the page does not say it.
 * @param {Document} page
 */
function contactOf(page) {
  const link = page.querySelector('a.am-contact')
  return link ? `${tidy(link.textContent)}: ${(link.getAttribute('href') ?? '').replace(/^mailto:/, '')}` : ''
}

/**
 * Returns the name of a dataset's file without its hash and ending.
 * @param {string} address
 */
function nameOf(address) {
  return (address.split('/').pop() ?? '').replace(/(?:\.[0-9a-f]{12})?\.json$/, '') || 'map'
}

/** Articles and newsletters are narrower than this, px: a picture that is scaled down cannot be read. */
const columnPx = 760

/** The hash that stands in the name of a file whose content never changes. */
const hash = /\.[0-9a-f]{12}(?=\.svg$)/

/**
 * Finds the widest picture that an article's column has room for, by the name that stays.
 * @param {Element} map
 * @param {Document} page
 * @param {(address: string) => string} published
 */
function pictureOf(map, page, published) {
  const all = [...map.querySelectorAll('picture > source, picture > img')]
    .map((e) => {
      const address = e.getAttribute('srcset') ?? e.getAttribute('src') ?? ''
      return {
        src: published(address.replace(hash, '')),
        here: new URL(address, page.baseURI).href,
        width: Number(e.getAttribute('width')),
        height: Number(e.getAttribute('height')),
      }
    })
    .sort((a, b) => a.width - b.width)
  return all.filter(({ width }) => width <= columnPx).at(-1) ?? all[0] ?? { src: '', here: '', width: 0, height: 0 }
}

/** @param {string|null|undefined} text */
function tidy(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
