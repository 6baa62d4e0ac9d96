import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'

const script = await readFile(new URL('../../../pages/moved.js', import.meta.url), 'utf8')

/**
 * Where the script of a document that has moved leads.
 * @param {string} href of its link
 * @param {string} address of the document
 */
function leadsTo(href, address) {
  const { search, hash } = new URL(address)
  const went = /** @type {string[]} */ ([])
  runInNewContext(script, {
    URL,
    addEventListener: (/** @type {string} */ _name, /** @type {() => void} */ run) => run(),
    document: { getElementById: () => ({ href }) },
    location: { search, hash, replace: (/** @type {string} */ to) => went.push(to) },
  })
  return went
}

for (const [href, address, want] of /** @type {[string, string, string[]][]} */ ([
  ['https://a.example/map/', 'https://a.example/map/de/?node=x&lang=de#r-1', ['https://a.example/map/?node=x&lang=de#r-1']],
  ['https://a.example/map/', 'https://a.example/map/de/', ['https://a.example/map/']],
  ['file:///map/index.html', 'file:///map/de/index.html#r-1', ['file:///map/index.html#r-1']],
  ['javascript:alert(1)', 'https://a.example/map/de/#r-1', []],
  ['data:text/html,x', 'https://a.example/map/de/', []],
  ['blob:https://a.example/1', 'https://a.example/map/de/', []],
])) {
  test(`a document that has moved to ${href}, asked for as ${address}`, () => assert.deepEqual(leadsTo(href, address), want))
}
