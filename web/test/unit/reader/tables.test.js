import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingOf } from '../../../src/model/claims.js'
import { Dataset } from '../../../src/model/dataset.js'
import { matrixOf, rowsOf, sortRows } from '../../../src/model/table-rows.js'
import { nameOfVoucher } from '../../../src/reader/claim-words.js'
import { csvFile } from '../../../src/reader/csv.js'
import { relationsCSV, relationsJSON } from '../../../src/reader/table-files.js'

const json = {
  $schema: 'schema.json',
  id: 'small',
  title: 'Small',
  language: 'en',
  updated: '2025-02-27',
  sources: [{ id: 's', title: 'S' }],
  actors: [
    { id: 'ada', name: 'Ada', kind: 'person' },
    { id: 'bob', name: { en: '=Bob', ar: 'بوب' }, kind: 'person' },
  ],
  issues: [
    { id: 'peace', name: 'Peace' },
    { id: 'truce', name: 'Truce' },
  ],
  relations: [
    {
      id: 'talk',
      from: 'ada',
      to: 'bob',
      about: ['peace'],
      type: 'consult',
      label: 'talks with',
      date: '2025-02-27',
      evidence: [{ source: 's', quote: 'they "talk"', speaker: 'ada' }],
    },
    { id: 'for', from: 'ada', to: 'peace', type: 'support', stance: 'for', label: 'backs', evidence: [{ source: 's', quote: 'q' }] },
    {
      id: 'against',
      from: 'bob',
      to: 'peace',
      type: 'reject',
      stance: 'against',
      label: '-rejects',
      date: '2025-02',
      depends_on: ['talk', 'truce'],
      evidence: [{ source: 's', quote: 'q' }],
    },
    {
      id: 'not',
      from: 'bob',
      to: 'truce',
      type: 'support',
      stance: 'for',
      status: 'negated',
      label: 'backs',
      evidence: [{ source: 's', quote: 'q' }],
    },
    { id: 'both', from: 'ada', to: 'peace', type: 'reject', stance: 'against', label: 'rejects', evidence: [{ source: 's', quote: 'q' }] },
    {
      id: 'paid',
      from: 'ada',
      to: 'truce',
      type: 'aid',
      stance: 'for',
      status: 'future',
      label: 'will pay for',
      amount: { value: 40000, currency: 'EUR' },
      reply: { by: 'ada', kind: 'declined' },
      outcome: { text: 'Dropped.' },
      reviewed: '2025-03-01',
      evidence: [
        { source: 's', quote: 'she will pay', attributed: 'two people', alleged: true },
        { source: 's', quote: 'I will not', speaker: 'ada', denies: true },
      ],
    },
    { id: 'part', from: 'peace', to: 'truce', type: 'include', label: 'holds', evidence: [{ source: 's', quote: 'q' }] },
  ],
  steps: [{ id: 'one', title: 'One', text: 'One', relations: ['talk'] }],
}
const dataset = new Dataset(json)
/** @type {import('../../../src/model/table-rows.js').Labels} */
const say = {
  text: (t) => dataset.inLanguage(t, 'en'),
  name: (id) => dataset.inLanguage(dataset.nodes.get(id)?.name, 'en'),
  label: (r) => (standingOf(r) === 'stated' ? '' : `${standingOf(r)}: `) + dataset.inLanguage(r.label, 'en'),
  status: (r) => (standingOf(r) === 'stated' ? r.status : `${standingOf(r)}, ${r.status}`),
  voucher: (v) => nameOfVoucher(dataset, v, 'en'),
  denied: (names) => `denied by ${names}`,
  list: (all) => all.join(', '),
}
const rows = rowsOf(dataset, null, say)

for (const [name, text, want] of [
  ['plain', 'a', '"a"'],
  ['a quote, a comma, a line break', 'a "b",\nc', '"a ""b"",\nc"'],
  ['equals', '=1+1', `"'=1+1"`],
  ['plus', '+1', `"'+1"`],
  ['minus', '-1', `"'-1"`],
  ['at', '@SUM(A1)', `"'@SUM(A1)"`],
  ['a tab before it', '\t=1', `"'\t=1"`],
  ['a return', '\r=1', `"'\r=1"`],
  ['spaces before it', '  =1', `"'  =1"`],
  ['full width', '＝1', `"'＝1"`],
  ['after a quote that closes nothing', '",=1', '""",=1"'],
  ['a minus that is no beginning', 'a-b', '"a-b"'],
]) {
  test(`CSV, ${name}`, () => assert.equal(csvFile([[text]]), `\ufeff${want}\r\n`))
}

