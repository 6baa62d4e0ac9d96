import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Dataset } from '../../../src/model/dataset.js'
import { applyQuery, isFiltered } from '../../../src/model/map-query.js'

/** @param {string} path from the top of the project */
const read = (path) => readFileSync(new URL(`../../../../${path}`, import.meta.url))

/** @type {Record<string, Dataset>} */
const datasets = Object.fromEntries(
  ['three-days', 'bilingual', 'dispute'].map((name) => [name, Dataset.parse(read(`data/testdata/${name}.json`))]),
)

const rows = read('wasm/query/testdata/shown.txt')
  .toString()
  .split('\n')
  .filter((row) => row !== '' && !row.startsWith('#'))

for (const row of rows) {
  const [, name, query, answer] = /^(\S+) (.*) -> (.*)$/.exec(row) ?? []
  test(`the page shows what the picture does: ${name} ${query}`, () => {
    const { relations, nodes, added } = applyQuery(datasets[name], JSON.parse(query))
    const told = [...relations].map((id) => (added.has(id) ? `${id}*` : id)).join(' ')
    const inOrder = [...datasets[name].nodes.keys()].filter((id) => nodes.has(id)).join(' ')
    assert.equal(`${told} | ${inOrder}`, answer)
  })
}

test('relations without a date are counted, and only where a time is chosen', () => {
  assert.equal(applyQuery(datasets['three-days'], {}).undated, 0)
  assert.equal(applyQuery(datasets['three-days'], { time: { by: 'event', until: '2025-03-02' } }).undated, 1)
  assert.equal(applyQuery(datasets['three-days'], { time: { by: 'report', until: '2025-03-02' } }).undated, 0)
})

test('a query that leaves nothing out does not narrow', () => {
  for (const query of [{}, { filter: {} }, { filter: { kind: [] } }, { time: { by: /** @type {const} */ ('event') } }])
    assert.equal(isFiltered(query), false)
  for (const query of [
    { filter: { kind: ['person'] } },
    { time: { by: /** @type {const} */ ('event'), from: '2025' } },
    { around: { node: 'a', steps: 1, way: /** @type {const} */ ('both') } },
  ])
    assert.equal(isFiltered(query), true)
})

test('texts are found by language, the nearest tag first', () => {
  const { 'three-days': dataset } = datasets
  const text = { 'zh-Hant': 'a', zh: 'b', en: 'c' }
  for (const [lang, want] of [
    ['zh-Hant-TW', 'a'],
    ['zh-CN', 'b'],
    ['EN-gb', 'c'],
    ['fr', 'a'],
    ['', 'a'],
    ['en-x-old', 'c'],
  ]) {
    assert.equal(dataset.inLanguage(text, lang), want, lang)
  }
  assert.equal(dataset.inLanguage('plain', 'fr'), 'plain')
  assert.equal(dataset.inLanguage(undefined), '')
})
