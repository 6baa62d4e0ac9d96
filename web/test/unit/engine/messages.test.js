// The two sides of the messages have the same names: the types of the page, and the tables and writers of wasm/protocol.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

/** @import { Command, MapEvent } from '../../../src/engine/messages.js' */

const protocol = new URL('../../../../wasm/protocol/', import.meta.url)
const source = readdirSync(protocol)
  .filter((file) => file.endsWith('.go') && !file.endsWith('_test.go'))
  .map((file) => readFileSync(new URL(file, protocol), 'utf8'))
  .join('\n')

/** The compiler refuses a name that no type has, and a type that has no name here. @type {Record<Command['type'], true>} */
const commands = {
  start: true,
  resize: true,
  sync: true,
  crash: true,
  lang: true,
  theme: true,
  picture: true,
  motion: true,
  pointer: true,
  wheel: true,
  hover: true,
  focus: true,
  select: true,
  move: true,
  place: true,
  pin: true,
  unpin: true,
  unpinAll: true,
  zoom: true,
  pan: true,
  fit: true,
  undo: true,
  redo: true,
  reset: true,
  restore: true,
  recall: true,
  filter: true,
  time: true,
  around: true,
  showAll: true,
  trail: true,
  hits: true,
  reveal: true,
  walk: true,
}

/** @type {Record<MapEvent['type'], true>} */
const events = {
  ready: true,
  places: true,
  hover: true,
  focus: true,
  select: true,
  state: true,
  history: true,
  cursor: true,
  settled: true,
  error: true,
  reply: true,
}

const namesIn = (/** @type {string} */ text, /** @type {RegExp} */ name) => [...text.matchAll(name)].map(([, found]) => found).sort()

test('the commands of the page are those that the engine reads', () => {
  const table = /^var commands = map\[string\]decoder\{\n([\s\S]*?)^\}/m.exec(source)?.[1] ?? ''
  const read = namesIn(table, /^\t"(\w+)":/gm)
  assert.ok(read.length > 30, 'the table of wasm/protocol is not where it was')
  assert.deepEqual(read, Object.keys(commands).sort())
})

test('the events of the page are those that the engine writes', () => {
  assert.deepEqual(namesIn(source, /\bw\.message\("(\w+)"\)/g), Object.keys(events).sort())
  const calls = source.match(/\.message\(/g)?.length
  assert.equal(calls, Object.keys(events).length, 'an event is written by another call than w.message("name")')
})
