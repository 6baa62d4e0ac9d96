// The map over the whole screen, where there is no page to share gestures with. The browser's own
// Escape ends it.

/** Watches whether an element fills the screen. */
export class FullScreen {
  #element
  #abort = new AbortController()

  /**
   * @param {HTMLElement} element
   * @param {(on: boolean) => void} onChange
   */
  constructor(element, onChange) {
    this.#element = element
    document.addEventListener('fullscreenchange', () => onChange(this.on), { signal: this.#abort.signal })
  }

  /** Whether the browser, and the page around a frame, allow it. */
  get possible() {
    return document.fullscreenEnabled === true
  }

  get on() {
    return document.fullscreenElement === this.#element
  }

  /** @returns {Promise<void>} */
  async toggle() {
    try {
      await (this.on ? document.exitFullscreen() : this.#element.requestFullscreen())
    } catch {
      // The browser may refuse, as it does when the reader has pressed a key meanwhile: the map stays.
    }
  }

  stop() {
    this.#abort.abort()
    if (this.on) document.exitFullscreen().catch(() => {})
  }
}
