// Folding: what a reader may type for a name, whatever its case, accents and script. It proposes, and never says that
// two names are one. data/fold is the same in Go; data/fold/testdata holds the two together.

/** Letters that Unicode does not take apart, and letters of other scripts as Latin ones: near enough
 * to find "Zelenskyy" by "Зелен", not a transliteration that anybody would print. */
export const letters = new Map(
  Object.entries({
    ß: 'ss',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    æ: 'ae',
    œ: 'oe',
    ı: 'i',
    ħ: 'h',
    ŋ: 'ng',
    ŧ: 't',
    ə: 'e',
    ǝ: 'e',
    ɛ: 'e',
    ɔ: 'o',
    ɓ: 'b',
    ɖ: 'd',
    ɗ: 'd',
    ƙ: 'k',
    ɲ: 'n',
    ƴ: 'y',
    ɨ: 'i',
    ʉ: 'u',
    ƶ: 'z',
    ĸ: 'k',
    ȷ: 'j',
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ґ: 'g',
    ѓ: 'g',
    д: 'd',
    ђ: 'd',
    е: 'e',
    є: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    і: 'i',
    ј: 'j',
    к: 'k',
    л: 'l',
    љ: 'lj',
    м: 'm',
    н: 'n',
    њ: 'nj',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    ћ: 'c',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    џ: 'dz',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ы: 'y',
    ь: '',
    э: 'e',
    ю: 'yu',
    я: 'ya',
    α: 'a',
    β: 'v',
    γ: 'g',
    δ: 'd',
    ε: 'e',
    ζ: 'z',
    η: 'i',
    θ: 'th',
    ι: 'i',
    κ: 'k',
    λ: 'l',
    μ: 'm',
    ν: 'n',
    ξ: 'x',
    ο: 'o',
    π: 'p',
    ρ: 'r',
    σ: 's',
    ς: 's',
    τ: 't',
    υ: 'y',
    φ: 'f',
    χ: 'ch',
    ψ: 'ps',
    ω: 'o',
    ѕ: 'dz',
    қ: 'k',
    ҡ: 'k',
    ғ: 'g',
    ң: 'n',
    ү: 'u',
    ұ: 'u',
    ө: 'o',
    һ: 'h',
    ҳ: 'h',
    ә: 'a',
    җ: 'zh',
    ҷ: 'j',
    // Arabic: the shapes of one letter; Persian and Urdu letters that stand for an Arabic one.
    ٱ: 'ا',
    ى: 'ي',
    ة: 'ه',
    ی: 'ي',
    ک: 'ك',
    ہ: 'ه',
    ھ: 'ه',
    ە: 'ه',
    ۃ: 'ه',
    ڪ: 'ك',
    ے: 'ي',
    ـ: '',
    ء: '',
    // Hebrew: the forms at the end of a word.
    ך: 'כ',
    ם: 'מ',
    ן: 'נ',
    ף: 'פ',
    ץ: 'צ',
  }),
)

/** Letters that some spell by two, and others by the bare one. */
export const spelled = new Map(
  Object.entries({
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    å: 'aa',
    ø: 'oe',
    đ: 'dj',
    ё: 'yo',
    й: 'y',
    х: 'h',
  }),
)

/** Nothing to fold but case: most of what there is to read, and ten times as quick. */
const ascii = /^[\x20-\x7e]*$/

/** Digits of other scripts: the first of each ten. */
const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0,
  0x1810,
]

/** Marks to leave out: accents, vowel points and tones. The vowel signs of Thai, Devanagari and their like are letters to
 * their readers, and stay. */
const accents = /(?=\p{M})(?:[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Cyrillic}]|\P{Alphabetic})/gu

/** What a text has between its letters without a reader's knowing: soft hyphens, joiners, marks of direction. */
const unseen = /\p{Cf}/gu

/** Letters that transliterations write for hamza, ayn, the okina and the soft sign: some write them, most do not. */
const signs = /[\u02b9-\u02bf\ua78b\ua78c]/gu

/** Apostrophes and quotation marks, those of Hebrew and Armenian among them. */
const apostrophes = /['`´"‘’‚‛“”„‟«»′″՚׳״]/gu

/** Single letters with dots, as in U.S. and J. D. Vance. */
const initials = /(^|[^\p{L}\p{M}\p{N}])(\p{L}(?:\.\s?\p{L}(?![\p{L}\p{M}\p{N}]))+)/gu

/** A sign in the middle of a word, such as a hyphen, a middle dot or an ampersand. */
const between = /([\p{L}\p{M}\p{N}])[^\p{L}\p{M}\p{N}\s](?=[\p{L}\p{N}])/gu

const blanks = /[^\p{L}\p{M}\p{N}]+/gu

/**
 * Folds a text: compatible forms and accents taken away, lower case, one script, words apart by one space.
 * @param {string} text
 */
export function fold(text) {
  if (ascii.test(text) && !text.includes('.'))
    return text
      .toLowerCase()
      .replace(/['`"]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return inWords(bare(text).replace(apostrophes, '').replace(initials, joined))
}

/**
 * Returns each way to read a text, folded: O'Neill as "oneill" and "o neill", Müller as "muller" and "mueller". The
 * first is what fold returns; none comes twice.
 * @param {string} text
 */
export function readings(text) {
  const all = new Set([fold(text)])
  if (ascii.test(text) && /^[\w ]*$/.test(text)) return [...all]
  for (const version of [text, spellOut(text)]) {
    const bared = bare(version)
    all.add(inWords(bared.replace(apostrophes, '').replace(initials, joined)))
    all.add(inWords(bared.replace(initials, joined).replace(between, '$1')))
    all.add(inWords(bared))
  }
  return [...all]
}

/** @param {string} text */
function spellOut(text) {
  let all = ''
  for (const c of text.normalize('NFC').toLowerCase()) all += spelled.get(c) ?? c
  return all
}

/**
 * The letters of a text and what stands between them.
 * @param {string} text
 */
function bare(text) {
  return inLatin(
    text
      .replace(/´/g, "'") // which Unicode would take apart into a blank and an accent
      .normalize('NFKD')
      .replace(accents, '')
      .replace(unseen, '')
      .replace(signs, '')
      .toLowerCase(),
  )
}

/** @param {string} letters */
function inWords(letters) {
  return letters.replace(blanks, ' ').trim()
}

/**
 * @param {string} _
 * @param {string} before
 * @param {string} dotted
 */
function joined(_, before, dotted) {
  return before + dotted.replace(/[.\s]/g, '')
}

/** @param {string} text */
function inLatin(text) {
  let folded = ''
  for (const c of text) folded += letters.get(c) ?? kana(c) ?? digit(c)
  return folded
}

/**
 * Hiragana for Katakana, undefined for what is neither.
 * @param {string} c
 */
function kana(c) {
  return c >= 'ァ' && c <= 'ヶ' ? String.fromCharCode(c.charCodeAt(0) - 0x60) : undefined
}

/** @param {string} c */
function digit(c) {
  const code = c.charCodeAt(0)
  const zero = zeros.find((z) => code >= z && code <= z + 9)
  return zero === undefined ? c : String(code - zero)
}
