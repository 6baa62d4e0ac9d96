// The panel while texts come from other pages, late and out of order.
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import '../dom.js'
import { DetailsPanel } from '../../../src/map/details-panel.js'
import { MapStore } from '../../../src/map/map-store.js'
import { heard, smallGraph } from '../fake-engine.js'

afterEach(() => document.body.replaceChildren())

/** A panel whose texts are all on other pages. */
function panelOfOtherPages() {
  /** @type {Map<string, {come: (found: any) => void, fail: () => void}>} */
  const pages = new Map()
  const texts = /** @type {any} */ ({
    here: () => null,
    addressOf: (/** @type {string} */ node) => `n/${node}.html`,
    elsewhere: (/** @type {any} */ _, /** @type {string} */ node) =>
      new Promise((resolve, reject) => {
        pages.set(node, {
          come: () => resolve({ title: [document.createTextNode(node)], body: [textOf(node)] }),
          fail: () => reject(new Error('no answer')),
        })
      }),
  })
  const store = new MapStore()
  store.know(/** @type {any} */ ({ ...smallGraph, maxZoom: 8 }))
  const home = document.createElement('button')
  document.body.append(home)
  const panel = new DetailsPanel('p', document.createElement('div'), {
    store,
    texts,
    onSelect() {},
    onCite() {},
    onClose() {},
    home: () => home,
  })
  document.body.append(panel.box)
  const text = () => /** @type {HTMLElement} */ (panel.box.querySelector('.am-panel-text')).textContent ?? ''
  /** @param {{node?: string}} selected @param {boolean} [focus] */
  const select = (selected, focus = false) => {
    store.accept({ camera: { x: 0, y: 0, zoom: 1 }, selected })
    if (selected.node === undefined) panel.close()
    else panel.open({ focus, opener: home })
  }
  /** @param {string} node */
  const page = (node) => /** @type {{come: () => void, fail: () => void}} */ (pages.get(node))
  return { panel, store, home, text, select, page }
}

/** @param {string} node */
function textOf(node) {
  const p = document.createElement('p')
  p.textContent = `all about ${node}`
  return p
}

test('of two texts the one of what is selected is shown, whichever comes last', async () => {
  const { text, select, page } = panelOfOtherPages()
  select({ node: 'a' })
  select({ node: 'b' })
  page('b').come()
  await heard()
  assert.equal(text(), 'all about b')
  page('a').come()
  await heard()
  assert.equal(text(), 'all about b')
})

test('a text that comes when the panel has been closed opens and fills nothing', async () => {
  const { panel, home, text, select, page } = panelOfOtherPages()
  select({ node: 'a' }, true)
  select({})
  assert.ok(document.activeElement === home)
  const before = text()
  page('a').come()
  await heard()
  assert.deepEqual([panel.box.hidden, text()], [true, before])
})

test('closed and opened again before the first text came, the panel has it, from either page', async () => {
  const { text, select, page } = panelOfOtherPages()
  select({ node: 'a' })
  const first = page('a')
  select({})
  select({ node: 'a' })
  first.come()
  await heard()
  assert.equal(text(), 'all about a')
})

test('a page that fails says where the text is, and only of what is selected', async () => {
  const { text, select, page, panel } = panelOfOtherPages()
  select({ node: 'a' })
  select({ node: 'b' })
  page('a').fail()
  await heard()
  assert.ok(!text().includes('page of its own') && panel.box.querySelector('a[href="n/a.html"]') === null)
  page('b').fail()
  await heard()
  assert.ok(panel.box.querySelector('a[href="n/b.html"]'))
})

test('what is open is not built again: a link in it keeps the focus', async () => {
  const { panel, select, page } = panelOfOtherPages()
  select({ node: 'a' })
  page('a').come()
  await heard()
  const built = panel.box.querySelector('.am-panel-text p')
  select({ node: 'a' })
  assert.ok(panel.box.querySelector('.am-panel-text p') === built)
})
