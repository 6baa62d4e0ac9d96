import assert from 'node:assert/strict'
import { test } from 'node:test'
import { failureSentence, mayRetry, progressSentence } from '../../words.js'

const engineFailures = ['NoWebGL2', 'NoWasm', 'BadResponse', 'Timeout', 'ContextLost', 'Panic', 'Exited', 'WorkerLost', 'CSP']

for (const name of engineFailures) {
  test(`${name} has a reason of its own in plain words`, () => {
    const sentence = failureSentence(name)
    assert.notEqual(sentence, failureSentence('something new'))
    assert.match(sentence, /picture and the text below have everything\.$/)
    assert.ok(!sentence.includes(name), sentence)
  })
}

test('a button is offered where another attempt may help, and only there', () => {
  assert.deepEqual(engineFailures.filter((name) => !mayRetry(name)), ['NoWebGL2', 'NoWasm', 'CSP'])
})

test('progress names the total only where it is known, and never less than has come', () => {
  assert.equal(progressSentence(1_240_000, null), 'Loading the interactive map: 1.2 MB')
  assert.equal(progressSentence(1_240_000, 12_400_000), 'Loading the interactive map: 1.2 of 12.4 MB')
  assert.equal(progressSentence(13_000_000, 12_400_000), 'Loading the interactive map: 13.0 of 13.0 MB')
})
