// The text of the page as the source of the panel: nothing is rendered twice, elements of the
// document are cloned.

/** @import { Target } from '../engine/messages.js' */
import { el } from '../ui/el.js'
import { dataOfPage } from '../ui/program.js'
import { interfaceLanguage, isolated } from '../ui/words.js'

/** What a panel shows: the inside of its heading, and what stands below it. */
/** @typedef {{title: Node[], body: Node[]}} PanelText */

/**
 * What of a relation goes into a citation, in the words of the page.
 * @typedef {object} CitedRelation
 * @property {string} headline "Keir Starmer – urged to provide a backstop → United States"
 * @property {string[]} facts when, what has not happened, and what is only claimed or disputed, by whom
 * @property {string[]} notes corrections, the answer of whom it is about, and what became of it
 * @property {{quote: string, from: string}[]} evidence from: who said it, where, when
 * @property {string} address absolute, of where it is published; '' where that is not known
 */

/** Finds sections and articles, on this page or on the page of a node. */
export class PageText {
  /** Documents of single nodes, by address. @type {Map<string, Promise<Document>>} */
  #pages = new Map()
  /** @type {Element} */
  #map

  /** @param {Element} map the element whose own content is not part of the text */
  constructor(map) {
    this.#map = map
  }

  /**
   * Returns the text of a target from this page, or null where the page does not hold it.
   * @param {Target} target
   * @returns {PanelText|null}
   */
  here({ node, line }) {
    if (line !== undefined) {
      const article = this.#find(document, `r-${line}`)
      return article && textOfArticle(article)
    }
    const section = node === undefined ? null : this.#find(document, `n-${node}`)
    return section && !pageLink(section) ? textOfSection(section) : null
  }

  /**
   * Returns the article of a relation with its heading at another level, or null where this page does not hold it.
   * @param {string} line
   * @param {'h3'|'h4'|'h5'} level
   */
  article(line, level) {
    const article = this.#find(document, `r-${line}`)
    if (!article) return null
    const copy = textWithHeading(article, level)
    copy.classList.remove('am-left-out') // who asks for it by name gets it
    return copy
  }

  /**
   * Returns what this page calls a target, or '' where it does not know it.
   * @param {Target} target
   */
  titleOf({ node, line }) {
    const found = this.#find(document, line === undefined ? `n-${node}` : `r-${line}`)
    return tidy(found?.querySelector('h1, h2, h3, h4')?.textContent ?? '')
  }

  /**
   * Fetches the text of a target from the page of a node: its own, or the one that a line starts
   * from. It is null where there is no such page or the page does not hold it.
   * @param {Target} target
   * @param {string} node
   * @returns {Promise<PanelText|null>}
   */
  async elsewhere(target, node) {
    const address = this.addressOf(node)
    if (!address) return null
    const page = await this.#page(address)
    const { line } = target
    const found = this.#find(page, line === undefined ? `n-${node}` : `r-${line}`)
    if (!found) return null
    return line === undefined ? textOfSection(found) : textOfArticle(found)
  }

  /**
   * Returns the address of a node's own page, or null where nodes have none. A large map has
   * nodes that do not stand on this page; theirs lie beside those of the others.
   * @param {string} node
   */
  addressOf(node) {
    const section = this.#find(document, `n-${node}`)
    if (section) return pageLink(section)?.href ?? null
    const another = /** @type {HTMLAnchorElement|null} */ (document.querySelector('.node > .node-page a[href]'))
    return another && new URL(`${encodeURIComponent(node)}.html`, another.href).href
  }

  /**
   * Returns what an actor is, in a few words ("President, United States"), or ''.
   * @param {string} node
   */
  roleOf(node) {
    const item = this.#find(document, `n-${node}`)?.querySelector('.memberships > li')
    if (!item) return ''
    const bare = /** @type {Element} */ (item.cloneNode(true))
    for (const part of bare.querySelectorAll('.evidence, .common, .am-show')) part.remove()
    return tidy(bare.textContent)
  }

  /**
   * Returns when a relation took place, in the page's words, or ''.
   * @param {string} line
   */
  dateOf(line) {
    const date = this.#find(document, `r-${line}`)?.querySelector('.relation-date, .relation-when')
    return tidy(date?.textContent ?? '')
  }

  /** What the map is called, and of which date it is. */
  get map() {
    const date = document.querySelector('.am-as-of')
    return { title: tidy(document.querySelector('h1')?.textContent ?? ''), date: tidy(date?.textContent ?? '') }
  }

