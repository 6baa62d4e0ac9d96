import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Observable, reuse } from '../../../src/map/observable.js'

/** Two numbers that are watched. */
function watched() {
  const store = new Observable()
  const values = { a: 0, b: 0 }
  /** @type {string[]} */
  const told = []
  store.watch(
    () => values.a,
    () => told.push(`a${values.a}`),
  )
  store.watch(
    () => [values.a, values.b],
    () => told.push(`ab${values.a}${values.b}`),
  )
  /** @param {Partial<typeof values>} next */
  const set = (next) => store.change(() => Object.assign(values, next))
  return { store, told, set, values }
}

test('who selects what has changed is told, once and in order', () => {
  const { told, set } = watched()
  set({ a: 1, b: 1 })
  assert.deepEqual(told.splice(0), ['a1', 'ab11'])
  set({ b: 2 })
  assert.deepEqual(told.splice(0), ['ab12'])
  set({ a: 1 })
  assert.deepEqual(told, [])
})

test('changes within a change are told together', () => {
  const { store, told, set } = watched()
  store.change(() => {
    set({ a: 1 })
    assert.deepEqual(told, [])
    set({ b: 1 })
  })
  assert.deepEqual(told, ['a1', 'ab11'])
})

test('what one who is told changes is told after that, and nobody is told what is over', () => {
  const { store, told, set, values } = watched()
  store.watch(
    () => values.b,
    () => {
      told.push(`b${values.b}`)
      if (values.b === 1) set({ a: 5, b: 2 })
    },
  )
  set({ b: 1 })
  assert.deepEqual(told, ['ab01', 'b1', 'a5', 'ab52', 'b2'])
})

test('a change that fails half way is told as far as it went, and the next one is told', () => {
  const { store, told, set, values } = watched()
  assert.throws(() =>
    store.change(() => {
      values.a = 1
      throw new Error('half way')
    }),
  )
  set({ b: 1 })
  assert.deepEqual(told, ['a1', 'ab10', 'ab11'])
})

test('a part that fails keeps a change from nobody else', () => {
  const store = new Observable()
  let value = 0
  /** @type {string[]} */
  const told = []
  const watch = (/** @type {string} */ name, /** @type {() => void} */ then) =>
    store.watch(
      () => value,
      () => {
        told.push(name)
        then()
      },
    )
  const fail = (/** @type {string} */ why) => () => {
    throw new Error(why)
  }
  watch('a', fail('first'))
  watch('b', fail('second'))
  watch('c', () => {})
  const set = (/** @type {number} */ to) =>
    store.change(() => {
      value = to
    })
  assert.throws(() => set(1), /first/)
  assert.throws(() => set(2), /first/)
  assert.deepEqual(told, ['a', 'b', 'c', 'a', 'b', 'c'])
})

test('parts that answer each other for ever are an error, and the next change is told', () => {
  const { store, told, set, values } = watched()
  let loops = true
  store.watch(
    () => values.b,
    () => loops && set({ b: values.b + 1 }),
  )
  assert.throws(() => set({ b: 1 }), /do not come to an end/)
  loops = false
  told.length = 0
  set({ a: 7 })
  assert.equal(told[0], 'a7')
})

test('after the end nobody is told', () => {
  const { store, told, set } = watched()
  store.stopWatching()
  set({ a: 1 })
  assert.deepEqual(told, [])
})

const before = { camera: { zoom: 1 }, pinned: { a: [0, 1], b: [1, 1] }, list: ['x'] }
for (const [name, now, same] of /** @type {[string, any, string[]][]} */ ([
  ['nothing', { camera: { zoom: 1 }, pinned: { a: [0, 1], b: [1, 1] }, list: ['x'] }, ['', 'camera', 'pinned', 'list']],
  ['one part of one', { camera: { zoom: 1 }, pinned: { a: [0, 2], b: [1, 1] }, list: ['x'] }, ['camera', 'list']],
  ['a part that has gone', { camera: { zoom: 1 }, pinned: { a: [0, 1] } }, ['camera']],
  ['a part that has come', { camera: { zoom: 1, x: 0 }, pinned: before.pinned, list: ['x', 'y'] }, ['pinned']],
  ['an object for a list', { camera: [1], pinned: null, list: { 0: 'x' } }, []],
])) {
  test(`equal parts are the same where there is another: ${name}`, () => {
    const want = structuredClone(now)
    const got = reuse(before, now)
    assert.deepEqual(got, want)
    assert.equal(got === before, same.includes(''))
    for (const part of /** @type {const} */ (['camera', 'pinned', 'list']))
      assert.equal(got[part] === before[part], same.includes(part), part)
  })
}
