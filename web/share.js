// The Share dialog: the present view as a link, as a frame, as an element and as a picture.

/** @import { Shared } from './share-snippets.js' */
import { makeCopyField } from './copy-field.js'
import { iconPaths } from './icons.js'
import { make, makeIconButton } from './make.js'
import { elementSnippet, frameSize, frameSnippet, pictureSnippet } from './share-snippets.js'
import { say } from './words.js'

/** What each way gives. @type {Record<string, (shared: Shared) => string>} */
const textOf = { link: ({ link }) => link, frame: frameSnippet, element: elementSnippet, picture: pictureSnippet }

/** The ways to share, in the order of the dialog; rows of text. */
const ways = Object.freeze([{ id: 'link', rows: 2 }, { id: 'frame', rows: 5 }, { id: 'element', rows: 5 }, { id: 'picture', rows: 5 }])

/** A modal dialog; the browser gives the focus back when it closes. */
export class ShareDialog {
  dialog
  #ways
  #note = make('p', { class: 'am-share-note', hidden: true })

  /** @param {string} prefix of element ids */
  constructor(prefix) {
    const title = make('h2', { id: `${prefix}-share-title` }, say('share'))
    const close = makeIconButton({ name: say('close'), keys: 'Escape', path: iconPaths.close, onClick: () => this.dialog.close() })
    this.#ways = ways.map(({ id, rows }) => ({ id, ...makeCopyField(`${prefix}-share-${id}-where`, `share.${id}`, { rows, wrap: id === 'link' ? 'soft' : 'off' }) }))
    this.dialog = make('dialog', { class: 'am-help am-share', 'aria-labelledby': title.id },
      make('div', { class: 'am-panel-bar' }, title, close), make('p', {}, say('share.what')), this.#note,
      ...this.#ways.map(({ section }) => section))
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close() // the backdrop
    })
  }

  /**
   * Shows what is to be shared.
   * @param {Shared} shared
   * @param {number} placesLeftOut moved nodes that the link has no room for
   */
  open(shared, placesLeftOut) {
    if (this.dialog.open) return
    this.#note.hidden = placesLeftOut === 0
    this.#note.textContent = placesLeftOut === 0 ? '' : say('share.leftOut', { n: placesLeftOut })
    for (const { id, text, size, said } of this.#ways) {
      text.value = textOf[id](shared)
      size.textContent = sizeOf(id, shared, text.value)
      said.textContent = ''
    }
    this.dialog.showModal()
  }

  remove() {
    this.dialog.close()
    this.dialog.remove()
  }
}

/**
 * @param {string} id
 * @param {Shared} shared
 * @param {string} text
 */
function sizeOf(id, { picture }, text) {
  const characters = say('share.characters', { n: text.length })
  if (id === 'link') return characters
  return `${say(`share.${id}.size`, id === 'picture' ? { width: picture.width, height: picture.height } : { ...frameSize })} · ${characters}`
}
