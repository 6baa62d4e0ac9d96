// The element comes into the page and goes, at any time.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { files, press, scrollIntoView, watching } from '../dom.js'
import { heard } from '../fake-engine.js'
import { OpenMap, openMap } from '../open-map.js'

/** @type {OpenMap} */
let map
afterEach(() => map.close())

test('a map that goes leaves the page as it was: legend and picture, and nobody who watches', async () => {
  map = new OpenMap()
  const [before, inPage] = [map.element.innerHTML, document.body.innerHTML]
  await map.goLive()
  assert.ok(watching() > 0)
  await map.element.select({ node: 'a' })
  await map.engine.run()
  map.element.remove()
  assert.equal(map.engine.stopped, true)
  assert.equal(watching(), 0)
  assert.equal(map.element.innerHTML, before)
  assert.equal(document.body.innerHTML.replaceAll(' class=""', ''), inPage)
})

test('what was asked is rejected when the map goes, and asks of a map that is gone are too', async () => {
  map = await openMap()
  const rejected = assert.rejects(map.element.request({ type: 'sync' }), { name: 'NotLive' })
  map.element.remove()
  await rejected
  await assert.rejects(map.element.fit(), { name: 'NoMap' })
  await assert.rejects(map.element.send({ type: 'fit' }), { name: 'NoMap' })
})

test('an answer that comes when the map has gone changes nothing', async () => {
  map = await openMap()
  const { engine } = map
  await map.element.select({ node: 'a' })
  map.listbox.focus()
  map.element.remove()
  const left = map.element.innerHTML
  engine.stopped = false
  await engine.run()
  await engine.fail('Panic')
  assert.equal(map.element.innerHTML, left)
  assert.equal(map.engines.engines.length, 1, 'and starts no other engine')
})

test('a map that goes while its files come starts no engine', async () => {
  map = new OpenMap()
  let come = () => {}
  const file = new Promise((resolve) => (come = () => resolve('{}')))
  files.set('/data.json', () => file)
  document.body.append(map.element)
  scrollIntoView(true)
  await new Promise((resolve) => setTimeout(resolve, 5))
  assert.equal(map.element.status, 'loading')
  map.element.remove()
  come()
  await heard()
  assert.equal(map.engines.engines.length, 0)
})

test('a map that is moved within the page starts again, once, and takes keys once', async () => {
  map = await openMap()
  document.body.prepend(map.element)
  scrollIntoView(true)
  await map.until(() => map.engines.engines.length === 2)
  assert.equal(map.engines.engines[0].stopped, true)
  await map.engine.run()
  assert.equal(map.element.status, 'live')
  assert.equal(document.querySelectorAll('.am-surface').length, 1)
  map.listbox.focus()
  await map.engine.run()
  press(map.listbox, '+')
  assert.equal(map.engine.asked('zoom').length, 1)
  press(map.listbox, 'Enter')
  await map.engine.run()
  assert.equal(map.panelTitle, 'Anna')
})

test('two maps on a page do not hear each other', async () => {
  map = await openMap()
  const other = map.element.cloneNode(false)
  other.innerHTML = '<figure><picture><img src="map.svg" alt=""></picture></figure>'
  other.id = 'other'
  const engines = map.engines.engines
  document.body.append(other)
  scrollIntoView(true)
  await map.until(() => engines.length === 2)
  await engines[1].run()
  await other.select({ node: 'b' })
  await engines[1].run()
  assert.deepEqual([map.element.state, other.state.selected], [null, { node: 'b' }])
  assert.equal(engines[0].asked('select').length, 0)
  other.remove()
  assert.deepEqual([engines[0].stopped, engines[1].stopped], [false, true])
})
