// The plural categories of numbers as Intl.PluralRules picks them, a thousand at a time; cmd/actormap/lang/plural_test.go has
// the same in Go, and cmd/actormap/lang/testdata/plural-blocks.txt what both have to say.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** Numbers of a block. */
export const blockSize = 1000

/** @typedef {{tag: string, from: number, to: number, hash: string}} Run thousands alike: first and last number */

/** @returns {Run[]} */
export function readRuns() {
  const file = new URL('../../cmd/actormap/lang/testdata/plural-blocks.txt', import.meta.url)
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((row) => row.split(' '))
    .map(([tag, from, to, hash]) => ({ tag, from: Number(from), to: Number(to), hash }))
}

/**
 * Writes the categories of one block. It stands by itself, so that a browser can be given it.
 * @param {{tag: string, from: number, size: number}} block
 */
export function categoriesOf({ tag, from, size }) {
  const rules = new Intl.PluralRules(tag)
  return Array.from({ length: size }, (_, i) => `${rules.select(from + i)}\n`).join('')
}

/** @param {string} categories */
export function hashOf(categories) {
  return createHash('sha256').update(categories).digest('hex').slice(0, 16)
}
