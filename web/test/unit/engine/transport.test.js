import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { refusePage } from '../../../src/engine/transport.js'

const { fetch } = globalThis
afterEach(() => {
  globalThis.fetch = fetch
})

test('a page in place of a script is told as what it is', async () => {
  globalThis.fetch = async () => new Response('\n<!doctype html><title>Sign in to the network</title>')
  await assert.rejects(refusePage('https://example.org/engine-main.js'), {
    name: 'BadResponse',
    message: /^https:\/\/example\.org\/engine-main\.js: an HTML page came in its place, such as the login page/,
  })
})

test('a script, and what scripts may not read, are left to the element', async () => {
  globalThis.fetch = async () => new Response('"use strict";(()=>{})()')
  await refusePage('https://example.org/engine-main.js')
  globalThis.fetch = async () => {
    throw new TypeError('Failed to fetch')
  }
  await refusePage('https://example.org/engine-main.js')
})
