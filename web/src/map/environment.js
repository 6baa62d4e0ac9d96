// The environment of the stage: size, pixel ratio, palette, motion. It goes to a new engine as settings, and to a
// running one as commands when it changes.

/** @import { FrameSize, Palette, Send, StartCommand } from '../engine/messages.js' */

/** @typedef {'auto'|'light'|'dark'} Theme auto: what the reader's system asks for */

/** The system colours that a forced-colours palette is made of. */
const systemColours = Object.freeze({
  paper: 'Canvas',
  ink: 'CanvasText',
  highlight: 'Highlight',
  gray: 'GrayText',
})

/** Watches the environment of a stage. Until `start` it only answers questions. */
export class Environment {
  /** @type {HTMLElement} */
  #stage
  #dark = matchMedia('(prefers-color-scheme: dark)')
  #forced = matchMedia('(forced-colors: active)')
  #still = matchMedia('(prefers-reduced-motion: reduce)')
  /** @type {FrameSize} */
  #reported
  /** @type {Theme} */
  #theme = 'auto'
  /** @type {Send|null} */
  #send = null
  /** @type {AbortController|null} */
  #abort = null
  /** @type {ResizeObserver|null} */
  #resize = null

  /** @param {HTMLElement} stage its layout box is the frame */
  constructor(stage) {
    this.#stage = stage
    this.#reported = this.frame
  }

  /** The frame as it is laid out now. */
  get frame() {
    return { width: this.#stage.clientWidth, height: this.#stage.clientHeight, dpr: devicePixelRatio || 1 }
  }

  get reducedMotion() {
    return this.#still.matches
  }

  /**
   * Chooses the palette. Forced colours come before any choice.
   * @param {Theme} theme
   */
  chooseTheme(theme) {
    if (theme === this.#theme) return
    this.#theme = theme
    this.#sendPalette()
  }

  /**
   * Returns what a new engine must know, and notes it as reported.
   * @param {string} lang
   * @returns {StartCommand}
   */
  settings(lang) {
    this.#reported = this.frame
    return { type: 'start', ...this.#reported, ...this.#palette(), lang, reducedMotion: this.#still.matches }
  }

  /**
   * Tells every change until `stop`.
   * @param {Send} send
   */
  start(send) {
    this.stop()
    this.#send = send
    this.#abort = new AbortController()
    const { signal } = this.#abort
    this.#dark.addEventListener('change', () => this.#sendPalette(), { signal })
    this.#forced.addEventListener('change', () => this.#sendPalette(), { signal })
    this.#still.addEventListener('change', () => send({ type: 'motion', reduced: this.#still.matches }), { signal })
    this.#resize = new ResizeObserver(() => this.check(send))
    this.#resize.observe(this.#stage)
    this.#watchRatio(send, signal)
  }

  /**
   * Tells the frame if it is not the one that the engine knows. Called before each message too:
   * a change of the pixel ratio is not always announced.
   * @param {Send} send
   */
  check(send) {
    const now = this.frame
    const { width, height, dpr } = this.#reported
    if (now.width === 0 || now.height === 0) return
    if (now.width === width && now.height === height && now.dpr === dpr) return
    this.#reported = now
    send({ type: 'resize', ...now })
  }

  stop() {
    this.#abort?.abort()
    this.#resize?.disconnect()
    this.#abort = this.#resize = this.#send = null
  }

  /**
   * A resolution query matches one ratio only, so each change needs a new query.
   * @param {Send} send
   * @param {AbortSignal} signal
   */
  #watchRatio(send, signal) {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
    query.addEventListener(
      'change',
      () => {
        this.check(send)
        this.#watchRatio(send, signal)
      },
      { once: true, signal },
    )
  }

  #sendPalette() {
    this.#send?.({ type: 'theme', ...this.#palette() })
  }

  /** @returns {Palette} */
  #palette() {
    if (this.#forced.matches) return { theme: 'forced', colors: systemPalette(this.#stage) }
    const dark = this.#theme === 'auto' ? this.#dark.matches : this.#theme === 'dark'
    return { theme: dark && pageHasDarkTheme() ? 'dark' : 'light' }
  }
}

/** A browser without light-dark() shows a light page, whatever is asked for (styles/palette.css): the map goes with it. */
function pageHasDarkTheme() {
  return CSS.supports('color', 'light-dark(#000, #fff)')
}

/**
 * Reads the system colours by a probe: script has no other way to learn them.
 * @param {HTMLElement} where
 * @returns {Record<string, string>} #rrggbb by role
 */
function systemPalette(where) {
  const probe = document.createElement('span')
  probe.hidden = true
  where.append(probe)
  const style = getComputedStyle(probe)
  const palette = Object.fromEntries(
    Object.entries(systemColours).map(([role, name]) => {
      probe.style.color = name
      return [role, hexOf(style.color)]
    }),
  )
  probe.remove()
  return palette
}

/**
 * Turns a computed colour, "rgb(255, 0, 128)" or "rgba(…)", into "#ff0080". Alpha is dropped: a
 * canvas has no page behind it to shine through.
 * @param {string} colour
 */
export function hexOf(colour) {
  const parts = colour.match(/[\d.]+/g) ?? []
  const channels = [0, 1, 2].map((i) => Math.round(Math.min(255, Number(parts[i] ?? 0))))
  return `#${channels.map((c) => c.toString(16).padStart(2, '0')).join('')}`
}
