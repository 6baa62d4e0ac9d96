// Folding: what a reader may type for a name, whatever its case, accents and script.

/** Letters that Unicode does not take apart, and letters of other scripts as Latin ones: near enough
 * to find "Zelenskyy" by "Зелен", not a transliteration that anybody would print. */
const letters = new Map(
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
    // Arabic: the shapes of one letter; Persian and Urdu letters that stand for an Arabic one.
    ٱ: 'ا',
    ى: 'ي',
    ة: 'ه',
    ی: 'ي',
    ک: 'ك',
    ہ: 'ه',
    ۀ: 'ه',
    ـ: '',
    ء: '',
  }),
)

/** Nothing to fold but case: most of what there is to read, and ten times as quick. */
const ascii = /^[\x20-\x7e]*$/

/** Digits of other scripts: the first of each ten. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6]

/**
 * Folds a text: compatible forms and accents taken away, lower case, one script, words apart by one space.
 * @param {string} text
 */
export function fold(text) {
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/['`"]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return inLatin(
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase(),
  )
    .replace(/['’ʼ`´"“”„«»]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** @param {string} bare */
function inLatin(bare) {
  let folded = ''
  for (const c of bare) folded += letters.get(c) ?? digit(c)
  return folded
}

/** @param {string} c */
function digit(c) {
  const code = c.charCodeAt(0)
  const zero = zeros.find((z) => code >= z && code <= z + 9)
  return zero === undefined ? c : String(code - zero)
}
