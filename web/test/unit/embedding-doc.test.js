// embedding/README.md is the one place for those who embed: it may leave nothing out.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { events, requests } from '../../src/embed/messages.js'

/** @param {string} name of a file, from web/ */
const read = (name) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8')

const doc = await read('embedding/README.md')

/** The methods behind the requests whose names are not theirs. @type {Record<string, string>} */
const methods = { focus: 'focusOn', theme: '`theme`', language: '`lang`' }

test('every request is there as a method or an attribute', () => {
  for (const ask of requests.keys()) assert.ok(doc.includes(methods[ask] ?? `\`${ask}(`) || doc.includes(`, \`${ask}(`), ask)
})

test('every event is there', () => {
  for (const event of events.keys()) assert.ok(doc.includes(`\`actor-map-${event}\``), event)
})

test('every key of a link is there', async () => {
  const keys = /const knownKeys = new Set\(\[([^\]]*)\]\)/.exec(await read('src/url/view-url.js'))?.[1].match(/\w+/g) ?? []
  assert.ok(keys.length > 8)
  for (const key of keys) assert.match(doc, new RegExp(`\`${key}(?:=\\S+)?\``), key)
})

test('every method and event of the types is there, and the other way round', async () => {
  const types = await read('embedding/actor-map.d.ts')
  const names = [...types.matchAll(/^ {2}(\w+)\(.*Promise</gm)].map(([, name]) => name)
  assert.ok(names.length > 7)
  for (const name of names) assert.ok(doc.includes(`${name}(`), name)
  for (const [, event] of doc.matchAll(/`(actor-map-[a-z]+)`/g)) assert.ok(types.includes(`'${event}'`), event)
})
