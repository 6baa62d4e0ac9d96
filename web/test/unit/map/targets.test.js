import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hexOf } from '../../../src/map/environment.js'
import { targetOfLink } from '../../../src/reader/page-text.js'

const links = [
  { href: '#n-trump', want: { node: 'trump' } },
  { href: '#r-17', want: { line: '17' } },
  { href: '../index.html#n-us', want: { node: 'us' } },
  { href: '#n-a%20b', want: { node: 'a b' } },
  { href: '#n-50%', want: { node: '50%' } },
  { href: 'n/us.html', want: { node: 'us' } },
  { href: 'http://host/sub/n/us.html', want: { node: 'us' } },
  { href: 'n/us.html#r-3', want: { line: '3' } },
  { href: 'n/us.html#s-report', want: {} },
  { href: 'plan/us.html', want: {} },
  { href: '#s-report', want: {} },
  { href: 'https://example.org/', want: {} },
  { href: '#', want: {} },
]
for (const { href, want } of links) {
  test(`targetOfLink(${href})`, () => assert.deepEqual(targetOfLink(href), want))
}

const colours = [
  { css: 'rgb(255, 0, 128)', want: '#ff0080' },
  { css: 'rgba(1, 2, 3, 0.5)', want: '#010203' },
  { css: 'rgb(0 10 300)', want: '#000aff' },
  { css: '', want: '#000000' },
]
for (const { css, want } of colours) {
  test(`hexOf(${css})`, () => assert.equal(hexOf(css), want))
}
