// Supervises the engine of one map: starts it when the map comes into view, pauses and stops it when nobody sees it,
// and restarts it after a failure as the restart policy allows.

import { shouldRun } from '../ui/presence.js'
/** @import { Command, Failure, MapEvent, Status } from './messages.js' */
/** @import { Assets } from './assets.js' */
/** @import { Presence } from '../ui/presence.js' */
/** @import { Program } from '../ui/program.js' */
import { startEngine } from './client.js'
import { RestartPolicy } from './restart-policy.js'

/** How long an unseen map keeps its WebGL context: long enough for a glance at another tab. */
const keepContextMS = 2000

/** The latest start after the map came near, where the browser is never idle. */
const idleLimitMS = 500

/** @typedef {ReturnType<typeof startEngine>} Engine */

/**
 * @typedef {object} SupervisorHooks
 * @property {() => HTMLCanvasElement} mountCanvas a new canvas, not yet shown
 * @property {() => void} dropCanvas
 * @property {(signal: AbortSignal) => Promise<Assets>} load
 * @property {() => {program: Program, host: 'auto'|'worker'|'main'}} program
 * @property {() => Command} settings the first message
 * @property {() => Command[]} restore the commands that bring the state back
 * @property {(event: MapEvent) => void} onEvent
 * @property {(status: Status) => void} onStatus
 * @property {(loaded: number, total: number|null) => void} onProgress
 * @property {(failure: Failure, final: boolean) => void} onFailure final: the reader must act
 */

/** Owns one map's engines, one after the other. */
export class EngineSupervisor {
  /** @type {SupervisorHooks} */
  #hooks
  /** @type {Engine|null} */
  #engine = null
  /** @type {Status} */
  #status = 'picture'
  /** @type {Presence} */
  #presence = { pageVisible: false, near: false, onScreen: false }
  #wasVisible = false
  #restartPolicy = new RestartPolicy()
  /** Aborts whatever belongs to the present attempt. @type {AbortController|null} */
  #attempt = null
  /** Kept for the next engine: each gets a copy, which it may transfer. @type {Assets|null} */
  #assets = null
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #restTimer

  /** @param {SupervisorHooks} hooks */
  constructor(hooks) {
    this.#hooks = hooks
  }

  /** The engine, or null; what is sent to one that is still starting waits there. */
  get engine() {
    return this.#engine
  }

  get status() {
    return this.#status
  }

  /**
   * Runs or rests as the presence of a reader asks for.
   * @param {Presence} presence
   */
  observe(presence) {
    this.#presence = presence
    if (!presence.near) this.#wasVisible = false
    else if (presence.onScreen && presence.pageVisible) this.#wasVisible = true
    if (this.#awake) this.#wake()
    else this.#rest()
  }

  /** Starts again because the reader asked for it. */
  retry() {
    this.#restartPolicy.clear()
    this.#assets = null
    this.#start()
  }

  /** Ends everything; the picture is what remains. */
  stop() {
    clearTimeout(this.#restTimer)
    this.#restTimer = undefined
    this.#drop('picture')
  }

  get #awake() {
    return shouldRun(this.#presence, this.#wasVisible)
  }

  #wake() {
    clearTimeout(this.#restTimer)
    this.#restTimer = undefined
    if (this.#status === 'live') this.#engine?.resume()
    if (this.#status === 'picture' && !this.#attempt) this.#startWhenIdle()
  }

  #rest() {
    if (this.#status === 'live') this.#engine?.pause()
    if (this.#status === 'failed' || !this.#attempt || this.#restTimer !== undefined) return
    this.#restTimer = setTimeout(() => this.stop(), keepContextMS)
  }

  #startWhenIdle() {
    const attempt = (this.#attempt = new AbortController())
    const begin = () => {
      if (this.#attempt === attempt) this.#start()
    }
    if (typeof requestIdleCallback === 'function') requestIdleCallback(begin, { timeout: idleLimitMS })
    else setTimeout(begin)
  }

  async #start() {
    this.#attempt?.abort()
    const attempt = (this.#attempt = new AbortController())
    this.#setStatus('loading')
    try {
      this.#assets ??= await this.#hooks.load(attempt.signal)
      if (this.#attempt === attempt) this.#launch(attempt, this.#assets)
    } catch (failure) {
      if (this.#attempt === attempt) this.#fail(/** @type {Failure} */ (failure))
    }
  }

  /**
   * @param {AbortController} attempt
   * @param {Assets} assets
   */
  #launch(attempt, assets) {
    /** @param {(...args: any[]) => void} act */
    const ifCurrent =
      (act) =>
      (/** @type {any[]} */ ...args) => {
        if (this.#attempt === attempt) act(...args)
      }
    const engine = startEngine({
      ...this.#hooks.program(),
      canvas: this.#hooks.mountCanvas(),
      dataset: assets.dataset.slice(),
      layout: assets.layout?.slice() ?? null,
      settings: this.#hooks.settings(),
      onMessage: ifCurrent((event) => this.#receive(event)),
      onProgress: ifCurrent(this.#hooks.onProgress),
      onFail: ifCurrent((failure) => this.#fail(failure)),
    })
    if (this.#attempt !== attempt) return // it has failed before it returned
    this.#engine = engine
    for (const command of this.#hooks.restore()) engine.send(command) // first of all: later commands build on them
  }

  /** @param {MapEvent} event */
  #receive(event) {
    if (event.type === 'ready') {
      this.#setStatus('live')
      if (!this.#awake) this.#engine?.pause()
    }
    this.#hooks.onEvent(event)
  }

  /** @param {Failure} failure */
  #fail(failure) {
    const again = this.#restartPolicy.allows(failure.name, performance.now())
    this.#drop(again ? 'picture' : 'failed')
    this.#hooks.onFailure(failure, !again)
    if (again && this.#awake) this.#start()
  }

  /**
   * Lets go of the present attempt, engine and canvas.
   * @param {Status} status
   */
  #drop(status) {
    this.#attempt?.abort()
    this.#attempt = null
    const engine = this.#engine
    this.#engine = null
    engine?.stop()
    this.#hooks.dropCanvas()
    if (this.#status !== 'failed' || status === 'failed') this.#setStatus(status)
  }

  /** @param {Status} status */
  #setStatus(status) {
    if (this.#status === status) return
    this.#status = status
    this.#hooks.onStatus(status)
  }
}
