// Selection, panel and address while answers come late, out of order, or from another engine.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { press } from '../dom.js'
import { OpenMap, openMap } from '../open-map.js'

/** @type {OpenMap} */
let map
afterEach(() => map.close())

test('a selection of the page is shown at once, and one of the map when the engine tells it', async () => {
  map = await openMap()
  await map.element.select({ node: 'a' })
  assert.equal(map.panelTitle, 'Anna')
  await map.engine.run()
  await map.engine.does({ type: 'select', node: 'b' }, { selected: { node: 'b' } })
  assert.equal(map.panelTitle, 'Bert')
  await map.engine.does({ type: 'select' }, { selected: {} })
  assert.equal(map.panelTitle, null)
})

test('what the engine tells before it has answered is older than the selection of the page', async () => {
  map = await openMap()
  await map.element.select({ node: 'a' })
  await map.element.select({ node: 'b' })
  await map.engine.run(1) // it has selected a, and says so
  assert.deepEqual(map.element.state.selected, { node: 'b' })
  assert.equal(map.panelTitle, 'Bert')
  await map.engine.run()
  assert.equal(map.panelTitle, 'Bert')
})

test('a press on the map that follows the answer in one batch counts', async () => {
  map = await openMap()
  await map.element.select({ node: 'a' })
  map.engine.send({ type: 'select', node: 'b' }) // as a press does: without an answer
  await map.engine.run()
  assert.deepEqual(map.element.state.selected, { node: 'b' })
  assert.equal(map.panelTitle, 'Bert')
})

test('the handler of an event finds the selection that it tells of', async () => {
  map = await openMap()
  /** @type {any[]} */
  const seen = []
  map.element.addEventListener('actor-map-select', () => seen.push(map.element.state.selected, map.panelTitle))
  await map.engine.does({ type: 'select', node: 'b' }, { selected: { node: 'b' } })
  assert.deepEqual(seen, [{ node: 'b' }, 'Bert'])
})

test('Escape closes the panel before the engine has answered, and its answer does not open it again', async () => {
  map = await openMap()
  map.listbox.focus()
  press(map.listbox, 'Enter')
  await map.engine.run(1)
  await new Promise((resolve) => setImmediate(resolve))
  await map.engine.run()
  const title = map.find('.am-panel h2')
  assert.ok(document.activeElement === title)
  await map.element.select({ node: 'b' })
  press(title, 'Escape')
  assert.equal(map.panelTitle, null)
  assert.ok(document.activeElement === map.listbox, 'the focus is back where it came from')
  await map.engine.run()
  assert.equal(map.panelTitle, null)
  assert.deepEqual(map.element.state.selected, {})
})

test('what is selected already is opened again for whoever asks for the focus, or has closed the panel', async () => {
  map = await openMap()
  await map.engine.does({ type: 'select', node: 'a' }, { selected: { node: 'a' } }) // a press: the focus stays on the map
  map.listbox.focus()
  await map.engine.run()
  press(map.listbox, 'Enter')
  assert.ok(document.activeElement === map.find('.am-panel h2'))
})

test('an engine is lost between question and answer: the next one is asked, in the old order, once', async () => {
  map = await openMap()
  await map.element.select({ node: 'a' })
  await map.engine.run()
  const fitted = map.element.fit()
  await map.element.select({ node: 'b' })
  await map.engine.fail('Panic')
  assert.equal(map.engines.engines.length, 2)
  assert.equal(map.panelTitle, 'Bert', 'what the reader has chosen stays while there is no engine')
  await map.engine.run()
  await fitted
  assert.deepEqual(
    map.engine.received.map(({ type }) => type),
    ['restore', 'fit', 'select'],
  )
  assert.deepEqual(map.element.state.selected, { node: 'b' })
  assert.equal(map.panelTitle, 'Bert')
})

test('what two engines were lost over is not asked of a third', async () => {
  map = await openMap()
  const poisoned = map.element.request({ type: 'trail', trail: { from: 'a', to: 'b', path: [] } })
  const rejected = assert.rejects(poisoned, { name: 'EngineLost' })
  await map.engine.fail('Panic')
  assert.equal(map.engine.asked('trail').length, 1)
  await map.engine.fail('Panic')
  await rejected
  assert.equal(map.engines.engines.length, 3)
  assert.equal(map.engine.asked('trail').length, 0)
  await map.engine.run()
  assert.equal(map.element.status, 'live')
})

test('an answer that comes from an engine that was given up is nobody’s', async () => {
  map = await openMap()
  const [first] = map.engines.engines
  const picture = map.element.request({ type: 'picture' })
  await first.fail('WorkerLost')
  first.stopped = false
  await first.run() // its answer was under way
  let settled = false
  void picture.then(() => (settled = true))
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(settled, false)
  await map.engine.run()
  assert.equal((await picture).svg, '<svg/>')
})

test('no engine comes any more: what was asked is rejected by name, what was selected stays', async () => {
  map = await openMap()
  const rejected = assert.rejects(map.element.fit(), { name: 'NotLive' })
  await map.element.select({ node: 'a' })
  await map.engine.fail('NoWebGL2') // no restart mends that
  await rejected
  assert.equal(map.element.status, 'failed')
  assert.equal(map.panelTitle, 'Anna')
  assert.deepEqual(map.element.state.selected, { node: 'a' })
  await assert.rejects(map.element.fit(), { name: 'NotLive' })
  await map.element.select({ node: 'b' })
  assert.equal(map.panelTitle, 'Bert', 'the text can be read without an engine')
})

test('a refused command is rejected by the name of the engine, and what was noted is taken back', async () => {
  map = await openMap()
  await map.element.select({ node: 'a' })
  await map.engine.run()
  await assert.rejects(Promise.all([map.element.request({ type: 'select', node: 'z' }), map.engine.run()]), { name: 'UnknownNode' })
  assert.equal(map.panelTitle, 'Anna')
})

test('a link is shown by the engine that lives, also where the first was lost over it', async () => {
  map = new OpenMap({ search: '?node=b&places=a:0.25,0.75' })
  const inAddress = () => new URLSearchParams(location.search).get('places')
  await map.connect()
  assert.equal(map.panelTitle, 'Bert', 'before there is an engine')
  await map.engine.run() // ready: the link's places and a sync are on their way
  assert.equal(map.engine.asked('place', 'sync').length, 2)
  await map.engine.fail('Panic')
  await map.engine.run() // answers the sync of the first, and hears of the places only now
  assert.equal(map.engine.asked('place').length, 1)
  assert.equal(inAddress(), 'a:0.25,0.75', 'nobody has moved anything')
  await map.engine.run()
  assert.deepEqual(map.element.state.pinned, { a: [0.25, 0.75] })
  assert.deepEqual(map.element.state.selected, { node: 'b' })
  assert.equal(inAddress(), 'a:0.25,0.75')
})
