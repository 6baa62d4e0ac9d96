// The engine client, on the page: picks Worker or main thread, starts the engine there, and passes messages.

/** @import { Command, StartCommand } from './messages.js' */
import { CommandQueue } from './command-queue.js'
import { encode } from './messages.js'
import { loadModule } from './module.js'
import { RequestLedger } from './requests.js'
import { openMain, openWorker, refusePage } from './transport.js'
import { visibleTimeout } from './visible-timer.js'

/** @typedef {'NoWebGL2'|'NoWasm'|'BadResponse'|'Timeout'|'ContextLost'|'Panic'|'Exited'|'WorkerLost'|'CSP'} FailureName */
/** @typedef {{name: FailureName, message: string}} EngineFailure */
/** @typedef {import('./transport.js').Transport} Transport */
/** @typedef {import('./host.js').FromHost} FromHost */
/** @typedef {{frames: number, callbacks: number, timers: number, resting: boolean, host: 'worker'|'main'|null}} Stats */

/**
 * @typedef {object} EngineOptions
 * @property {HTMLCanvasElement} canvas new, without a context
 * @property {import('../ui/program.js').Program} program
 * @property {Uint8Array} dataset
 * @property {Uint8Array|null} layout
 * @property {StartCommand} settings the start command
 * @property {number|null} [wasmBytes] decoded size of the program, for progress
 * @property {'auto'|'worker'|'main'} [host]
 * @property {(message: any) => void} onMessage one event
 * @property {(loaded: number, total: number|null) => void} [onProgress] bytes of the program
 * @property {(reason: EngineFailure) => void} onFail called at most once; the engine is stopped then
 */

/**
 * The longest silence while starting, in milliseconds: no byte has come, and no picture is
 * ready. Every message restarts the count, so that a slow line is no failure.
 */
export const bootTimeoutMS = 30_000

/**
 * Starts an engine. It returns at once; commands may be sent right away.
 * @param {EngineOptions} options
 */
export function startEngine(options) {
  const engine = new EngineClient(options)
  engine.boot()
  return engine
}

/** One engine, from start to stop. To start again, take a new canvas. */
export class EngineClient {
  #options
  /** @type {Transport|null} */
  #transport = null
  #queue
  #stopped = false
  #paused = false
  /** @type {(() => void)|null} */
  #cancelBootTimer = null
  /** Questions to the host, which end with it. @type {RequestLedger<'stats'>} */
  #requests = new RequestLedger()
  /** @type {Stats} */
  #lastStats = { frames: 0, callbacks: 0, timers: 0, resting: false, host: null }

  /** @param {EngineOptions} options */
  constructor(options) {
    this.#options = options
    this.#queue = new CommandQueue({
      post: (n, envelopes) => this.#transport?.post({ kind: 'commands', n, envelopes }),
      ping: (n) => this.#transport?.post({ kind: 'ping', n }),
      lost: () => this.#fail('WorkerLost', 'the map does not answer any more'),
      after: visibleTimeout,
    })
  }

  /** Where the program runs, once that is known. */
  get host() {
    return this.#transport?.host ?? null
  }

  /** Called by startEngine, once. */
  async boot() {
    this.#restartBootTimer()
    try {
      const { program, wasmBytes = null, onProgress } = this.#options
      const loading = loadModule(program.wasm, wasmBytes, (loaded, all) => {
        if (this.#stopped) return
        this.#restartBootTimer()
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
   * @param {Command} command
   * @param {number} [id] the answer will have
   */
  send(command, id) {
    if (!this.#stopped) this.#queue.send(command, id)
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
    this.#cancelBootTimer?.()
    this.#queue.close()
    this.#transport?.terminate()
    this.#requests.rejectAll({ name: 'NotLive', message: 'actor-map: the engine has stopped' })
  }

  /**
   * How many callbacks have reached the program since its start, and frames it has drawn; whether it is at rest.
   * @returns {Promise<Stats>}
   */
  stats() {
    if (this.#stopped || !this.#transport) return Promise.resolve(this.#lastStats)
    const { id, answer } = this.#requests.open('stats')
    this.#transport.post({ kind: 'stats', n: id })
    return answer.catch(() => this.#lastStats)
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
    if (!worker && host === 'worker') await refusePage(program.worker)
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
    const { dataset, layout, canvas, settings } = this.#options
    const { width, height, dpr } = settings
    const surface = transport.adopt(canvas)
    transport.post(
      {
        kind: 'start',
        canvas: surface,
        module,
        dataset,
        layout,
        settings: encode(settings),
        frame: { width, height, dpr },
      },
      surface instanceof HTMLCanvasElement ? [] : [surface],
    )
    this.#queue.open()
    this.#restartBootTimer()
  }

  /** @param {FromHost} message */
  #receive(message) {
    if (this.#stopped) return
    switch (message.kind) {
      case 'events':
        return this.#receiveEvents(message.json)
      case 'ack':
        return this.#queue.acknowledge(message.n)
      case 'pong':
        return this.#onPong(message)
      case 'stats':
        return this.#resolveStats(message.n, { ...message.stats, host: this.host })
      case 'fail':
        return this.#fail(/** @type {FailureName} */ (message.name), message.message)
    }
  }

  /** @param {string} json */
  #receiveEvents(json) {
    for (const event of JSON.parse(json)) {
      if (event.type === 'ready') this.#started()
      if (!this.#stopped) this.#options.onMessage(event)
    }
  }

  /**
   * @param {number} n
   * @param {Stats} stats
   */
  #resolveStats(n, stats) {
    this.#lastStats = stats
    this.#requests.settle(n, stats)
  }

  /** The start makes progress: the timeout begins again. */
  #restartBootTimer() {
    this.#cancelBootTimer?.()
    this.#cancelBootTimer = this.#stopped ? null : visibleTimeout(() => this.#onBootTimeout(), bootTimeoutMS)
  }

  /** A program that waits only for the browser to give it a frame, as in an unseen frame, is not late. */
  #onBootTimeout() {
    this.#cancelBootTimer = visibleTimeout(() => this.#fail('Timeout', 'the map has not started in time'), bootTimeoutMS / 10)
    this.#transport?.post({ kind: 'ping', n: 0 })
  }

  /** @param {{n: number, frameDue: boolean}} pong n is 0 for a question of the start */
  #onPong({ n, frameDue }) {
    if (n > 0) this.#queue.pong(n)
    else if (this.#cancelBootTimer && (frameDue || this.#paused)) this.#restartBootTimer()
  }

  #started() {
    this.#cancelBootTimer?.()
    this.#cancelBootTimer = null
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
 * @returns {EngineFailure}
 */
function asFailure(cause) {
  if (!(cause instanceof Error)) return { name: 'BadResponse', message: String(cause) }
  const named = /^(NoWebGL2|NoWasm|BadResponse|CSP)$/.test(cause.name)
  return { name: named ? /** @type {FailureName} */ (cause.name) : 'BadResponse', message: cause.message }
}
