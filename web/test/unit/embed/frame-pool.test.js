import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decide, Fleet, mostLive } from '../../../src/embed/frame-pool.js'

/** @param {string} word s: on screen, n: near, f: far; capital: loaded @param {number} seen */
function standing(word, seen) {
  return { near: /[sn]/i.test(word), onScreen: /s/i.test(word), loaded: word === word.toUpperCase(), seen }
}

/** @type {[string, number, string, string][]} name, limit, standing of each, order of each: r run, p pause, u unload */
const cases = [
  ['nothing far is loaded', 6, 'ffff', 'uuuu'],
  ['what is near is loaded', 6, 'fnsf', 'urru'],
  ['what was loaded and is far goes on, as long as there is room', 6, 'FSf', 'rru'],
  ['what is far makes room first', 3, 'FFSSs', 'uurrr'],
  ['what is near makes room after that', 3, 'NSSSF', 'prrru'],
  ['more on the screen than may run: the rest is paused, not blank', 3, 'sssss', 'rrrpp'],
]
for (const [name, limit, words, orders] of cases) {
  test(name, () => {
    assert.equal(
      decide(
        [...words].map((word) => standing(word, 1)),
        limit,
      )
        .map((order) => order[0])
        .join(''),
      orders,
    )
  })
}

test('of two on the screen the one that was looked at later runs', () => {
  assert.deepEqual(decide([standing('S', 1), standing('S', 2)], 1), ['pause', 'run'])
})

/** A page of maps that note their orders. @param {number} n */
function pageOf(n) {
  const fleet = new Fleet()
  const ships = Array.from({ length: n }, () => ({
    loaded: false,
    last: '',
    /** @param {string} order */
    obey(order) {
      this.last = order
      this.loaded = order !== 'unload'
    },
  }))
  for (const ship of ships) fleet.attend(ship, { near: false, onScreen: false })
  return { fleet, ships, running: () => ships.filter((s) => s.last === 'run').length }
}

test('twenty maps scrolled through twice: never more than six run, and the one in view always does', () => {
  const { fleet, ships, running } = pageOf(20)
  for (const round of [1, 2]) {
    for (const [i, ship] of ships.entries()) {
      fleet.attend(ship, { near: true, onScreen: true })
      assert.equal(ship.last, 'run', `round ${round}, map ${i}`)
      assert.ok(running() <= mostLive && ships.filter((s) => s.loaded).length <= mostLive + 1)
      fleet.attend(ship, { near: false, onScreen: false })
    }
  }
})

test('a map that the reader turns to runs in place of another, and one that leaves makes room', () => {
  const { fleet, ships, running } = pageOf(8)
  for (const ship of ships) fleet.attend(ship, { near: true, onScreen: true })
  const paused = ships.filter((s) => s.last === 'pause')
  assert.equal(paused.length, 2)
  fleet.touch(paused[0])
  assert.equal(paused[0].last, 'run')
  assert.equal(running(), 6)
  fleet.leave(paused[0])
  assert.equal(running() - 1, 6, 'six others and the one that has gone')
})
