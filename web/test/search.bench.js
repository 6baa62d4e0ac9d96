// How long the search takes from a keystroke to its hits: node test/search.bench.js
import { Dataset } from '../src/model/dataset.js'
import { SearchIndex } from '../src/model/search.js'

const words = 'talks deal aid border water treaty summit election minister council peace trade energy harbour bridge letter'.split(' ')

/**
 * A dataset of some nodes, five relations each with a quote of 25 words.
 * @param {number} n
 */
function made(n) {
  const word = (/** @type {number} */ k) => words[(k * 7 + (k >> 4)) % words.length]
  const actors = Array.from({ length: n }, (_, i) => ({
    id: `a${i}`,
    name: `${word(i)} Person ${i}`,
    kind: 'person',
    aliases: [`The ${word(i + 3)}`],
  }))
  const relations = Array.from({ length: 5 * n }, (_, i) => ({
    id: `r${i}`,
    from: `a${i % n}`,
    to: `a${(i * 13 + 1) % n}`,
    type: 'state',
    label: `speaks about the ${word(i)}`,
    evidence: [{ source: 's', quote: Array.from({ length: 25 }, (_, k) => word(i + k * k)).join(' ') }],
  }))
  return new Dataset({ language: 'en', sources: [{ id: 's' }], actors, relations })
}

for (const n of [30, 1000]) {
  const dataset = made(n)
  const began = performance.now()
  const index = new SearchIndex(dataset)
  const builtMS = performance.now() - began
  const times = []
  for (const query of ['p', 'pe', 'per', 'person 2', 'treaty', 'border council', 'zzz']) {
    for (let k = 0; k < 15; k++) {
      const start = performance.now()
      index.find(query)
      times.push(performance.now() - start)
    }
  }
  times.sort((a, b) => a - b)
  const [median, worst] = [times[times.length >> 1], times[times.length - 1]]
  console.log(
    `${n} nodes, ${5 * n} relations: index ${builtMS.toFixed(0)} ms once; a keystroke ${median.toFixed(2)} ms in the median, ${worst.toFixed(2)} ms at worst`,
  )
}
