import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkScriptURL, importingBlob, trusted } from '../../../src/engine/trusted-types.js'

const ours = { worker: 'https://e.org/m/worker.1.js', main: 'https://e.org/m/main.2.js', wasm: 'https://e.org/m/map.3.wasm' }

test('the two scripts of the program go through', () => {
  for (const url of [ours.worker, ours.main]) assert.equal(checkScriptURL(url, ours), url)
})

for (const url of [
  'https://e.org/m/other.js',
  'https://e.org/worker.1.js',
  'https://e.org/m/m/worker.1.js',
  'https://e.org/m/worker.1.js?a',
  'https://e.org/m/worker.1.js#a',
  'https://e.org:444/m/worker.1.js',
  'http://e.org/m/worker.1.js',
  'https://x.org/m/worker.1.js',
  '//x.org/m/worker.1.js',
  'worker.1.js',
  ours.wasm,
  'blob:https://e.org/1234',
  'blob:null/1234',
  'data:text/javascript,1',
  'javascript:alert(1)',
  '',
])
  test(`no script of the map: "${url}"`, () => assert.throws(() => checkScriptURL(url, ours), TypeError))

test('where there is no program, as in a module, nothing goes through', () => {
  assert.throws(() => checkScriptURL(ours.main, null), TypeError)
  assert.throws(() => trusted().createScriptURL(ours.main), TypeError)
  assert.throws(() => importingBlob(ours.main), TypeError)
})

test('the policy makes script addresses and nothing else', () => {
  assert.deepEqual(Object.keys(trusted()), ['createScriptURL'])
})
