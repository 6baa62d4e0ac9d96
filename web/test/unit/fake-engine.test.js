// The fake engine tells what the engine tells, in the same order: the table of commands in wasm/protocol is the measure.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fakeEngines } from './fake-engine.js'

/** What it leaves out: no part of the page waits for it. */
const leftOut = new Set(['hover', 'pointer', 'wheel', 'pan', 'reveal', 'resize', 'start', 'undo', 'redo', 'reset'])

const source = readFileSync(new URL('../../../wasm/protocol/protocol_test.go', import.meta.url), 'utf8')
const table = /\nfunc effects\(\)[\s\S]*?\n\}/.exec(source)?.[0] ?? ''
const rows = [...table.matchAll(/\{"([^"]+)", (nil|\[\]string\{(?:`[^`]+`(?:, )?)+\}), `([^`]+)`, "([^"]*)", /g)].map(
  ([, name, before, message, want]) => ({
    name,
    before: [...before.matchAll(/`([^`]+)`/g)].map(([, json]) => JSON.parse(json)),
    command: JSON.parse(message.replace(/%[XY]/g, '0')),
    want,
  }),
)

/**
 * @param {any[]} before
 * @param {any} command
 */
async function toldBy(before, { id, ...command }) {
  /** @type {string[]} */
  const told = []
  const engine = fakeEngines().startEngine(/** @type {any} */ ({ onMessage: (/** @type {any} */ { type }) => void told.push(type) }))
  for (const earlier of before) engine.send(earlier)
  await engine.run()
  told.length = 0
  engine.send(command, id)
  await engine.run()
  return told.join(' ')
}

test('the table of wasm/protocol is where it was', () => {
  assert.ok(rows.length > 20)
})

for (const { name, before, command, want } of rows.filter(({ command }) => !leftOut.has(command.type))) {
  test(`the fake engine answers: ${name}`, async () => assert.equal(await toldBy(before, command), want))
}

test('it refuses by the names of the engine', async () => {
  /** @type {any[]} */
  const told = []
  const engine = fakeEngines().startEngine(/** @type {any} */ ({ onMessage: (/** @type {any} */ event) => void told.push(event) }))
  await engine.run()
  engine.send({ type: 'select', node: 'z' }, 7)
  engine.send({ type: 'select', line: 'z' })
  await engine.run()
  assert.deepEqual(
    told.slice(-2).map(({ type, id, name, error }) => [type, id, name ?? error.name]),
    [
      ['reply', 7, 'UnknownNode'],
      ['error', undefined, 'UnknownLine'],
    ],
  )
})
