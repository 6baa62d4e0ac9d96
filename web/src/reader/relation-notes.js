// What must stand beside a relation wherever it is named in one line, so that it is not read as what is
// so: that it has not happened, when it was corrected, and that whom it is about has answered. That it
// is a claim, or negated, its label says. cmd/actormap/lang/note.go says the same for the pages.

/** @import { MapLine } from '../engine/messages.js' */
/** @import { Dataset, Relation } from '../model/dataset.js' */
import { correctedOn } from '../model/corrections.js'
import { dateInWords } from '../ui/dates.js'
import { t } from '../ui/words.js'

/** What the catalogue says of an answer. @type {Record<string, string>} */
const replies = { statement: 'reply.statement', declined: 'reply.declined', 'no answer': 'reply.none' }

/**
 * Says of a relation when it was last corrected, and what came of asking whom it is about.
 * @param {Dataset} dataset
 * @param {Relation} relation
 * @param {string} lang BCP 47
 * @returns {string[]}
 */
export function editorNotes(dataset, { id, reply }, lang) {
  const corrected = correctedOn(dataset, id)
  const notes = corrected === '' ? [] : [t('corrected', { date: dateInWords(corrected) })]
  if (reply) {
    const name = dataset.inLanguage(dataset.nodes.get(reply.by)?.name, lang) || reply.by
    notes.push(t(replies[reply.kind] ?? 'reply.statement', { name }))
  }
  return notes
}

/**
 * Returns a sentence about a relation with what has not happened of it. That it is negated, its label says.
 * @param {string} sentence
 * @param {Pick<MapLine, 'status'>} line
 */
export function withStatus(sentence, { status = 'happened' }) {
  return status === 'happened' || status === 'negated' ? sentence : sentence + t('list.semicolon') + t(`status.${status}`)
}

/**
 * Says how many relations there are, claims apart, so that the parts add up: "2 relations", "3 claims". builder.countWords of
 * cmd/actormap/page says the same.
 * @param {number} all
 * @param {number} claims of them
 * @returns {string[]}
 */
export function countsInWords(all, claims) {
  const facts = claims > 0 && claims === all ? [] : [t('n.relations', { n: all - claims })]
  return claims > 0 ? [...facts, t('n.claims', { n: claims })] : facts
}
