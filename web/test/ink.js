// Compares two pictures of the same map: where there is ink, and whether it is the same ink.

/** @typedef {{width: number, height: number, data: Uint8Array}} Pixels RGBA, 4 bytes a pixel, row by row */
/** @typedef {[r: number, g: number, b: number]} Paper */
/** @typedef {{x: number, y: number, halfW: number, halfH: number}} Box px */

/** A pixel is inked when a channel is further than this from the paper's: the palest band is. */
const inkStep = 6

/** Two pixels differ when a channel does by more than this, of 255. Two painters smooth the same edge by
 * different rules and stay below; half a px to the side is twice as much on any line of the map. */
const differStep = 48

/** Side of the squares in which a missing word or mark would stand out, px, and the least ink that counts there. */
const tilePx = 32
const tileInk = 64

/** How far a node may seem to be off before the search gives up, px. */
const searchPx = 3

/**
 * Counts the pixels that either picture inks, and those of them that differ.
 * @param {Pixels} a
 * @param {Pixels} b
 * @param {Paper} paper
 * @returns {{inkedA: number, inkedB: number, inked: number, differing: number, share: number}}
 */
export function compareInk(a, b, paper) {
  if (a.width !== b.width || a.height !== b.height) {
    throw new Error(`pictures of ${a.width} x ${a.height} and ${b.width} x ${b.height} px cannot be compared`)
  }
  let inkedA = 0
  let inkedB = 0
  let inked = 0
  let differing = 0
  for (let i = 0; i < a.data.length; i += 4) {
    const inA = distance(a.data, i, paper, 0) > inkStep
    const inB = distance(b.data, i, paper, 0) > inkStep
    if (inA) inkedA++
    if (inB) inkedB++
    if (!inA && !inB) continue
    inked++
    if (distance(a.data, i, b.data, i) > differStep) differing++
  }
  return { inkedA, inkedB, inked, differing, share: inked === 0 ? 1 : differing / inked }
}

/**
 * Returns the share of differing ink in the square that is worst: what is missing in one place is little of
 * the whole, and much of its square.
 * @param {Pixels} a
 * @param {Pixels} b
 * @param {Paper} paper
 * @returns {{x: number, y: number, share: number}} its corner, px
 */
export function worstTile(a, b, paper) {
  let worst = { x: 0, y: 0, share: 0 }
  for (let y = 0; y < a.height; y += tilePx / 2) {
    for (let x = 0; x < a.width; x += tilePx / 2) {
      const { inked, share } = compareInk(cut(a, x, y), cut(b, x, y), paper)
      if (inked >= tileInk && share > worst.share) worst = { x, y, share }
    }
  }
  return worst
}

/**
 * @param {Pixels} from
 * @param {number} left
 * @param {number} top
 * @returns {Pixels} a square, or what is left of it at the edges
 */
function cut(from, left, top) {
  const width = Math.min(tilePx, from.width - left)
  const height = Math.min(tilePx, from.height - top)
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * from.width + left) * 4
    data.set(from.data.subarray(start, start + width * 4), y * width * 4)
  }
  return { width, height, data }
}

/**
 * Finds by how many whole px the drawing in a box of picture b is off that of picture a.
 * @param {Pixels} a
 * @param {Pixels} b
 * @param {Box} box
 * @returns {{dx: number, dy: number}}
 */
export function shiftOf(a, b, box) {
  let best = { dx: 0, dy: 0, cost: Infinity }
  for (let dy = -searchPx; dy <= searchPx; dy++) {
    for (let dx = -searchPx; dx <= searchPx; dx++) {
      const cost = costOfShift(a, b, box, dx, dy)
      if (cost < best.cost || (cost === best.cost && Math.hypot(dx, dy) < Math.hypot(best.dx, best.dy))) best = { dx, dy, cost }
    }
  }
  return { dx: best.dx, dy: best.dy }
}

/**
 * @param {Pixels} a
 * @param {Pixels} b
 * @param {Box} box
 * @param {number} dx
 * @param {number} dy
 */
function costOfShift(a, b, box, dx, dy) {
  let cost = 0
  for (let y = Math.floor(box.y - box.halfH) - 2; y <= box.y + box.halfH + 2; y++) {
    for (let x = Math.floor(box.x - box.halfW) - 2; x <= box.x + box.halfW + 2; x++) {
      cost += distance(a.data, offset(a, x, y), b.data, offset(b, x + dx, y + dy))
    }
  }
  return cost
}

/**
 * @param {Pixels} p
 * @param {number} x clamped into the picture
 * @param {number} y
 */
function offset(p, x, y) {
  const cx = Math.min(Math.max(x, 0), p.width - 1)
  const cy = Math.min(Math.max(y, 0), p.height - 1)
  return (cy * p.width + cx) * 4
}

/**
 * Returns the largest difference of a colour channel, 0 to 255.
 * @param {ArrayLike<number>} a
 * @param {number} i
 * @param {ArrayLike<number>} b
 * @param {number} j
 */
function distance(a, i, b, j) {
  return Math.max(Math.abs(a[i] - b[j]), Math.abs(a[i + 1] - b[j + 1]), Math.abs(a[i + 2] - b[j + 2]))
}

/**
 * Decodes a PNG file in the browser.
 * @param {import('@playwright/test').Page} page any page without a policy of its own
 * @param {Buffer} png
 * @returns {Promise<Pixels>}
 */
export async function decodePNG(page, png) {
  const decoded = await page.evaluate(async (base64) => {
    const file = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([file], { type: 'image/png' }), { colorSpaceConversion: 'none' })
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no 2D canvas')
    context.drawImage(bitmap, 0, 0)
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height)
    let text = ''
    for (let i = 0; i < data.length; i += 0x8000) text += String.fromCharCode(...data.subarray(i, i + 0x8000))
    return { width: bitmap.width, height: bitmap.height, base64: btoa(text) }
  }, png.toString('base64'))
  return { width: decoded.width, height: decoded.height, data: new Uint8Array(Buffer.from(decoded.base64, 'base64')) }
}
