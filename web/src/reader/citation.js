// A relation as a citation: who, what, when, in which words, from which source, on which map.

/** @import { CitedRelation } from './page-text.js' */
import { t } from '../ui/words.js'

/**
 * Which map it is on.
 * @typedef {object} CitedMap
 * @property {string} title
 * @property {string} asOf the map and its date, in words: "Map of actors and issues, as of 27 February 2025"
 */

/**
 * Returns a citation as plain text, one paragraph a line.
 * @param {CitedRelation} relation
 * @param {CitedMap} map
 */
export function plainCitation({ headline, facts, notes, evidence, address }, { title, asOf }) {
  return [
    [headline, ...facts].join(', '),
    ...evidence.map(({ quote, from }) => `${t('quoted', { text: quote })} (${from})`),
    ...notes,
    [title, asOf].filter(Boolean).join('. '),
    address,
  ]
    .filter(Boolean)
    .join('\n')
}

/**
 * Returns a citation as Markdown: the headline is the link, the quotes are block quotes.
 * @param {CitedRelation} relation
 * @param {CitedMap} map
 */
export function markdownCitation({ headline, facts, notes, evidence, address }, { title, asOf }) {
  const name = address ? `[${escaped(headline)}](<${address}>)` : escaped(headline)
  return [
    [`**${name}**`, ...facts.map(escaped)].join(', '),
    ...evidence.map(({ quote, from }) => `> ${t('quoted', { text: escaped(quote) })}\n>\n> ${escaped(from)}`),
    ...notes.map(escaped),
    [`*${escaped(title)}*`, escaped(asOf)].filter(Boolean).join('. '),
  ].join('\n\n')
}

/**
 * Keeps the characters of a text from being markup, wherever in a line it stands.
 * @param {string} text
 */
function escaped(text) {
  return text
    .replace(/[\\`*_[\]<>&~|#]/g, '\\$&')
    .replace(/^(\s*)([-+=:]|\d+(?=[.)]))/, (_, space, mark) => `${space}${/\d/.test(mark) ? `${mark}\\` : `\\${mark}`}`)
}
