// Opens a whole map of our own pages on a document for tests, with a fake engine: everything but WebAssembly is real.
import { files, scrollIntoView } from './dom.js'
import { fakeEngines, heard } from './fake-engine.js'

const { PageActorMap } = await import('../../src/page-element.js')
customElements.define('actor-map', PageActorMap)

export const tinyDataset = JSON.stringify({
  id: 'tiny',
  title: 'Tiny',
  language: 'en',
  sources: [{ id: 'n', title: 'News' }],
  actors: [
    { id: 'a', name: 'Anna', kind: 'person' },
    { id: 'b', name: 'Bert', kind: 'person' },
    { id: 'c', name: 'State C', kind: 'state' },
  ],
  issues: [{ id: 'i', name: 'An issue' }],
  relations: [
    {
      id: 'ab',
      from: 'a',
      to: 'b',
      type: 'support',
      label: 'praises',
      date: '2025-02-26',
      evidence: [{ source: 'n', quote: 'Anna praises Bert', voice: 'narrator' }],
    },
    {
      id: 'ci',
      from: 'c',
      to: 'i',
      type: 'state',
      label: 'speaks of',
      evidence: [{ source: 'n', quote: 'C spoke of it', voice: 'narrator' }],
    },
  ],
})

const map = `<actor-map id="map" data-src="data.json"><figure><picture><img src="map.svg" alt=""></picture></figure>
<aside class="am-legend"><h2>Legend</h2></aside></actor-map>`
const text = `<section id="n-a"><header><h3>Anna</h3><p>A person.</p></header></section><section id="n-b"><header><h3>Bert</h3></header></section>
<article class="relation" id="r-ab"><h4>Anna praises Bert</h4></article>`
const story = `<section class="step" id="step-one" data-node="a" data-lines="ab"><h3>One</h3><p>First.</p></section>
<section class="step" id="step-two" data-line="ab" data-lines="ab" data-reading='{"filter":{"kind":["person"]}}'><h3>Two</h3><p>Then.</p></section>`

/** A page with one map, and what of it tests look at. */
export class OpenMap {
  engines = fakeEngines()

  /** @param {{search?: string, story?: boolean}} [page] */
  constructor(page = {}) {
    document.body.innerHTML = `<h1>A map</h1><button id="elsewhere">Elsewhere</button>${text}${page.story ? story : ''}`
    history.replaceState(null, '', `/index.html${page.search ?? ''}`)
    files.set('/data.json', tinyDataset)
    PageActorMap.startEngine = this.engines.startEngine
    const box = document.createElement('div')
    box.innerHTML = map
    /** @type {any} */
    this.element = box.firstElementChild
  }

  /** Puts the element into the page and waits for the engine, which has not drawn yet. */
  async connect() {
    document.body.append(this.element)
    scrollIntoView(true)
    await this.until(() => this.engines.engines.length > 0)
  }

  async goLive() {
    await this.connect()
    await this.engine.run()
    return this
  }

  get engine() {
    return this.engines.now
  }

  /** @param {string} selector */
  find(selector) {
    const found = /** @type {any} */ (document.querySelector(selector))
    if (!found) throw new Error(`the page has no ${selector}`)
    return found
  }

  get listbox() {
    return this.find('.am-surface')
  }

  /** What the panel is about, or null while it is closed. @returns {any} */
  get panelTitle() {
    const panel = this.find('.am-panel')
    return panel.hidden ? null : panel.querySelector('h2').textContent
  }

  get option() {
    return this.find('.am-option').textContent
  }

  /** Lets timers and promises run until something is so. @param {() => boolean} isSo */
  async until(isSo) {
    for (let turns = 0; !isSo(); turns++) {
      if (turns > 1000) throw new Error(`it does not come to be: ${isSo}`)
      await new Promise((resolve) => setTimeout(resolve))
    }
    await heard()
  }

  close() {
    this.element.remove()
    document.body.innerHTML = ''
  }
}

/** @param {{search?: string, story?: boolean}} [page] */
export function openMap(page) {
  return new OpenMap(page).goLive()
}
