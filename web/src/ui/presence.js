// Whether anybody can see the map: the page is in front, the map in view or about to be.

/** How near to the view a map starts to load, px: about a second of scrolling. */
const nearPx = 200

/**
 * @typedef {object} Presence
 * @property {boolean} pageVisible the page is in front
 * @property {boolean} near the map is in view or within a margin of it
 * @property {boolean} onScreen some of the map is in view
 */

/**
 * Reports whether the map should be running. Before it was first seen, being near is enough, so
 * that it is there when the reader arrives; afterwards it runs only while it is seen.
 * @param {Presence} presence
 * @param {boolean} seen it has been on screen since it came near
 */
export function shouldRun({ pageVisible, near, onScreen }, seen) {
  return pageVisible && (onScreen || (near && !seen))
}

/** Watches an element; tells each change until it is stopped. */
export class PresenceWatch {
  /** @type {Presence} */
  #now = { pageVisible: !document.hidden, near: false, onScreen: false }
  #heldHidden = false
  /** @type {(presence: Presence) => void} */
  #onChange
  #abort = new AbortController()
  /** @type {IntersectionObserver[]} */
  #observers

  /**
   * @param {Element} element
   * @param {(presence: Presence) => void} onChange
   * @param {number} [marginPx] how near is near
   */
  constructor(element, onChange, marginPx = nearPx) {
    this.#onChange = onChange
    /** @param {Partial<Presence>} change */
    const tell = (change) => {
      this.#now = { ...this.#now, ...change }
      this.#tell()
    }
    document.addEventListener('visibilitychange', () => tell({ pageVisible: !document.hidden }), {
      signal: this.#abort.signal,
    })
    this.#observers = [
      new IntersectionObserver((entries) => tell({ near: entries[entries.length - 1].isIntersecting }), { rootMargin: `${marginPx}px` }),
      new IntersectionObserver((entries) => tell({ onScreen: entries[entries.length - 1].isIntersecting })),
    ]
    for (const observer of this.#observers) observer.observe(element)
  }

  /**
   * While held, reports `pageVisible: false`: pause() of the API.
   * @param {boolean} held
   */
  holdHidden(held) {
    if (held === this.#heldHidden) return
    this.#heldHidden = held
    this.#tell()
  }

  stop() {
    this.#abort.abort()
    for (const observer of this.#observers) observer.disconnect()
  }

  #tell() {
    this.#onChange({ ...this.#now, pageVisible: this.#now.pageVisible && !this.#heldHidden })
  }
}
