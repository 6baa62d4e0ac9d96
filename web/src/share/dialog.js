// The Share dialog: the present view as a link, as a frame, as an element and as a picture, each
// with a preview; and as files and on paper.

/** @import { Drawing } from './picture.js' */
/** @import { PrintPicture } from './print-picture.js' */
/** @import { Shared } from './snippets.js' */
import { makeCopyField } from '../ui/copy-field.js'
import { el, iconButton, setText } from '../ui/el.js'
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'
import { captionOf } from './export.js'
import { ShareFiles } from './files.js'
import { svgBlob } from './picture.js'
import { SharePreview } from './preview.js'
import { elementSnippet, frameSize, frameSnippet, pictureSnippet } from './snippets.js'

/** What each way gives. @type {Record<string, (shared: Shared) => string>} */
const textOf = { link: ({ link }) => link, frame: frameSnippet, element: elementSnippet, picture: pictureSnippet }

/** The ways to share, in the order of the dialog; rows of text. */
const ways = Object.freeze([
  { id: 'link', rows: 2 },
  { id: 'frame', rows: 5 },
  { id: 'element', rows: 5 },
  { id: 'picture', rows: 5 },
])

/** Draws what is seen, with the given caption and palette. @typedef {(how: Partial<ReturnType<typeof captionOf>>) => Promise<Drawing>} Draw */

/** A modal dialog; the browser gives the focus back when it closes. */
export class ShareDialog {
  dialog
  #ways
  #files
  #draw
  #note = el('p', { class: 'am-share-note', hidden: true })
  /** Address of the drawing in the previews, or ''. */
  #drawn = ''

  /**
   * @param {string} prefix of element ids
   * @param {PrintPicture} paper
   * @param {Draw} draw
   */
  constructor(prefix, paper, draw) {
    this.#draw = draw
    this.#files = new ShareFiles(paper, () => this.dialog.close())
    const title = el('h2', { id: `${prefix}-share-title` }, t('share'))
    const close = iconButton({ name: t('close'), keys: 'Escape', path: iconPaths.close, onClick: () => this.dialog.close() })
    this.#ways = ways.map(({ id, rows }) => ({
      id,
      preview: new SharePreview(id),
      ...makeCopyField(`${prefix}-share-${id}-where`, `share.${id}`, { rows, wrap: id === 'link' ? 'soft' : 'off' }),
    }))
    this.dialog = el(
      'dialog',
      { class: 'am-dialog am-share', 'aria-labelledby': title.id },
      el('div', { class: 'am-panel-bar' }, title, close),
      el('p', {}, t('share.what')),
      this.#note,
      ...this.#ways.map(({ preview, section }) => el('div', { class: 'am-share-way' }, preview.box, section)),
      this.#files.section,
    )
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close() // the backdrop
    })
    this.dialog.addEventListener('close', () => this.#forget())
  }

  /**
   * Shows what is to be shared.
   * @param {Shared} shared
   * @param {number} placesLeftOut moved nodes that the link has no room for
   */
  open(shared, placesLeftOut) {
    if (this.dialog.open) return
    this.#note.hidden = placesLeftOut === 0
    setText(this.#note, placesLeftOut === 0 ? '' : t('share.leftOut', { n: placesLeftOut }))
    for (const { id, text, size, said, preview } of this.#ways) {
      text.value = textOf[id](shared)
      size.textContent = sizeOf(id, shared, text.value)
      said.textContent = ''
      preview.fill(shared)
    }
    this.#files.offer(shared)
    this.dialog.showModal()
    void this.#show(shared)
  }

  remove() {
    this.dialog.close()
    this.#forget()
    this.dialog.remove()
  }

  /**
   * Puts what is seen into the previews; without an engine they keep the picture as published.
   * @param {Shared} shared
   */
  async #show(shared) {
    const [seen, captioned] = await Promise.all([this.#draw({}), this.#draw(captionOf(shared))]).catch(() => [])
    this.#files.take(captioned)
    if (!seen || !this.dialog.open) return
    this.#forget()
    this.#drawn = URL.createObjectURL(svgBlob(seen))
    const { width, height } = seen
    // A pasted picture is the published one: its preview must not promise another.
    for (const { id, preview } of this.#ways) if (id !== 'picture') preview.show({ src: this.#drawn, width, height })
  }

  #forget() {
    URL.revokeObjectURL(this.#drawn)
    this.#drawn = ''
  }
}

/**
 * @param {string} id
 * @param {Shared} shared
 * @param {string} text
 */
function sizeOf(id, { picture }, text) {
  const characters = t('share.characters', { n: text.length })
  if (id === 'link') return characters
  return `${t(`share.${id}.size`, id === 'picture' ? { width: picture.width, height: picture.height } : { ...frameSize })} · ${characters}`
}
