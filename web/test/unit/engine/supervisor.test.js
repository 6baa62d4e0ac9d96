// When an engine runs, and what becomes of what it was asked.
import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { RequestLedger } from '../../../src/engine/requests.js'
import { EngineSupervisor } from '../../../src/engine/supervisor.js'
import { fakeEngines, heard } from '../fake-engine.js'

/** @import { Command } from '../../../src/engine/messages.js' */

afterEach(() => mock.timers.reset())

const seen = { pageVisible: true, near: true, onScreen: true }
const unseen = { pageVisible: true, near: false, onScreen: false }

/**
 * A supervisor of fake engines, whose files come when the test says so.
 * @param {() => Command[]} [restore]
 */
function supervised(restore = () => []) {
  const engines = fakeEngines()
  const told = /** @type {{statuses: string[], events: string[], failures: [string, boolean][]}} */ ({
    statuses: [],
    events: [],
    failures: [],
  })
  /** @type {(() => void)[]} */
  const loads = []
  const supervisor = new EngineSupervisor({
    startEngine: engines.startEngine,
    mountCanvas: () => /** @type {any} */ ({}),
    dropCanvas() {},
    load: () => new Promise((resolve) => loads.push(() => resolve({ dataset: new Uint8Array(1), layout: null }))),
    program: () => ({ program: { worker: '', main: '', wasm: '' }, host: 'auto', wasmBytes: null }),
    settings: () => ({ type: 'start', width: 600, height: 400, dpr: 1, theme: 'light', lang: 'en', reducedMotion: false }),
    restore,
    onEvent: ({ type }) => told.events.push(type),
    onStatus: (status) => told.statuses.push(status),
    onProgress() {},
    onFailure: ({ name }, final) => told.failures.push([name, final]),
  })
  return { supervisor, engines, told, loads }
}

/** @param {() => Command[]} [restore] */
async function live(restore) {
  const all = supervised(restore)
  all.supervisor.observe(seen)
  await new Promise((resolve) => setTimeout(resolve, 5))
  all.loads[0]()
  await heard()
  await all.engines.now.run()
  return all
}

test('a map that comes into view starts; its events are told, answers are not events', async () => {
  const { supervisor, engines, told } = await live()
  const answer = supervisor.request({ type: 'fit' })
  await engines.now.run()
  assert.equal(await answer, undefined)
  assert.deepEqual(told.statuses, ['loading', 'live'])
  assert.deepEqual(told.events, ['ready', 'places'])
})

test('the value of an answer is that of its own request, in whatever order they come', async () => {
  const { supervisor, engines } = await live()
  const asked = [supervisor.request({ type: 'picture' }), supervisor.request({ type: 'fit' }), supervisor.request({ type: 'picture' })]
  const ids = engines.now.received.map(({ id }) => id)
  assert.equal(new Set(ids).size, 3)
  await engines.now.run()
  assert.deepEqual((await Promise.all(asked)).map(Boolean), [true, false, true])
})

test('without an engine a request is rejected at once, and a command dropped', async () => {
  const { supervisor, engines, loads } = supervised()
  await assert.rejects(supervisor.request({ type: 'fit' }), { name: 'NotLive' })
  supervisor.send({ type: 'fit' })
  supervisor.observe(seen)
  await new Promise((resolve) => setTimeout(resolve, 5))
  loads[0]()
  await heard()
  assert.deepEqual(engines.now.received, [])
})

test('a new engine gets what is restored, then what the lost one has not answered, then what comes after', async () => {
  const { supervisor, engines } = await live(() => [{ type: 'restore', state: {} }])
  const answered = supervisor.request({ type: 'fit' })
  await engines.now.run()
  await answered
  const asked = supervisor.request({ type: 'zoom', factor: 2 })
  supervisor.send({ type: 'undo' }) // nobody waits for it
  await engines.now.fail('ContextLost')
  supervisor.send({ type: 'redo' })
  assert.deepEqual(
    engines.now.received.map(({ type }) => type),
    ['restore', 'zoom', 'redo'],
  )
  await engines.now.run()
  await asked
})

test('who nobody sees any more rests, then stops: what was asked is rejected by name', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const { supervisor, engines, loads } = supervised()
  supervisor.observe(seen)
  mock.timers.tick(1)
  await Promise.resolve()
  loads[0]()
  await heard()
  await engines.now.run()
  const asked = assert.rejects(supervisor.request({ type: 'fit' }), { name: 'NotLive' })
  supervisor.observe(unseen)
  assert.deepEqual([engines.now.paused, engines.now.stopped], [true, false])
  supervisor.observe(seen)
  assert.equal(engines.now.paused, false)
  supervisor.observe(unseen)
  mock.timers.tick(2000)
  assert.equal(engines.now.stopped, true)
  await asked
})

test('files that come for an attempt that was given up start nothing', async () => {
  const { supervisor, engines, loads, told } = supervised()
  supervisor.observe(seen)
  await new Promise((resolve) => setTimeout(resolve, 5))
  supervisor.stop()
  loads[0]()
  await heard()
  assert.equal(engines.engines.length, 0)
  assert.deepEqual(told.statuses, ['loading', 'picture'])
})

test('a failure that comes from an engine that was replaced is no failure of the new one', async () => {
  const { engines, told } = await live()
  const [first] = engines.engines
  await first.fail('Panic')
  await first.fail('Panic')
  assert.equal(engines.engines.length, 2)
  assert.deepEqual(told.failures, [['Panic', false]])
})

test('after the last restart the reader must act; the retry starts with nothing left over', async () => {
  const { supervisor, engines, told, loads } = await live()
  for (let n = 0; n < 3; n++) await engines.now.fail('Panic')
  const asked = assert.rejects(supervisor.request({ type: 'fit' }), { name: 'NotLive' })
  await engines.now.fail('Panic')
  await asked
  assert.deepEqual(told.failures.at(-1), ['Panic', true])
  supervisor.retry()
  loads[1]()
  await heard()
  assert.deepEqual(engines.now.received, [])
})

test('the ledger: ids are never used twice, and an answer to no question is nobody’s', async () => {
  const ledger = new RequestLedger()
  const first = ledger.open('a')
  ledger.settle(first.id, 1)
  ledger.settle(first.id, 2)
  ledger.settle(99, 3)
  assert.equal(await first.answer, 1)
  const second = ledger.open('b')
  assert.notEqual(second.id, first.id)
  ledger.settle(second.id, undefined, 'refused in words')
  await assert.rejects(second.answer, { name: 'Error', message: 'refused in words' })
})
