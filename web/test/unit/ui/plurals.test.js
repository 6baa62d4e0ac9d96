// The plural rules of Node against those that the pages are made with: near the borders of all that is alike, and at every
// fortieth thousand in between. test/plurals.spec.js tries every number, in a browser.
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { blockSize, categoriesOf, hashOf, readRuns } from '../../plural-blocks.js'

const runs = readRuns()

for (const { tag, from, to, hash } of runs) {
  test(`${tag} counts from ${from} to ${to} as the pages do`, () => {
    const last = to + 1 - blockSize
    for (let n = from; n < last; n += 40 * blockSize)
      assert.equal(hashOf(categoriesOf({ tag, from: n, size: blockSize })), hash, `from ${n}`)
    assert.equal(hashOf(categoriesOf({ tag, from: last, size: blockSize })), hash, `from ${last}`)
  })
}

test('every language with a catalogue is there, from nothing to two million', () => {
  const tags = readdirSync(new URL('../../../lang/', import.meta.url)).map((file) => file.replace('.json', ''))
  assert.deepEqual([...new Set(runs.map(({ tag }) => tag))].sort(), tags.sort())
  for (const tag of tags) {
    let next = 0
    for (const { from, to } of runs.filter((run) => run.tag === tag)) {
      assert.equal(from, next)
      next = to + 1
    }
    assert.ok(next > 2_000_000, `${tag} ends at ${next}`)
  }
})
