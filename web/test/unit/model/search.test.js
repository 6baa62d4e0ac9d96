import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Dataset } from '../../../src/model/dataset.js'
import { SearchIndex } from '../../../src/model/search.js'
import { fold, letters, readings, spelled } from '../../../src/model/search-fold.js'
import { hasCompounds, matchOf, waysToRead } from '../../../src/model/search-match.js'

/** @param {string} path from the folder of the datasets */
const dataset = (path) => Dataset.parse(readFileSync(new URL(`../../../../data/${path}`, import.meta.url)))
const talks = new SearchIndex(dataset('white-house-2025-02-27.json'))
const river = new SearchIndex(dataset('testdata/three-days.json'))
const bilingual = new SearchIndex(dataset('testdata/bilingual.json'))

/**
 * What the checker's suggestions are held to as well, in data/fold.
 * @type {{
 *   readings: {text: string, readings: string[]}[],
 *   finds: {what: string, text: string, query: string, language: string, match: string}[],
 *   letters: Record<string, string>,
 *   spelled: Record<string, string>,
 * }}
 */
const fixture = JSON.parse(readFileSync(new URL('../../../../data/fold/testdata/search.json', import.meta.url), 'utf8'))

for (const { text, readings: want } of fixture.readings) test(`readings: ${text}`, () => assert.deepEqual(readings(text), want))

/** @param {string} text @param {string} query @param {string} language */
function found(text, query, language) {
  const folded = readings(text).join(' ')
  const ways = waysToRead(query).map((words) => Math.min(...words.map((w) => matchOf(folded, w, hasCompounds(language)))))
  return Math.max(0, ...ways)
}
for (const { what, text, query, language, match } of fixture.finds) {
  test(`${what}: ${text} by ${query}`, () => assert.equal(found(text, query, language), { none: 0, end: 0.5, beginning: 1 }[match]))
}

test('letters are folded as the table of the checker says', () => {
  assert.deepEqual(Object.fromEntries(letters), fixture.letters)
  assert.deepEqual(Object.fromEntries(spelled), fixture.spelled)
})

const folds = [
  ['Jürgen Ågren', 'jurgen agren'],
  ['Zoë ŁUKASZEWICZ', 'zoe lukaszewicz'],
  ['Straße', 'strasse'],
  ['İstanbul', 'istanbul'],
  ['Путин', 'putin'],
  ['Ёлкин', 'elkin'],
  ['Їжак', 'izhak'],
  ['Ελλάδας', 'elladas'],
  ['ﬁnance', 'finance'],
  ['Ｗｉｄｅ', 'wide'],
  ['أحمد', fold('احمد')],
  ['مُؤتمَر', fold('موتمر')],
  ['القاهرة', fold('القاهره')],
  ['علی', fold('علي')],
  ['٢٠٢٥', '2025'],
  ['O’Brien', 'obrien'],
  ['Russia-Ukraine', 'russia ukraine'],
  ['  a \t b ', 'a b'],
  ['北京', '北京'],
  ['', ''],
  ['!?', ''],
]
for (const [text, want] of folds) test(`fold: ${text}`, () => assert.equal(fold(text), want))

const finds = [
  { index: talks, query: 'starm', want: { node: 'starmer' } },
  { index: talks, query: 'STARMER keir', want: { node: 'starmer' } },
  { index: talks, query: 'uk', want: { node: 'ukraine' } },
  { index: talks, query: 'trump', want: { node: 'trump' } },
  { index: talks, query: 'united king', want: { node: 'britain' }, place: 'alias' },
  { index: talks, query: 'prime', want: { node: 'starmer' }, place: 'role' },
  { index: talks, query: 'Путин', want: { node: 'putin' } },
  { index: talks, query: 'hinge further', want: { line: 'deal-hinges-on-aid' }, place: 'label' },
  { index: talks, query: 'temporary pause', want: { line: 'backstop-offers-peace' }, place: 'quote' },
  { index: river, query: 'agren', want: { node: 'minister' } },
  { index: river, query: 'luk', want: { node: 'envoy' } },
  { index: river, query: 'north water', want: { line: 'north-rejects-sharing' }, place: 'quote' },
  { index: bilingual, query: 'حداد', want: { node: 'layla' } },
  { index: bilingual, query: 'haddad', want: { node: 'layla' } },
]
for (const { index, query, want, place = 'name' } of finds) {
  test(`find: ${query}`, () => {
    const [first] = index.find(query)
    assert.deepEqual([first?.target, first?.place], [want, place])
  })
}

test('nothing is found for nothing, nor where one word is missing', () => {
  for (const query of ['', '  ', '…', 'starmer xyzzy', 'tarmer']) assert.deepEqual(talks.find(query), [], query)
})

test('names come before what is said', () => {
  const places = talks.find('trump').map((hit) => hit.place)
  assert.deepEqual(places.slice(0, 2), ['name', 'name'])
  assert.deepEqual(
    [...places].sort(
      (a, b) => ['name', 'alias', 'role', 'label', 'quote'].indexOf(a) - ['name', 'alias', 'role', 'label', 'quote'].indexOf(b),
    ),
    places,
  )
})

test('a search of nodes finds no relation', () => {
  const nodes = new SearchIndex(dataset('white-house-2025-02-27.json'), { nodesOnly: true })
  assert.ok(nodes.find('trump').every((hit) => hit.target.node !== undefined))
})

test('folding makes no two names one: each is found, the one that is spelled so first', () => {
  const named = (/** @type {string} */ id, /** @type {string} */ name) => ({ id, name, kind: 'person' })
  const index = new SearchIndex(
    new Dataset({ language: 'de', actors: [named('a', 'Muller'), named('b', 'Müller'), named('c', 'Mueller')] }),
  )
  for (const [query, nodes] of [
    ['muller', ['a', 'b']],
    ['müller', ['b', 'a', 'c']],
    ['mueller', ['c', 'b']],
  ]) {
    const found = index.find(String(query)).map((hit) => hit.target.node)
    assert.deepEqual(found, nodes, String(query))
  }
})

test('the end of a compound comes after the beginning of a word, and counts among names of any language', () => {
  const dataset = new Dataset({
    language: 'en',
    actors: [
      { id: 'court', name: 'Bundesverfassungsgericht', kind: 'organisation' },
      { id: 'lower', name: 'Gericht Kiel', kind: 'organisation' },
    ],
    relations: [{ id: 'r', from: 'court', to: 'lower', label: 'takes Obergericht to task' }],
  })
  assert.deepEqual(
    new SearchIndex(dataset).find('gericht').map((hit) => hit.target),
    [{ node: 'lower' }, { node: 'court' }],
  )
})
