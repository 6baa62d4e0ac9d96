// Writes the present view into the address of the page with replaceState: no entry is added to the history.

import { RateLimiter } from '../ui/rate-limiter.js'
import { parseView } from './view-url.js'

/** How often the address may change: in bursts, and in the long run. Safari refuses more than 100
 * changes in 30 s, and then for the rest of them. */
export const burst = 20
export const perSecond = 2

/**
 * Returns an address with the query of another view; pairs that are not about the view and
 * the fragment stay.
 * @param {string} address
 * @param {string} query of the view
 */
export function withView(address, query) {
  const url = new URL(address)
  url.search = [query, parseView(url.search).otherParams].filter(Boolean).join('&')
  return url.href
}

/** Writes the address of the page, but never while a pointer is down. */
export class HistoryWriter {
  #query
  #limiter = new RateLimiter(burst, perSecond)
  #pending = false
  #held = false
  #abort = new AbortController()

  /** @param {() => string} query of the present view */
  constructor(query) {
    this.#query = query
    const options = { signal: this.#abort.signal, capture: true, passive: true }
    const release = () => {
      this.#held = false
      this.#write()
    }
    addEventListener(
      'pointerdown',
      () => {
        this.#held = true
      },
      options,
    )
    addEventListener('pointerup', release, options)
    addEventListener('pointercancel', release, options)
    addEventListener('pointermove', (event) => event.buttons === 0 && release(), options)
    // What the limiter has put off is made up for at the next thing that happens: keys that are
    // held or wheels that are turned always end in one of these.
    for (const type of ['keyup', 'keydown', 'blur', 'visibilitychange']) addEventListener(type, () => this.#write(), options)
    // Back and forward between anchors bring an older query back.
    addEventListener('popstate', () => this.note(), options)
  }

  /** The view has changed. */
  note() {
    this.#pending = true
    this.#write()
  }

  stop() {
    this.#abort.abort()
  }

  #write() {
    if (!this.#pending || this.#held) return
    const address = withView(location.href, this.#query())
    if (address !== location.href) {
      if (!this.#limiter.take()) return
      replaceAddress(address)
    }
    this.#pending = false
  }
}

/** @param {string} address of this page */
function replaceAddress(address) {
  try {
    history.replaceState(history.state, '', address)
  } catch {
    // A browser may refuse, as for a file: the view is not in the address then, all else works.
  }
}
