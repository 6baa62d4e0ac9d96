// embedding/README.md is the one place for those who embed: it leaves nothing out and promises nothing that there is not. The
// compiler holds the published types to the same tables (talk-types.js).
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { events, requests } from '../../src/embed/messages.js'

/** @param {string} name of a file, from web/ */
const read = (name) => readFile(new URL(`../../${name}`, import.meta.url), 'utf8')

const doc = await read('embedding/README.md')

/**
 * The rows of the first table below a heading, as lists of cells.
 * @param {string} heading
 */
function tableBelow(heading) {
  const [, section] = doc.split(`\n## ${heading}\n`)
  const rows = section.split('\n## ')[0].match(/^\|.*\|$/gm) ?? []
  return rows.slice(2).map((row) => row.slice(1, -1).split('|'))
}

/** The calls that the table of methods shows, without a map's own commands. */
const calls = tableBelow('Methods').flatMap(([cell]) =>
  [...cell.matchAll(/`(\w+)\((.*?)\)`/g)].map(([, method, given]) => ({ method, given })).filter(({ given }) => given !== 'command'),
)
const methods = [...requests.values()].filter(({ method }) => method !== undefined)

test('the methods are those of the table, and no others', () => {
  assert.deepEqual([...new Set(calls.map(({ method }) => method))].sort(), methods.map(({ method }) => method).sort())
})

/** What stands for the words of the document. */
const samples = { node: 'us', line: 'r1', state: { pinned: { us: [0, 1] } } }

for (const { method, params, field, absent } of methods) {
  /** @type {unknown[][]} the arguments of each call */
  const given = calls
    .filter((call) => call.method === method)
    .map((call) => new Function(...Object.keys(samples), `return [${call.given}]`)(...Object.values(samples)))

  test(`${method}: the calls that are shown are taken`, () => {
    for (const [argument] of given) assert.doesNotThrow(() => params(field ? { [field]: argument } : (argument ?? absent), ''))
    assert.equal(
      given.some((list) => list.length === 0),
      field === undefined,
      'it is shown without an argument where that may be left out',
    )
  })

  test(`${method}: every argument is shown`, () => {
    const shown = new Set(given.flatMap(([argument]) => (field ? [field] : Object.keys(argument ?? {}))))
    const { fields = [] } = /** @type {any} */ (params)
    assert.deepEqual([...shown].sort(), [...fields].sort())
  })
}

test('the attributes are those of the table', () => {
  const shown = tableBelow('Attributes of `<actor-map src>`').map(([cell]) => cell.trim())
  for (const { attribute } of requests.values()) if (attribute !== undefined) assert.ok(shown.includes(`\`${attribute}\``), attribute)
})

test('the events and what is in them are those of the table, and no others', () => {
  const shown = Object.fromEntries(
    tableBelow('Events').map(([event, detail]) => [event.trim(), [...detail.matchAll(/`([^`]+)`/g)].map(([, word]) => word)]),
  )
  const table = [...events].map(([event, { detail }]) => {
    const fields = event === 'state' ? ['getState()'] : /** @type {any} */ (detail).fields
    return [`\`actor-map-${event}\``, event === 'error' ? [...fields, 'message'] : fields]
  })
  assert.deepEqual(shown, Object.fromEntries(table))
})

test('every key of a link is there', async () => {
  const keys = /const knownKeys = new Set\(\[([^\]]*)\]\)/.exec(await read('src/url/view-url.js'))?.[1].match(/\w+/g) ?? []
  assert.ok(keys.length > 8)
  for (const key of keys) assert.match(doc, new RegExp(`\`${key}(?:=\\S+)?\``), key)
})
