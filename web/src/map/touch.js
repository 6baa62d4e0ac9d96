// The owner of a touch: the map or the page. It must be known while `touchstart` runs, or
// the browser has begun to scroll.

/**
 * Decides for one `touchstart`. A finger on a node drags it; two fingers zoom the map; one
 * finger beside the nodes scrolls the page, except where the map takes all: in full screen, where
 * there is no page, and where the link asks for it. A gesture that the map has begun stays the
 * map's until all fingers are gone.
 * @param {{fingers: number, onNode: boolean, capturesAll: boolean, held: boolean}} touch
 *   fingers: on the map now; held: an earlier finger of this gesture is the map's
 * @returns {'map'|'page'}
 */
export function touchOwner({ fingers, onNode, capturesAll, held }) {
  return held || onNode || capturesAll || fingers >= 2 ? 'map' : 'page'
}

/**
 * Reports whether a drag of the background may move the picture: a mouse when there is
 * something beyond the edge, anything where the map takes all, never a finger on a page that scrolls.
 * @param {{kind: string, zoom: number, capturesAll: boolean}} pointer
 */
export function mayPan({ kind, zoom, capturesAll }) {
  return capturesAll || (kind !== 'touch' && zoom > 1)
}

/**
 * Reports whether a wheel event zooms the map; otherwise it scrolls the page. Trackpads send a
 * pinch as a wheel with Ctrl.
 * @param {{ctrlKey: boolean, metaKey: boolean}} event
 * @param {boolean} capturesAll
 */
export function wheelZooms(event, capturesAll) {
  return event.ctrlKey || event.metaKey || capturesAll
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
