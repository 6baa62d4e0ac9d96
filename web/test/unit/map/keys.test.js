import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actionOf, moveStepPx, zoomStep } from '../../../src/map/keys.js'

/**
 * @param {string} chord "Ctrl+Shift+z"
 */
function press(chord) {
  const parts = chord === '+' ? ['+'] : chord.split('+')
  const key = parts[parts.length - 1] === 'Space' ? ' ' : parts[parts.length - 1]
  return {
    key,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
  }
}

const rows = [
  { chord: 'ArrowLeft', want: { act: 'walk', dir: 'left' } },
  { chord: 'ArrowDown', want: { act: 'walk', dir: 'down' } },
  { chord: 'Home', want: { act: 'walk', dir: 'first' } },
  { chord: 'End', want: { act: 'walk', dir: 'last' } },
  { chord: 'PageDown', want: { act: 'walk', dir: 'next' } },
  { chord: 'n', want: { act: 'walk', dir: 'next' } },
  { chord: 'p', want: { act: 'walk', dir: 'prev' } },
  { chord: 'j', want: { act: 'walk', dir: 'next-neighbour' } },
  { chord: 'k', want: { act: 'walk', dir: 'prev-neighbour' } },
  { chord: 'PageUp', want: { act: 'walk', dir: 'prev' } },
  { chord: 'Shift+ArrowUp', want: { act: 'move', dx: 0, dy: -moveStepPx } },
  { chord: 'Shift+ArrowRight', want: { act: 'move', dx: moveStepPx, dy: 0 } },
  { chord: 'l', want: { act: 'line', step: 1 } },
  { chord: 'Shift+L', want: { act: 'line', step: -1 } },
  { chord: 'Enter', want: { act: 'open' } },
  { chord: 'Space', want: { act: 'open' } },
  { chord: 'Escape', want: { act: 'close' } },
  { chord: '+', want: { act: 'zoom', factor: zoomStep } },
  { chord: '-', want: { act: 'zoom', factor: 1 / zoomStep } },
  { chord: '0', want: { act: 'fit' } },
  { chord: 'Ctrl+z', want: { act: 'undo' } },
  { chord: 'Meta+z', want: { act: 'undo' } },
  { chord: 'Ctrl+Shift+Z', want: { act: 'redo' } },
  { chord: 'Ctrl+y', want: { act: 'redo' } },
  { chord: 'Shift+?', want: { act: 'help' } },
  { chord: 'u', want: { act: 'unpin' } },
]
for (const { chord, want } of rows) {
  test(`${chord} means ${JSON.stringify(want)}`, () => assert.deepEqual(actionOf(press(chord)), want))
}

const browsers = [
  'Tab',
  'Shift+Tab',
  'Ctrl+Tab',
  'F5',
  'Ctrl+r',
  'Ctrl+l',
  'Ctrl+p',
  'Ctrl+n',
  'Ctrl+0',
  'Ctrl+-',
  'Meta+ArrowLeft',
  'Ctrl+Enter',
  'Alt+n',
  'Alt+Home',
  'Alt+ArrowLeft',
  'Alt+ArrowRight',
  'Meta+y',
  'Ctrl+Alt+z',
  'a',
  'constructor',
  'toString',
  '__proto__',
]
for (const chord of browsers) {
  test(`${chord} stays the browser's`, () => assert.equal(actionOf(press(chord)), null))
}
