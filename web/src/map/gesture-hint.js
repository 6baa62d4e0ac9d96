// A word to readers whose wheel or finger has gone to the page: how the map is moved instead.

import { el, setText } from '../ui/el.js'
import { t } from '../ui/words.js'

/** @typedef {'wheel'|'touch'} PassedOn */

/** How long a word stands, ms: long enough to be read twice. */
const standsMS = 3000

/** After this number of times a reader knows it, or does not care. */
const mostTimes = 2

/** One line at the foot of the stage. It is for eyes only: the help says the same to everybody. */
export class GestureHint {
  box = el('p', { class: 'am-gesture-hint', 'aria-hidden': 'true', hidden: true })
  /** How often each was said. @type {Map<PassedOn, number>} */
  #said = new Map()
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #leaving

  /**
   * A gesture on the map has gone to the page.
   * @param {PassedOn} gesture
   */
  passedOn(gesture) {
    const times = this.#said.get(gesture) ?? 0
    if (times >= mostTimes || !this.box.hidden) return
    this.#said.set(gesture, times + 1)
    this.#show(t(`gesture.${gesture}`))
  }

  /**
   * The reader has moved the map: whoever can do it need not be told.
   * @param {PassedOn} gesture
   */
  known(gesture) {
    this.#said.set(gesture, mostTimes)
  }

  /** The map has given the page's gestures back. */
  released() {
    this.#show(t('gesture.gaveBack'))
  }

  remove() {
    clearTimeout(this.#leaving)
    this.box.remove()
  }

  /** @param {string} text */
  #show(text) {
    clearTimeout(this.#leaving)
    setText(this.box, text)
    this.box.hidden = false
    this.#leaving = setTimeout(() => {
      this.box.hidden = true
    }, standsMS)
  }
}
