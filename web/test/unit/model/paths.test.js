import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Dataset } from '../../../src/model/dataset.js'
import { pathsBetween } from '../../../src/model/paths.js'
import { compare } from '../../../src/model/stances.js'

/** @param {string} path from the folder of the datasets */
const dataset = (path) => Dataset.parse(readFileSync(new URL(`../../../../data/${path}`, import.meta.url)))
const talks = dataset('white-house-2025-02-27.json')
const river = dataset('testdata/three-days.json')

/**
 * @param {Dataset} of
 * @param {string} from
 * @param {string} to
 * @param {number} [most]
 */
function told(of, from, to, most) {
  return pathsBetween(of, from, to, most).map((way) =>
    way
      .flatMap((s) => [s.from, s.relation?.id ?? `(${s.tie?.from} of ${s.tie?.to})`])
      .concat(to)
      .join(' '),
  )
}

test('Putin and Macron: by way of Trump, whom both have to do with', () => {
  assert.equal(told(talks, 'putin', 'macron', 1)[0], 'putin trump-closer-putin trump macron-meets-trump macron')
})

test('memberships are steps', () => {
  const ways = told(talks, 'putin', 'zelenskyy')
  assert.ok(ways.includes('putin (putin of russia) russia russia-war-ukraine ukraine (zelenskyy of ukraine) zelenskyy'), ways.join('\n'))
  assert.deepEqual(told(river, 'dam', 'water', 1), ['dam (dam of water) water'])
})

test('every way is simple, joined, no way comes twice, and the strongest is first', () => {
  for (const of of [talks, river]) {
    const ids = [...of.nodes.keys()]
    for (const from of ids) {
      for (const to of ids) {
        const ways = pathsBetween(of, from, to)
        assert.equal(new Set(ways.map((w) => w.map((s) => s.to).join(' '))).size, ways.length)
        ways.reduce((before, way) => {
          const cost = way.reduce((sum, s) => sum + s.cost, 0)
          assert.ok(cost >= before, `${from} to ${to}`)
          const nodes = [from, ...way.map((s) => s.to)]
          assert.equal(new Set(nodes).size, nodes.length)
          assert.equal(nodes.at(-1), to)
          way.forEach((s, k) => assert.equal(s.from, nodes[k]))
          return cost
        }, 0)
      }
    }
  }
})

/** @param {any[]} relations each {from, to, ...}, stated by a source; nodes are the letters that occur, i is an issue */
function made(relations) {
  const ids = [...new Set(relations.flatMap((r) => [r.from, r.to]))]
  return new Dataset({
    actors: ids.filter((id) => id !== 'i').map((id) => ({ id, name: id, kind: 'person' })),
    issues: ids.filter((id) => id === 'i').map((id) => ({ id, name: id })),
    relations: relations.map((r, i) => ({ id: `r${i}`, type: 'state', label: 'x', evidence: [{}], ...r })),
  })
}

test('few steps first, then deeds, then what has happened; what is negated comes last', () => {
  const of = made([
    { from: 'a', to: 'z', status: 'negated' },
    { from: 'a', to: 'b' },
    { from: 'b', to: 'z', status: 'future' },
    { from: 'a', to: 'c', type: 'aid' },
    { from: 'c', to: 'z' },
    { from: 'a', to: 'd' },
    { from: 'd', to: 'z' },
    { from: 'a', to: 'e', type: 'aid' },
    { from: 'e', to: 'f', type: 'aid' },
    { from: 'f', to: 'z', type: 'aid' },
  ])
  assert.deepEqual(
    pathsBetween(of, 'a', 'z').map((w) => w.map((s) => s.to).join('')),
    ['cz', 'dz', 'bz', 'efz', 'z'],
  )
})

test('of several relations between two nodes the strongest stands for all', () => {
  const of = made([
    { from: 'a', to: 'b', status: 'negated' },
    { from: 'b', to: 'a' },
    { from: 'a', to: 'b', type: 'aid' },
    { from: 'a', to: 'b' },
  ])
  const [[step]] = pathsBetween(of, 'a', 'b')
  assert.deepEqual([step.relation?.id, step.others], ['r2', 3])
})

