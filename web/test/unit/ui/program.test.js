import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dataOfPage, program, programBeside } from '../../../src/ui/program.js'

const script = 'https://e.org/maps/actor-map.0123456789ab.js'

for (const page of [
  'https://e.org/maps/',
  'https://e.org/maps/one/fr/embed.html?node=us#?secret=x',
  'https://e.org/elsewhere.html', // of the origin, in another folder
  'https://e.org:443/maps/',
])
  test(`the program stands beside the script for ${page}`, () => {
    assert.deepEqual(programBeside(script, page, page), {
      worker: 'https://e.org/maps/engine-worker.js',
      main: 'https://e.org/maps/engine-main.js',
      wasm: 'https://e.org/maps/map.wasm',
    })
  })

test('a fragment is no part of the base', () => {
  assert.ok(programBeside(script, 'https://e.org/maps/#n-us', 'https://e.org/maps/'))
})

test('files of a disk are of one origin', () => {
  assert.ok(programBeside('file:///maps/actor-map.js', 'file:///maps/one/index.html', 'file:///maps/one/index.html'))
})

for (const [what, script_, page, base] of [
  ['a page of another host', script, 'https://x.org/maps/', 'https://x.org/maps/'],
  ['another port', script, 'https://e.org:8443/maps/', 'https://e.org:8443/maps/'],
  ['another scheme', script, 'http://e.org/maps/', 'http://e.org/maps/'],
  ['a name that only begins so', script, 'https://e.org.x.org/maps/', 'https://e.org.x.org/maps/'],
  ['a base elsewhere', script, 'https://e.org/maps/', 'https://x.org/'],
  ['a base in another folder', script, 'https://e.org/maps/', 'https://e.org/uploads/'],
  ['srcdoc, which has the base of its parent', script, 'about:srcdoc', 'https://e.org/maps/'],
  ['a blank page, in the same way', script, 'about:blank', 'https://e.org/maps/'],
  ['a page made from a blob', script, 'blob:https://e.org/1234', 'blob:https://e.org/1234'],
  ['a page and script made from blobs', 'blob:https://e.org/1', 'blob:https://e.org/1', 'blob:https://e.org/1'],
  ['a page of data', script, 'data:text/html,x', 'data:text/html,x'],
  ['a script of data', 'data:text/javascript,1', 'data:text/javascript,1', 'data:text/javascript,1'],
  ['a module, whose element nobody knows', '', 'https://e.org/maps/', 'https://e.org/maps/'],
])
  test(`no program for ${what}`, () => assert.equal(programBeside(script_, page, base), null))

test('outside a page there is none', () => assert.equal(program, null))

const page = 'https://e.org/maps/one/index.html?node=us'
for (const [address, want] of [
  ['one.json', 'https://e.org/maps/one/one.json'],
  ['../layout.json', 'https://e.org/maps/layout.json'],
  ['https://e.org/one.json', 'https://e.org/one.json'],
  ['//e.org/one.json', 'https://e.org/one.json'],
  ['//x.org/one.json', null],
  ['https://e.org:8443/one.json', null],
  ['http://e.org/one.json', null],
  ['\\\\x.org/one.json', null],
  ['data:application/json,{}', null],
  ['blob:https://e.org/1234', null],
  ['javascript:alert(1)', null],
  ['https://', null],
])
  test(`data at ${address}: ${want}`, () => assert.equal(dataOfPage(String(address), page), want))
