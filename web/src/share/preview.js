// How each way of sharing will look, in small. For eyes only: the words beside it say the same.

/** @import { Shared } from './snippets.js' */
import { make } from '../ui/el.js'
import { say } from '../ui/words.js'

/** Lines of somebody's text around what is embedded. */
function textLines() {
  return make('div', { class: 'am-preview-lines' }, make('span'), make('span'))
}

/** @param {string} text */
function line(text) {
  return make('span', { class: 'am-preview-text', dir: 'auto' }, text)
}

/** @type {Record<string, (shared: Shared, image: HTMLImageElement) => Node[]>} */
const contents = {
  link: ({ title, text, link }) => [make('strong', { dir: 'auto' }, title), line(text), line(new URL(link).host)],
  frame: (_, image) => [textLines(), make('div', { class: 'am-preview-window' }, image), textLines()],
  element: (_, image) => [textLines(), image, textLines()],
  picture: ({ title }, image) => [image, make('strong', { dir: 'auto' }, title), make('u', { dir: 'auto' }, say('share.open'))],
}

/** The preview of one way. */
export class SharePreview {
  box
  #id
  #image = make('img', { alt: '' })

  /** @param {string} id of the way */
  constructor(id) {
    this.#id = id
    this.box = make('div', { class: 'am-preview', 'aria-hidden': 'true' })
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
