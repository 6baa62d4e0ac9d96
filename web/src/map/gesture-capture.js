// A map that takes the wheel and single fingers too, as in full screen: a link asks for it (?scroll=1), Escape ends it.

/** Captures gestures for a surface until the reader presses Escape. */
export class GestureCapture {
  #surface
  #onRelease
  /** Set while the map captures all gestures; abort() removes the Escape listener. @type {AbortController|null} */
  #abort = null

  /**
   * @param {HTMLElement} surface
   * @param {() => void} onRelease the reader has given them back to the page
   */
  constructor(surface, onRelease) {
    this.#surface = surface
    this.#onRelease = onRelease
  }

  get on() {
    return this.#abort !== null
  }

  start() {
    if (this.#abort) return
    this.#abort = new AbortController()
    this.#surface.toggleAttribute('data-takes-all', true)
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        this.stop()
        this.#onRelease()
      },
      { signal: this.#abort.signal },
    )
  }

  stop() {
    this.#abort?.abort()
    this.#abort = null
    this.#surface.toggleAttribute('data-takes-all', false)
  }
}
