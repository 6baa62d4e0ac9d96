// The words of the interface, in the language of the document: one catalogue a language, in
// web/lang/TAG.json. How to add a string stands at the top of cmd/actormap/lang/catalogue.go.
// The document brings the catalogue's part for scripts with it.

/**
 * @typedef {{lang: string, folder: string, reviewed: boolean}} Rendition the documents in one language; folder: from the root of the site
 * @typedef {{lang: string, locale: string, dir: string, words: Record<string, string>}} Language
 * @typedef {Language & {root: string, pages: Rendition[], english?: Language}} Catalogue english: what `words` leaves out
 */

import { markTexts } from './el.js'

/** Texts that are remembered as English: more than a document shows at a time. */
const mostBorrowed = 2000

/** What one document says. @template {Language} L */
class Words {
  catalogue
  /** What the catalogue leaves out. @type {Words<Language>|null} */
  #english
  /** What has been said in English for want of a translation, the latest last. @type {Set<string>} */
  #borrowed = new Set()
  #plurals
  #numbers

  /**
   * @param {L} catalogue
   * @param {Language} [english]
   */
  constructor(catalogue, english) {
    this.catalogue = catalogue
    this.#english = english ? new Words(english) : null
    this.#plurals = new Intl.PluralRules(catalogue.locale)
    this.#numbers = new Intl.NumberFormat(catalogue.locale, { useGrouping: false, maximumFractionDigits: 1, numberingSystem: 'latn' })
  }

  /**
   * @param {string} key
   * @param {Record<string, string|number>} values
   * @returns {string}
   */
  say(key, values) {
    const text = this.entry(key) ?? this.#counted(key, Number(values.n))
    if (text === undefined) return this.#borrow(key, values)
    return text.replace(/\{(\w+)\}/g, (_, name) => this.#write(values[name]))
  }

  /**
   * @param {string} key
   * @param {Record<string, string|number>} values
   */
  #borrow(key, values) {
    if (!this.#english) throw new Error(`words: no catalogue has ${key}`)
    const text = this.#english.say(key, values)
    this.#borrowed.delete(text)
    this.#borrowed.add(text)
    if (this.#borrowed.size > mostBorrowed) this.#borrowed.delete(/** @type {string} */ (this.#borrowed.values().next().value))
    return text
  }

  /**
   * The language of a text that was said in English for want of a translation, or null.
   * @param {string} text
   */
  languageOf(text) {
    if (!this.#english || !this.#borrowed.has(text)) return null
    const { lang, dir } = this.#english.catalogue
    return { lang, dir: dir === this.catalogue.dir ? null : dir }
  }

  /** @param {string} key */
  has(key) {
    return this.entry(key) !== undefined || this.#english?.entry(key) !== undefined
  }

  /** @param {string} key */
  entry(key) {
    const { words } = this.catalogue
    return Object.hasOwn(words, key) ? words[key] : undefined
  }

  /**
   * The form of a key for a number; key_zero is taken for 0 in every language.
   * @param {string} key
   * @param {number} n
   */
  #counted(key, n) {
    return (n === 0 ? this.entry(`${key}_zero`) : undefined) ?? this.entry(`${key}_${this.#plurals.select(n)}`)
  }

  /** @param {string|number} value */
  #write(value) {
    return typeof value === 'number' ? this.#numbers.format(value) : isolated(value, this.catalogue.dir)
  }
}

/** Letters of scripts that run from right to left, and of all others. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|\ud802|\ud803|\ud83a|\ud83b/
const leftToRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b])\p{L}/u

/**
 * Keeps a text that may run the other way from reordering what stands around it.
 * @param {string} text
 * @param {string} dir of what stands around it
 */
export function isolated(text, dir) {
  const foreign = dir === 'rtl' ? leftToRight : rightToLeft
  return foreign.test(text) && !/^\u2068[^\u2069]*\u2069$/.test(text) ? `\u2068${text}\u2069` : text
}

/** The document's; read when something is said first. @type {Words<Catalogue>|null} */
let words = null

markTexts((text) => words?.languageOf(text) ?? null)

function ofThisDocument() {
  if (!words) setCatalogue(ofDocument())
  return /** @type {Words<Catalogue>} */ (words)
}

function ofDocument() {
  const found = document.querySelector('script.am-words')?.textContent
  if (!found) throw new Error('words: the document brings none')
  return JSON.parse(found)
}

/**
 * Sets the catalogue; for unit tests and for documents that bring none.
 * @param {Catalogue} catalogue
 */
export function setCatalogue(catalogue) {
  words = new Words(catalogue, catalogue.english)
}

/**
 * The language of the interface: its tag, the locale of dates, numbers and sorting, the direction;
 * and where the document is in other languages.
 */
export function interfaceLanguage() {
  const { lang, locale, dir, root, pages } = ofThisDocument().catalogue
  return { lang, locale, dir, root, pages }
}

/**
 * Says a string of the catalogue. One that has plurals is chosen by `n`.
 * @param {string} key
 * @param {Record<string, string|number>} [values] what stands in place of {name}
 */
export function t(key, values = {}) {
  return ofThisDocument().say(key, values)
}

/**
 * Reports whether there is a string for a key that is put together from a stranger's word.
 * @param {string} key
 */
export function hasKey(key) {
  return ofThisDocument().has(key)
}
