// What of the page goes into what is shared: its addresses and its texts.

/** @import { Shared } from './share-snippets.js' */

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
  /** @param {string|null|undefined} address as it stands in the page */
  const published = (address) => new URL(address ?? '', folder).href
  const tail = query && `?${query}`
  const img = map.querySelector('img')
  return {
    link: folder + tail,
    embed: `${folder}embed.html${tail}`,
    script: published('actor-map.js'), // the name that stays; the page's own has a hash
    picture: {
      src: published(img?.getAttribute('src')),
      width: Number(img?.getAttribute('width')), height: Number(img?.getAttribute('height')),
    },
    title: tidy(page.querySelector('h1')?.textContent),
    text: tidy(page.querySelector('meta[name="description"]')?.getAttribute('content')),
    asOf: tidy(map.querySelector('figcaption time')?.textContent),
  }
}

/** @param {string|null|undefined} text */
function tidy(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
