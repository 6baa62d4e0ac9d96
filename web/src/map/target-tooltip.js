// What the tooltip says of a node or a line.

/** @import { Target } from '../engine/messages.js' */
/** @import { PageText } from '../reader/page-text.js' */
/** @import { HitBoxes } from './hit-boxes.js' */
/** @import { MapStore } from './map-store.js' */
/** @import { Tooltip } from './tooltip.js' */
import { t } from '../ui/words.js'

/**
 * @typedef {object} TargetTooltipHooks
 * @property {MapStore} store
 * @property {HitBoxes} hitBoxes
 * @property {PageText} texts
 * @property {(line: string) => string[]} notesOf what has to be said of a line beside its label
 */

/** Fills the tooltip in. */
export class TargetTooltip {
  #tooltip
  /** @type {TargetTooltipHooks} */
  #hooks

  /**
   * @param {Tooltip} tooltip
   * @param {TargetTooltipHooks} hooks
   */
  constructor(tooltip, hooks) {
    this.#tooltip = tooltip
    this.#hooks = hooks
  }

  /**
   * Shows the tooltip of a target, or lets it go.
   * @param {Target & {x: number, y: number}} event x and y: its anchor, px of the stage
   */
  tell({ node: id, line: lineID, x, y }) {
    const { store, hitBoxes } = this.#hooks
    const node = store.graph.node(id)
    if (node) {
      const box = hitBoxes.boxes[node.index]
      this.#tooltip.show({ node: id }, this.#ofNode(node), { x, y, below: box ? box[1] + box[3] : y })
    } else if (store.graph.line(lineID)) {
      this.#tooltip.show({ line: lineID }, this.#ofLine(lineID ?? ''), { x, y })
    } else {
      this.#tooltip.leave()
    }
  }

  /** @param {import('../engine/messages.js').MapNode} node */
  #ofNode(node) {
    const { store, texts } = this.#hooks
    const kind = [t(`kind.${node.kind}`), ...store.graph.countsOf(node)].join(' · ')
    return [node.name, texts.roleOf(node.id), kind].filter(Boolean)
  }

  /** @param {string} id */
  #ofLine(id) {
    const { store, texts, notesOf } = this.#hooks
    return [store.graph.describe({ line: id }), ...notesOf(id), texts.dateOf(id)].filter(Boolean)
  }
}
