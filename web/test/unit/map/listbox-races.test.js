// The keyboard on the map while the engine's answers are under way.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { press } from '../dom.js'
import { OpenMap, openMap } from '../open-map.js'

/** @type {OpenMap} */
let map
afterEach(() => map.close())

/** A live map whose surface has the focus, with the engine's mark on its first node. */
async function walking() {
  const opened = await openMap()
  opened.listbox.focus()
  await opened.engine.run()
  return opened
}

test('keys walk from answer to answer; the option tells where', async () => {
  map = await walking()
  press(map.listbox, 'ArrowRight')
  await map.engine.run()
  assert.match(map.option, /^Bert/)
  press(map.listbox, 'ArrowRight')
  press(map.listbox, 'ArrowRight')
  await map.engine.run(1)
  assert.match(map.option, /^Bert/, 'of several answers under way the last one counts')
  await map.engine.run()
  assert.match(map.option, /^An issue/)
})

test('Enter after a walk waits for its answer, and opens what it leads to', async () => {
  map = await walking()
  press(map.listbox, 'ArrowRight')
  press(map.listbox, 'Enter')
  assert.equal(map.panelTitle, null)
  await map.engine.run()
  assert.equal(map.panelTitle, 'Bert')
})

test('Escape takes back what was to be opened when a slow answer comes', async () => {
  map = await walking()
  press(map.listbox, 'ArrowRight')
  press(map.listbox, 'Enter')
  press(map.listbox, 'Escape')
  await map.engine.run()
  assert.equal(map.panelTitle, null)
  assert.ok(document.activeElement === map.listbox)
  press(map.listbox, 'Enter')
  assert.equal(map.panelTitle, 'Bert', 'the keyboard is where the answer has led it')
})

test('a mark that the page of the map asks for is not taken for the answer to a key', async () => {
  map = await walking()
  const done = map.element.focusOn({ node: 'c' })
  press(map.listbox, 'ArrowRight')
  press(map.listbox, 'Enter')
  await map.engine.run(1)
  await done
  assert.equal(map.panelTitle, null)
  await map.engine.run()
  assert.match(String(map.panelTitle), /^An issue/)
})

test('the focus comes back by Escape while the mark is still under way: the keyboard is where it was', async () => {
  map = await walking()
  press(map.listbox, 'ArrowRight')
  await map.engine.run()
  press(map.listbox, 'Enter') // the panel takes the focus, and the mark goes
  assert.ok(document.activeElement === map.find('.am-panel h2'))
  press(map.find('.am-panel h2'), 'Escape') // before the engine has answered anything
  assert.ok(document.activeElement === map.listbox)
  await map.engine.run()
  assert.match(map.option, /^Bert/)
  assert.deepEqual(map.element.state.focus, { node: 'b' })
  press(map.listbox, 'ArrowRight')
  await map.engine.run()
  assert.match(map.option, /^State C/)
})

test('the engine is lost between a key and its answer: the next one walks, and Enter opens what it finds', async () => {
  map = await walking()
  press(map.listbox, 'ArrowRight')
  await map.engine.run()
  press(map.listbox, 'ArrowRight')
  press(map.listbox, 'Enter')
  await map.engine.fail('WorkerLost')
  assert.ok(document.activeElement === map.listbox)
  await map.engine.run()
  assert.equal(map.panelTitle, 'State C')
})

test('no engine comes any more: what was to be opened there is not opened elsewhere', async () => {
  map = await walking()
  press(map.listbox, 'ArrowRight')
  press(map.listbox, 'Enter')
  await map.engine.fail('NoWebGL2')
  assert.equal(map.panelTitle, null)
  assert.equal(map.listbox.hidden, true)
})

test('a refused walk leaves the keyboard where it is and the next key free', async () => {
  map = await walking()
  map.engine.send = (/** @type {any} */ command, /** @type {number|undefined} */ id) =>
    Object.getPrototypeOf(map.engine).send.call(map.engine, command.type === 'walk' ? { type: 'focus', node: 'z' } : command, id)
  press(map.listbox, 'ArrowRight')
  press(map.listbox, 'Enter')
  await map.engine.run()
  assert.equal(map.panelTitle, null)
  press(map.listbox, 'Enter')
  assert.equal(map.panelTitle, 'Anna')
})
