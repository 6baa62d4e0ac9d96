// The text of the page follows what is shown: entries that are left out are taken off, those that
// are new are marked. What denies an entry is never taken off it. Without script, and while nothing
// narrows, the text is complete.

import { endOf } from '../model/map-query.js'
/** @import { MapQuery, Shown } from '../model/map-query.js' */
import { el } from '../ui/el.js'
import { t } from '../ui/words.js'
import { targetOfLink } from './page-text.js'

/** Marks what is left out; the style takes it off unless a link leads right to it. */
const leftOut = 'am-left-out'

/** Tells in an article who has denied it only after the day that is shown. */
const deniedLater = 'am-denied-later'

/**
 * @param {Element} map its own content is not part of the text
 * @param {Shown|null} shown null: everything
 * @param {MapQuery} query
 * @param {(line: string, until: string) => string[]} laterDenials who denies a relation only after a day, in words
 */
export function filterText(map, shown, query, laterDenials = () => []) {
  const mark = (/** @type {Element} */ e, /** @type {boolean} */ out) => e.classList.toggle(leftOut, out)
  const outLine = (/** @type {string} */ id) => shown !== null && !shown.relations.has(id)
  const outNode = (/** @type {string} */ id) => shown !== null && !shown.nodes.has(id)
  for (const element of document.querySelectorAll('article[id^="r-"], section[id^="n-"]')) {
    if (map.contains(element)) continue
    const id = element.id.slice(2)
    if (element.matches('article')) {
      mark(element, outLine(id))
      element.classList.toggle('am-new', shown?.added.has(id) ?? false)
      followEvidence(element, query, laterDenials)
    } else {
      mark(element, outNode(id))
    }
  }
  for (const link of document.querySelectorAll(
    '.relation-refs li a[href], .claims li a[href], #relations tbody .c-what a[href], .contents-group li a[href]',
  )) {
    const { node, line } = targetOfLink(link.getAttribute('href') ?? '')
    const row = link.closest('li, tr')
    if (!row || map.contains(row)) continue
    if (line !== undefined) mark(row, outLine(line))
    else if (node !== undefined && row.closest('.contents-group')) mark(row, outNode(node))
  }
}

/**
 * As known on a day, what was reported later is not known yet. What denies the relation stays, and is told to
 * be of later: a reader who goes back in time must not find a denied claim undenied.
 * @param {Element} article
 * @param {MapQuery} query
 * @param {(line: string, until: string) => string[]} laterDenials
 */
function followEvidence(article, { time }, laterDenials) {
  const until = time?.by === 'report' ? time.until : undefined
  for (const evidence of article.querySelectorAll('.evidence:not(.evidence-denies)')) {
    const known = evidence.querySelector('figcaption time')?.getAttribute('datetime') ?? ''
    evidence.classList.toggle(leftOut, until !== undefined && known > endOf(until))
  }
  for (const side of article.querySelectorAll('.side')) {
    const all = [...side.querySelectorAll('.evidence')]
    side.classList.toggle(leftOut, all.length > 0 && all.every((e) => e.matches(`.${leftOut}`)))
  }
  const words = until === undefined ? '' : laterDenials(article.id.slice(2), until).join(t('list.semicolon'))
  const told = article.querySelector(`:scope > .${deniedLater}`)
  if (told?.textContent === words) return
  told?.remove()
  const meta = article.querySelector('.relation-meta, h1, h2, h3, h4, h5')
  if (words !== '') meta?.after(el('p', { class: deniedLater, dir: 'auto' }, words))
}
