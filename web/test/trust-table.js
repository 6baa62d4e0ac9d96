// The table of what outputs say of claims, corrections and answers: data/testdata/trust.txt.
import { readFileSync } from 'node:fs'

/**
 * Returns the cells that one kind of test is for: go, node or browser.
 * @param {string} by
 * @returns {{column: string, row: string, want: string}[]}
 */
export function cellsOf(by) {
  const cells = []
  let column = ''
  let mine = false
  for (const line of readFileSync(new URL('../../data/testdata/trust.txt', import.meta.url), 'utf8').split('\n')) {
    const heading = /^## (.*): (.*)$/.exec(line)
    if (heading) {
      column = heading[1]
      mine = heading[2].split(' ').includes(by)
    }
    const cell = /^(\w+) +\| (.+)$/.exec(line)
    if (cell && mine) cells.push({ column, row: cell[1], want: cell[2] })
  }
  return cells
}
