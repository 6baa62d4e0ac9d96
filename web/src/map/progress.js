// The words beside the picture: how far the engine has come, what to do with it once it is there,
// or why it does not come.

import { el, setText } from '../ui/el.js'
/** @import { Failure } from '../engine/messages.js' */
import { failureSentence, mayRetry } from '../ui/failures.js'
import { keepFocus } from '../ui/focus.js'
import { interfaceLanguage, t } from '../ui/words.js'

/** A thin line along the picture's edge and a sentence; or a sentence and a button. */
export class Progress {
  line = el('progress', { class: 'am-progress', 'aria-label': t('map.loading'), hidden: true })
  text = el('p', { class: 'am-loading', hidden: true })
  hint = el('p', { class: 'am-hint', hidden: true }, t('map.hint'))
  notice = el('div', { class: 'am-notice', role: 'status', hidden: true })
  /** @type {() => void} */
  #onRetry
  /** @type {() => HTMLElement} */
  #home

  /**
   * @param {() => void} onRetry
   * @param {() => HTMLElement} home where the focus goes when the button that has it goes
   */
  constructor(onRetry, home) {
    this.#onRetry = onRetry
    this.#home = home
  }

  /** What tries again, where there is something to try. @returns {HTMLElement|null} */
  get button() {
    return this.notice.hidden ? null : this.notice.querySelector('button')
  }

  /**
   * Loading has begun; nothing has come yet.
   * @param {boolean} again the map was live before, and its controls stand where the words would
   */
  begin(again) {
    keepFocus(this.notice, () => this.#hideNotice(), this.#home)
    this.hint.hidden = !again
    this.line.removeAttribute('value')
    this.line.hidden = false
    this.text.hidden = again
    this.text.textContent = `${t('map.loading')} …`
  }

  /**
   * @param {number} loaded bytes
   * @param {number|null} total bytes; null: unknown, and the line only shows that work goes on
   */
  advance(loaded, total) {
    if (this.line.hidden) return
    if (total) {
      this.line.max = Math.max(loaded, total)
      this.line.value = loaded
    }
    setText(this.text, progressSentence(loaded, total))
  }

  /** The map can be used: says how. */
  invite() {
    this.done()
    this.hint.hidden = false
  }

  /** Nothing is loading any more. */
  done() {
    this.line.hidden = this.text.hidden = true
    keepFocus(this.notice, () => this.#hideNotice(), this.#home)
  }

  #hideNotice() {
    this.notice.hidden = true
  }

  /**
   * @param {Failure} failure
   * @param {boolean} wasLive the reader has had a live map, and may have it back
   */
  fail(failure, wasLive) {
    this.done()
    this.hint.hidden = true
    this.notice.replaceChildren(el('p', {}, failureSentence(failure.name)))
    if (mayRetry(failure.name)) {
      const button = el('button', { type: 'button', class: 'am-text-button' }, wasLive ? t('map.restart') : t('map.retry'))
      button.addEventListener('click', this.#onRetry)
      this.notice.append(button)
    }
    this.notice.hidden = false
  }

  remove() {
    for (const part of [this.line, this.text, this.hint, this.notice]) part.remove()
  }
}

/**
 * @param {number} loaded bytes
 * @param {number|null} total bytes, null where it is not known
 */
export function progressSentence(loaded, total) {
  const mb = { loaded: megabytes(loaded), total: megabytes(Math.max(loaded, total ?? 0)) }
  return total ? t('map.loading.of', mb) : t('map.loading.some', mb)
}

/** @param {number} bytes */
function megabytes(bytes) {
  const { locale } = interfaceLanguage()
  return (bytes / 1e6).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1, numberingSystem: 'latn' })
}
