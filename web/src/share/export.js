// What leaves the page as a file: the picture as it is seen, with all that it needs to stand by itself.

/** @import { Drawing, PictureType } from './picture.js' */
/** @import { Shared } from './snippets.js' */
import { download } from '../ui/download.js'
import { t } from '../ui/words.js'
import { pictureBlob } from './picture.js'

/** So many sources are named below a picture. */
const mostSources = 4

/**
 * Returns what stands around a picture: it will be seen without its page.
 * @param {Shared} shared
 * @returns {{title: string, lines: string[], lang: string}}
 */
export function captionOf({ title, asOf, desk, sources, license, link, lang }) {
  const more = sources.length - mostSources
  const named = [...sources.slice(0, mostSources), ...(more > 0 ? [t('picture.moreSources', { n: more })] : [])]
  return {
    title,
    lang,
    lines: [
      asOf && t('share.asOf', { date: asOf }),
      desk,
      named.length > 0 ? t('picture.sources', { names: named.join('; ') }) : '',
      license && t('picture.license', { license }),
      link,
    ].filter(Boolean),
  }
}

/**
 * Hands a picture to the reader.
 * @param {Drawing} drawing
 * @param {string} name without an ending
 * @param {PictureType} type
 * @param {number} scale pixels a px, of a PNG
 */
export async function downloadPicture(drawing, name, type, scale) {
  const times = type === 'png' && scale !== 1 ? `@${scale}x` : ''
  download(await pictureBlob(drawing, type, scale), `${name}${times}.${type}`)
}
