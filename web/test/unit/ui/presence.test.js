import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shouldRun } from '../../../src/ui/presence.js'

const rows = [
  { name: 'in view', pageVisible: true, near: true, onScreen: true, seen: true, want: true },
  { name: 'about to come into view', pageVisible: true, near: true, onScreen: false, seen: false, want: true },
  { name: 'just gone out of view', pageVisible: true, near: true, onScreen: false, seen: true, want: false },
  { name: 'far away', pageVisible: true, near: false, onScreen: false, seen: false, want: false },
  { name: 'in view on a page in the background', pageVisible: false, near: true, onScreen: true, seen: false, want: false },
]
for (const { name, seen, want, ...presence } of rows) {
  test(`a map ${name} ${want ? 'runs' : 'rests'}`, () => assert.equal(shouldRun(presence, seen), want))
}
