import assert from 'node:assert/strict'
import { test } from 'node:test'
import { embedAddress } from '../../../src/embed/address.js'

const base = 'https://news.example/story/'
/** @type {[string, string|null][]} */
const addresses = [
  ['https://maps.example/m/', 'https://maps.example/m/embed.html'],
  ['https://maps.example/m', 'https://maps.example/m/embed.html'],
  ['https://maps.example', 'https://maps.example/embed.html'],
  ['https://maps.example/m/index.html?node=us#x', 'https://maps.example/m/embed.html?node=us#x'],
  ['https://maps.example/m/embed.html', 'https://maps.example/m/embed.html'],
  ['../maps/1/', 'https://news.example/maps/1/embed.html'],
  ['', null],
  [' ', null],
  ['https://maps.example/m/data.json', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://user:word@maps.example/m/', null],
  ['http://[', null],
]
for (const [src, address] of addresses) {
  test(`the frame of ${JSON.stringify(src)} is ${address}`, () => assert.equal(embedAddress(src, base), address))
}

test('theme and language go into the query, in place of what it says of them', () => {
  assert.equal(
    embedAddress('https://maps.example/m/?theme=light&node=us', base, { theme: 'dark', lang: 'fr' }),
    'https://maps.example/m/embed.html?theme=dark&node=us&lang=fr',
  )
})
