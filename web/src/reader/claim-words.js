// How a claim is told in words: that somebody says it or denies it, and who. cmd/actormap/lang/claim.go says the same
// for the pages.

/** @import { Voucher } from '../model/claims.js' */
/** @import { Dataset, Relation } from '../model/dataset.js' */
import { isClaim, standingOf, vouchersOf } from '../model/claims.js'
import { dateInWords } from '../ui/dates.js'
import { t } from '../ui/words.js'

/**
 * Returns the label of a relation for every place that names the relation. The label of a claim or of a negated relation
 * begins with that word, and an amount of money ends it. wasm/graph/label.go says the same on the map.
 * @param {Dataset} dataset
 * @param {Relation} relation
 * @param {string} lang BCP 47
 */
export function labelOf(dataset, relation, lang) {
  const { amount, status } = relation
  const standing = standingOf(relation)
  let label = dataset.inLanguage(relation.label, lang)
  if (amount) label += ` (${amountInWords(amount)})`
  if (status === 'negated') label = t('label.negated', { label })
  return standing === 'stated' ? label : t(`label.${standing}`, { label })
}

/**
 * Writes an amount the same in every language, as data/amount.go does: the currency's code, then the value with all its
 * decimals, two at least where it has any, and thousands parted by narrow no-break spaces (ISO 80000-1).
 * @param {{value: number, currency: string}} amount
 */
export function amountInWords({ value, currency }) {
  const [whole, cents = ''] = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '\u202f')
  return `${currency}\u00a0${grouped}${cents === '' ? '' : `.${cents.padEnd(2, '0')}`}`
}

/**
 * Tells who says a claim and who denies it, "says Politician D; denied by the Treasurer"; '' for what is no claim.
 * @param {Dataset} dataset
 * @param {Relation} relation
 * @param {string} lang BCP 47
 */
export function tellClaim(dataset, relation, lang) {
  if (!isClaim(relation)) return ''
  const [says, denies] = [false, true].map((denies) =>
    vouchersOf(dataset, relation, { denies }).map((v) => nameOfVoucher(dataset, v, lang)),
  )
  const names = (/** @type {string[]} */ list) => list.join(t('list.comma'))
  return [
    says.length > 0 ? t('claim.says', { n: says.length, names: names(says) }) : '',
    denies.length > 0 ? t('claim.denied', { names: names(denies) }) : '',
  ]
    .filter(Boolean)
    .join(t('list.semicolon'))
}

/**
 * Tells who denies a relation only after a day, "later denied by the Treasurer, 3 April 2025", one entry each.
 * @param {Dataset} dataset
 * @param {Relation} relation
 * @param {string} until ISO 8601, as precise as known
 * @param {string} lang BCP 47
 * @returns {string[]}
 */
export function tellLaterDenials(dataset, relation, until, lang) {
  return vouchersOf(dataset, relation, { denies: true })
    .filter(({ date }) => date > `${until}~`)
    .map((v) => t('claim.later', { names: nameOfVoucher(dataset, v, lang), date: dateInWords(v.date) }))
}

/**
 * @param {Dataset} dataset
 * @param {Voucher} voucher
 * @param {string} lang
 */
export function nameOfVoucher(dataset, { speaker, attributed, source, unnamed }, lang) {
  if (attributed) return dataset.inLanguage(attributed, lang)
  const text = speaker ? dataset.nodes.get(speaker)?.name : dataset.sources.get(source)?.title
  const name = dataset.inLanguage(text, lang) || speaker || source
  return unnamed ? t('claim.unnamed', { source: name }) : name
}
