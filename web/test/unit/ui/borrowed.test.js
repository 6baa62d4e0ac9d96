// What a catalogue that nobody has reviewed leaves out is said in English, and marked as English in the document.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { beforeEach, test } from 'node:test'
import { el, iconButton, setText } from '../../../src/ui/el.js'
import { hasKey, setCatalogue, t } from '../../../src/ui/words.js'
import { fakeDocument } from '../fake-dom.js'

/** @param {string} tag */
function read(tag) {
  const { locale, dir, script } = JSON.parse(readFileSync(new URL(`../../../lang/${tag}.json`, import.meta.url), 'utf8'))
  return { lang: tag, locale, dir, words: /** @type {Record<string, string>} */ (script) }
}

/**
 * Sets the catalogue of a language without some keys, as its page brings it.
 * @param {string} tag
 * @param {...string} leftOut
 */
function leaveOut(tag, ...leftOut) {
  const own = read(tag)
  const english = read('en')
  /** @param {Record<string, string>} words @param {boolean} out */
  const pick = (words, out) => Object.fromEntries(Object.entries(words).filter(([key]) => leftOut.includes(key.split('_')[0]) === out))
  setCatalogue({
    ...own,
    words: pick(own.words, false),
    root: '',
    pages: [{ lang: tag, folder: '', reviewed: false }],
    english: { ...english, words: pick(english.words, true) },
  })
}

/** The children of an element, as language, direction and text. @param {any} element */
const spans = ({ children }) =>
  children.map((/** @type {any} */ child) => [child.getAttribute('lang'), child.getAttribute('dir'), child.textContent])

beforeEach(() => {
  fakeDocument(0)
})

test('a key that is left out is said in English, with English plurals', () => {
  leaveOut('uk', 'n.relations', 'story.close')
  assert.equal(t('story.close'), read('en').words['story.close'])
  assert.deepEqual(
    [0, 1, 2, 22].map((n) => t('n.relations', { n })),
    ['no relations', '1 relation', '2 relations', '22 relations'],
  )
  assert.equal(t('search.count', { n: 22 }), read('uk').words['search.count_few'].replace('{n}', '22'))
  assert.ok(hasKey('story.close'))
  assert.throws(() => t('nothing'), /no catalogue/)
})

test('as a text it is marked, and the page’s own words are not', () => {
  leaveOut('uk', 'story.close')
  assert.deepEqual(spans(el('p', {}, t('story.close'))), [['en', null, t('story.close')]])
  assert.deepEqual(spans(el('p', {}, t('n.relations', { n: 2 }))), [])
  const line = /** @type {any} */ (el('p', {}, el('b'), t('story.close')))
  assert.deepEqual(spans(line)[1], ['en', null, t('story.close')])
  setText(line, t('story.close'))
  assert.deepEqual(spans(line), [['en', null, t('story.close')]])
})

test('in a document that runs from right to left it keeps its own direction', () => {
  leaveOut('ar', 'story.close')
  assert.deepEqual(spans(el('p', {}, t('story.close'))), [['en', 'ltr', t('story.close')]])
})

test('the name of an icon button has its language on the button', () => {
  leaveOut('ar', 'story.close')
  const button = /** @type {any} */ (iconButton({ name: t('story.close'), path: '', onClick() {} }))
  assert.deepEqual(
    ['lang', 'dir', 'aria-label', 'title'].map((name) => button.getAttribute(name)),
    ['en', 'ltr', t('story.close'), t('story.close')],
  )
  const own = /** @type {any} */ (iconButton({ name: t('n.relations', { n: 2 }), path: '', onClick() {} }))
  assert.equal(own.getAttribute('lang'), null)
})

test('a catalogue that is whole marks nothing', () => {
  const own = read('uk')
  setCatalogue({ ...own, root: '', pages: [] })
  assert.deepEqual(spans(el('p', {}, t('story.close'))), [])
  assert.throws(() => t('nothing'), /no catalogue/)
})
