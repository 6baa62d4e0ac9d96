// Moving a node without dragging: four arrows and "let go", for those who cannot drag.

import { make, makeIconButton, setEnabled } from '../ui/el.js'
/** @import { KeyAction } from './keys.js' */
import { iconPaths } from '../ui/icons.js'
import { say } from '../ui/words.js'
import { moveStepPx } from './keys.js'

/** The buttons for the selected node; hidden while no node is selected. */
export class Mover {
  box
  #unpin

  /** @param {(action: KeyAction) => void} act on the selected node */
  constructor(act) {
    /**
     * @param {string} name
     * @param {string} path
     * @param {number} x
     * @param {number} y
     */
    const arrow = (name, path, x, y) =>
      makeIconButton({ name, path, onClick: () => act({ act: 'move', dx: x * moveStepPx, dy: y * moveStepPx }) })
    this.#unpin = make('button', { type: 'button', class: 'am-text-button', title: say('unpin.title') }, say('unpin'))
    this.#unpin.addEventListener('click', () => {
      if (this.#unpin.getAttribute('aria-disabled') !== 'true') act({ act: 'unpin' })
    })
    this.box = make(
      'div',
      { class: 'am-mover', role: 'group', 'aria-label': say('move'), hidden: true },
      make('span', { class: 'am-mover-title', 'aria-hidden': 'true' }, say('move.short')),
      // Left stays on the left, whichever way the words run.
      make(
        'span',
        { class: 'am-mover-arrows', dir: 'ltr' },
        arrow(say('move.left'), iconPaths.left, -1, 0),
        arrow(say('move.up'), iconPaths.up, 0, -1),
        arrow(say('move.down'), iconPaths.down, 0, 1),
        arrow(say('move.right'), iconPaths.right, 1, 0),
      ),
      this.#unpin,
    )
  }

  /**
   * @param {{node: boolean, pinned: boolean}} state node: a node is selected and an engine could move it
   */
  update({ node, pinned }) {
    this.box.hidden = !node
    setEnabled(this.#unpin, pinned)
  }
}
