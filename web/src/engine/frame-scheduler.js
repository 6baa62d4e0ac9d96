// The gate between Go and the browser's frames and timers. At rest it is shut: Ebitengine's
// request for the next frame is kept, and so are Go's timers, until somebody wakes it.

/**
 * @typedef {object} Clockwork the browser's own functions
 * @property {(callback: (time: number) => void) => number} requestFrame
 * @property {(callback: () => void, delayMS: number) => number} setTimer
 * @property {(id: number) => void} clearTimer
 * @property {() => number} nowMS
 */

/**
 * @typedef {object} GateHooks
 * @property {() => void} beforeFrame just before Go runs a frame
 * @property {() => void} afterFrame when Go has drawn it and asks for the next
 * @property {(error: unknown) => void} onError a callback into Go has thrown
 */

/** @typedef {{run: () => void, dueMS: number, id: number|undefined}} Timer */

/** One program's frames and timers. Until its first frame is drawn the gate is open. */
export class Gate {
  /** Callbacks that reached Go, and frames that were drawn. */
  counts = { callbacks: 0, timers: 0, frames: 0 }
  #clockwork
  #hooks
  /** Go's callback for the next frame. @type {((time: number) => void)|null} */
  #next = null
  #wanted = false
  #requested = false
  #busy = true
  #paused = false
  #shut = false
  /** @type {Map<number, Timer>} */
  #timers = new Map()
  #lastTimer = 0

  /**
   * @param {Clockwork} clockwork
   * @param {GateHooks} hooks
   */
  constructor(clockwork, hooks) {
    this.#clockwork = clockwork
    this.#hooks = hooks
  }

  /** A frame is wanted and only the browser keeps it waiting, as it does for unseen pages. */
  get frameDue() {
    return this.#requested
  }

  /** Nothing is under way and nothing is wanted: until somebody wakes it, all stays as it is. */
  get resting() {
    return !this.#busy && !this.#wanted && !this.#requested
  }

  get paused() {
    return this.#paused
  }

  /** Stands in for window.requestAnimationFrame: Go calls it when a frame is done. */
  requestAnimationFrame = (/** @type {(time: number) => void} */ callback) => {
    this.#next = callback
    this.#busy = false
    for (const timer of this.#timers.values()) this.#hold(timer)
    if (this.#shut) return 0
    this.counts.frames++
    this.#hooks.afterFrame()
    this.#ask()
    return 1
  }

  /** Stands in for window.setTimeout, as far as Go uses it. */
  setTimeout = (/** @type {() => void} */ callback, /** @type {number} */ delayMS) => {
    const key = ++this.#lastTimer
    /** @type {Timer} */
    const timer = {
      id: undefined,
      dueMS: this.#clockwork.nowMS() + delayMS,
      run: () => {
        this.#timers.delete(key)
        this.counts.timers++
        this.#guard(callback)
      },
    }
    this.#timers.set(key, timer)
    if (this.#busy) this.#release(timer)
    return key
  }

  /** Stands in for window.clearTimeout. */
  clearTimeout = (/** @type {number|undefined} */ key) => {
    const timer = key === undefined ? undefined : this.#timers.get(key)
    if (!timer || key === undefined) return
    this.#hold(timer)
    this.#timers.delete(key)
  }

  /** Lets one frame through, now or as soon as the present one is done. */
  wake = () => {
    this.#wanted = true
    this.#ask()
  }

  pause() {
    this.#paused = true
  }

  /** Lets frames through again, and one at once: the canvas may have been cleared. */
  resume() {
    this.#paused = false
    this.wake()
  }

  /** Shuts for ever: nothing reaches Go any more. */
  shut() {
    this.#shut = true
    this.#next = null
    for (const timer of this.#timers.values()) this.#hold(timer)
    this.#timers.clear()
  }

  #ask() {
    if (!this.#next || !this.#wanted || this.#requested || this.#paused || this.#shut) return
    this.#requested = true
    this.#clockwork.requestFrame((time) => this.#frame(time))
  }

  /** @param {number} time */
  #frame(time) {
    this.#requested = false
    const next = this.#next
    if (!next || this.#paused || this.#shut) return
    this.#next = null
    this.#wanted = false
    this.#busy = true
    this.counts.callbacks++
    this.#guard(() => {
      this.#hooks.beforeFrame()
      for (const timer of this.#timers.values()) this.#release(timer)
      next(time)
    })
  }

  /** @param {() => void} call */
  #guard(call) {
    if (this.#shut) return
    try {
      call()
    } catch (error) {
      this.#hooks.onError(error)
    }
  }

  /** @param {Timer} timer */
  #release(timer) {
    if (this.#shut || timer.id !== undefined) return
    timer.id = this.#clockwork.setTimer(timer.run, Math.max(0, timer.dueMS - this.#clockwork.nowMS()))
  }

  /** @param {Timer} timer */
  #hold(timer) {
    if (timer.id !== undefined) this.#clockwork.clearTimer(timer.id)
    timer.id = undefined
  }
}
