// A membership in words, with its proof: the step of a path that is no relation.

/** @import { Dataset, Evidence, Tie } from '../model/dataset.js' */
import { dateInWords } from '../ui/dates.js'
import { make } from '../ui/el.js'
import { say } from '../ui/words.js'

/**
 * @param {Dataset} dataset
 * @param {Tie} tie
 * @param {(id: string) => string} nameOf
 * @param {(text: import('../model/dataset.js').Text|undefined) => string} inWords
 */
export function makeTie(dataset, tie, nameOf, inWords) {
  const values = { from: nameOf(tie.from), to: nameOf(tie.to), role: inWords(tie.role) }
  const isPart = dataset.nodes.get(tie.from)?.kind === 'issue'
  const sentence = isPart ? say('tie.part', values) : values.role ? say('tie.role', values) : say('tie.belongs', values)
  const proof =
    tie.evidence.length > 0
      ? tie.evidence.map((e) => makeEvidence(dataset, e, inWords))
      : [make('p', { class: 'common' }, say('node.common'))]
  return make('article', { class: 'relation' }, make('h4', { class: 'relation-headline', dir: 'auto' }, sentence), ...proof)
}

/**
 * @param {Dataset} dataset
 * @param {Evidence} evidence
 * @param {(text: import('../model/dataset.js').Text|undefined) => string} inWords
 */
function makeEvidence(dataset, evidence, inWords) {
  const source = dataset.sources.get(evidence.source)
  const known = dataset.knownOn(evidence)
  const cite = make('cite', {}, make('a', { href: `#s-${evidence.source}`, dir: 'auto' }, source ? inWords(source.title) : evidence.source))
  return make(
    'figure',
    { class: 'evidence' },
    make('blockquote', { dir: 'auto' }, make('p', { dir: 'auto' }, inWords(evidence.quote))),
    make(
      'figcaption',
      {},
      cite,
      ...(known ? [', ', make('time', { datetime: known }, say('evidence.reported', { date: dateInWords(known) }))] : []),
    ),
  )
}
