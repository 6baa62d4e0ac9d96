import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { giveFocus, keepFocus } from '../../../src/ui/focus.js'
import { fakeDocument } from '../fake-dom.js'

afterEach(() => {
  Object.assign(globalThis, { document: undefined })
})

test('the first element that takes the focus gets it', () => {
  const [document, gone, hidden, shown, other] = fakeDocument(4)
  gone.remove()
  hidden.hidden = true
  assert.equal(giveFocus(null, gone, hidden, shown, other), true)
  assert.equal(document.activeElement, shown)
  assert.equal(giveFocus(gone, hidden), false)
  assert.equal(document.activeElement, shown)
})

for (const [name, change, want] of /** @type {[string, (parts: Record<string, any>) => void, string][]} */ ([
  ['hides it', ({ button }) => Object.assign(button, { hidden: true }), 'home'],
  ['hides what is around it', ({ box }) => Object.assign(box, { hidden: true }), 'home'],
  ['removes it', ({ button }) => button.remove(), 'home'],
  ['removes what is around it', ({ box }) => box.remove(), 'home'],
  ['leaves it', () => {}, 'button'],
  ['moves the focus', ({ other }) => other.focus(), 'other'],
  ['removes it and moves the focus', ({ button, other }) => button.remove() ?? other.focus(), 'other'],
])) {
  test(`a change that ${name}: the focus is on the ${want}`, () => {
    const [document, box, home, other] = fakeDocument(3)
    const button = document.createElement()
    box.append(button)
    button.focus()
    const parts = { box, button, home, other }
    keepFocus(
      box,
      () => change(parts),
      () => null,
      () => home,
    )
    assert.equal(document.activeElement, /** @type {Record<string, any>} */ (parts)[want])
  })
}

test('a focus elsewhere is left alone, one at the beginning of the page too', () => {
  const [document, box, home, other] = fakeDocument(3)
  for (const at of [other, document.body]) {
    at.focus()
    keepFocus(
      box,
      () => box.remove(),
      () => home,
    )
    assert.equal(document.activeElement, at)
  }
})
