import assert from 'node:assert/strict'
import { test } from 'node:test'
import { download } from '../../../src/ui/download.js'

test('a file keeps its address for a minute after the click, and no longer', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const links = /** @type {Record<string, string>[]} */ ([])
  const createElement = () => {
    const attributes = /** @type {Record<string, string>} */ ({})
    return {
      setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => void (attributes[name] = value),
      append() {},
      click: () => void links.push(attributes),
    }
  }
  Object.assign(globalThis, { document: { createElement } })
  t.after(() => void Reflect.deleteProperty(globalThis, 'document'))
  download(new Blob(['a,b']), 'relations.csv')
  assert.equal(links.length, 1)
  const { href, download: name } = links[0]
  assert.equal(name, 'relations.csv')
  t.mock.timers.tick(59_999)
  assert.equal(await (await fetch(href)).text(), 'a,b', 'the browser takes its copy when it has time')
  t.mock.timers.tick(1)
  await assert.rejects(fetch(href))
})
