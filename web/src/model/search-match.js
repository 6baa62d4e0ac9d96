// Where in a folded text a word counts as found: at the beginning of a word, and at what its readers take for one.
// data/fold/match.go is the same in Go.
import { readings } from './search-fold.js'

/** Scripts that put no blanks between words. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々'
const beginsUnspaced = new RegExp(`^[${unspaced}]`, 'u')
const endsUnspaced = new RegExp(`[${unspaced}]$`, 'u')

/** What Arabic writes together with the next word: and, so; with, like, for; the. */
const arabicProclitics = /^[وف]?(?:[بك]?ال|لل|[بكل])?$/
/** The same of Hebrew: and; when, that; in, like, for, from; the. */
const hebrewProclitics = /^ו?(?:כש|מש|ש)?[בכלמ]?ה?$/
/** An article before the word that a reader types; without one the letter may well belong to the word. */
const article = /(^| )(?:[وف]?[بك]?ال|[وف]?لل)(?=[^ ]{2})/gu

/** Languages that write compounds as one word: their last part says what a thing is. */
const compounding = new Set(['de', 'nl', 'fy', 'lb', 'af', 'sv', 'da', 'nb', 'nn', 'no', 'is', 'fo', 'fi', 'et', 'hu'])
/** Korean is one too, whatever the language of the text; folded, it is in letters, not syllables. */
const hangul = /^\p{Script=Hangul}/u

/** The least that is looked for behind what is written together with it, in UTF-16 units. */
const shortestWord = 2
/** The least that may count as the end of a compound, and as what stands before it. */
const shortestEnd = 4
const shortestRest = 3

/** How well a word is found: at a beginning, or as the end of a compound only. */
const atBeginning = 1
const atEnd = 0.5

/**
 * Reports whether texts of a language have compounds in which the last part is worth a search of its own.
 * @param {string} tag BCP 47
 */
export function hasCompounds(tag) {
  return compounding.has(tag.toLowerCase().split('-')[0])
}

/**
 * Returns the words of each way to read a query, none twice; nothing where there is no word in it.
 * @param {string} query
 * @returns {string[][]}
 */
export function waysToRead(query) {
  const folded = readings(query).filter((r) => r !== '')
  const ways = new Set([...folded, ...folded.map((r) => r.replace(article, '$1'))])
  return [...ways].map((way) => [...new Set(way.split(' '))])
}

/**
 * Returns how well a word is found in a text: from 0, not at all, to 1.
 * @param {string} text folded
 * @param {string} word folded, without blanks, not empty
 * @param {boolean} compounds whether the end of a word counts too
 */
export function matchOf(text, word, compounds) {
  let best = 0
  for (let at = text.indexOf(word); at >= 0 && best < atBeginning; at = text.indexOf(word, at + 1)) {
    best = Math.max(best, matchAt(text, word, at, compounds))
  }
  return best
}

/**
 * @param {string} text
 * @param {string} word
 * @param {number} at where the word stands in the text
 * @param {boolean} compounds
 */
function matchAt(text, word, at, compounds) {
  if (at === 0 || text[at - 1] === ' ') return atBeginning
  const before = text.slice(text.lastIndexOf(' ', at - 1) + 1, at)
  if (beginsUnspaced.test(word) || endsUnspaced.test(before)) return atBeginning
  if (word.length >= shortestWord && (arabicProclitics.test(before) || hebrewProclitics.test(before))) return atBeginning
  const end = at + word.length
  const ends = (end === text.length || text[end] === ' ') && word.length >= shortestEnd && before.length >= shortestRest
  return ends && (compounds || hangul.test(word)) ? atEnd : 0
}
