// Pictures of a map as bytes: the engine's drawing, and the same in pixels.

/** @typedef {{svg: string, width: number, height: number}} Drawing px */

/** @typedef {'svg'|'png'} PictureType */

/** So many pixels a side does every browser's canvas have. */
const mostPx = 8192

/** @param {Drawing} drawing */
export function svgBlob({ svg }) {
  return new Blob([svg], { type: 'image/svg+xml' })
}

/**
 * Paints a drawing in pixels.
 * @param {Drawing} drawing
 * @param {number} scale pixels a px
 * @returns {Promise<Blob>} image/png
 */
export async function pngBlob(drawing, scale) {
  const address = URL.createObjectURL(svgBlob(drawing))
  try {
    const image = new Image(drawing.width, drawing.height)
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.min(mostPx, Math.round(drawing.width * scale))
    canvas.height = Math.min(mostPx, Math.round(drawing.height * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no PNG of the picture'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

/**
 * @param {Drawing} drawing
 * @param {PictureType} type
 * @param {number} scale
 */
export function pictureBlob(drawing, type, scale) {
  return type === 'png' ? pngBlob(drawing, scale) : Promise.resolve(svgBlob(drawing))
}
