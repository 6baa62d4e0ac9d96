// In which language a reader gets the page: its documents stand in a folder for each, and this
// script sends a reader on to the right one before anything else begins.

import { interfaceLanguage } from '../ui/words.js'
import { isLang } from './view-url.js'

/** @import { Rendition } from '../ui/words.js' */

/**
 * Chooses a rendition. What the link asks for comes first, whoever has reviewed it. Without a
 * wish the site's own address takes the first of the browser's languages that there is a
 * reviewed rendition in; a document in a folder is what somebody has asked for.
 * @param {Rendition[]} pages the first is the one at the site's own address
 * @param {string} current language of the document
 * @param {string|null} asked BCP 47 tag of the link
 * @param {readonly string[]} liked BCP 47 tags of the browser, best first
 * @returns {Rendition|null} another one than the current one
 */
export function chooseRendition(pages, current, asked, liked) {
  const here = pages.find((page) => page.lang === current)
  const wanted =
    asked !== null
      ? pages.find((page) => page.lang === languageOf(asked))
      : here === pages[0]
        ? liked.map((tag) => pages.find((page) => page.reviewed && page.lang === languageOf(tag))).find(Boolean)
        : null
  return wanted && wanted !== here ? wanted : null
}

/** @param {string} tag */
function languageOf(tag) {
  return tag.toLowerCase().split('-')[0]
}

/**
 * Returns the address of the same document in another language; the query and the fragment,
 * which hold the view, come along.
 * @param {string} address of this document
 * @param {string} root from this document to the root of the site
 * @param {string} folder
 */
export function addressIn(address, root, folder) {
  const url = new URL(address)
  const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  url.pathname = new URL(`${root}${folder}${file}`, url).pathname
  return url.href
}

/**
 * Sends the reader on where this document is not in the right language.
 * @returns {boolean} whether another document is on its way
 */
export function goToLanguage() {
  const { lang, root, pages } = interfaceLanguage()
  const asked = new URLSearchParams(location.search).get('lang') ?? undefined
  const page = chooseRendition(pages, lang, isLang(asked) ? asked : null, navigator.languages)
  if (page) location.replace(addressIn(location.href, root, page.folder))
  return page !== null
}

/**
 * Returns the address of this document in a language that there is a rendition in, with a view;
 * null where this one is in it already, or there is none.
 * @param {string} tag
 * @param {string} query of the view
 */
export function addressInLanguage(tag, query) {
  const { lang, root, pages } = interfaceLanguage()
  const page = isLang(tag) ? chooseRendition(pages, lang, tag, []) : null
  if (!page) return null
  const url = new URL(addressIn(location.href, root, page.folder))
  url.search = query
  return url.href
}
