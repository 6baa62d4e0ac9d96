import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Dataset } from '../../../src/model/dataset.js'
import { applyQuery, facets } from '../../../src/model/map-query.js'
import { choicesOf, timeAxesOf, timelineOf } from '../../../src/model/query-counts.js'

const river = Dataset.parse(readFileSync(new URL('../../../../data/testdata/three-days.json', import.meta.url)))
const talks = Dataset.parse(readFileSync(new URL('../../../../data/white-house-2025-02-27.json', import.meta.url)))

test('a count is what choosing the value alone would show, under all other choices', () => {
  for (const query of [
    {},
    { filter: { class: ['words'], kind: ['state'] } },
    { time: { by: /** @type {const} */ ('report'), until: '2025-03-05' } },
  ]) {
    const choices = choicesOf(river, query)
    for (const facet of facets) {
      for (const { value, count } of choices[facet]) {
        const shown = applyQuery(river, { ...query, filter: { .../** @type {any} */ (query).filter, [facet]: [value] } })
        assert.equal(shown.relations.size, count, `${facet} ${value}`)
      }
    }
  }
})

test('only what occurs is offered, in an order that does not change with the choices', () => {
  const all = choicesOf(river, {})
  assert.deepEqual(
    all.class.map((c) => c.value),
    ['words', 'deeds'],
  )
  assert.deepEqual(
    all.source.map((c) => c.value),
    ['evening', 'ministry', 'morning'],
  )
  const some = choicesOf(river, { filter: { source: ['ministry'], kind: ['person'] } })
  for (const facet of facets)
    assert.deepEqual(
      some[facet].map((c) => c.value),
      all[facet].map((c) => c.value),
    )
})

test('days in order, with how many relations fall on each', () => {
  assert.deepEqual(
    timelineOf(river, 'event').map((d) => `${d.date} ${d.count}`),
    ['2025-02-28 1', '2025-03-02 1', '2025-03-03 1', '2025-03-05 2', '2025-03-07 1', '2025-03 1'],
  )
  assert.deepEqual(
    timelineOf(river, 'report').map((d) => `${d.date} ${d.count}`),
    ['2025-03-02 2', '2025-03-04 1', '2025-03-05 3', '2025-03-08 2'],
  )
  assert.deepEqual(
    timelineOf(river, 'report', { filter: { class: ['deeds'] } }).map((d) => d.count),
    [1, 0, 0, 0],
  )
})

test('a timeline needs three days', () => {
  assert.deepEqual(timeAxesOf(river), ['event', 'report'])
  assert.deepEqual(timeAxesOf(talks), ['event'])
})
