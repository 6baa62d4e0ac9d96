// The picture that goes on paper: the map as it is seen. A browser that prints does not wait for the engine's drawing, so
// that it is made as soon as the map has come to rest in another state than the published one.

/** @import { Drawing } from './picture.js' */
import { el } from '../ui/el.js'
import { svgBlob } from './picture.js'

/** How long the map must have stayed as it is, ms: no drawing is made in the middle of a gesture. */
const restMs = 300

/**
 * @typedef {object} PrintHooks
 * @property {() => Promise<Drawing>} draw in light colours and without a caption, which the page around it has
 * @property {() => string} state all that the drawing depends on
 * @property {() => boolean} differs whether the map shows anything else than its published picture
 */

/** Keeps the drawing for paper up to date, and prints it. */
export class PrintPicture {
  #picture
  /** @type {PrintHooks} */
  #hooks
  /** @type {HTMLImageElement|null} */
  #image = null
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer
  /** The drawing that was asked for last. */
  #asked = 0
  /** The state of the drawing that is there or on its way. @type {string|null} */
  #drawn = null
  /** The drawing stays although the published picture is the same: it is being printed. */
  #printing = false

  /**
   * @param {Element} picture of the page, that the drawing takes the place of on paper
   * @param {PrintHooks} hooks
   */
  constructor(picture, hooks) {
    this.#picture = picture
    this.#hooks = hooks
  }

  /** The map may look different now. */
  note() {
    clearTimeout(this.#timer)
    if (this.#hooks.differs()) {
      // A state is told again when somebody asks for it: it needs no other drawing.
      if (this.#hooks.state() === this.#drawn) return
      // A drawing that fails leaves the one before: there is nobody to tell who has not asked for it.
      this.#timer = setTimeout(() => this.#renew().catch(() => {}), restMs)
    } else if (!this.#printing) this.#drop()
  }

  /**
   * Prints the page with the map as it is seen at this moment.
   * @param {() => void} ready called when the drawing is there
   * @returns {Promise<void>} rejected where the engine cannot draw
   */
  async print(ready) {
    clearTimeout(this.#timer)
    this.#printing = true
    try {
      await this.#renew()
      ready()
      print()
    } finally {
      this.#printing = false
      if (!this.#hooks.differs()) this.#drop()
    }
  }

  /** Leaves the published picture alone. */
  end() {
    clearTimeout(this.#timer)
    this.#drop()
  }

  /** Does without a drawing, one that is on its way too. */
  #drop() {
    this.#asked++
    this.#drawn = null
    this.#put(null)
  }

  async #renew() {
    const asked = ++this.#asked
    this.#drawn = this.#hooks.state()
    try {
      const drawing = await this.#hooks.draw()
      const { width, height } = drawing
      const image = el('img', { class: 'am-print', src: URL.createObjectURL(svgBlob(drawing)), alt: '', width, height })
      await image.decode()
      if (asked === this.#asked) this.#put(image)
      else URL.revokeObjectURL(image.src)
    } catch (cause) {
      if (asked === this.#asked) this.#drawn = null // the next time that the state is told it is tried again
      throw cause
    }
  }

  /** @param {HTMLImageElement|null} image */
  #put(image) {
    if (this.#image) {
      this.#image.remove()
      URL.revokeObjectURL(this.#image.src)
    }
    this.#image = image
    if (image) this.#picture.after(image)
  }
}
