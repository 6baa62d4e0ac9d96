// Who gets a touch: the map or the page. The answer must be known while `touchstart` runs, or
// the browser has begun to scroll.

/**
 * Decides for one `touchstart`. A finger on a node drags it; two fingers zoom the map; one
 * finger beside the nodes scrolls the page, except in full screen, where there is no page.
 * A gesture that the map has begun stays the map's until all fingers are gone.
 * @param {{fingers: number, onNode: boolean, fullscreen: boolean, held: boolean}} touch
 *   fingers: on the map now; held: an earlier finger of this gesture is the map's
 * @returns {'map'|'page'}
 */
export function whoseTouch({ fingers, onNode, fullscreen, held }) {
  return held || onNode || fullscreen || fingers >= 2 ? 'map' : 'page'
}

/**
 * Reports whether a drag of the background may move the picture: a mouse when there is
 * something beyond the edge, anything in full screen, never a finger on a page that scrolls.
 * @param {{kind: string, zoom: number, fullscreen: boolean}} pointer
 */
export function mayPan({ kind, zoom, fullscreen }) {
  return fullscreen || (kind !== 'touch' && zoom > 1)
}

/**
 * Reports whether a wheel event zooms the map; otherwise it scrolls the page. Trackpads send a
 * pinch as a wheel with Ctrl.
 * @param {{ctrlKey: boolean, metaKey: boolean}} event
 * @param {boolean} fullscreen
 */
export function wheelZooms(event, fullscreen) {
  return event.ctrlKey || event.metaKey || fullscreen
}

/** What a browser counts as one line and one page of wheel travel, px. */
const lineHeightPx = 16
const pageHeightPx = 400

/**
 * Returns the vertical travel of a wheel event in px, whatever unit the browser counts in.
 * @param {{deltaY: number, deltaMode: number}} event
 */
export function wheelTravelPx({ deltaY, deltaMode }) {
  return deltaY * (deltaMode === 1 ? lineHeightPx : deltaMode === 2 ? pageHeightPx : 1)
}
