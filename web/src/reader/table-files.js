// The relations of the table as files to keep: for spreadsheets, and for programs.

/** @import { Row, Labels } from '../model/table-rows.js' */
import { standingOf } from '../model/claims.js'
import { csvFile } from './csv.js'

/** The columns of the CSV file. Names of fields are those of the dataset format, in every language. */
const header = [
  'id',
  'from',
  'from_name',
  'label',
  'to',
  'to_name',
  'about',
  'type',
  'stance',
  'status',
  'mutual',
  'date',
  'until',
  'quotes',
  'speakers',
  'sources',
  'denied',
  'standing',
  'denied_by',
  'attributed',
  'amount',
  'currency',
  'reply',
  'outcome',
  'reviewed',
  'corrected',
  'byline',
  'publisher',
  'contact',
]

/**
 * Returns the rows as CSV, each relation in one line. Rows are sorted, cut and pasted without what stands around
 * them, so each says who answers for it.
 * @param {Row[]} rows
 * @param {Labels} say
 * @param {import('../model/dataset.js').Dataset['desk']} desk
 */
export function relationsCSV(rows, say, { byline, publisher, contact }) {
  return csvFile([
    header,
    ...rows.map(({ relation: r, corrected, from, label, to }) => [
      r.id,
      r.from,
      from,
      label,
      r.to,
      to,
      r.about.join(' '),
      r.type,
      r.stance ?? '',
      statusOf(r),
      r.mutual ? 'yes' : '',
      r.date,
      r.until,
      r.evidence.map((e) => say.text(e.quote)).join(' | '),
      of(r.evidence, (e) => (e.denies ? '' : e.speaker)),
      r.evidence.map((e) => e.source).join(' | '),
      r.evidence.some((e) => e.denies) ? 'yes' : '',
      standingOf(r),
      of(r.evidence, (e) => (e.denies ? e.speaker || say.text(e.attributed) || e.source : '')),
      of(r.evidence, (e) => (e.denies ? '' : say.text(e.attributed))),
      r.amount ? String(r.amount.value) : '',
      r.amount?.currency ?? '',
      r.reply ? `${r.reply.by}: ${r.reply.kind}${r.reply.text ? `: ${say.text(r.reply.text)}` : ''}` : '',
      r.outcome ? say.text(r.outcome.text) : '',
      r.reviewed,
      corrected,
      say.text(byline),
      say.text(publisher),
      contact,
    ]),
  ])
}

/**
 * Returns the status of a relation for those who count by one column: of what is only claimed, denied or not proved nobody
 * can say that it has happened, so that its standing stands there.
 * @param {import('../model/dataset.js').Relation} relation
 */
function statusOf(relation) {
  const standing = standingOf(relation)
  return relation.status === 'happened' && standing !== 'stated' ? standing : relation.status
}

/**
 * Returns something of each piece of evidence in one field, in their order; '' where none has it.
 * @param {import('../model/dataset.js').Evidence[]} evidence
 * @param {(e: import('../model/dataset.js').Evidence) => string|undefined} what
 */
function of(evidence, what) {
  const all = evidence.map((e) => what(e) ?? '')
  return all.some(Boolean) ? all.join(' | ') : ''
}

/**
 * Returns the dataset with the relations of the rows alone, in their order: a dataset again.
 * @param {any} json the dataset as it was published
 * @param {Row[]} rows
 */
export function relationsJSON(json, rows) {
  const byID = new Map(json.relations.map((/** @type {any} */ r) => [r.id, r]))
  const kept = new Set(rows.map(({ id }) => id))
  const rest = { ...json }
  delete rest.$schema // its address is beside the file that it was published in
  delete rest.steps // they may tell of relations that are not here
  const lost = (/** @type {string} */ id) => byID.has(id) && !kept.has(id)
  return `${JSON.stringify(
    {
      ...rest,
      relations: rows.map(({ id }) => {
        const { depends_on: hinges, ...r } = byID.get(id)
        const left = hinges?.filter((/** @type {string} */ h) => !lost(h))
        return left?.length ? { ...r, depends_on: left } : r
      }),
    },
    null,
    2,
  )}\n`
}
