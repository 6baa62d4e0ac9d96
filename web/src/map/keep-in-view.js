// Below 700 px the panel is a sheet over the lower edge of the window. What it tells of must not be under it.

/** Room for a node's name below its shape, px: two lines. */
const nameRoomPx = 48

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
