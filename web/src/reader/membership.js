// A membership in words, with its proof: the step of a path that is no relation.

/** @import { Dataset, Evidence, Tie } from '../model/dataset.js' */
import { dateInWords } from '../ui/dates.js'
import { el } from '../ui/el.js'
import { t } from '../ui/words.js'

/**
 * @param {Dataset} dataset
 * @param {Tie} tie
 * @param {(id: string) => string} nameOf
 * @param {(text: import('../model/dataset.js').Text|undefined) => string} inWords
 */
export function makeTie(dataset, tie, nameOf, inWords) {
  const values = { from: nameOf(tie.from), to: nameOf(tie.to), role: inWords(tie.role) }
  const isPart = dataset.nodes.get(tie.from)?.kind === 'issue'
  const sentence = isPart ? t('tie.part', values) : values.role ? t('tie.role', values) : t('tie.belongs', values)
  const proof =
    tie.evidence.length > 0 ? tie.evidence.map((e) => makeEvidence(dataset, e, inWords)) : [el('p', { class: 'common' }, t('node.common'))]
  return el('article', { class: 'relation' }, el('h4', { class: 'relation-headline', dir: 'auto' }, sentence), ...proof)
}

/**
 * @param {Dataset} dataset
 * @param {Evidence} evidence
 * @param {(text: import('../model/dataset.js').Text|undefined) => string} inWords
 */
function makeEvidence(dataset, evidence, inWords) {
  const source = dataset.sources.get(evidence.source)
  const known = dataset.knownOn(evidence)
  const cite = el('cite', {}, el('a', { href: `#s-${evidence.source}`, dir: 'auto' }, source ? inWords(source.title) : evidence.source))
  return el(
    'figure',
    { class: 'evidence' },
    el('blockquote', { dir: 'auto' }, el('p', { dir: 'auto' }, inWords(evidence.quote))),
    el(
      'figcaption',
      {},
      cite,
      ...(known ? [', ', el('time', { datetime: known }, t('evidence.reported', { date: dateInWords(known) }))] : []),
    ),
  )
}
