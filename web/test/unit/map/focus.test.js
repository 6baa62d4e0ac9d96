// Where the keyboard goes when a part of the map closes or changes, also when answers come late.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { DetailsPanel } from '../../../src/map/details-panel.js'
import { Progress } from '../../../src/map/progress.js'
import '../english.js'
import { fakeDocument } from '../fake-dom.js'

afterEach(() => {
  Object.assign(globalThis, { document: undefined })
})

const graph = /** @type {any} */ ({
  nodes: [{ id: 'a', index: 0 }],
  node: (/** @type {string|undefined} */ id) => (id === 'a' ? { id, index: 0, name: 'A' } : undefined),
  line: () => undefined,
  describe: () => 'A',
  linesBeside: () => [],
})

/**
 * A panel on a page with a few elements.
 * @param {any} document
 * @param {any} home
 * @param {Promise<any>} [elsewhere] the text that comes late
 */
function panelWith(document, home, elsewhere) {
  const texts = /** @type {any} */ ({
    here: () => (elsewhere ? null : { title: [], body: [] }),
    elsewhere: () => elsewhere,
    addressOf: () => null,
  })
  const store = /** @type {any} */ ({ graph, selected: { node: 'a' } })
  const hooks = { store, texts, onSelect() {}, onCite() {}, onClose() {}, home: () => home }
  const panel = new DetailsPanel('p', document.createElement(), hooks)
  document.body.append(panel.box)
  return panel
}

for (const [name, spoil] of /** @type {[string, (opener: any) => void][]} */ ([
  ['is hidden, as the map where no engine runs', (opener) => Object.assign(opener, { hidden: true })],
  ['has gone', (opener) => opener.remove()],
])) {
  test(`the panel closes: where the opener ${name}, the focus goes home`, () => {
    const [document, opener, home] = fakeDocument(2)
    const panel = panelWith(document, home)
    panel.open({ focus: true, opener })
    assert.equal(document.activeElement, panel.heading)
    spoil(opener)
    panel.close()
    assert.equal(document.activeElement, home)
  })
}

test('the panel closes: the opener gets the focus back', () => {
  const [document, opener, home] = fakeDocument(2)
  const panel = panelWith(document, home)
  panel.open({ focus: true, opener })
  panel.close()
  assert.equal(document.activeElement, opener)
})

test('a text that comes late takes the place of a link that has the focus: the heading gets it', async () => {
  const [document, opener, home] = fakeDocument(2)
  /** @type {(text: any) => void} */
  let come = () => {}
  const panel = panelWith(
    document,
    home,
    new Promise((resolve) => {
      come = resolve
    }),
  )
  panel.open({ focus: true, opener })
  const text = /** @type {any} */ (panel.box).children.at(-1)
  const link = text.children[0]
  link.focus()
  assert.equal(document.activeElement, link)
  come({ title: [], body: [document.createElement()] })
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(link.isConnected, false)
  assert.equal(document.activeElement, panel.heading)
})

test('the button that tries again goes with its notice, and the focus goes home', () => {
  const [document, home] = fakeDocument(1)
  const progress = new Progress(
    () => progress.begin(false),
    () => home,
  )
  document.body.append(progress.notice)
  progress.fail({ name: 'BadResponse', message: '' }, false)
  const button = /** @type {any} */ (progress.notice).children.at(-1)
  button.focus()
  button.dispatchEvent(new Event('click'))
  assert.equal(document.activeElement, home)
})
