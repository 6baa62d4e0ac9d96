import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isolated } from '../../../src/ui/words.js'
import { addressIn, chooseRendition } from '../../../src/url/language.js'

const pages = [
  { lang: 'en', folder: '', reviewed: true },
  { lang: 'ar', folder: 'ar/', reviewed: true },
  { lang: 'fr', folder: 'fr/', reviewed: false },
]

/** @type {{name: string, current: string, asked?: string, liked?: string[], want: string|null}[]} */
const choices = [
  { name: 'a browser in the page’s language stays', current: 'en', liked: ['en-GB', 'ar'], want: null },
  { name: 'a browser in another reviewed language goes there', current: 'en', liked: ['ar-EG', 'en'], want: 'ar' },
  { name: 'an unreviewed language is never chosen for a reader', current: 'en', liked: ['fr', 'ar'], want: 'ar' },
  { name: 'a browser without a language of ours stays', current: 'en', liked: ['fr', 'ja'], want: null },
  { name: 'a document in a folder was asked for', current: 'ar', liked: ['en'], want: null },
  { name: 'a link comes before the browser', current: 'en', asked: 'fr', liked: ['ar'], want: 'fr' },
  { name: 'a link to the page’s own language keeps it', current: 'en', asked: 'en-US', liked: ['ar'], want: null },
  { name: 'a link leads back to the site’s own address', current: 'ar', asked: 'en', liked: ['ar'], want: 'en' },
  { name: 'a link to a language that is not there changes nothing', current: 'en', asked: 'ja', liked: ['ar'], want: null },
]
for (const { name, current, asked = null, liked = [], want } of choices) {
  test(name, () => assert.equal(chooseRendition(pages, current, asked, liked)?.lang ?? null, want))
}

const addresses = [
  { from: 'https://e.org/map/?node=us#how', root: '', folder: 'ar/', want: 'https://e.org/map/ar/?node=us#how' },
  { from: 'https://e.org/map/embed.html?lang=ar', root: '', folder: 'ar/', want: 'https://e.org/map/ar/embed.html?lang=ar' },
  { from: 'https://e.org/map/ar/index.html?lang=en', root: '../', folder: '', want: 'https://e.org/map/index.html?lang=en' },
  { from: 'https://e.org/map/ar/?lang=fr', root: '../', folder: 'fr/', want: 'https://e.org/map/fr/?lang=fr' },
]
for (const { from, root, folder, want } of addresses) {
  test(`${from} in ${folder || 'the first language'}`, () => assert.equal(addressIn(from, root, folder), want))
}

for (const root of ['https://x.org/', '//x.org/', '\\\\x.org\\', 'https://e.org//x.org/', 'javascript:alert(1)//', 'data:text/html,']) {
  test(`a root that somebody put into the page leads to no other origin: ${root}`, () => {
    assert.equal(new URL(addressIn('https://e.org/map/', root, 'fr/')).origin, 'https://e.org')
  })
}

test('what may run the other way is isolated, once', () => {
  for (const text of ['', '12', 'خريطة', '\u2068Map\u2069']) assert.equal(isolated(text, 'rtl'), text)
  for (const text of ['', '12', 'Map', '漢字', '\u2068خريطة\u2069']) assert.equal(isolated(text, 'ltr'), text)
  assert.equal(isolated('خريطة', 'ltr'), '\u2068خريطة\u2069')
  assert.equal(isolated('NATO', 'rtl'), '\u2068NATO\u2069')
  assert.equal(isolated('漢字', 'rtl'), '\u2068漢字\u2069')
})
