import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shimGlobal } from '../../../src/engine/dom-shim.js'

/** @param {Record<string, unknown>} [more] */
function build(more) {
  const view = { width: 300, height: 200 }
  const scheduler = /** @type {any} */ ({ requestAnimationFrame: () => 1, setTimeout: () => 2, clearTimeout: () => {} })
  const host = { dpr: 2 }
  /** @type {Record<string, unknown>} */
  const real = { Uint8Array, getComputedStyle: () => 'real', ...more }
  const global = shimGlobal({ real, scheduler, view, host, getContext: (attributes) => ({ attributes }) })
  return { global, real, scheduler, host, view }
}

test('what Ebitengine does to a document at its start goes nowhere', () => {
  const { global } = build()
  const { document } = global
  const meta = document.createElement('meta')
  meta.name = 'viewport'
  document.head.appendChild(meta)
  document.documentElement.style.height = '100%'
  document.body.style.backgroundColor = '#000'
  const canvas = document.createElement('canvas')
  canvas.setAttribute('tabindex', 1)
  canvas.style.outline = 'none'
  canvas.width = 16
  document.body.appendChild(canvas)
  canvas.focus()
  for (const type of ['keydown', 'wheel', 'touchstart', 'webglcontextlost']) canvas.addEventListener(type, () => assert.fail(type))
  global.window.addEventListener('resize', () => assert.fail('resize'))
  document.addEventListener('pointerlockchange', () => {})
  global.window.location.reload()
  assert.equal(document.hasFocus(), true)
})

test('the getter of hidden is found where Ebitengine looks for it', () => {
  const { global } = build()
  const descriptor = Object.getOwnPropertyDescriptor(global.Document.prototype, 'hidden')
  assert.equal(descriptor?.get?.call(global.document), false)
})

test('the body is as large as the canvas, at every look', () => {
  const { global, view } = build()
  assert.deepEqual([global.document.body.clientWidth, global.document.body.clientHeight], [300, 200])
  view.width = 640
  assert.equal(global.document.body.clientWidth, 640)
})

test('device pixels are counted one by one', () => {
  const { global } = build({ devicePixelRatio: 3 })
  assert.equal(global.devicePixelRatio, 1)
  assert.equal(global.window.devicePixelRatio, 1)
})

test('the canvas gives the context of the real one', () => {
  const { global } = build()
  const canvas = global.document.createElement('canvas')
  assert.deepEqual(canvas.getContext('webgl2', { alpha: true }), { attributes: { alpha: true } })
})

test('frames and timers are those of the scheduler', () => {
  const { global, scheduler } = build({ requestAnimationFrame: () => assert.fail(), setTimeout: () => assert.fail() })
  assert.equal(global.requestAnimationFrame, scheduler.requestAnimationFrame)
  assert.equal(global.setTimeout, scheduler.setTimeout)
  assert.equal(global.clearTimeout, scheduler.clearTimeout)
})

test('gamepads are none, where asking for them may throw', () => {
  const { global } = build({ navigator: { getGamepads: () => assert.fail() } })
  assert.deepEqual(global.navigator.getGamepads(), [])
  assert.equal(global.navigator.keyboard, undefined)
})

test('observers of size are hidden, everything else is the real thing', () => {
  const { global } = build({ ResizeObserver: class {} })
  assert.equal(global.ResizeObserver, undefined)
  assert.equal(global.Uint8Array, Uint8Array)
  assert.equal(global.actorMapHost.dpr, 2)
})

test('what the program writes stays with it', () => {
  const { global, real } = build({ fs: 'real' })
  assert.equal(global.fs, undefined)
  global.fs = { mine: true }
  global.Go = class {}
  delete global.Uint8Array
  assert.deepEqual(global.fs, { mine: true })
  assert.equal(global.Uint8Array, undefined)
  assert.deepEqual(Object.keys(real).sort(), ['Uint8Array', 'fs', 'getComputedStyle'])
  assert.equal(real.fs, 'real')
})

test('two programs share nothing', () => {
  const [a, b] = [build().global, build().global]
  a.document.body.style.height = '1px'
  a.process = 1
  assert.equal(b.document.body.style.height, undefined)
  assert.equal(b.process, undefined)
})
