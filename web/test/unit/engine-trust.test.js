import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkScriptURL, trusted } from '../../engine-trust.js'

test('addresses of scripts', () => {
  for (const url of ['https://example.org/a.js', 'http://127.0.0.1:8080/a.js', 'blob:null/1234']) assert.equal(checkScriptURL(url), url)
  for (const url of ['javascript:alert(1)', 'data:text/javascript,1', 'file:///a.js', 'a.js'])
    assert.throws(() => checkScriptURL(url), TypeError, url)
})

test('without Trusted Types strings go through', () => {
  assert.equal(trusted().createScriptURL('https://example.org/a.js'), 'https://example.org/a.js')
  assert.equal(trusted(), trusted())
})
