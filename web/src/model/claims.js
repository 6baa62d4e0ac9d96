// What a relation rests on: whether sources state it, only report that somebody says so, or somebody
// denies it; and who does. data/standing.go says the same for the picture and the pages;
// data/testdata/claims.txt holds both to the same answers.

/** @import { Dataset, Relation, Text } from './dataset.js' */

/** @typedef {'stated'|'alleged'|'disputed'|'no-proof'} Standing */

/**
 * Somebody who says or denies a relation. With neither speaker nor words it is the source itself.
 * @typedef {object} Voucher
 * @property {string} [speaker] id of an actor
 * @property {Text} [attributed] words for somebody who is no actor
 * @property {string} source id, of the first of the pieces
 * @property {string} date the first day on which it was said or printed; '' where it is not known
 * @property {boolean} [unnamed] the source only reports that somebody says it, and not who
 */

/**
 * Returns what a relation rests on, whatever its status: that somebody will pay can be alleged, too.
 * @param {Relation} relation
 * @returns {Standing}
 */
export function standingOf({ evidence }) {
  if (evidence.length === 0) return 'no-proof'
  if (evidence.some((e) => e.denies === true)) return 'disputed'
  return evidence.every((e) => e.alleged === true) ? 'alleged' : 'stated'
}

/**
 * Reports whether a relation is a claim: it is no part of cooperation or conflict anywhere.
 * @param {Relation} relation
 */
export function isClaim(relation) {
  const standing = standingOf(relation)
  return standing === 'alleged' || standing === 'disputed'
}

/**
 * Returns who says a relation or, if asked for, who denies it, each once, in the order of the evidence.
 * @param {Dataset} dataset
 * @param {Relation} relation
 * @param {{denies?: boolean}} [which]
 * @returns {Voucher[]}
 */
export function vouchersOf(dataset, { evidence }, { denies = false } = {}) {
  /** @type {Map<string, Voucher>} */
  const all = new Map()
  for (const e of evidence.filter((e) => (e.denies === true) === denies)) {
    const { speaker, attributed, source } = e
    const key = JSON.stringify(speaker || attributed ? [speaker, attributed] : source)
    const date = dataset.knownOn(e)
    const unnamed = !speaker && !attributed && e.alleged === true
    const before = all.get(key)
    if (before?.unnamed && !unnamed) delete before.unnamed // the source says it in another piece
    if (!before)
      all.set(key, { ...(speaker ? { speaker } : attributed ? { attributed } : {}), source, date, ...(unnamed ? { unnamed } : {}) })
    else if (before.date === '' || (date !== '' && date < before.date)) before.date = date
  }
  return [...all.values()]
}
