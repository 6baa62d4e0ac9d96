import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RestartPolicy } from '../../../src/engine/restart-policy.js'

test('three automatic starts in a minute, then the reader must ask', () => {
  const log = new RestartPolicy()
  assert.deepEqual(
    [0, 1000, 2000, 3000].map((t) => log.allows('ContextLost', t)),
    [true, true, true, false],
  )
})

test('after a minute the first start is forgotten, and no sooner', () => {
  const log = new RestartPolicy()
  for (const t of [0, 1000, 2000]) log.allows('Panic', t)
  assert.equal(log.allows('Panic', 59_999), false)
  assert.equal(log.allows('Panic', 60_000), true)
  assert.equal(log.allows('Panic', 60_001), false)
})

test('asking clears the record', () => {
  const log = new RestartPolicy()
  for (const t of [0, 1, 2]) log.allows('WorkerLost', t)
  log.clear()
  assert.equal(log.allows('WorkerLost', 3), true)
})

for (const name of ['NoWebGL2', 'NoWasm', 'CSP', 'BadResponse', 'Timeout', 'whatever']) {
  test(`${name} is not mended by starting again by itself`, () => {
    assert.equal(new RestartPolicy().allows(name, 0), false)
  })
}
