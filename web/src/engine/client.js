// The page's side of the engine: finds a place for it to run, starts it, and passes messages.

import { Link } from './command-queue.js'
import { loadModule } from './module.js'
import { openMain, openWorker } from './transport.js'
import { afterVisible } from './visible-timer.js'

/** @typedef {'NoWebGL2'|'NoWasm'|'BadResponse'|'Timeout'|'ContextLost'|'Panic'|'Exited'|'WorkerLost'|'CSP'} FailureName */
/** @typedef {{name: FailureName, message: string}} Failure */
/** @typedef {import('./transport.js').Transport} Transport */
/** @typedef {import('./host.js').FromHost} FromHost */
/** @typedef {{frames: number, callbacks: number, timers: number, resting: boolean, host: 'worker'|'main'|null}} Stats */

/**
 * @typedef {object} EngineOptions
 * @property {HTMLCanvasElement} canvas new, without a context
 * @property {import('../ui/program.js').Program} program
 * @property {Uint8Array} dataset
 * @property {Uint8Array|null} layout
 * @property {Record<string, any>} settings the start command; wasmBytes in it, if it
 *   is a number, is the decoded size of the program, for progress
 * @property {'auto'|'worker'|'main'} [host]
 * @property {(message: any) => void} onMessage one event
 * @property {(loaded: number, total: number|null) => void} [onProgress] bytes of the program
 * @property {(reason: Failure) => void} onFail called at most once; the engine is stopped then
 */

/**
 * The longest silence while starting, in milliseconds: no byte has come, and no picture is
 * ready. It counts anew with every sign of life, so that a slow line is no failure.
 */
export const bootTimeoutMS = 30_000

/**
 * Starts an engine. It returns at once; commands may be sent right away.
 * @param {EngineOptions} options
 */
export function startEngine(options) {
  const engine = new Engine(options)
  engine.boot()
  return engine
}

/** One engine, from start to stop. To start again, take a new canvas. */
export class Engine {
  #options
  /** The start command. @type {Record<string, any>} */
  #settings
  /** @type {Transport|null} */
  #transport = null
  #link
  #stopped = false
  #paused = false
  /** @type {(() => void)|null} */
  #callOffBoot = null
  /** @type {Map<number, (stats: Stats) => void>} */
  #asked = new Map()
  #questions = 0
  /** @type {Stats} */
  #lastStats = { frames: 0, callbacks: 0, timers: 0, resting: false, host: null }

