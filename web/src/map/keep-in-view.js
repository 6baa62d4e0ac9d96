// Below 700 px the panel is a sheet over the lower edge of the window. What it tells of must not be under it.

/** @import { Target } from '../engine/messages.js' */
/** @import { ParentHeight } from '../embed/parent-height.js' */
/** @import { HitBoxes } from './hit-boxes.js' */
/** @import { MapStore } from './map-store.js' */
/** @import { PointerInput } from './pointer.js' */
/** @import { Sidebar } from './sidebar.js' */

/** Room for a node's name below its shape, px: two lines. */
const nameRoomPx = 48

/**
 * @typedef {object} KeepInViewParts
 * @property {MapStore} store
 * @property {HitBoxes} hitBoxes
 * @property {Sidebar} sidebar
 * @property {PointerInput} pointer
 * @property {ParentHeight} parentHeight
 * @property {() => HTMLElement[]} boxes stage, panel, and all that belongs to the map
 * @property {() => ScrollBehavior} scrolling
 */

/**
 * Scrolls the map up to above the sheet that has opened, once no second tap can come any more: until then taps go through
 * the sheet to the map.
 * @param {Target} target what the sheet is about
 * @param {KeepInViewParts} parts
 */
export function keepInView({ node }, { store, hitBoxes, sidebar, pointer, parentHeight, boxes, scrolling }) {
  const scroll = () => {
    if (!sidebar.isSheet) return
    const [stage, panel, element] = boxes().map((box) => box.getBoundingClientRect())
    const top = scrollAbove(stage, panel.top, element.top, hitBoxes.boxes[store.graph.node(node)?.index ?? -1])
    if (top > 0) window.scrollBy({ top, behavior: scrolling() })
  }
  sidebar.letTapsThrough(true)
  pointer.afterTaps(() => {
    sidebar.letTapsThrough(false)
    parentHeight.afterGrowth(scroll)
  })
}

/**
 * Returns how far the page must be scrolled down so that the sheet covers nothing of the map, where the window has room
 * for that, and in any case not the selected node. All in px of the window.
 * @param {{top: number, bottom: number}} stage
 * @param {number} sheetTop
 * @param {number} elementTop of all that belongs to the map: it is not scrolled away above
 * @param {import('../engine/messages.js').Extent} [box] of the node, px of the stage
 */
export function scrollAbove(stage, sheetTop, elementTop, box) {
  const whole = Math.min(stage.bottom - sheetTop, elementTop)
  const node = box ? stage.top + box[1] + box[3] + nameRoomPx - sheetTop : 0
  return Math.max(whole, node, 0)
}
