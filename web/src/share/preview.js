// How each way of sharing will look, in small. For eyes only: the words beside it say the same.

/** @import { Shared } from './snippets.js' */
import { el } from '../ui/el.js'
import { t } from '../ui/words.js'

/** Lines of somebody's text around what is embedded. */
function textLines() {
  return el('div', { class: 'am-preview-lines' }, el('span'), el('span'))
}

/** @param {string} text */
function line(text) {
  return el('span', { class: 'am-preview-text', dir: 'auto' }, text)
}

/** @type {Record<string, (shared: Shared, image: HTMLImageElement) => Node[]>} */
const contents = {
  link: ({ title, text, link }) => [el('strong', { dir: 'auto' }, title), line(text), line(new URL(link).host)],
  frame: (_, image) => [textLines(), el('div', { class: 'am-preview-window' }, image), textLines()],
  element: (_, image) => [textLines(), image, textLines()],
  picture: ({ title }, image) => [image, el('strong', { dir: 'auto' }, title), el('u', { dir: 'auto' }, t('share.open'))],
}

/** The preview of one way. */
export class SharePreview {
  box
  #id
  #image = el('img', { alt: '' })

  /** @param {string} id of the way */
  constructor(id) {
    this.#id = id
    this.box = el('div', { class: 'am-preview', 'aria-hidden': 'true' })
  }

  /** @param {Shared} shared */
  fill(shared) {
    const { here, width, height } = shared.picture
    this.show({ src: here, width, height })
    this.box.replaceChildren(...contents[this.#id](shared, this.#image))
  }

  /** @param {{src: string, width: number, height: number}} picture */
  show({ src, width, height }) {
    Object.assign(this.#image, { src, width, height })
  }
}
