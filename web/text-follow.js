// The text of the page follows what is shown: entries that are left out are taken off, those that
// are new are marked. Without script, and while nothing narrows, the text is complete.

/** @import { Reading, Shown } from './reading.js' */
import { targetOfLink } from './page-text.js'

/** Marks what is left out; the style takes it off unless a link leads right to it. */
const leftOut = 'am-left-out'

/**
 * @param {Element} map its own content is not part of the text
 * @param {Shown|null} shown null: everything
 * @param {Reading} reading
 */
export function followText(map, shown, reading) {
  const mark = (/** @type {Element} */ e, /** @type {boolean} */ out) => e.classList.toggle(leftOut, out)
  const outLine = (/** @type {string} */ id) => shown !== null && !shown.relations.has(id)
  const outNode = (/** @type {string} */ id) => shown !== null && !shown.nodes.has(id)
  for (const element of document.querySelectorAll('article[id^="r-"], section[id^="n-"]')) {
    if (map.contains(element)) continue
    const id = element.id.slice(2)
    if (element.matches('article')) {
      mark(element, outLine(id))
      element.classList.toggle('am-new', shown?.fresh.has(id) ?? false)
      followEvidence(element, reading)
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
 * As known on a day, what was reported later is not known yet: neither the evidence nor that it denies.
 * @param {Element} article
 * @param {Reading} reading
 */
function followEvidence(article, { time }) {
  const until = time?.by === 'report' ? time.until : undefined
  const denials = []
  for (const evidence of article.querySelectorAll('.evidence')) {
    const known = evidence.querySelector('figcaption time')?.getAttribute('datetime') ?? ''
    const later = until !== undefined && known > `${until}~`
    evidence.classList.toggle(leftOut, later)
    if (evidence.matches('.evidence-denies')) denials.push(later)
  }
  for (const side of article.querySelectorAll('.side')) {
    const all = [...side.querySelectorAll('.evidence')]
    side.classList.toggle(leftOut, all.length > 0 && all.every((e) => e.matches(`.${leftOut}`)))
  }
  const disputed = article.querySelector('.relation-disputed')
  disputed?.classList.toggle(leftOut, denials.length > 0 && denials.every((later) => later))
}
