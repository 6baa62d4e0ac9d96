// What is alleged, disputed, announced by another, negated, corrected or answered, in the outputs of the
// page's script. The expectations are in data/testdata/trust.txt; cmd/actormap/trust/table_test.go says
// which test looks where, and fails for a cell that is empty.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { events } from '../../src/embed/messages.js'
import { GraphIndex } from '../../src/map/graph-index.js'
import { Dataset } from '../../src/model/dataset.js'
import { applyQuery, facets, valuesOf } from '../../src/model/map-query.js'
import { pathsBetween } from '../../src/model/paths.js'
import { choicesOf } from '../../src/model/query-counts.js'
import { compare } from '../../src/model/stances.js'
import { matrixOf, rowsOf } from '../../src/model/table-rows.js'
import { countsInWords, withStatus } from '../../src/reader/relation-notes.js'
import { relationsCSV, relationsJSON } from '../../src/reader/table-files.js'
import { sayRelations } from '../../src/reader/table-parts.js'
import { t } from '../../src/ui/words.js'
import { formatView, parseView } from '../../src/url/view-url.js'
import { cellsOf } from '../trust-table.js'
import './english.js'

const json = JSON.parse(readFileSync(new URL('../../../data/testdata/trust.json', import.meta.url), 'utf8'))
const dataset = new Dataset(json)
const words = sayRelations(dataset, 'en')
const graph = new GraphIndex()
graph.fillFrom(dataset, 'en')

/** @param {string} id */
function relation(id) {
  const r = dataset.relations.get(id)
  assert.ok(r)
  return r
}

/** @param {string} id */
const rows = (id) => rowsOf(dataset, new Set([id]), words)

/** @type {Record<string, (row: string) => string>} by column, what the output says of a row */
const probes = {
  filter: (row) => {
    const id = `${row}-pays`
    const kept = []
    for (const facet of /** @type {const} */ (['standing', 'status'])) {
      for (const { value, count } of choicesOf(dataset, {})[facet]) {
        const { relations } = applyQuery(dataset, { filter: { [facet]: [value] } })
        assert.equal(relations.size, count, 'the filter shows as many as it says')
        if (relations.has(id)) kept.push(`${facet} ${value}`)
      }
    }
    return kept.join(', ')
  },
  table: (row) => {
    const [{ label, status, speakers }] = rows(`${row}-pays`)
    return [label, status, speakers || '(the source)'].join('; ')
  },
  csv: (row) => {
    const [names, values] = relationsCSV(rows(`${row}-pays`), words, dataset.desk)
      .replace('\ufeff', '')
      .split('\r\n')
      .map((line) => line.slice(1, -1).split('","'))
    const field = (/** @type {string} */ name) => values[names.indexOf(name)]
    return ['label', 'status', 'standing', 'speakers', 'denied_by', 'corrected', 'reply', 'byline', 'contact']
      .filter((name) => field(name) !== '')
      .map((name) => `${name}=${field(name)}`)
      .join('; ')
  },
  json: (row) => {
    const id = `${row}-pays`
    const saved = JSON.parse(relationsJSON(json, rows(id)))
    const [r] = saved.relations
    assert.deepEqual(
      r,
      json.relations.find((/** @type {any} */ r) => r.id === id),
      'nothing is lost',
    )
    const flags = r.evidence.map((/** @type {any} */ e) => (e.denies ? 'denied' : e.alleged ? 'alleged' : 'stated')).join(' ')
    const corrected = saved.corrections.some((/** @type {any} */ c) => c.about.includes(id)) ? 'corrected' : ''
    return [flags, r.status ?? 'happened', corrected, r.reply && `${r.reply.kind} by ${r.reply.by}`].filter(Boolean).join(', ')
  },
  comparison: (row) => {
    const { agree, differ, one, claims } = compare(dataset, `${row}-one`, 'otto')
    const tell = (/** @type {{relations: {id: string}[]}[]} */ list) => list.flatMap((e) => e.relations.map((r) => r.id)).join(' ') || '-'
    return `agree: ${tell(agree)}; differ: ${tell(differ)}; one: ${tell(one)}; claims: ${claims.map((r) => r.id).join(' ') || '-'}`
  },
  path: (row) => {
    // Of all ways there are more than anybody reads: those of the row and of what is stated of Otto.
    const ways = pathsBetween(dataset, `${row}-one`, 'club', 9, ({ id }) => id.startsWith(row) || id.startsWith('otto'))
    const told = ways.map((way) =>
      way
        .map(({ relation: r }) => {
          assert.ok(r)
          return withStatus(t('line.sentence', { from: words.name(r.from), to: words.name(r.to), label: words.label(r) }), r)
        })
        .join(', '),
    )
    const direct = ways.findIndex((way) => way.length === 1)
    return `${direct === 0 ? 'the strongest way' : 'after what is stated'}: ${told[direct]}`
  },
  matrix: (row) => {
    const cell = matrixOf(dataset, null).cell(`${row}-one`, 'bridge')
    assert.equal(cell?.relations.length, 1)
    return `${cell.stance ?? 'no side'}, ${t('n.claims', { n: cell.claims })}`
  },
  link: (row) => {
    const id = `${row}-pays`
    const asked = { select: { line: id }, filter: { standing: valuesOf(dataset, relation(id), 'standing') } }
    const query = formatView(asked)
    const { view, ignored } = parseView(query)
    assert.deepEqual([view, ignored], [asked, []], 'a link keeps what is asked for')
    assert.ok(applyQuery(dataset, { filter: view.filter }).relations.has(id))
    return `${query}: ${graph.describe(view.select ?? {})}`
  },
  events: (row) => {
    const { nodes, lines } = graph
    const told = events.get('ready')?.detail({ nodes, lines }, '')
    const line = told.lines.find((/** @type {any} */ l) => l.id === `${row}-pays`)
    return [line.standing, line.status, line.corrected, line.reply].filter(Boolean).join(', ')
  },
}

const cells = cellsOf('node')

test('each column of this test has one probe', () => {
  assert.deepEqual([...new Set(cells.map(({ column }) => column))].sort(), Object.keys(probes).sort())
  assert.ok(facets.includes('standing'))
})

for (const { column, row, want } of cells) {
  test(`${column} of what is ${row}`, () => assert.equal(probes[column](row).replace(/[\u00a0\u202f]/g, ' '), want))
}

test('claims are counted apart, so that the parts add up, and who only speaks has no count', () => {
  // The club has seven lines: three claims, and four that are none. cmd/actormap/page says the same of it.
  assert.equal(graph.describe({ node: 'club' }), 'The Club, Organisation, 4 relations, 3 claims')
  assert.equal(graph.describe({ node: 'rival' }), 'Rival, Person')
  assert.equal(graph.describe({ node: 'otto' }), 'Otto, Person, 8 relations')
  assert.deepEqual(countsInWords(3, 3), ['3 claims'])
  assert.deepEqual(countsInWords(0, 0), ['no relations'])
})

test('whoever counts a CSV file by its status counts no claim as what has happened', () => {
  const [names, ...lines] = relationsCSV(rowsOf(dataset, null, words), words, dataset.desk)
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'))
  const happened = lines.filter((values) => values[names.indexOf('status')] === 'happened')
  assert.ok(happened.length > 5)
  for (const values of happened) assert.equal(values[names.indexOf('standing')], 'stated')
})
