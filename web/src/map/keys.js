// What the keys mean while the map has the focus.

/** @import { WalkDirection } from '../engine/messages.js' */

/**
 * @typedef {{act: 'walk', dir: WalkDirection}
 *   | {act: 'move', dx: number, dy: number}
 *   | {act: 'line'|'turn', step: 1|-1}
 *   | {act: 'zoom', factor: number}
 *   | {act: 'open'|'close'|'fit'|'undo'|'redo'|'unpin'|'help'|'search'}} KeyAction
 */

/** How far one key press moves a node, px. Much more, and it could not be put beside another;
 * much less, and a way across the map would take a hundred presses. */
export const moveStepPx = 16

/** One press of + or -, and of the buttons: two presses double the size. */
export const zoomStep = Math.SQRT2

/** @type {Record<string, [number, number, WalkDirection]>} */
const arrows = {
  ArrowLeft: [-1, 0, 'left'],
  ArrowRight: [1, 0, 'right'],
  ArrowUp: [0, -1, 'up'],
  ArrowDown: [0, 1, 'down'],
}

/** @type {Record<string, WalkDirection>} */
const walks = {
  Home: 'first',
  End: 'last',
  PageUp: 'prev',
  PageDown: 'next',
  n: 'next',
  p: 'prev',
  j: 'next-neighbour',
  k: 'prev-neighbour',
}

/** @type {Record<string, KeyAction>} */
const plain = {
  Enter: { act: 'open' },
  ' ': { act: 'open' },
  Escape: { act: 'close' },
  u: { act: 'unpin' },
  '?': { act: 'help' },
  '/': { act: 'search' },
  '+': { act: 'zoom', factor: zoomStep },
  '=': { act: 'zoom', factor: zoomStep },
  ',': { act: 'turn', step: -1 },
  '.': { act: 'turn', step: 1 },
  '-': { act: 'zoom', factor: 1 / zoomStep },
  _: { act: 'zoom', factor: 1 / zoomStep },
  0: { act: 'fit' },
}

/**
 * Returns what a key press asks for, or null: then it is the browser's. Tab is always the
 * browser's, and so is everything with Alt, which goes back and forward in its history, and with
 * Ctrl or Cmd but undo and redo.
 * @param {{key: string, shiftKey: boolean, altKey: boolean, ctrlKey: boolean, metaKey: boolean}} event
 * @returns {KeyAction|null}
 */
export function actionOf(event) {
  const { key, shiftKey } = event
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) return history(key.toLowerCase(), shiftKey, event.metaKey)
  if (Object.hasOwn(arrows, key)) {
    const [x, y, dir] = arrows[key]
    return shiftKey ? { act: 'move', dx: x * moveStepPx, dy: y * moveStepPx } : { act: 'walk', dir }
  }
  const letter = key.length === 1 ? key.toLowerCase() : key
  if (letter === 'l') return { act: 'line', step: shiftKey ? -1 : 1 }
  if (Object.hasOwn(walks, letter)) return { act: 'walk', dir: walks[letter] }
  return Object.hasOwn(plain, letter) ? plain[letter] : null
}

/**
 * @param {string} key lower case
 * @param {boolean} shift
 * @param {boolean} meta with Y, it is the browser's own history
 * @returns {KeyAction|null}
 */
function history(key, shift, meta) {
  if (key === 'z') return { act: shift ? 'redo' : 'undo' }
  return key === 'y' && !shift && !meta ? { act: 'redo' } : null
}
