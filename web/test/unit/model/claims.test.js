import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { isClaim, standingOf, vouchersOf } from '../../../src/model/claims.js'
import { Dataset } from '../../../src/model/dataset.js'
import { amountInWords, labelOf, tellClaim, tellLaterDenials } from '../../../src/reader/claim-words.js'
import '../english.js'

/** @param {string} path from the folder of test data */
const read = (path) => readFileSync(new URL(`../../../../data/testdata/${path}`, import.meta.url))

/** @type {Map<string, Dataset>} */
const datasets = new Map()

/** @param {string} name */
function dataset(name) {
  const known = datasets.get(name) ?? Dataset.parse(read(`${name}.json`))
  datasets.set(name, known)
  return known
}

/** @param {import('../../../src/model/claims.js').Voucher[]} vouchers */
const tell = (vouchers) =>
  vouchers
    .map(({ speaker, attributed, source, date }) => `${speaker ?? (attributed ? `"${attributed}"` : `(${source})`)} ${date}`.trim())
    .join(', ')

const rows = read('claims.txt')
  .toString()
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('#'))

test('the page says what the package says of every relation', () => {
  assert.ok(rows.length > 15)
  for (const row of rows) {
    const [, name, id] = /^(\S+) (\S+) -> /.exec(row) ?? []
    const of = dataset(name)
    const r = of.relations.get(id)
    assert.ok(r, row)
    assert.equal(`${name} ${id} -> ${standingOf(r)} | ${tell(vouchersOf(of, r))} | ${tell(vouchersOf(of, r, { denies: true }))}`, row)
  }
})

/** @param {string} id of the dispute */
function relation(id) {
  const r = dataset('dispute').relations.get(id)
  assert.ok(r)
  return r
}

test('a label says first what is no stated fact, whatever the status', () => {
  const of = dataset('dispute')
  for (const [id, want] of [
    ['b-gave-c', 'disputed: gave 40,000 (EUR\u00a040\u202f000)'],
    ['b-met-mayor', 'claim: met in private'],
    ['b-will-pay', 'claim: will pay for the campaign of'],
    ['c-asked-nobody', 'negated: has asked for money'],
    ['d-criticises-b', 'criticises'],
  ]) {
    assert.equal(labelOf(of, relation(id), 'en'), want)
  }
  assert.equal(labelOf(of, { ...relation('d-criticises-b'), evidence: [] }, 'en'), '[no proof yet] criticises')
})

test('who says and who denies a claim is told in words, and of a fact nothing', () => {
  const of = dataset('dispute')
  assert.equal(tellClaim(of, relation('b-gave-c'), 'en'), 'says Politician D; denied by Treasurer of Party C, The Auditor')
  assert.equal(tellClaim(of, relation('b-met-mayor'), 'en'), 'says two people familiar with the talks')
  assert.equal(tellClaim(of, relation('d-criticises-b'), 'en'), '')
  assert.equal(
    tellClaim(dataset('three-days'), [...dataset('three-days').relations.values()][0], 'en'),
    'says The Morning Post; denied by Jürgen Ågren',
  )
})

test('a source that only reports that somebody says it is not named as who says it', () => {
  // cmd/actormap/lang/claim_test.go has the same rows.
  const of = dataset('dispute')
  const told = (/** @type {any[]} */ evidence) => tellClaim(of, { ...relation('d-criticises-b'), evidence }, 'en')
  const [reports, states] = [
    { source: 'paper', quote: 'it is said', alleged: true },
    { source: 'paper', quote: 'it is so' },
  ]
  const denial = { source: 'radio', quote: 'no', speaker: 'auditor', denies: true }
  assert.equal(told([reports]), 'says somebody whom The Town Paper does not name')
  assert.equal(told([reports, denial]), 'says somebody whom The Town Paper does not name; denied by The Auditor')
  assert.equal(told([reports, states, denial]), 'says The Town Paper; denied by The Auditor')
})

test('as known on a day, later denials are told with their dates, and earlier ones are not later', () => {
  const of = dataset('dispute')
  const later = (/** @type {string} */ until) => tellLaterDenials(of, relation('b-gave-c'), until, 'en')
  assert.deepEqual(later('2025-04-01'), ['later denied by Treasurer of Party C, 3 April 2025', 'later denied by The Auditor, 8 April 2025'])
  assert.deepEqual(later('2025-04-03'), ['later denied by The Auditor, 8 April 2025'])
  assert.deepEqual(later('2025-04'), [])
  assert.deepEqual(tellLaterDenials(of, relation('d-criticises-b'), '2025-01', 'en'), [])
})

test('alleged and disputed are claims, and nothing else is', () => {
  assert.deepEqual(
    [...dataset('dispute').relations.values()].filter(isClaim).map((r) => r.id),
    ['b-gave-c', 'b-met-mayor', 'b-will-pay', 'mayor-would-sell', 'd-against-bridge'],
  )
})

test('an amount is written as the pages and the picture write it', () => {
  // The same rows stand in data/amount_test.go.
  for (const [value, currency, want] of /** @type {[number, string, string][]} */ ([
    [40000, 'EUR', 'EUR\u00a040\u202f000'],
    [999, 'USD', 'USD\u00a0999'],
    [1000, 'USD', 'USD\u00a01\u202f000'],
    [1234567.5, 'JPY', 'JPY\u00a01\u202f234\u202f567.50'],
    [0.25, 'GBP', 'GBP\u00a00.25'],
    [0.001, 'EUR', 'EUR\u00a00.001'],
    [1999.999, 'KWD', 'KWD\u00a01\u202f999.999'],
  ])) {
    assert.equal(amountInWords({ value, currency }), want)
  }
})
