// What the gate forgives, by made-up reports of the browser tests.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { forgivable, outcomesOf, passedEachTime, readRows, times } from '../forgive.js'

const program = fileURLToPath(new URL('../forgive.js', import.meta.url))

/**
 * @param {string} title
 * @param {string[]} results
 * @param {string} [expectedStatus]
 */
const spec = (title, results, expectedStatus = 'passed') => ({
  title,
  tests: [{ projectName: 'map', expectedStatus, results: results.map((status) => ({ status, attachments: [] })) }],
})

/** @param {ReturnType<typeof spec>[]} specs */
const report = (...specs) => ({
  errors: /** @type {{message: string}[]} */ ([]),
  suites: [{ title: 'drag.spec.js', specs: specs.slice(0, 1), suites: [{ title: 'host main', specs: specs.slice(1) }] }],
})

const passed = spec('one', ['passed'])
const failed = spec('two', ['failed'])
const row = { test: 'drag.spec.js › host main › two', date: '2025-02-27', symptom: 'the node is not there' }

test('the one failure of a run is forgivable, by its whole name', () => {
  assert.equal(forgivable(report(passed, failed), []).name, 'drag.spec.js › host main › two')
  assert.equal(forgivable(report(passed, spec('two', ['timedOut'])), []).name, row.test)
  assert.equal(forgivable(report(failed, passed), [row]).name, 'drag.spec.js › two', 'a row of a like name means another test')
  assert.equal(forgivable(report(failed, spec('three', [], 'skipped')), []).name, 'drag.spec.js › two')
})

for (const [what, run, why] of /** @type {[string, any, RegExp][]} */ ([
  ['no failure: something else failed', report(passed, spec('two', ['passed'])), /no browser test failed/],
  ['two failures', report(spec('one', ['failed']), failed), /2 tests failed/],
  ['a failure and a test that did not run', report(failed, spec('three', [])), /2 tests failed or did not run/],
  ['a run that was interrupted', report(passed, spec('two', ['interrupted'])), /interrupted/],
  ['a test that should have failed', report(passed, spec('two', ['passed'], 'failed')), /was passed/],
  ['a second chance inside the run', report(passed, spec('two', ['failed', 'passed'])), /ran 2 times/],
  ['a failure of the run itself beside the one of a test', { ...report(passed, failed), errors: [{ message: 'no server' }] }, /no server/],
  ['a report without tests', { suites: [], errors: [] }, /no test/],
])) {
  test(`not forgiven: ${what}`, () => assert.throws(() => forgivable(run, []), why))
}

test('not forgiven: a test with a row', () => {
  assert.throws(() => forgivable(report(passed, failed), [row]), /2025-02-27: the node is not there/)
})

test('it has to pass each time by itself, and nothing else counts', () => {
  const failure = outcomesOf(report(passed, failed))[1]
  /** @param {string[]} results */
  const runs = (...results) => ({
    errors: [],
    suites: results.map((status) => ({ title: 'drag.spec.js', suites: [{ title: 'host main', specs: [spec('two', [status])] }] })),
  })
  const all = Array(times).fill('passed')
  passedEachTime(runs(...all), failure)
  assert.throws(() => passedEachTime(runs(...all.slice(1), 'failed'), failure), /4 of 5/)
  assert.throws(() => passedEachTime(runs(...all.slice(1)), failure), /4 of 4/)
  assert.throws(() => passedEachTime({ errors: [], suites: [] }, failure), /0 of 0/)
  assert.throws(() => passedEachTime(report(passed), failure), /ran instead/)
  assert.throws(() => passedEachTime({ ...runs(...all), errors: [{ message: 'no server' }] }, failure), /no server/)
})

test('where there is no report, or half of one, the gate fails', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'actormap-'))
  const half = join(folder, 'half.json')
  await writeFile(half, '{"suites": [')
  for (const [file, why] of /** @type {[string, RegExp][]} */ ([
    [join(folder, 'none.json'), /left no report/],
    [half, /not complete/],
  ])) {
    await assert.rejects(promisify(execFile)(process.execPath, [program, file]), (/** @type {any} */ error) => {
      assert.equal(error.code, 1)
      assert.match(error.stderr, why)
      return true
    })
  }
  await rm(folder, { recursive: true })
})

test('flaky.txt: every row says test, date and symptom, and its file is there', async () => {
  const rows = readRows(await readFile(new URL('../flaky.txt', import.meta.url), 'utf8'))
  for (const { test } of rows) await stat(new URL(`../${test.split(' › ')[0]}`, import.meta.url))
  assert.deepEqual(readRows(`# a remark\n\n${row.test} | ${row.date} | ${row.symptom}\n`), [row])
  assert.throws(() => readRows('drag.spec.js › two | yesterday | gone'), /flaky.txt:1/)
  assert.throws(() => readRows('\ndrag.spec.js › two | 2025-02-27'), /flaky.txt:2/)
})

test('the browser tests begin when all else has passed, so that their report means that nothing else failed', async () => {
  const makefile = await readFile(new URL('../../../Makefile', import.meta.url), 'utf8')
  const rule = /^test:([^#\n]*)(?:#.*)?\n((?:\t.*\n)*)/m.exec(makefile)
  assert.match(rule?.[1] ?? '', /\btest-go\b/)
  assert.doesNotMatch(rule?.[1] ?? '', /\btest-web\b/)
  assert.equal(rule?.[2], '\t@$(MAKE) --no-print-directory test-web\n')
  const gate = await readFile(new URL('../../../.ci/run', import.meta.url), 'utf8')
  assert.match(gate, /^rm -f "\$GATE_REPORT"\nmake test && exit\n/m)
})
