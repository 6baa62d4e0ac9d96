// How large the canvas is, counted in device pixels.

/**
 * The most pixels a canvas may have: a full 4K screen. Beyond that the pixels only cost; a
 * page zoomed far in or a wall of monitors gets fewer for each CSS pixel.
 */
export const maxCanvasPixels = 9_000_000

/**
 * @typedef {object} CanvasSize
 * @property {number} width device pixels
 * @property {number} height device pixels
 * @property {number} dpr device pixels per CSS pixel
 */

/**
 * The canvas of a frame.
 * @param {{width: number, height: number, dpr: number}} frame in CSS pixels, with the
 *   device's pixel ratio
 * @returns {CanvasSize|null} null when the frame is no size at all; the map refuses it by name
 */
export function canvasSize({ width, height, dpr }) {
  if (!(width > 0 && height > 0 && dpr > 0) || !Number.isFinite(width * height * dpr)) return null
  const ratio = Math.min(dpr, Math.sqrt(maxCanvasPixels / (width * height)))
  return {
    width: Math.max(1, Math.round(width * ratio)),
    height: Math.max(1, Math.round(height * ratio)),
    dpr: ratio,
  }
}
