// A polite voice for assistive technology.

import { el, setText } from './el.js'

/** No more than two announcements a second: a faster stream is cut off by screen readers and
 * nothing of it is understood. */
const gapMS = 500

/** Speaks through a live region; of messages that come too fast only the last is spoken. */
export class Announcer {
  region = el('div', { class: 'am-visually-hidden', role: 'status' })
  #lastMS = -Infinity
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer

  /** @param {string} sentence */
  announce(sentence) {
    clearTimeout(this.#timer)
    const wait = Math.max(0, this.#lastMS + gapMS - performance.now())
    this.#timer = setTimeout(() => {
      this.#lastMS = performance.now()
      setText(this.region, sentence)
    }, wait)
  }

  remove() {
    clearTimeout(this.#timer)
    this.region.remove()
  }
}
