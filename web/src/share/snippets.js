// What a reader takes along to show the map elsewhere: pieces of HTML, as text.
//
// Each begins its life as a picture with a link, so that feeds, mail and reader modes, which
// drop frames and scripts, keep something; nothing has a class, for some of them judge by it.

import { t } from '../ui/words.js'

/**
 * What the snippets are made of. Addresses are absolute.
 * @typedef {object} Shared
 * @property {string} link the page with the present view
 * @property {string} embed the document for frames with the present view
 * @property {string} script
 * @property {{src: string, here: string, width: number, height: number}} picture px; here: the same, from where this page may load it
 * @property {string} title of the map
 * @property {string} text what it is about; may be empty
 * @property {string} asOf date in words, with that of the newest correction; may be empty
 * @property {string} desk who made and who publishes the map, in words; may be empty
 * @property {string[]} sources by name
 * @property {string} license of the coding; may be empty
 * @property {string} lang of title and text
 * @property {{address: string, name: string}|null} data the dataset's file, which this page may read; name: without its ending
 */

/** The frame that is recommended: 4 : 3, but never too low for the map, at any width. px */
export const frameSize = Object.freeze({ width: 1040, height: 780, leastHeight: 760 })

/**
 * Returns a figure with a frame over the picture.
 * @param {Shared} shared
 */
export function frameSnippet(shared) {
  const { width, height, leastHeight } = frameSize
  const box = `position:relative;width:100%;aspect-ratio:${width}/${height};min-height:${leastHeight}px`
  return lines(
    '<figure style="margin:0">',
    `<div style="${box}">`,
    linkedPicture(shared, 'max-width:100%;height:auto'),
    `<iframe${attributes({
      src: shared.embed,
      title: mapTitle(shared),
      width,
      height,
      style: 'position:absolute;inset:0;width:100%;height:100%;border:0',
      loading: 'lazy',
      allow: 'fullscreen; clipboard-write',
      referrerpolicy: 'no-referrer',
    })}></iframe>`,
    '</div>',
    caption(shared),
    '</figure>',
  )
}

/**
 * Returns the element that makes a frame which is as high as the map, and pauses out of view.
 * @param {Shared} shared
 */
export function elementSnippet(shared) {
  return lines(
    `<script${attributes({ src: shared.script })} defer></script>`,
    `<actor-map${attributes({ src: shared.link })}>`,
    '<figure style="margin:0">',
    linkedPicture(shared, 'max-width:100%;height:auto'),
    caption(shared),
    '</figure>',
    '</actor-map>',
  )
}

/**
 * Returns a picture, text and a link, without frame or script.
 * @param {Shared} shared
 */
export function pictureSnippet(shared) {
  const text = [shared.text, shared.asOf && t('share.asOf', { date: shared.asOf })].filter(Boolean).join(' ')
  return lines(
    `<p>${linkedPicture(shared, 'max-width:100%;height:auto')}</p>`,
    `<p><strong>${escaped(shared.title)}</strong>${text ? `<br>${escaped(text)}` : ''}</p>`,
    `<p><a${attributes({ href: shared.link })}>${escaped(t('share.open'))}</a></p>`,
  )
}

/**
 * @param {Shared} shared
 * @param {string} style
 */
function linkedPicture(shared, style) {
  const { src, width, height } = shared.picture
  return `<a${attributes({ href: shared.link })}><img${attributes({ src, alt: mapTitle(shared), width, height, style })}></a>`
}

/** @param {Shared} shared */
function caption({ link, title, asOf }) {
  const date = asOf ? ` ${escaped(t('share.asOf', { date: asOf }))}` : ''
  return `<figcaption><a${attributes({ href: link })}>${escaped(title)}</a>.${date} ${escaped(t('share.open'))}.</figcaption>`
}

/** @param {Shared} shared */
function mapTitle({ title }) {
  return t('map.titled', { title })
}

/** @param {Record<string, string|number>} values */
function attributes(values) {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

/** @param {...string} parts */
function lines(...parts) {
  return parts.join('\n')
}

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Makes a text harmless in HTML, between tags and in quoted attributes.
 * @param {string} text
 */
export function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => entities[character])
}
