// What the tables show: relations as rows, and who stands where on which issue.

/** @import { Dataset, Relation } from './dataset.js' */
import { isClaim, vouchersOf } from './claims.js'
import { correctedOn } from './corrections.js'

/** @typedef {'from'|'label'|'to'|'about'|'date'|'status'|'speakers'} Column */

/** The columns of the list, in their order. @type {readonly Column[]} */
export const columns = Object.freeze(['from', 'label', 'to', 'about', 'date', 'status', 'speakers'])

/**
 * Texts as they are shown and sorted by; corrected: the day of the newest correction, ISO 8601, '' for none.
 * @typedef {{id: string, relation: Relation, corrected: string} & Record<Column, string>} Row
 */

/**
 * How the words of a dataset are said.
 * @typedef {object} Labels
 * @property {(id: string) => string} name of an actor or issue
 * @property {(text: import('./dataset.js').Text|undefined) => string} text
 * @property {(relation: Relation) => string} label what is not stated says so first
 * @property {(relation: Relation) => string} status whether it has happened, where it is not stated what it rests on, and what the desk says of it
 * @property {(voucher: import('./claims.js').Voucher) => string} voucher
 * @property {(names: string) => string} denied
 * @property {(list: string[]) => string} list
 */

/**
 * Returns one row for each relation that is shown, in the order of the dataset.
 * @param {Dataset} dataset
 * @param {Set<string>|null} shown ids; null: all
 * @param {Labels} say
 * @returns {Row[]}
 */
export function rowsOf(dataset, shown, say) {
  return [...dataset.relations.values()]
    .filter((r) => shown === null || shown.has(r.id))
    .map((relation) => ({
      id: relation.id,
      relation,
      corrected: correctedOn(dataset, relation.id),
      from: say.name(relation.from),
      label: say.label(relation),
      to: say.name(relation.to),
      about: say.list(relation.about.map(say.name)),
      date: relation.date,
      status: say.status(relation),
      speakers: speakersOf(dataset, relation, say),
    }))
}

/**
 * Who says a relation and, told apart, who denies it. A source that speaks for itself is not named, but as one that denies.
 * @param {Dataset} dataset
 * @param {Relation} relation
 * @param {Labels} say
 */
function speakersOf(dataset, relation, say) {
  const says = vouchersOf(dataset, relation).filter((v) => v.speaker || v.attributed)
  const denies = vouchersOf(dataset, relation, { denies: true })
  const names = (/** @type {import('./claims.js').Voucher[]} */ list) => say.list(list.map(say.voucher))
  return [says.length > 0 ? names(says) : '', denies.length > 0 ? say.denied(names(denies)) : ''].filter(Boolean).join('; ')
}

/**
 * Sorts rows by a column; what has nothing there comes last both ways, equal rows keep their order.
 * @param {Row[]} rows
 * @param {Column} column
 * @param {'ascending'|'descending'} direction
 * @param {(a: string, b: string) => number} compare
 * @returns {Row[]}
 */
export function sortRows(rows, column, direction, compare) {
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((a, b) => {
    if (a[column] === '' || b[column] === '') return Number(a[column] === '') - Number(b[column] === '')
    return sign * compare(a[column], b[column])
  })
}

/** @typedef {{relations: Relation[], claims: number, stance: 'for'|'against'|'both'|null}} Cell claims: how many of the relations are */

/**
 * @typedef {object} Matrix
 * @property {string[]} actors ids, those with the most relations to an issue first
 * @property {string[]} issues
 * @property {(actor: string, issue: string) => Cell|undefined} cell undefined: the sources do not say
 * @property {number} actorsLeftOut
 * @property {number} issuesLeftOut
 */

/** The most rows and columns of a matrix: beyond, nobody finds a cell by eye. */
export const mostInMatrix = 60

/**
 * Returns actors by issues. A relation belongs to the cell of each actor that is an end of it and each
 * issue that is the other end or that it is about. The stance is set only where a relation has one, is
 * not negated and no claim: discussing an issue is no side.
 * @param {Dataset} dataset
 * @param {Set<string>|null} shown
 * @returns {Matrix}
 */
export function matrixOf(dataset, shown) {
  /** @type {Map<string, Cell>} */
  const cells = new Map()
  const totals = new Map()
  for (const r of dataset.relations.values()) {
    if (shown !== null && !shown.has(r.id)) continue
    const ends = [r.from, r.to]
    const issues = new Set([...ends, ...r.about].filter((id) => dataset.nodes.get(id)?.kind === 'issue'))
    for (const actor of ends.filter((id) => !issues.has(id) && dataset.nodes.get(id)?.kind !== 'issue')) {
      for (const issue of issues) {
        const key = cellKey(actor, issue)
        const cell = cells.get(key) ?? { relations: [], claims: 0, stance: null }
        cell.relations.push(r)
        if (isClaim(r)) cell.claims++
        else if (r.stance && r.from === actor && r.to === issue && r.status !== 'negated') cell.stance = join(cell.stance, r.stance)
        cells.set(key, cell)
        for (const id of [actor, issue]) totals.set(id, (totals.get(id) ?? 0) + 1)
      }
    }
  }
  const most = (/** @type {boolean} */ issues) =>
    [...dataset.nodes.values()]
      .filter(({ id, kind }) => (kind === 'issue') === issues && totals.has(id))
      .map(({ id }) => id)
      .sort((a, b) => totals.get(b) - totals.get(a))
  const [actors, issues] = [most(false), most(true)]
  return {
    actors: actors.slice(0, mostInMatrix),
    issues: issues.slice(0, mostInMatrix),
    cell: (actor, issue) => cells.get(cellKey(actor, issue)),
    actorsLeftOut: Math.max(0, actors.length - mostInMatrix),
    issuesLeftOut: Math.max(0, issues.length - mostInMatrix),
  }
}

/**
 * @param {Cell['stance']} before
 * @param {'for'|'against'} stance
 * @returns {Cell['stance']}
 */
function join(before, stance) {
  return before === null || before === stance ? stance : 'both'
}

/** Key of a cell; ids hold no space (data/id.go), so the join is unambiguous. @param {string} actor @param {string} issue */
function cellKey(actor, issue) {
  return `${actor} ${issue}`
}
