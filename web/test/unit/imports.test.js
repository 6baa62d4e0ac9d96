// The rooms of src and which of them a script may import: the table of web/README.md is the rule.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('../../', import.meta.url))
const readme = readFileSync(path.join(web, 'README.md'), 'utf8')

/** The one file outside of src that a script reads; make writes it. */
const made = 'dist/go.js'

/** @typedef {{imports: string[], types: string[]}} Row rooms besides its own; types: for comments only */

/** @returns {Map<string, Row>} */
function readTable() {
  const names = (/** @type {string} */ cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name)
  const table = /\| room \|.*\n.*\n((?:\|.*\n)+)/.exec(readme)?.[1] ?? ''
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1))
  return new Map(rows.map(([room, , imports, types]) => [names(room)[0], { imports: names(imports), types: names(types) }]))
}

const table = readTable()
const scripts = readdirSync(path.join(web, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.js'))
  .map((file) => `src/${file}`)

/** @param {string} file from web/ */
const roomOf = (file) => /^src\/(\w+)\//.exec(file)?.[1] ?? 'src'

/**
 * Lists what a script imports, and what its comments take types of, from web/.
 * @param {string} file from web/
 * @param {string} source
 */
function importsOf(file, source) {
  const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
  const named = (/** @type {string} */ text) =>
    [...text.matchAll(/\bfrom '([^']+)'|\bimport\(?\s*'([^']+)'/g)].map(([, from, bare]) => {
      const name = from ?? bare
      return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name
    })
  return { code: named(source.replace(comments, '')), types: named((source.match(comments) ?? []).join('\n')) }
}

/**
 * Says why a script may not import another; '' if it may.
 * @param {string} file
 * @param {string} imported from web/, or the name of a package
 * @param {'code'|'types'} as
 */
function judge(file, imported, as) {
  const room = roomOf(file)
  const row = table.get(room)
  if (!row) return `${file}: README.md has no row for ${room}`
  if (imported === made) return room === 'engine' ? '' : `${file}: only the engine reads ${made}`
  if (!imported.startsWith('src/')) return `${file}: ${imported} is none of the rooms`
  const rooms = [room, ...row.imports, ...(as === 'types' ? row.types : [])]
  return rooms.includes(roomOf(imported)) ? '' : `${file}: ${imported}: ${room} imports ${row.imports.join(', ') || 'nothing'}`
}

const imports = new Map(scripts.map((file) => [file, importsOf(file, readFileSync(path.join(web, file), 'utf8'))]))

test('every import leads where the table lets it', () => {
  const wrong = []
  for (const [file, { code, types }] of imports) {
    wrong.push(...code.map((to) => judge(file, to, 'code')), ...types.map((to) => judge(file, to, 'types')))
  }
  assert.deepEqual(wrong.filter(Boolean), [])
})

test('the script for other sites reaches the framed map alone', () => {
  const reached = new Set(['src/actor-map.js'])
  for (const file of reached) for (const next of imports.get(file)?.code ?? []) reached.add(next)
  const others = [...reached].filter((file) => roomOf(file) !== 'embed')
  assert.deepEqual(others.sort(), ['src/actor-map.js', 'src/element.js', 'src/ui/el.js', 'src/ui/presence.js', 'src/ui/rate-limiter.js'])
  assert.ok(!reached.has('src/embed/server.js'))
})

test('no import goes round in a circle', () => {
  /** @type {Map<string, 'open'|'done'>} */
  const state = new Map()
  /**
   * @param {string} file
   * @param {string[]} way
   */
  const visit = (file, way) => {
    assert.notEqual(state.get(file), 'open', [...way, file].join(' -> '))
    if (state.has(file)) return
    state.set(file, 'open')
    for (const next of imports.get(file)?.code ?? []) visit(next, [...way, file])
    state.set(file, 'done')
  }
  for (const file of scripts) visit(file, [])
})

test('every room has a row and every row names rooms', () => {
  const rooms = new Set(scripts.map(roomOf))
  assert.deepEqual([...table.keys()].sort(), [...rooms].sort())
  for (const [room, { imports, types }] of table) {
    for (const other of [...imports, ...types]) assert.ok(rooms.has(other) && other !== room, `${room}: ${other}`)
  }
})

test('unit tests stand in the rooms of what they test', () => {
  const folders = readdirSync(path.join(web, 'test/unit'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of folders) assert.ok(table.has(name), name)
})

test('every row has something to say: what it leaves out is refused', () => {
  assert.match(judge('src/ui/el.js', 'src/map/stage.js', 'code'), /ui imports nothing/)
  assert.match(judge('src/ui/el.js', 'src/map/stage.js', 'types'), /ui imports nothing/)
  assert.match(judge('src/url/view.js', 'src/map/controller.js', 'code'), /url imports ui, model, reader, share/)
  assert.match(judge('src/map/stage.js', made, 'code'), /only the engine/)
  assert.match(judge('src/map/stage.js', 'lit-html', 'code'), /none of the rooms/)
  assert.match(judge('src/map/stage.js', 'test/live.js', 'types'), /none of the rooms/)
  assert.match(judge('src/attic/x.js', 'src/ui/el.js', 'code'), /no row/)
  assert.equal(judge('src/url/view.js', 'src/map/controller.js', 'types'), '')
})

test('imports are found however they are written', () => {
  const source = `// from './no.js'
/** @import { A } from './a.js' */
import { b,
  c } from '../ui/b.js'
import '../ui/d.js'
export * from './e.js'
const f = await import('./f.js') /** @type {import('../model/g.js').G} */`
  assert.deepEqual(importsOf('src/map/x.js', source), {
    code: ['src/ui/b.js', 'src/ui/d.js', 'src/map/e.js', 'src/map/f.js'],
    types: ['src/map/no.js', 'src/map/a.js', 'src/model/g.js'],
  })
})

test('every file that README.md links to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link).filter((link) => !link.startsWith('http'))
  assert.ok(links.length > 30)
  for (const link of links) assert.ok(existsSync(path.join(web, link)), link)
})
