import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { loadAssets } from '../../../src/engine/assets.js'
import { looksLikePage } from '../../../src/ui/fetch-bytes.js'

const { fetch } = globalThis
beforeEach(() => Object.assign(globalThis, { document: { baseURI: 'https://example.org/map/' } }))
afterEach(() => {
  Object.assign(globalThis, { fetch, document: undefined })
})

/** @param {Record<string, string>} bodies by the end of the address */
function answer(bodies) {
  globalThis.fetch = async (url) => new Response(Object.entries(bodies).find(([end]) => String(url).endsWith(end))?.[1] ?? '')
}

const { signal } = new AbortController()
const page = '\ufeff\n<!DOCTYPE html><title>Sign in to the network</title>'

test('a page in place of the dataset is told as what it is', async () => {
  answer({ 'data.json': page, 'layout.json': '{}' })
  await assert.rejects(loadAssets({ dataset: 'data.json', layout: 'layout.json' }, signal), {
    name: 'BadResponse',
    message: /^data\.json: an HTML page came in its place, such as the login page/,
  })
})

test('a page in place of the layout: the engine lays the map out itself', async () => {
  answer({ 'data.json': '{"id": "x"}', 'layout.json': page })
  const assets = await loadAssets({ dataset: 'data.json', layout: 'layout.json' }, signal)
  assert.equal(new TextDecoder().decode(assets.dataset), '{"id": "x"}')
  assert.equal(assets.layout, null)
})

test('pages and what is none', () => {
  const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text)
  for (const text of ['<', page, ' \r\n\t<html>', '<?xml version="1.0"?>']) assert.ok(looksLikePage(bytes(text)), text)
  for (const text of ['', ' ', '{"a": "<b>"}', '\ufeff{}', 'Not found', '\x00asm']) assert.ok(!looksLikePage(bytes(text)), text)
})