  /**
   * Returns a relation for a citation, or null where no page has its text.
   * @param {string} line
   * @param {string} from node that it starts from
   * @returns {Promise<CitedRelation|null>}
   */
  async cited(line, from) {
    const address = this.addressOf(from)
    const page = address ? await this.#page(address) : document
    const article = this.#find(page, `r-${line}`)
    return article && citedRelation(article, publishedAddress(article))
  }

  /** Returns the sections and articles of the page that a reader may want to see on the map. */
  entries() {
    return [...document.querySelectorAll('section[id^="n-"], article[id^="r-"]')]
      .filter((e) => !this.#map.contains(e))
      .map((element) => ({ element, target: targetOfID(element.id) }))
  }

  /**
   * @param {Document} page
   * @param {string} id
   */
  #find(page, id) {
    const found = page.getElementById(id)
    return found && !this.#map.contains(found) ? found : null
  }

  /** @param {string} address */
  #page(address) {
    let page = this.#pages.get(address)
    if (!page) {
      page = fetchDocument(address)
      this.#pages.set(address, page)
      page.catch(() => this.#pages.delete(address))
    }
    return page
  }
}

/**
 * Returns the target that an anchor stands for, "n-trump" or "r-17"; else the empty target.
 * @param {string} id
 * @returns {Target}
 */
export function targetOfID(id) {
  if (id.startsWith('n-')) return { node: id.slice(2) }
  return id.startsWith('r-') ? { line: id.slice(2) } : {}
}

/**
 * Returns the target that a link points to: by its fragment, or as the page of a node.
 * @param {string} href
 * @returns {Target}
 */
export function targetOfLink(href) {
  const [address, fragment] = href.split('#', 2)
  if (fragment) return targetOfID(decoded(fragment))
  const page = /(?:^|\/)n\/([^/?]+)\.html$/.exec(address)
  return page ? { node: decoded(page[1]) } : {}
}

/**
 * Returns the id that the fragment of an address names, or ''.
 * @param {string} hash with its #
 */
export function decodeAnchor(hash) {
  return decoded(hash.slice(1))
}

/**
 * @param {string} part of an address
 */
function decoded(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a stray percent sign
  }
}

/** @param {Element} section */
function pageLink(section) {
  return /** @type {HTMLAnchorElement|null} */ (section.querySelector(':scope > .node-page a[href]'))
}

/**
 * @param {Element} section
 * @returns {PanelText}
 */
function textOfSection(section) {
  const header = section.querySelector(':scope > header')
  const heading = header?.querySelector('h1, h2, h3, h4')
  const body = header ? [cloneWithout(header, heading ?? null)] : []
  for (const part of section.querySelector(':scope > .node-relations')?.children ?? []) {
    body.push(...(part.matches('.relation-refs') ? textOfRefs(part) : [textWithHeading(part, 'h3')]))
  }
  return { title: heading ? cloneChildren(heading) : [], body }
}

/**
 * Replaces links to articles by the articles, where this document has them.
 * @param {Element} refs
 */
function textOfRefs(refs) {
  /** @type {HTMLElement[]} */
  const parts = [el('h3', { class: 'am-refs-title' }, tidy(refs.querySelector('h4')?.textContent ?? ''))]
  const rest = el('ul')
  for (const link of refs.querySelectorAll('a[href]')) {
    const { line } = targetOfLink(link.getAttribute('href') ?? '')
    const article = line === undefined ? null : refs.ownerDocument.getElementById(`r-${line}`)
    if (article) parts.push(textWithHeading(article, 'h4'))
    else rest.append(clean(link.closest('li') ?? link))
  }
  if (rest.children.length > 0) parts.push(rest)
  return parts
}

/**
 * @param {Element} article
 * @returns {PanelText}
 */
function textOfArticle(article) {
  const heading = article.querySelector('h1, h2, h3, h4')
  const copy = cloneWithout(article, heading)
  copy.classList.remove('am-left-out') // who asks for it by name gets it
  const pair = pairOf(article)
  return { title: heading ? cloneChildren(heading) : [], body: pair ? [copy, clean(pair)] : [copy] }
}

/**
 * Returns what the page has of both signs between the ends of a relation, or null.
 * @param {Element} article
 */
function pairOf(article) {
  const href = article.querySelector('.relation-mixed a[href]')?.getAttribute('href') ?? ''
  return article.ownerDocument.getElementById(decoded(href.slice(href.indexOf('#') + 1)))
}