  /** @param {EngineOptions} options */
  constructor(options) {
    this.#options = options
    this.#settings = { ...options.settings, v: 1, type: 'start' }
    this.#link = new Link({
      post: (n, letters) => this.#transport?.post({ kind: 'commands', n, letters }),
      ping: (n) => this.#transport?.post({ kind: 'ping', n }),
      lost: () => this.#fail('WorkerLost', 'the map does not answer any more'),
      after: afterVisible,
    })
  }

  /** Where the program runs, once that is known. */
  get host() {
    return this.#transport?.host ?? null
  }

  /** Called by startEngine, once. */
  async boot() {
    this.#signOfLife()
    try {
      const { program, settings, onProgress } = this.#options
      const total = typeof settings.wasmBytes === 'number' && settings.wasmBytes > 0 ? settings.wasmBytes : null
      const loading = loadModule(program.wasm, total, (loaded, all) => {
        if (this.#stopped) return
        this.#signOfLife()
        onProgress?.(loaded, all)
      })
      const [transport, module] = await Promise.all([this.#open(), loading])
      if (!this.#stopped) this.#start(transport, module)
    } catch (cause) {
      const { name, message } = asFailure(cause)
      this.#fail(name, message)
    }
  }

  /**
   * Sends a command. Before the start it waits; after the end it is dropped.
   * @param {Record<string, unknown>} command
   */
  send(command) {
    if (!this.#stopped) this.#link.send(command)
  }

  /** Draws nothing until resume; commands are still taken in, and carried out then. */
  pause() {
    this.#paused = true
    this.#transport?.post({ kind: 'pause' })
  }

  resume() {
    this.#paused = false
    this.#transport?.post({ kind: 'resume' })
  }

  /** Ends the program and frees its graphics context. The canvas is of no more use. */
  stop() {
    if (this.#stopped) return
    this.#stopped = true
    this.#callOffBoot?.()
    this.#link.close()
    this.#transport?.terminate()
    for (const answer of this.#asked.values()) answer(this.#lastStats)
    this.#asked.clear()
  }

  /**
   * How many callbacks have reached the program since its start, and frames it has drawn; whether it is at rest.
   * @returns {Promise<Stats>}
   */
  stats() {
    if (this.#stopped || !this.#transport) return Promise.resolve(this.#lastStats)
    const n = ++this.#questions
    this.#transport.post({ kind: 'stats', n })
    return new Promise((resolve) => this.#asked.set(n, resolve))
  }

  /** For tests: takes the graphics context away. */
  loseContext() {
    this.#transport?.post({ kind: 'lose' })
  }

  /** For tests: makes the program panic. */
  crash() {
    this.send({ type: 'crash' })
  }

  /** For tests: ends the program without telling anybody. */
  terminate() {
    this.#transport?.terminate()
  }

  /** @returns {Promise<Transport>} */
  async #open() {
    const { host = 'auto', program } = this.#options
    const worker = host === 'main' ? null : await openWorker(program.worker)
    const transport = worker ?? (host === 'worker' ? null : await openMain(program.main))
    if (!transport) throw failure('NoWebGL2', 'the browser has no WebGL2, or has it turned off')
    this.#transport = transport
    this.#lastStats = { ...this.#lastStats, host: transport.host }
    transport.listen(
      (message) => this.#receive(message),
      (why) => this.#fail('WorkerLost', why),
    )
    if (this.#paused) transport.post({ kind: 'pause' })
    if (this.#stopped) transport.terminate()
    return transport
  }

  /**
   * @param {Transport} transport
   * @param {WebAssembly.Module} module
   */
  #start(transport, module) {
    const { dataset, layout, canvas } = this.#options
    const { width, height, dpr } = this.#settings
    const surface = transport.adopt(canvas)
    transport.post(
      {
        kind: 'start',
        canvas: surface,
        module,
        dataset,
        layout,
        settings: JSON.stringify(this.#settings),
        frame: { width, height, dpr },
      },
      surface instanceof HTMLCanvasElement ? [] : [surface],
    )
    this.#link.open()
    this.#signOfLife()
  }

  /** @param {FromHost} message */
  #receive(message) {
    if (this.#stopped) return
    switch (message.kind) {
      case 'events':
        return this.#hear(message.json)
      case 'ack':
        return this.#link.acknowledge(message.n)
      case 'pong':
        return this.#onPong(message)
      case 'stats':
        return this.#answer(message.n, { ...message.stats, host: this.host })
      case 'fail':
        return this.#fail(/** @type {FailureName} */ (message.name), message.message)
    }
  }

  /** @param {string} json */
  #hear(json) {
    for (const event of JSON.parse(json)) {
      if (event.type === 'ready') this.#started()
      if (!this.#stopped) this.#options.onMessage(event)
    }
  }

  /**
   * @param {number} n
   * @param {Stats} stats
   */
  #answer(n, stats) {
    this.#lastStats = stats
    this.#asked.get(n)?.(stats)
    this.#asked.delete(n)
  }

  /** Grants the start another while. */
  #signOfLife() {
    this.#callOffBoot?.()
    this.#callOffBoot = this.#stopped ? null : afterVisible(() => this.#bootSilence(), bootTimeoutMS)
  }

  /** A program that waits only for the browser to give it a frame, as in an unseen frame, is not late. */
  #bootSilence() {
    this.#callOffBoot = afterVisible(() => this.#fail('Timeout', 'the map has not started in time'), bootTimeoutMS / 10)
    this.#transport?.post({ kind: 'ping', n: 0 })
  }

  /** @param {{n: number, frameDue: boolean}} pong n is 0 for a question of the start */
  #onPong({ n, frameDue }) {
    if (n > 0) this.#link.pong(n)
    else if (this.#callOffBoot && (frameDue || this.#paused)) this.#signOfLife()
  }

  #started() {
    this.#callOffBoot?.()
    this.#callOffBoot = null
  }

  /**
   * @param {FailureName} name
   * @param {string} message
   */
  #fail(name, message) {
    if (this.#stopped) return
    this.stop()
    this.#options.onFail({ name, message })
  }
}

/**
 * @param {FailureName} name
 * @param {string} message
 */
function failure(name, message) {
  return Object.assign(new Error(message), { name })
}

/**
 * @param {unknown} cause
 * @returns {Failure}
 */
function asFailure(cause) {
  if (!(cause instanceof Error)) return { name: 'BadResponse', message: String(cause) }
  const named = /^(NoWebGL2|NoWasm|BadResponse|CSP)$/.test(cause.name)
  return { name: named ? /** @type {FailureName} */ (cause.name) : 'BadResponse', message: cause.message }
}
