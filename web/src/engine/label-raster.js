// Shapes labels: the browser writes them on a 2D canvas with its own fonts, every script and
// direction included, and Go gets the pixels.

/** How many values of the list make one sprite; wasm/bridge/sheet.go writes them. */
const spriteFields = 9

/** The widest row of a sheet, in pixels; a single sprite may not be larger either. */
const sheetWidthPX = 2048

/** A sprite is at most this wide and high: with a gap it fits the largest page of the atlas. */
const largestPX = 2000

/** Room around the glyphs, in device pixels: bounding boxes of hinted glyphs are not exact. */
const marginPX = 2

/**
 * @typedef {object} Sprite lengths in CSS pixels
 * @property {string} text
 * @property {string} lang
 * @property {boolean} rtl whether the whole text, of which this may be a line, runs from right to left
 * @property {number} size
 * @property {number} weight
 * @property {number} maxWidth 0: no limit
 * @property {string} fill CSS colour
 * @property {string} outline CSS colour
 * @property {number} outlineSize to each side; 0: none
 */

/** @typedef {{x: number, y: number, w: number, h: number, originX: number, originY: number}} Box */
/** @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context2D */

/**
 * Draws sprites on one sheet.
 * @param {Context2D} ctx of a canvas that is resized to the sheet, and freed afterwards
 * @param {string} family CSS font-family
 * @param {number} dpr device pixels per CSS pixel
 * @param {any[]} list flat, as wasm/bridge writes it
 * @returns {{width: number, height: number, pixels: Uint8ClampedArray, boxes: Uint8Array}}
 */
export function rasterizeLabels(ctx, family, dpr, list) {
  const sprites = readSprites(list)
  const boxes = sprites.map((sprite) => measure(ctx, family, dpr, sprite))
  const height = arrange(boxes)
  ctx.canvas.width = sheetWidthPX
  ctx.canvas.height = Math.max(height, 1)
  sprites.forEach((sprite, i) => paint(ctx, family, dpr, sprite, /** @type {Box} */ (boxes[i])))
  const { width, height: rows, data } = ctx.getImageData(0, 0, sheetWidthPX, Math.max(height, 1))
  ctx.canvas.width = ctx.canvas.height = 1
  return { width, height: rows, pixels: data, boxes: encodeBoxes(boxes) }
}

/**
 * @param {any[]} list
 * @returns {Sprite[]}
 */
export function readSprites(list) {
  const sprites = []
  for (let i = 0; i + spriteFields <= list.length; i += spriteFields) {
    const [text, lang, rtl, size, weight, maxWidth, fill, outline, outlineSize] = list.slice(i, i + spriteFields)
    sprites.push({ text, lang, rtl, size, weight, maxWidth, fill, outline, outlineSize })
  }
  return sprites
}

/**
 * Sets everything but the colours.
 * @param {Context2D} ctx
 * @param {string} family
 * @param {Sprite} sprite
 */
function prepare(ctx, family, { rtl, size, weight, lang }) {
  ctx.font = `${weight || 400} ${size}px ${family}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'alphabetic'
  ctx.direction = rtl ? 'rtl' : 'ltr'
  if ('lang' in ctx) ctx.lang = lang
}

/**
 * The narrowing that makes a text fit, at most 1.
 * @param {Context2D} ctx prepared
 * @param {Sprite} sprite
 */
function squeeze(ctx, { text, maxWidth }) {
  const { width } = ctx.measureText(text)
  return maxWidth > 0 && width > maxWidth ? maxWidth / width : 1
}

/**
 * The box of a sprite, whole pixels, its place on the sheet still open.
 * @param {Context2D} ctx
 * @param {string} family
 * @param {number} dpr
 * @param {Sprite} sprite
 * @returns {Box}
 */
function measure(ctx, family, dpr, sprite) {
  prepare(ctx, family, sprite)
  const k = squeeze(ctx, sprite)
  const extent = ctx.measureText(sprite.text)
  const reach = (/** @type {number} */ px) => Math.min(largestPX / 2, Math.max(0, Math.ceil((px + sprite.outlineSize) * dpr + marginPX)))
  const left = reach(k * extent.actualBoundingBoxLeft)
  const right = reach(k * extent.actualBoundingBoxRight)
  const up = reach(extent.actualBoundingBoxAscent)
  const down = reach(extent.actualBoundingBoxDescent)
  return { x: 0, y: 0, w: left + right, h: up + down, originX: left, originY: up }
}

/**
 * Puts the boxes in rows and returns how high the sheet is.
 * @param {Box[]} boxes
 */
export function arrange(boxes) {
  let x = 0
  let y = 0
  let row = 0
  for (const box of boxes) {
    if (x + box.w > sheetWidthPX) {
      x = 0
      y += row
      row = 0
    }
    box.x = x
    box.y = y
    x += box.w
    row = Math.max(row, box.h)
  }
  return y + row
}

/**
 * Writes one sprite into its box: the outline below, the fill on top. Nothing leaves the box. The
 * text is laid out in CSS pixels and only then scaled, as a page does it: with a font of
 * the device's size, hinting would give it another width.
 * @param {Context2D} ctx
 * @param {string} family
 * @param {number} dpr
 * @param {Sprite} sprite
 * @param {Box} box
 */
function paint(ctx, family, dpr, sprite, box) {
  ctx.save()
  ctx.beginPath()
  ctx.rect(box.x, box.y, box.w, box.h)
  ctx.clip()
  prepare(ctx, family, sprite)
  ctx.setTransform(dpr * squeeze(ctx, sprite), 0, 0, dpr, box.x + box.originX, box.y + box.originY)
  if (sprite.outlineSize > 0) {
    ctx.lineJoin = 'round'
    ctx.lineWidth = 2 * sprite.outlineSize
    ctx.strokeStyle = sprite.outline
    ctx.strokeText(sprite.text, 0, 0)
  }
  ctx.fillStyle = sprite.fill
  ctx.fillText(sprite.text, 0, 0)
  ctx.restore()
}

/**
 * The boxes as bytes, six little-endian int32 each; wasm/bridge/sheet.go reads them.
 * @param {Box[]} boxes
 */
export function encodeBoxes(boxes) {
  const bytes = new DataView(new ArrayBuffer(boxes.length * 24))
  boxes.forEach(({ x, y, w, h, originX, originY }, i) =>
    [x, y, w, h, originX, originY].forEach((n, k) => bytes.setInt32(24 * i + 4 * k, n, true)),
  )
  return new Uint8Array(bytes.buffer)
}