/**
 * @param {Element} article
 * @param {string} address
 * @returns {CitedRelation}
 */
function citedRelation(article, address) {
  const texts = (/** @type {string} */ selector) => [...article.querySelectorAll(selector)].map(plain)
  return {
    headline: texts('h1, h2, h3, h4')[0] ?? '',
    facts: texts('.relation-date, .relation-when, .relation-status, .relation-standing, .relation-who'),
    notes: texts('.relation-corrected, .relation-reply, .relation-outcome > p'),
    evidence: [...article.querySelectorAll('.evidence:not(.relation-outcome .evidence)')].map((figure) => ({
      quote: plain(figure.querySelector('blockquote')),
      from: plain(figure.querySelector('figcaption')),
    })),
    address,
  }
}

/**
 * Returns the address of an article where the map is published: the canonical link of this page
 * says where that is.
 * @param {Element} article
 */
function publishedAddress({ id, ownerDocument }) {
  const canonical = /** @type {HTMLLinkElement|null} */ (ownerDocument.querySelector('link[rel="canonical"]'))
  return canonical ? `${canonical.href}#${id}` : ''
}

/**
 * Returns the text of an element; what it isolates stays isolated.
 * @param {Element|null} element
 */
function plain(element) {
  if (!element) return ''
  const copy = clean(element)
  const { dir } = interfaceLanguage()
  for (const part of copy.querySelectorAll('bdi')) part.replaceWith(isolated(part.textContent ?? '', dir))
  return tidy(copy.textContent ?? '')
}

/**
 * Clones an article with its heading at another level, and its id where a script finds it.
 * @param {Element} article
 * @param {'h3'|'h4'|'h5'} level
 */
function textWithHeading(article, level) {
  const copy = clean(article)
  const { line } = targetOfID(article.id)
  if (line !== undefined) copy.dataset.line = line
  const heading = copy.querySelector('h1, h2, h3, h4')
  heading?.replaceWith(el(level, { class: heading.className }, ...heading.childNodes))
  return copy
}

/**
 * @param {Element} element
 * @param {Element|null} part of element to leave out
 */
function cloneWithout(element, part) {
  const mark = 'data-am-without'
  part?.setAttribute(mark, '')
  const copy = clean(element)
  part?.removeAttribute(mark)
  copy.querySelector(`[${mark}]`)?.remove()
  return copy
}

/** @param {Element} element */
function cloneChildren(element) {
  return [...clean(element).childNodes]
}

/**
 * Clones an element without ids, which a document has once, and without what this script has
 * added to it. Addresses become absolute: they may come from another page.
 * @param {Element} element
 */
function clean(element) {
  const copy = /** @type {HTMLElement} */ (document.importNode(element, true))
  copy.querySelectorAll('.am-show').forEach((e) => e.remove())
  for (const e of [copy, ...copy.querySelectorAll('[id]')]) e.removeAttribute('id')
  const base = element.baseURI
  if (base === document.baseURI) return copy
  const framed = document.documentElement.classList.contains('embed')
  for (const link of copy.querySelectorAll('a[href]')) {
    link.setAttribute('href', new URL(link.getAttribute('href') ?? '', base).href)
    if (framed && link.matches('[rel~="external"]')) link.setAttribute('target', '_blank') // the page of a node is made for windows
  }
  return copy
}

/** @param {string} text */
function tidy(text) {
  return text.replace(/\s+/g, ' ').trim()
}

/**
 * Fetches a page as an inert document. XMLHttpRequest parses it without running anything in it
 * and needs no string of HTML, which Trusted Types would refuse. Only pages of this page's own origin are fetched: what they say
 * is shown as ours.
 * @param {string} address
 * @returns {Promise<Document>}
 */
function fetchDocument(address) {
  return new Promise((resolve, reject) => {
    if (!dataOfPage(address)) return reject(new Error(`${address}: another origin's page is none of the map's`))
    const request = new XMLHttpRequest()
    request.open('GET', address)
    request.responseType = 'document'
    request.onload = () => {
      // A redirect may have led elsewhere.
      if (request.status === 200 && request.responseXML && dataOfPage(request.responseURL)) resolve(request.responseXML)
      else reject(new Error(`${address}: the server answered ${request.status}`))
    }
    request.onerror = () => reject(new Error(`${address}: no answer`))
    request.send()
  })
}
