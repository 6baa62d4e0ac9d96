import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayPan, touchOwner, wheelTravelPx, wheelZooms } from '../../../src/map/touch.js'

const touches = [
  { name: 'one finger on a node drags it', touch: { fingers: 1, onNode: true }, want: 'map' },
  { name: 'one finger on the background scrolls the page', touch: { fingers: 1, onNode: false }, want: 'page' },
  { name: 'two fingers zoom', touch: { fingers: 2, onNode: false }, want: 'map' },
  { name: 'a second finger on a node zooms too', touch: { fingers: 2, onNode: true }, want: 'map' },
  { name: 'a gesture of the map stays its own with one finger left', touch: { fingers: 1, onNode: false, held: true }, want: 'map' },
  { name: 'in full screen there is no page to scroll', touch: { fingers: 1, onNode: false, capturesAll: true }, want: 'map' },
]
for (const { name, touch, want } of touches) {
  test(name, () => assert.equal(touchOwner({ capturesAll: false, held: false, ...touch }), want))
}

const pans = [
  { name: 'a mouse on the whole map pans nothing', pointer: { kind: 'mouse', zoom: 1 }, want: false },
  { name: 'a mouse on a zoomed map pans', pointer: { kind: 'mouse', zoom: 1.5 }, want: true },
  { name: 'a pen on a zoomed map pans', pointer: { kind: 'pen', zoom: 1.5 }, want: true },
  { name: 'a finger never pans on a page', pointer: { kind: 'touch', zoom: 4 }, want: false },
  { name: 'a finger pans in full screen', pointer: { kind: 'touch', zoom: 1, capturesAll: true }, want: true },
]
for (const { name, pointer, want } of pans) {
  test(name, () => assert.equal(mayPan({ capturesAll: false, ...pointer }), want))
}

test('the plain wheel scrolls the page; Ctrl, Cmd and full screen make it zoom', () => {
  assert.equal(wheelZooms({ ctrlKey: false, metaKey: false }, false), false)
  assert.equal(wheelZooms({ ctrlKey: true, metaKey: false }, false), true)
  assert.equal(wheelZooms({ ctrlKey: false, metaKey: true }, false), true)
  assert.equal(wheelZooms({ ctrlKey: false, metaKey: false }, true), true)
})

test('wheel travel keeps its sign and is px in every mode', () => {
  assert.equal(wheelTravelPx({ deltaY: -120, deltaMode: 0 }), -120)
  assert.equal(wheelTravelPx({ deltaY: 3, deltaMode: 1 }), 48)
  assert.equal(wheelTravelPx({ deltaY: -1, deltaMode: 2 }), -400)
})