test('who is not connected, or is one and the same, has no way', () => {
  assert.deepEqual(
    pathsBetween(
      made([
        { from: 'a', to: 'b' },
        { from: 'c', to: 'd' },
      ]),
      'a',
      'c',
    ),
    [],
  )
  assert.deepEqual(pathsBetween(talks, 'trump', 'trump'), [])
  assert.deepEqual(pathsBetween(talks, 'trump', 'nobody'), [])
})

test('Trump and Macron differ on the war and the ceasefire; nobody says who wants what', () => {
  const { agree, differ, one } = compare(talks, 'trump', 'macron')
  assert.deepEqual(
    differ.map((d) => [d.issue, d.relations.map((r) => r.id)]),
    [
      ['ukraine-war', ['macron-trump-differ-war']],
      ['ceasefire', ['macron-trump-differ-ceasefire']],
    ],
  )
  assert.deepEqual([agree, one], [[], []])
})

test('stances: the same, opposite, and one silent', () => {
  const brief = (/** @type {string} */ a, /** @type {string} */ b) => {
    const { agree, differ, one } = compare(river, a, b)
    return { agree: agree.map((x) => x.issue), differ: differ.map((x) => x.issue), one: one.map((x) => [x.issue, x.who]) }
  }
  assert.deepEqual(brief('southland', 'northland'), { agree: [], differ: ['water'], one: [] })
  assert.deepEqual(brief('southland', 'eastland'), { agree: ['water'], differ: [], one: [] })
  assert.deepEqual(brief('minister', 'northland'), { agree: [], differ: [], one: [['water', 'northland']] })
  assert.deepEqual(brief('minister', 'envoy'), { agree: [], differ: [], one: [] })
})

test('a negated stance is none, and who says both agrees with nobody', () => {
  const of = new Dataset({
    actors: ['a', 'b', 'c'].map((id) => ({ id, name: id, kind: 'person' })),
    issues: [{ id: 'i', name: 'i' }],
    relations: [
      ['a', 'for'],
      ['a', 'against'],
      ['b', 'for'],
      ['c', 'against', 'negated'],
    ].map(([from, stance, status], k) => ({ id: `r${k}`, from, to: 'i', type: 'state', stance, status, evidence: [{}] })),
  })
  assert.equal(compare(of, 'a', 'b').differ.length, 1)
  assert.deepEqual(
    compare(of, 'b', 'c').one.map((x) => x.silent),
    ['c'],
  )
})

const alleged = { evidence: [{ alleged: true }] }
const disputed = { evidence: [{}, { denies: true }] }

test('a claim is a weaker step than any stated one, and what is denied the weakest', () => {
  const of = made([
    { id: 'denied', from: 'a', to: 'b', type: 'aid', ...disputed },
    { id: 'claimed', from: 'a', to: 'b', type: 'aid', ...alleged },
    { id: 'negated', from: 'a', to: 'b', type: 'aid', status: 'negated' },
    { id: 'stated-1', from: 'a', to: 'c' },
    { id: 'stated-2', from: 'c', to: 'd' },
    { id: 'stated-3', from: 'd', to: 'b', status: 'hypothetical' },
  ])
  assert.deepEqual(told(of, 'a', 'b'), ['a stated-1 c stated-2 d stated-3 b', 'a claimed b'])
  const between = made([
    { id: 'denied', from: 'a', to: 'b', type: 'aid', ...disputed },
    { id: 'claimed-1', from: 'a', to: 'c', ...alleged },
    { id: 'claimed-2', from: 'c', to: 'b', ...alleged },
  ])
  assert.deepEqual(told(between, 'a', 'b'), ['a claimed-1 c claimed-2 b', 'a denied b'])
})

test('claims take no side: they count neither as agreement nor as difference, and stand apart', () => {
  for (const claim of [alleged, disputed]) {
    const of = made([
      { id: 'a-for', from: 'a', to: 'i', stance: 'for' },
      { id: 'b-for', from: 'b', to: 'i', stance: 'for', ...claim },
      { id: 'differ', from: 'a', to: 'b', type: 'differ', mutual: true, ...claim },
    ])
    const { agree, differ, one, claims } = compare(of, 'a', 'b')
    assert.deepEqual([agree, differ], [[], []])
    assert.deepEqual(
      one.map((e) => [e.who, e.relations.map((r) => r.id)]),
      [['a', ['a-for']]],
    )
    assert.deepEqual(
      claims.map((r) => r.id),
      ['b-for', 'differ'],
    )
  }
})
