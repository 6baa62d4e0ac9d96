// The part of the Share dialog that gives files and paper: the picture as it is seen, and the data.

import { download } from '../ui/download.js'
import { el, setEnabled, setText } from '../ui/el.js'
/** @import { Drawing, PictureType } from './picture.js' */
/** @import { PrintPicture } from './print-picture.js' */
/** @import { Shared } from './snippets.js' */
import { fetchBytes } from '../ui/fetch-bytes.js'
import { t } from '../ui/words.js'
import { downloadPicture } from './export.js'

/** @type {readonly [key: string, type: PictureType, scale: number][]} scale: pixels a px */
const kinds = [
  ['files.svg', 'svg', 1],
  ['files.png', 'png', 1],
  ['files.pngTwice', 'png', 2],
]

/** The section of the Share dialog with picture, data and paper. */
export class ShareFiles {
  section
  #said = el('span', { class: 'am-share-said', role: 'status' })
  #where = el('p', { class: 'am-share-where' })
  /** @type {HTMLButtonElement[]} */
  #ofPicture
  #ofData
  /** @type {Shared|null} */
  #shared = null
  /** @type {Drawing|undefined} */
  #drawing

  /**
   * @param {PrintPicture} paper
   * @param {() => void} close the dialog, before print
   */
  constructor(paper, close) {
    const print = this.#button(t('files.print'), () => paper.print(close))
    this.#ofPicture = [...kinds.map(([key, type, scale]) => this.#button(t(key), () => this.#give(type, scale))), print]
    this.#ofData = this.#button(t('files.data'), () => this.#giveData())
    // A frame without an origin is sandboxed: whether files are allowed there it cannot know.
    const doubt = self.origin === 'null' ? [el('p', { class: 'am-share-where' }, t('files.ifNothing'))] : []
    this.section = el(
      'section',
      {},
      el('h3', {}, t('files.title')),
      this.#where,
      el('div', { class: 'am-share-row' }, ...this.#ofPicture, this.#ofData, this.#said),
      ...doubt,
    )
  }

  /** @param {Shared} shared */
  offer(shared) {
    this.#shared = shared
    this.#said.textContent = ''
    this.#ofData.hidden = shared.data === null
    this.take(undefined)
    setText(this.#where, t('files.where'))
  }

  /**
   * The engine has drawn, or cannot.
   * @param {Drawing|undefined} drawing with its caption
   */
  take(drawing) {
    this.#drawing = drawing
    for (const button of this.#ofPicture) setEnabled(button, drawing !== undefined)
    if (!drawing) setText(this.#where, t('files.notRunning'))
  }

  /**
   * @param {string} label
   * @param {() => Promise<void>} act
   */
  #button(label, act) {
    const button = el('button', { type: 'button', class: 'am-text-button' }, label)
    button.addEventListener('click', async () => {
      if (button.getAttribute('aria-disabled') === 'true') return
      this.#said.textContent = ''
      try {
        await act()
      } catch {
        setText(this.#said, t('files.failed'))
      }
    })
    return button
  }

  /**
   * @param {PictureType} type
   * @param {number} scale
   */
  async #give(type, scale) {
    if (this.#drawing) await downloadPicture(this.#drawing, this.#shared?.data?.name ?? 'map', type, scale)
  }

  async #giveData() {
    const { data } = this.#shared ?? {}
    if (!data) return
    const bytes = await fetchBytes(data.address, new AbortController().signal)
    download(new Blob([bytes], { type: 'application/json' }), `${data.name}.json`)
  }
}
