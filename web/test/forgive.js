// The gate forgives one failing browser test a run, once it has passed five times by itself on a busy machine.
// .ci/run calls this where `make test` has failed: node test/forgive.js REPORT
import { spawn } from 'node:child_process'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** How often the test has to pass. */
export const times = 5

/**
 * @typedef {object} Outcome of one test
 * @property {string} project
 * @property {string} name file and titles, as the runner prints them
 * @property {string} expected what the test says of itself: 'passed', or 'skipped'
 * @property {string[]} results one for each run
 * @property {Attachment[]} attachments
 */

/** @typedef {{name: string, path?: string, body?: string}} Attachment body: base64 */
/** @typedef {{test: string, date: string, symptom: string}} Row of flaky.txt */

const separator = ' › '

/**
 * Lists the tests of a report of Playwright's JSON reporter.
 * @param {any} report
 * @returns {Outcome[]}
 */
export function outcomesOf(report) {
  /** @type {Outcome[]} */
  const outcomes = []
  /** @param {any} suite @param {string[]} path */
  const walk = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        outcomes.push({
          project: test.projectName,
          name: [...path, spec.title].join(separator),
          expected: test.expectedStatus,
          results: test.results.map((/** @type {any} */ result) => result.status),
          attachments: test.results.flatMap((/** @type {any} */ result) => result.attachments ?? []),
        })
      }
    }
    for (const inner of suite.suites ?? []) walk(inner, [...path, inner.title])
  }
  for (const file of report.suites ?? []) walk(file, [file.title])
  return outcomes
}

/**
 * Finds the one failure of a run that may be forgiven.
 * @param {any} report
 * @param {Row[]} rows of tests that are not forgiven
 * @returns {Outcome}
 * @throws {Error} why nothing is forgiven
 */
export function forgivable(report, rows) {
  const outcomes = outcomesOf(report)
  if (report.errors?.length > 0) throw new Error(`the run itself failed: ${report.errors[0].message}`)
  if (outcomes.length === 0) throw new Error('the report has no test')
  const bad = outcomes.filter(({ expected, results }) => results.length !== 1 || results[0] !== expected)
  const skipped = bad.filter(({ expected, results }) => expected === 'skipped' && results.length === 0)
  const failed = bad.filter((one) => !skipped.includes(one))
  if (failed.length === 0) throw new Error('no browser test failed: something else did')
  if (failed.length > 1) throw new Error(`${failed.length} tests failed or did not run: ${failed.map((f) => f.name).join('; ')}`)
  const [failure] = failed
  if (failure.results.length !== 1) throw new Error(`${failure.name} ran ${failure.results.length} times`)
  if (failure.results[0] !== 'failed' && failure.results[0] !== 'timedOut') throw new Error(`${failure.name} was ${failure.results[0]}`)
  const row = rows.find(({ test }) => test === failure.name)
  if (row)
    throw new Error(`${row.test} has failed before, on ${row.date}: ${row.symptom}; find its cause and remove its row from flaky.txt`)
  return failure
}

/**
 * Checks the runs of the failed test by itself.
 * @param {any} report
 * @param {Outcome} failure
 * @throws {Error} why it is no flake
 */
export function passedEachTime(report, failure) {
  const again = outcomesOf(report)
  if (report.errors?.length > 0) throw new Error(`the run itself failed: ${report.errors[0].message}`)
  const other = again.find(({ name, project }) => name !== failure.name || project !== failure.project)
  if (other) throw new Error(`${other.name} ran instead of ${failure.name}`)
  const results = again.flatMap((one) => one.results)
  const passed = results.filter((result) => result === 'passed').length
  if (results.length !== times || passed !== times) throw new Error(`${failure.name} passed ${passed} of ${results.length} times by itself`)
}

/**
 * Reads flaky.txt: a test, a date and a symptom a line, with bars between.
 * @param {string} text
 * @returns {Row[]}
 */
export function readRows(text) {
  const lines = text.split('\n').map((line, i) => ({ line, n: i + 1 }))
  return lines
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'))
    .map(({ line, n }) => {
      const [test, date, symptom, ...rest] = line.split(' | ').map((part) => part.trim())
      if (!test || !symptom || rest.length > 0 || !/^\d{4}-\d\d-\d\d$/.test(date)) {
        throw new Error(`flaky.txt:${n}: write "file › title | 2025-02-27 | symptom"`)
      }
      return { test, date, symptom }
    })
}

const web = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} file @returns {Promise<any>} a report @throws {Error} where there is none */
async function readReport(file) {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error('the browser tests left no report: something else failed, or the runner crashed')
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Error('the report of the browser tests is not complete: the runner crashed')
  }
}

/**
 * Copies what the first failure left to where the next run does not remove it.
 * @param {Outcome} failure
 * @param {string} folder
 * @returns {Promise<string[]>} the files
 */
async function keep({ attachments }, folder) {
  await mkdir(folder, { recursive: true })
  const kept = /** @type {string[]} */ ([])
  for (const { name, path, body } of attachments) {
    const file = join(folder, path ? basename(path) : `${name.replace(/\W+/g, '-')}.txt`)
    await (path ? copyFile(path, file) : writeFile(file, Buffer.from(body ?? '', 'base64')))
    kept.push(file)
  }
  return kept
}

/**
 * Runs one test by itself while another process keeps a core busy.
 * @param {Outcome} failure
 * @param {string} folder
 * @returns {Promise<any>} the report
 */
async function again({ project, name }, folder) {
  const [list, report] = [join(folder, 'test-list.txt'), join(folder, 'again.json')]
  await writeFile(list, `[${project}]${separator}${name}\n`)
  const busy = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' })
  try {
    const run = spawn('make', ['test-web', `ARGS=--test-list=${list} --repeat-each=${times} --workers=1`], {
      cwd: dirname(web),
      stdio: 'inherit',
      env: { ...process.env, GATE_REPORT: report },
    })
    await new Promise((resolve, reject) => run.once('exit', resolve).once('error', reject))
  } finally {
    busy.kill('SIGKILL')
  }
  return readReport(report)
}

/** @param {string} file the report of the run that failed */
async function main(file) {
  const failure = forgivable(await readReport(file), readRows(await readFile(new URL('flaky.txt', import.meta.url), 'utf8')))
  const now = new Date().toISOString()
  const folder = join(web, 'test-kept', now.replace(/\W/g, '-'))
  const kept = await keep(failure, folder)
  console.log(
    `\nOne browser test failed: ${failure.name}\nIt runs ${times} times by itself now, one of ${availableParallelism()} cores kept busy.\n`,
  )
  passedEachTime(await again(failure, folder), failure)
  console.log(`\nFLAKY: ${failure.name}\nIt passed ${times} times by itself. What its failure left:`)
  for (const path of kept) console.log(`  ${relative(process.cwd(), path)}`)
  console.log(`Add a row to web/test/flaky.txt with the next commit:\n  ${failure.name} | ${now.slice(0, 10)} | what was seen`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv[2] ?? '').catch((error) => {
    console.error(`\nThe gate fails: ${error.message}`)
    process.exitCode = 1
  })
}
