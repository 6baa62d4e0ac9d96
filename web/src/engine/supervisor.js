// Supervises the engine of one map: starts it when the map comes into view, pauses and stops it when nobody sees it,
// and restarts it after a failure as the restart policy allows. What was asked outlives an engine that is replaced.

import { shouldRun } from '../ui/presence.js'
/** @import { Command, Failure, MapEvent, StartCommand, Status } from './messages.js' */
/** @import { Assets } from './assets.js' */
/** @import { Presence } from '../ui/presence.js' */
/** @import { Program } from '../ui/program.js' */
/** @import { EngineOptions } from './client.js' */
import { RequestLedger } from './requests.js'
import { RestartPolicy } from './restart-policy.js'

/** How long an unseen map keeps its WebGL context: long enough for a glance at another tab. */
const keepContextMS = 2000

/** The latest start after the map came near, where the browser is never idle. */
const idleLimitMS = 500

/**
 * An engine that was started, as far as it is supervised.
 * @typedef {object} Engine
 * @property {(command: Command, id?: number) => void} send a command with an id is answered by a reply
 * @property {() => void} pause
 * @property {() => void} resume
 * @property {() => void} stop
 */

/**
 * @template {Engine} E
 * @typedef {object} SupervisorHooks
 * @property {(options: EngineOptions) => E} startEngine
 * @property {() => HTMLCanvasElement} mountCanvas a new canvas, not yet shown
 * @property {() => void} dropCanvas
 * @property {(signal: AbortSignal) => Promise<Assets>} load
 * @property {() => {program: Program, host: 'auto'|'worker'|'main', wasmBytes: number|null}} program
 * @property {() => StartCommand} settings the first message
 * @property {() => Command[]} restore the commands that bring the state back
 * @property {(event: MapEvent) => void} onEvent all but replies
 * @property {(status: Status) => void} onStatus
 * @property {(loaded: number, total: number|null) => void} onProgress
 * @property {(failure: Failure, final: boolean) => void} onFailure final: the reader must act
 */

/**
 * Owns one map's engines, one after the other, and what they were asked.
 * @template {Engine} E
 */
export class EngineSupervisor {
  /** @type {SupervisorHooks<E>} */
  #hooks
  /** @type {E|null} */
  #engine = null
  /** @type {Status} */
  #status = 'picture'
  /** @type {Presence} */
  #presence = { pageVisible: false, near: false, onScreen: false }
  #wasVisible = false
  #restartPolicy = new RestartPolicy()
  /** @type {RequestLedger<Command>} */
  #requests = new RequestLedger()
  /** Aborts whatever belongs to the present attempt. @type {AbortController|null} */
  #attempt = null
  /** Kept for the next engine: each gets a copy, which it may transfer. @type {Assets|null} */
  #assets = null
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #restTimer

  /** @param {SupervisorHooks<E>} hooks */
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

  /** @type {import('./messages.js').Send} */
  send(command) {
    this.#engine?.send(command)
  }

  /** @type {import('./messages.js').Ask} */
  request(command) {
    const { id, answer } = this.#requests.open(command)
    if (this.#engine) this.#engine.send(command, id)
    else this.#requests.settle(id, undefined, notLive(this.#status))
    return answer
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
    this.#requests.rejectAll(notLive('picture'))
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
    const engine = this.#hooks.startEngine({
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
    // An answer and the state that it has led to come together: what was not answered is not in what is restored.
    for (const { question, id } of this.#requests.askAgain(lostTwice)) engine.send(question, id)
  }

  /** @param {MapEvent} event */
  #receive(event) {
    if (event.type === 'reply') {
      this.#requests.settle(event.id, event.value, event.error)
      return
    }
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
    else this.#requests.rejectAll(notLive(this.#status))
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

const lostTwice = Object.freeze({ name: 'EngineLost', message: 'actor-map: no answer: two engines were lost over the command' })

/**
 * @param {Status} status
 * @returns {Failure}
 */
function notLive(status) {
  return { name: 'NotLive', message: `actor-map: no answer: the map is ${status}` }
}
