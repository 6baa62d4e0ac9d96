// Moving a node without dragging: four arrows and "let go", for those who cannot drag.

import { el, iconButton, setEnabled } from '../ui/el.js'
/** @import { KeyAction } from './keys.js' */
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'
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
      iconButton({ name, path, onClick: () => act({ act: 'move', dx: x * moveStepPx, dy: y * moveStepPx }) })
    this.#unpin = el('button', { type: 'button', class: 'am-text-button', title: t('unpin.title') }, t('unpin'))
    this.#unpin.addEventListener('click', () => {
      if (this.#unpin.getAttribute('aria-disabled') !== 'true') act({ act: 'unpin' })
    })
    this.box = el(
      'div',
      { class: 'am-mover', role: 'group', 'aria-label': t('move'), hidden: true },
      el('span', { class: 'am-mover-title', 'aria-hidden': 'true' }, t('move.short')),
      // Left stays on the left, whichever way the words run.
      el(
        'span',
        { class: 'am-mover-arrows', dir: 'ltr' },
        arrow(t('move.left'), iconPaths.left, -1, 0),
        arrow(t('move.up'), iconPaths.up, 0, -1),
        arrow(t('move.down'), iconPaths.down, 0, 1),
        arrow(t('move.right'), iconPaths.right, 1, 0),
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
