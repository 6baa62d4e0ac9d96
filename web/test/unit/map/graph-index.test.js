import assert from 'node:assert/strict'
import { test } from 'node:test'
import '../english.js'
import { GraphIndex } from '../../../src/map/graph-index.js'

/** Three nodes; two lines between a and b in either direction, one from b to c. */
function smallRoster() {
  const graph = new GraphIndex()
  graph.fill({
    maxZoom: 8,
    nodes: [
      { id: 'a', name: 'Ann', kind: 'person', degree: 2 },
      { id: 'b', name: 'Bob', kind: 'person', degree: 3 },
      { id: 'c', name: 'Cold war', kind: 'issue', degree: 1 },
    ],
    lines: [
      { id: 'r1', from: 'a', to: 'b', label: 'praises' },
      { id: 'r2', from: 'b', to: 'a', label: 'thanks' },
      { id: 'r3', from: 'b', to: 'c', label: 'ends' },
    ],
  })
  return graph
}

test('stepping through the lines of a node visits each once and comes round', () => {
  const graph = smallRoster()
  const seen = []
  let line
  for (let i = 0; i < 4; i++) {
    const step = graph.stepLine('b', line, 1)
    line = step?.line.id
    seen.push(`${line} ${step?.position}/${step?.count}`)
  }
  assert.deepEqual(seen, ['r1 1/3', 'r2 2/3', 'r3 3/3', 'r1 1/3'])
})

test('a step back undoes a step', () => {
  const graph = smallRoster()
  for (const line of ['r1', 'r2', 'r3']) {
    const next = graph.stepLine('b', line, 1)
    assert.equal(graph.stepLine('b', next?.line.id, -1)?.line.id, line)
  }
})

test('a line of another node starts at the first, backwards at the last', () => {
  const graph = smallRoster()
  assert.equal(graph.stepLine('a', 'r3', 1)?.line.id, 'r1')
  assert.equal(graph.stepLine('a', undefined, -1)?.line.id, 'r2')
})

test('a node without lines has none to step to', () => {
  assert.equal(smallRoster().stepLine('nobody', undefined, 1), null)
})

test('lines beside a line join the same two nodes, in either direction', () => {
  const graph = smallRoster()
  const line = graph.line('r1')
  assert.ok(line)
  assert.deepEqual(
    graph.linesBeside(line).map((l) => l.id),
    ['r2'],
  )
})

test('names for announcements', () => {
  const graph = smallRoster()
  assert.equal(graph.describe({ node: 'a' }, { pinned: true }), 'Ann, Person, 2 relations, pinned')
  assert.equal(graph.describe({ node: 'c' }), 'Cold war, Issue, 1 relation')
  assert.equal(graph.describe({ line: 'r3' }), 'Bob → Cold war: ends')
  assert.equal(graph.describe({}), '')
  assert.equal(graph.describe({ node: 'constructor' }), '')
})

test('a node knows its place in the list', () => {
  assert.equal(smallRoster().node('c')?.index, 2)
})

test('a name that runs from right to left is isolated, others are left as they are', () => {
  const graph = new GraphIndex()
  graph.fill({
    maxZoom: 8,
    nodes: [
      { id: 'a', name: 'عربي', kind: 'person', degree: 1 },
      { id: 'b', name: 'Bob', kind: 'person', degree: 1 },
    ],
    lines: [{ id: 'r', from: 'a', to: 'b', label: 'calls' }],
  })
  assert.equal(graph.describe({ line: 'r' }), '\u2068عربي\u2069 → Bob: calls')
})
