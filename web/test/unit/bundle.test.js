// What other sites load, as it is built: small, and without anything that loads a script.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

/** @param {string} name */
const built = (name) => readFileSync(new URL(`../../dist/${name}`, import.meta.url))

/** On a slow phone's network it is there before the picture beside it. */
const mostBytes = 12_000

/** Ways by which a script, or markup that may hold one, comes into a page. */
const loaders = {
  'an element': /["'`]script["'`]/,
  'a Worker': /\bWorker\b|importScripts/,
  'a module': /\bimport\b\s*\(/,
  'a text': /\beval\b|\bFunction\s*\(|set(?:Timeout|Interval)\(["'`]/,
  markup: /innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTML|srcdoc|DOMParser|createContextualFragment/,
  'a policy that lets it through': /trustedTypes/,
  WebAssembly: /WebAssembly|\.wasm/,
}

test('the script for other sites is small', () => {
  const bytes = gzipSync(built('actor-map.js'), { level: 9 }).length
  assert.ok(bytes <= mostBytes, `${bytes} bytes with gzip, at most ${mostBytes}`)
})

for (const [what, pattern] of Object.entries(loaders))
  test(`the script for other sites loads no script by ${what}`, () => {
    assert.doesNotMatch(built('actor-map.js').toString(), pattern)
  })

test('what is looked for is what the script of our own pages has', () => {
  const own = built('page.js').toString()
  for (const what of /** @type {const} */ (['an element', 'a Worker', 'a policy that lets it through', 'WebAssembly']))
    assert.match(own, loaders[what], what)
})
