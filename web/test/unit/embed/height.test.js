import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heightMessages, secretIn, secretOfReady } from '../../../src/embed/height.js'
import { outwardAddress } from '../../../src/embed/link-clicks.js'

const address = 'https://maps.example/m/embed.html?theme=dark#?secret=aB3dE5gH7j'

test('a height is told in four dialects, without the secret where there is none', () => {
  const plain = [
    { type: 'actor-map:height', v: 1, height: 437 },
    { sentinel: 'amp', type: 'embed-size', height: 437 },
    '{"context":"iframe.resize","height":437,"src":"https://maps.example/m/embed.html?theme=dark"}',
  ]
  assert.deepEqual(heightMessages(437, address, null), plain)
  assert.deepEqual(heightMessages(437, address, 'aB3dE5gH7j')[1], { message: 'height', value: 437, secret: 'aB3dE5gH7j' })
})

/** @type {[string, string|null][]} */
const hashes = [
  ['#?secret=aB3dE5gH7j', 'aB3dE5gH7j'],
  ['#view=2#?secret=aB3dE5gH7j', 'aB3dE5gH7j'],
  ['', null],
  ['#n-trump', null],
  ['#?secret=', null],
  ['#?secret=<b>', null],
  ['#secret=aB3dE5gH7j', null],
  [`#?secret=${'a'.repeat(33)}`, null],
  ['#?secret=a#b', null],
]
for (const [hash, secret] of hashes) {
  test(`the secret in ${JSON.stringify(hash)} is ${secret}`, () => assert.equal(secretIn(hash), secret))
}

/** @type {[string, unknown, string|null][]} */
const readies = [
  ['WordPress', { message: 'ready', secret: 'aB3dE5gH7j' }, 'aB3dE5gH7j'],
  ['a newer WordPress', { message: 'ready', secret: 'aB3dE5gH7j', more: 1 }, 'aB3dE5gH7j'],
  ['another message', { message: 'link', secret: 'aB3dE5gH7j' }, null],
  ['a list for a secret', { message: 'ready', secret: ['a'] }, null],
  ['a text', '{"message":"ready","secret":"a"}', null],
  ['null', null, null],
]
for (const [who, message, secret] of readies) {
  test(`the secret of ${who} is ${secret}`, () => assert.equal(secretOfReady(message), secret))
}

const page = { href: 'https://maps.example/m/index.html', host: 'maps.example', protocol: 'https:', target: '_blank' }
const sandboxed = { origin: 'null', host: 'maps.example', secret: 'aB3dE5gH7j' }
/** @type {[string, Partial<typeof page>, Partial<typeof sandboxed> | {secret: null}, boolean][]} */
const links = [
  ['the full page, in a sandbox of WordPress', {}, {}, true],
  ['the same in a sandbox of somebody else', {}, { secret: null }, false],
  ['the same without a sandbox', {}, { origin: 'https://maps.example' }, false],
  ['a link inside the frame', { target: '' }, {}, false],
  ['another host', { host: 'elsewhere.example' }, {}, false],
  ['a script', { protocol: 'javascript:' }, {}, false],
]
for (const [name, link, frame, out] of links) {
  test(`${name}: WordPress is ${out ? '' : 'not '}asked to go there`, () => {
    assert.equal(outwardAddress({ ...page, ...link }, { ...sandboxed, ...frame }), out ? page.href : null)
  })
}
