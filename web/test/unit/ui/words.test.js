import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { progressSentence } from '../../../src/map/progress.js'
import { failureSentence, mayRetry } from '../../../src/ui/failures.js'
import { hasKey, t } from '../../../src/ui/words.js'
import '../english.js'

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
  assert.deepEqual(
    engineFailures.filter((name) => !mayRetry(name)),
    ['NoWebGL2', 'NoWasm', 'CSP'],
  )
})

test('progress names the total only where it is known, and never less than has come', () => {
  assert.equal(progressSentence(1_240_000, null), 'Loading the interactive map: 1.2 MB')
  assert.equal(progressSentence(1_240_000, 12_400_000), 'Loading the interactive map: 1.2 of 12.4 MB')
  assert.equal(progressSentence(13_000_000, 12_400_000), 'Loading the interactive map: 13.0 of 13.0 MB')
})

test('a plural is chosen by its number, nothing at all has a form of its own', () => {
  assert.deepEqual(
    [0, 1, 2, 11].map((n) => t('n.relations', { n })),
    ['no relations', '1 relation', '2 relations', '11 relations'],
  )
})

test('what is filled in is never read as a placeholder', () => {
  assert.equal(t('line.sentence', { from: '{to}', to: '{label}', label: '$1' }), '{to} → {label}: $1')
})

test('a key that no catalogue has is an error, whatever its name', () => {
  for (const key of ['nothing', 'constructor', '__proto__']) {
    assert.throws(() => t(key), /no catalogue/)
    assert.equal(hasKey(key), false)
  }
})

test('the browser counts as the page does', () => {
  const rows = readFileSync(new URL('../../../../cmd/actormap/lang/testdata/plurals.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  for (const row of rows) {
    const [lang, n, category] = row.split(' ')
    assert.equal(new Intl.PluralRules(lang).select(Number(n)), category, row)
  }
  assert.ok(rows.length > 100)
})

for (const tag of ['ar', 'de', 'en', 'es', 'fr', 'ru', 'uk', 'zh']) {
  test(`${tag}: the page writes dates as the browser does`, () => {
    const { locale, page } = JSON.parse(readFileSync(new URL(`../../../lang/${tag}.json`, import.meta.url), 'utf8'))
    /** @type {Intl.DateTimeFormatOptions} */
    const long = { month: 'long', year: 'numeric', timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' }
    for (let month = 0; month < 12; month++) {
      const date = new Date(Date.UTC(2025, month, 5))
      const fill = (/** @type {string} */ pattern, /** @type {string} */ name) =>
        pattern.replace('{year}', '2025').replace('{month}', name).replace('{day}', '5')
      const plain = (/** @type {Intl.DateTimeFormatOptions} */ form) =>
        new Intl.DateTimeFormat(locale, form).format(date).replace(/[\u00a0\u202f]/g, ' ')
      assert.equal(fill(page['date.day'], page['date.monthsOfDays'][month]), plain({ ...long, day: 'numeric' }))
      assert.equal(fill(page['date.month'], page['date.months'][month]), plain(long))
    }
  })
}
