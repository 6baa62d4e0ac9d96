// Search, filter, comparison, tables and story while the dataset or the engine is late.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { files, press } from '../dom.js'
import { heard } from '../fake-engine.js'
import { OpenMap, openMap, tinyDataset } from '../open-map.js'

/** @type {OpenMap} */
let map
afterEach(() => map.close())

/** A map without an engine, whose dataset comes when the test says so: the text alone is explored. */
async function textAlone() {
  map = new OpenMap()
  let come = () => {}
  let asked = 0
  const file = new Promise((resolve) => (come = () => resolve(tinyDataset)))
  files.set('/data.json', () => {
    asked++
    return file
  })
  document.body.append(map.element)
  await heard()
  return { come: () => (come(), heard()), asked: () => asked }
}

/** @param {string} value */
function type(value) {
  const field = map.find('.am-combobox input')
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return field
}

const options = () => [...document.querySelectorAll('.am-combobox .am-option-title')].map(({ textContent }) => textContent)

test('letters that are typed before the dataset has come are answered once, by the last of them', async () => {
  const { come, asked } = await textAlone()
  type('Be')
  type('Ann')
  type('Bert')
  await heard()
  assert.equal(asked(), 1)
  await come()
  assert.deepEqual(options().slice(0, 1), ['Bert'])
})

test('Escape before the answer: nothing opens when it comes', async () => {
  const { come } = await textAlone()
  const field = type('Bert')
  press(field, 'Escape')
  await come()
  assert.deepEqual(options(), [])
  assert.equal(map.find('.am-options').hidden, true)
})

test('Enter before the answer selects the best hit of what stands in the field then', async () => {
  const { come } = await textAlone()
  const field = type('Bert')
  press(field, 'Enter')
  await heard()
  await come()
  await map.until(() => map.panelTitle !== null)
  assert.equal(map.panelTitle, 'Bert')
})

test('the dataset is lost: search and filter say so, and the next letter tries again', async () => {
  map = new OpenMap()
  files.delete('/data.json')
  document.body.append(map.element)
  type('Bert')
  await map.until(() => !map.find('.am-options').hidden)
  assert.deepEqual(options(), [])
  files.set('/data.json', tinyDataset)
  type('Ber')
  await map.until(() => options().length > 0)
  assert.deepEqual(options().slice(0, 1), ['Bert'])
})

test('a filter that is asked for before the engine has answered is shown at once, and kept when it is told', async () => {
  map = await openMap()
  map.find('.am-reading .am-tool[aria-controls$="filter"]').click()
  await map.until(() => document.querySelector('.am-facet input[value="state"]') !== null)
  const box = map.find('.am-facet input[value="state"]')
  box.checked = true
  box.dispatchEvent(new Event('change', { bubbles: true }))
  assert.equal(map.find('.am-shown').hidden, false)
  await map.engine.does({ type: 'settled' }, { camera: { x: 0, y: 0, zoom: 2 } }) // told before it has the filter
  assert.deepEqual(map.element.state.filter, { kind: ['state'] })
  assert.equal(box.checked, true)
  await map.engine.run()
  assert.deepEqual(map.element.state.filter, { kind: ['state'] })
  await map.engine.does({ type: 'settled' }, { filter: undefined }) // undone on the map
  assert.equal(map.find('.am-shown').hidden, true)
  assert.equal(box.checked, false)
})

test('an engine is lost over a filter: the next one has it, as a step that can be undone', async () => {
  map = await openMap()
  await map.engine.does({ type: 'settled' }, { selected: {} })
  map.find('.am-reading .am-tool[aria-controls$="filter"]').click()
  await map.until(() => document.querySelector('.am-facet input[value="state"]') !== null)
  const box = map.find('.am-facet input[value="state"]')
  box.checked = true
  box.dispatchEvent(new Event('change', { bubbles: true }))
  await map.engine.fail('Panic')
  const { engine } = map
  assert.deepEqual(
    engine.asked('restore', 'filter').map(({ type }) => type),
    ['restore', 'filter'],
  )
  assert.equal(/** @type {any} */ (engine.asked('restore')[0]).state.filter, undefined)
  await engine.run()
  assert.equal(map.element.state.canUndo, true)
  assert.deepEqual(map.element.state.filter, { kind: ['state'] })
})

test('the table comes when its data do, unless the reader has gone back to the map', async () => {
  const { come } = await textAlone()
  const toggle = map.find('.am-table-toggle')
  toggle.click()
  assert.equal(map.find('.am-tables').hidden, false)
  toggle.click()
  await come()
  assert.equal(map.find('.am-tables').hidden, true)
  toggle.click()
  await map.until(() => document.querySelectorAll('.am-tables tbody tr').length === 2)
})

test('a selection marks its row in the table, whoever has selected', async () => {
  map = await openMap()
  map.find('.am-table-toggle').click()
  await map.until(() => document.querySelectorAll('.am-tables tbody tr').length === 2)
  const marked = () => [...document.querySelectorAll('.am-tables [aria-current="true"]')].map((link) => link.getAttribute('href'))
  await map.engine.does({ type: 'select', line: 'ab' }, { selected: { line: 'ab' } })
  assert.ok(marked().includes('#r-ab') && !marked().includes('#r-ci'))
  await map.element.select({ line: 'ci' })
  assert.ok(marked().includes('#r-ci') && !marked().includes('#r-ab'))
})

test('steps that are turned faster than the engine answers end where the last one leads', async () => {
  map = await openMap({ story: true })
  map.find('.am-story-toggle').click()
  map.find('.am-turn + .am-turn').click()
  await map.engine.run(2)
  assert.equal(map.panelTitle, 'Anna praises Bert')
  await map.engine.run()
  assert.deepEqual([map.element.state.selected, map.element.state.filter], [{ line: 'ab' }, { kind: ['person'] }])
  assert.equal(map.panelTitle, 'Anna praises Bert')
})

test('a story that ends gives back what was selected before, also by another engine', async () => {
  map = await openMap({ story: true })
  await map.element.select({ node: 'b' })
  await map.engine.run()
  map.find('.am-story-toggle').click()
  assert.equal(map.panelTitle, 'Anna')
  await map.engine.fail('Panic')
  await map.engine.run()
  assert.deepEqual(/** @type {any} */ (map.engine.asked('hits').at(-1)).lines, ['ab'], 'the new engine lights the step')
  map.find('.am-story-toggle').click()
  await map.engine.run()
  assert.deepEqual([map.element.state.selected, map.panelTitle], [{ node: 'b' }, 'Bert'])
})
