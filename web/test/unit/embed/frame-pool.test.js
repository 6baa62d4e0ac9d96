import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, FramePool, mostLive } from '../../../src/embed/frame-pool.js'

/** @param {string} word s: on screen, n: near, f: far; capital: loaded @param {number} seen */
function visibility(word, seen) {
  return { near: /[sn]/i.test(word), onScreen: /s/i.test(word), loaded: word === word.toUpperCase(), seen }
}

/** @type {[string, number, string, string][]} name, limit, visibility of each, state of each: r run, p pause, u unload */
const cases = [
  ['nothing far is loaded', 6, 'ffff', 'uuuu'],
  ['what is near is loaded', 6, 'fnsf', 'urru'],
  ['what was loaded and is far goes on, as long as there is room', 6, 'FSf', 'rru'],
  ['what is far makes room first', 3, 'FFSSs', 'uurrr'],
  ['what is near makes room after that', 3, 'NSSSF', 'prrru'],
  ['more on the screen than may run: the rest is paused, not blank', 3, 'sssss', 'rrrpp'],
]
for (const [name, limit, words, states] of cases) {
  test(name, () => {
    assert.equal(
      decide(
        [...words].map((word) => visibility(word, 1)),
        limit,
      )
        .map((state) => state[0])
        .join(''),
      states,
    )
  })
}

test('of two on the screen the one that was looked at later runs', () => {
  assert.deepEqual(decide([visibility('S', 1), visibility('S', 2)], 1), ['pause', 'run'])
})

/** A page of maps that note what the pool tells them. @param {number} n */
function pageOf(n) {
  const pool = new FramePool()
  const members = Array.from({ length: n }, () => ({
    loaded: false,
    last: '',
    /** @param {string} state */
    apply(state) {
      this.last = state
      this.loaded = state !== 'unload'
    },
  }))
  for (const member of members) pool.observe(member, { near: false, onScreen: false })
  return { pool, members, running: () => members.filter((s) => s.last === 'run').length }
}

test('twenty maps scrolled through twice: never more than six run, and the one in view always does', () => {
  const { pool, members, running } = pageOf(20)
  for (const round of [1, 2]) {
    for (const [i, member] of members.entries()) {
      pool.observe(member, { near: true, onScreen: true })
      assert.equal(member.last, 'run', `round ${round}, map ${i}`)
      assert.ok(running() <= mostLive && members.filter((s) => s.loaded).length <= mostLive + 1)
      pool.observe(member, { near: false, onScreen: false })
    }
  }
})

test('a map that the reader turns to runs in place of another, and one that leaves makes room', () => {
  const { pool, members, running } = pageOf(8)
  for (const member of members) pool.observe(member, { near: true, onScreen: true })
  const paused = members.filter((s) => s.last === 'pause')
  assert.equal(paused.length, 2)
  pool.markActive(paused[0])
  assert.equal(paused[0].last, 'run')
  assert.equal(running(), 6)
  pool.leave(paused[0])
  assert.equal(running() - 1, 6, 'six others and the one that has gone')
})
