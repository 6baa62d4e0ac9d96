// Schedules Go's frames and timers. At rest none runs: Ebitengine's request for the next frame is held back, and so are
// Go's timers, until somebody calls wake().

/**
 * @typedef {object} Clock the browser's own functions
 * @property {(callback: (time: number) => void) => number} requestFrame
 * @property {(callback: () => void, delayMS: number) => number} setTimer
 * @property {(id: number) => void} clearTimer
 * @property {() => number} nowMS
 */

/**
 * @typedef {object} FrameSchedulerHooks
 * @property {() => void} beforeFrame just before Go runs a frame
 * @property {() => void} afterFrame when Go has drawn it and asks for the next
 * @property {(error: unknown) => void} onError a callback into Go has thrown
 */

/** @typedef {{run: () => void, dueMS: number, id: number|undefined}} Timer */

/** The frames and timers of one program. Until its first frame is drawn its timers run freely. */
export class FrameScheduler {
  /** Callbacks that reached Go, and frames that were drawn. */
  counts = { callbacks: 0, timers: 0, frames: 0 }
  #clock
  #hooks
  /** Go's callback for the next frame. @type {((time: number) => void)|null} */
  #next = null
  #wanted = false
  #requested = false
  #busy = true
  #paused = false
  #stopped = false
  /** @type {Map<number, Timer>} */
  #timers = new Map()
  #lastTimer = 0

  /**
   * @param {Clock} clock
   * @param {FrameSchedulerHooks} hooks
   */
  constructor(clock, hooks) {
    this.#clock = clock
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
    for (const timer of this.#timers.values()) this.#suspendTimer(timer)
    if (this.#stopped) return 0
    this.counts.frames++
    this.#hooks.afterFrame()
    this.#requestNext()
    return 1
  }

  /** Stands in for window.setTimeout, as far as Go uses it. */
  setTimeout = (/** @type {() => void} */ callback, /** @type {number} */ delayMS) => {
    const key = ++this.#lastTimer
    /** @type {Timer} */
    const timer = {
      id: undefined,
      dueMS: this.#clock.nowMS() + delayMS,
      run: () => {
        this.#timers.delete(key)
        this.counts.timers++
        this.#run(callback)
      },
    }
    this.#timers.set(key, timer)
    if (this.#busy) this.#armTimer(timer)
    return key
  }

  /** Stands in for window.clearTimeout. */
  clearTimeout = (/** @type {number|undefined} */ key) => {
    const timer = key === undefined ? undefined : this.#timers.get(key)
    if (!timer || key === undefined) return
    this.#suspendTimer(timer)
    this.#timers.delete(key)
  }

  /** Lets one frame through, now or as soon as the present one is done. */
  wake = () => {
    this.#wanted = true
    this.#requestNext()
  }

  pause() {
    this.#paused = true
  }

  /** Lets frames through again, and one at once: the canvas may have been cleared. */
  resume() {
    this.#paused = false
    this.wake()
  }

  /** Stops for ever: nothing reaches Go any more. */
  stop() {
    this.#stopped = true
    this.#next = null
    for (const timer of this.#timers.values()) this.#suspendTimer(timer)
    this.#timers.clear()
  }

  #requestNext() {
    if (!this.#next || !this.#wanted || this.#requested || this.#paused || this.#stopped) return
    this.#requested = true
    this.#clock.requestFrame((time) => this.#frame(time))
  }

  /** @param {number} time */
  #frame(time) {
    this.#requested = false
    const next = this.#next
    if (!next || this.#paused || this.#stopped) return
    this.#next = null
    this.#wanted = false
    this.#busy = true
    this.counts.callbacks++
    this.#run(() => {
      this.#hooks.beforeFrame()
      for (const timer of this.#timers.values()) this.#armTimer(timer)
      next(time)
    })
  }

  /** @param {() => void} call */
  #run(call) {
    if (this.#stopped) return
    try {
      call()
    } catch (error) {
      this.#hooks.onError(error)
    }
  }

  /** @param {Timer} timer */
  #armTimer(timer) {
    if (this.#stopped || timer.id !== undefined) return
    timer.id = this.#clock.setTimer(timer.run, Math.max(0, timer.dueMS - this.#clock.nowMS()))
  }

  /** @param {Timer} timer */
  #suspendTimer(timer) {
    if (timer.id !== undefined) this.#clock.clearTimer(timer.id)
    timer.id = undefined
  }
}