test('a row says who, what, to whom, about what, when, how and by whom', () => {
  const { relation, ...texts } = rows[0]
  assert.deepEqual(texts, {
    id: 'talk',
    corrected: '',
    from: 'Ada',
    label: 'talks with',
    to: '=Bob',
    about: 'Peace',
    date: '2025-02-27',
    status: 'happened',
    speakers: 'Ada',
  })
})

test('rows are those that are shown', () => {
  assert.deepEqual(
    rowsOf(dataset, new Set(['part', 'for']), say).map((r) => r.id),
    ['for', 'part'],
  )
})

test('rows sort both ways, keep their order where equal, and put what is empty last', () => {
  const compare = (/** @type {string} */ a, /** @type {string} */ b) => (a < b ? -1 : Number(a > b))
  const ids = (/** @type {any} */ column, /** @type {any} */ way) =>
    sortRows(rows, column, way, compare)
      .map((r) => r.id)
      .join(' ')
  assert.equal(ids('date', 'ascending'), 'against talk for not both paid part')
  assert.equal(ids('date', 'descending'), 'talk against for not both paid part')
  assert.equal(ids('from', 'ascending'), 'against not talk for both paid part')
  assert.equal(rows[0].id, 'talk', 'the rows given stay as they are')
})

test('a cell has the relations of an actor to an issue, and a stance only where one is stated and not negated', () => {
  const { actors, issues, cell } = matrixOf(dataset, null)
  const at = (/** @type {string} */ a, /** @type {string} */ i) => [
    cell(a, i)
      ?.relations.map((r) => r.id)
      .join(' '),
    cell(a, i)?.stance,
  ]
  assert.deepEqual(
    [actors, issues],
    [
      ['ada', 'bob'],
      ['peace', 'truce'],
    ],
  )
  assert.deepEqual(at('ada', 'peace'), ['talk for both', 'both'])
  assert.deepEqual(at('bob', 'peace'), ['talk against', 'against'])
  assert.deepEqual(at('bob', 'truce'), ['not', null])
  assert.deepEqual(at('ada', 'truce'), ['paid', null], 'a claim is on no side')
  assert.equal(cell('ada', 'truce')?.claims, 1)
  assert.equal(cell('bob', 'peace')?.claims, 0)
  assert.deepEqual(matrixOf(dataset, new Set(['not'])).actors, ['bob'])
})

test('the CSV file has a line for each relation, its texts inert', () => {
  const [mark, ...lines] = relationsCSV(rows.slice(0, 1), say, {
    byline: '=A desk',
    publisher: { en: 'The Paper' },
    contact: 'https://e.org',
  }).split(/(?<=^\ufeff)|\r\n/)
  assert.equal(mark, '\ufeff')
  assert.equal(lines[0].split(',')[0], '"id"')
  assert.equal(
    lines[1],
    `"talk","ada","Ada","talks with","bob","'=Bob","peace","consult","","happened","","2025-02-27","","they ""talk""","ada","s","","stated","","","","","","","","","'=A desk","The Paper","https://e.org"`,
  )
})

test('what is denied says so in its label and status, and names apart who says and who denies it', () => {
  const row = rows.find(({ id }) => id === 'paid')
  assert.equal(row?.label, 'disputed: will pay for')
  assert.equal(row?.status, 'disputed, future')
  assert.equal(row?.speakers, 'two people; denied by Ada')
})

test('the CSV file tells a claim: its standing, who denies it, who is no actor, amount, reply, outcome, review', () => {
  const lines = relationsCSV(
    rows.filter(({ id }) => id === 'paid'),
    say,
    dataset.desk,
  ).split('\r\n')
  const [names, values] = lines.slice(0, 2).map((line) => line.replace('\ufeff', '').slice(1, -1).split('","'))
  const fields = Object.fromEntries(names.map((name, i) => [name, values[i]]))
  assert.deepEqual(
    [
      'label',
      'status',
      'speakers',
      'denied',
      'standing',
      'denied_by',
      'attributed',
      'amount',
      'currency',
      'reply',
      'outcome',
      'reviewed',
    ].map((name) => fields[name]),
    [
      'disputed: will pay for',
      'future',
      '',
      'yes',
      'disputed',
      ' | ada',
      'two people | ',
      '40000',
      'EUR',
      'ada: declined',
      'Dropped.',
      '2025-03-01',
    ],
  )
})

test('the JSON file is a dataset: without what leads to relations that are not in it, and unaltered else', () => {
  const saved = JSON.parse(
    relationsJSON(
      json,
      rows.filter((r) => r.id === 'against'),
    ),
  )
  const { $schema, steps, relations, ...rest } = json
  assert.deepEqual(saved, { ...rest, relations: [{ ...relations[2], depends_on: ['truce'] }] })
  assert.ok($schema && steps && json.relations.length === 7)
})
