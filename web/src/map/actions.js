// What the keys and buttons of the map do.

/** @import { Send, Target } from '../engine/messages.js' */
/** @import { KeyAction } from './keys.js' */

/** @typedef {KeyAction|{act: 'reset'|'fullScreen'}} MapAction */

/**
 * @typedef {object} ActionHooks
 * @property {Send} send
 * @property {(target: Target) => void} open selects and takes the focus there
 * @property {() => boolean} close whether there was anything to close
 * @property {(step: 1|-1) => boolean} turn of the story: whether there is such a step
 * @property {() => void} search
 * @property {() => void} help
 * @property {() => void} fullScreen
 */

/**
 * Carries out what a key or a button asks for.
 * @param {MapAction} action
 * @param {Target} target what has the focus or is selected
 * @param {ActionHooks} hooks
 * @returns {boolean} false: it was of no use here, and the key is the browser's
 */
export function carryOut(action, target, hooks) {
  switch (action.act) {
    case 'open':
      hooks.open(target)
      return true
    case 'close':
      return hooks.close()
    case 'turn':
      return hooks.turn(action.step)
    case 'search':
    case 'help':
    case 'fullScreen':
      hooks[action.act]()
      return true
    case 'move':
      if (target.node !== undefined) hooks.send({ type: 'move', node: target.node, dx: action.dx, dy: action.dy })
      return true
    case 'unpin':
      if (target.node !== undefined) hooks.send({ type: 'unpin', node: target.node })
      return true
    case 'zoom':
      hooks.send({ type: 'zoom', factor: action.factor })
      return true
    case 'fit':
    case 'undo':
    case 'redo':
    case 'reset':
      hooks.send({ type: action.act })
      return true
  }
  return false
}
