// The engine host: runs the Go program on a canvas behind a DOM shim, in a Worker or on the page alike, and passes
// messages through.

import { canvasSize } from './canvas-size.js'
import { shimGlobal } from './dom-shim.js'
import { FrameScheduler } from './frame-scheduler.js'
import { rasterizeLabels } from './label-raster.js'

/** @import { FrameSize } from './messages.js' */
/** @typedef {import('./canvas-size.js').CanvasSize} CanvasSize */

/**
 * @typedef {object} StartMessage
 * @property {'start'} kind
 * @property {HTMLCanvasElement|OffscreenCanvas} canvas
 * @property {WebAssembly.Module} module
 * @property {Uint8Array} dataset
 * @property {Uint8Array|null} layout
 * @property {string} settings the start command as JSON
 * @property {FrameSize} frame
 */

/** @typedef {{json: string, frame?: FrameSize}} Envelope one command; frame: it changes the size */

/**
 * @typedef {StartMessage
 *   | {kind: 'commands', n: number, envelopes: Envelope[]}
 *   | {kind: 'ping', n: number} | {kind: 'stats', n: number}
 *   | {kind: 'pause'} | {kind: 'resume'} | {kind: 'stop'} | {kind: 'lose'}} ToHost
 */

/**
 * @typedef {{kind: 'events', json: string}
 *   | {kind: 'ack', n: number} | {kind: 'pong', n: number, frameDue: boolean}
 *   | {kind: 'stats', n: number, stats: {frames: number, callbacks: number, timers: number, resting: boolean}}
 *   | {kind: 'probe', webgl2: boolean}
 *   | {kind: 'fail', name: string, message: string}} FromHost
 */

/**
 * @typedef {object} HostContext what the Worker or the page gives its host
 * @property {object} real the global object
 * @property {(message: FromHost) => void} post
 * @property {import('./frame-scheduler.js').Clock} clock
 * @property {() => import('./label-raster.js').Context2D|null} newLabelContext of a canvas for labels
 * @property {(global: object, setTimeout: Function, clearTimeout: Function) => any} makeGo
 */

/** How much of what Go prints is kept for a message: a panic's first lines. */
const keptOutput = 4096

/** One map's program, from start to stop. */
export class EngineHost {
  #context
  #scheduler
  /** @type {WebGL2RenderingContext|null} */
  #gl = null
  /** @type {HTMLCanvasElement|OffscreenCanvas|null} */
  #canvas = null
  /** @type {import('./label-raster.js').Context2D|null} */
  #labelContext = null
  #view = { width: 1, height: 1 }
  /** @type {CanvasSize|null} */
  #nextSize = null
  /** Go's function for messages; until it is there they wait. @type {((json: string) => void)|null} */
  #receive = null
  /** @type {string[]} */
  #queued = []
  /** Numbers of the last batches handed to Go, processed in a frame, and acknowledged. */
  #received = 0
  #processed = 0
  #acknowledged = 0
  #printed = ''
  #stopped = false
  /** What Go finds as actorMapHost. */
  #forGo

  /** @param {HostContext} context */
  constructor(context) {
    this.#context = context
    this.#scheduler = new FrameScheduler(context.clock, {
      beforeFrame: () => this.#beforeFrame(),
      afterFrame: () => this.#afterFrame(),
      onError: (error) => this.#fail('Panic', String(error)),
    })
    this.#forGo = this.#objectForGo()
  }

  /** @param {ToHost} message */
  handle(message) {
    if (this.#stopped) return
    switch (message.kind) {
      case 'start':
        return void this.#start(message)
      case 'commands':
        return this.#receiveCommands(message)
      case 'ping':
        return this.#context.post({ kind: 'pong', n: message.n, frameDue: this.#scheduler.frameDue })
      case 'stats':
        return this.#context.post({ kind: 'stats', n: message.n, stats: { ...this.#scheduler.counts, resting: this.#scheduler.resting } })
      case 'pause':
        return this.#pause()
      case 'resume':
        return this.#scheduler.resume()
      case 'lose':
        return this.#gl?.getExtension('WEBGL_lose_context')?.loseContext()
      case 'stop':
        return this.#stop()
    }
  }

  /** @param {StartMessage} start */
  async #start({ canvas, module, dataset, layout, settings, frame }) {
    this.#canvas = canvas
    this.#nextSize = canvasSize(frame)
    this.#resizeCanvas()
    canvas.addEventListener('webglcontextlost', this.#onContextLost)
    Object.assign(this.#forGo, { dataset, layout, settings })
    const global = shimGlobal({
      real: this.#context.real,
      scheduler: this.#scheduler,
      view: this.#view,
      getContext: (attributes) => this.#getContext(attributes),
      host: this.#forGo,
    })
    const Go = this.#context.makeGo(global, this.#scheduler.setTimeout, this.#scheduler.clearTimeout)
    global.fs.writeSync = (/** @type {number} */ _fd, /** @type {Uint8Array} */ bytes) => this.#print(bytes)
    const go = new Go()
    go.exit = (/** @type {number} */ code) => this.#exited(code)
    try {
      const instance = await WebAssembly.instantiate(module, go.importObject)
      if (!this.#stopped) await go.run(instance)
    } catch (error) {
      this.#fail('Panic', String(error))
    }
  }

  #objectForGo() {
    const set = (/** @type {(json: string) => void} */ receive) => {
      this.#receive = receive
      for (const json of this.#queued.splice(0)) receive(json)
    }
    return Object.defineProperty(
      {
        dpr: 1,
        emit: (/** @type {string} */ json) => this.#stopped || this.#context.post({ kind: 'events', json }),
        wake: this.#scheduler.wake,
        raster: (/** @type {string} */ family, /** @type {number} */ dpr, /** @type {any[]} */ list) => this.#rasterize(family, dpr, list),
      },
      'receive',
      { set },
    )
  }

  /**
   * Ebitengine's own wishes, without multisampling: the shader smooths edges itself. The
   * first context is kept, since some browsers give no second one.
   * @param {object} attributes
   */
  #getContext(attributes) {
    const wishes = { ...attributes, antialias: false, depth: false, powerPreference: 'low-power' }
    this.#gl ??= /** @type {WebGL2RenderingContext|null} */ (/** @type {HTMLCanvasElement} */ (this.#canvas).getContext('webgl2', wishes))
    if (!this.#gl) this.#fail('NoWebGL2', 'the browser gives no WebGL2 for this canvas')
    return this.#gl
  }

  /**
   * Labels that cannot be shaped stay away rather than ending the map.
   * @param {string} family
   * @param {number} dpr
   * @param {any[]} list
   */
  #rasterize(family, dpr, list) {
    try {
      this.#labelContext ??= this.#context.newLabelContext()
      return this.#labelContext && rasterizeLabels(this.#labelContext, family, dpr, list)
    } catch {
      return null
    }
  }

  /** @param {{n: number, envelopes: Envelope[]}} message */
  #receiveCommands({ n, envelopes }) {
    for (const { json, frame } of envelopes) {
      if (frame) this.#nextSize = canvasSize(frame) ?? this.#nextSize
      if (this.#receive) this.#call(json)
      else this.#queued.push(json)
    }
    this.#received = n
    if (this.#scheduler.paused) this.#acknowledge(n)
  }

  /** @param {string} json */
  #call(json) {
    try {
      this.#receive?.(json)
    } catch (error) {
      this.#fail('Panic', String(error))
    }
  }

  /** Frames do not run any more, so what was received counts as processed. */
  #pause() {
    this.#scheduler.pause()
    this.#acknowledge(this.#received)
  }

  #beforeFrame() {
    this.#resizeCanvas()
    this.#processed = this.#received
  }

  #afterFrame() {
    this.#acknowledge(this.#processed)
  }

  /** @param {number} n */
  #acknowledge(n) {
    if (n <= this.#acknowledged) return
    this.#acknowledged = n
    this.#context.post({ kind: 'ack', n })
  }

  /** Gives the canvas its size at the start of a frame, so that no frame shows it empty. */
  #resizeCanvas() {
    const size = this.#nextSize
    if (!size || !this.#canvas) return
    this.#nextSize = null
    if (this.#canvas.width !== size.width) this.#canvas.width = size.width
    if (this.#canvas.height !== size.height) this.#canvas.height = size.height
    this.#view.width = size.width
    this.#view.height = size.height
    this.#forGo.dpr = size.dpr
  }

  /** @param {Uint8Array} bytes */
  #print(bytes) {
    const text = new TextDecoder().decode(bytes)
    if (this.#printed.length < keptOutput) this.#printed += text
    return bytes.length
  }

  /** @param {number} code */
  #exited(code) {
    // What follows the first empty line of a panic is a list of goroutines.
    const [said] = this.#printed.trim().split('\n\n', 1)
    if (code === 2) this.#fail('Panic', said || 'the map has crashed')
    else this.#fail('Exited', said || `the map has ended (exit code ${code})`)
  }

  #onContextLost = (/** @type {Event} */ event) => {
    event.preventDefault()
    this.#fail('ContextLost', 'the browser has taken the graphics context away')
  }

  /**
   * Ends the program and says why; only the first reason counts.
   * @param {string} name
   * @param {string} message
   */
  #fail(name, message) {
    if (this.#stopped) return
    this.#stop()
    this.#context.post({ kind: 'fail', name, message })
  }

  /** Drops the program and frees its graphics context. */
  #stop() {
    this.#stopped = true
    this.#scheduler.stop()
    this.#receive = null
    this.#canvas?.removeEventListener('webglcontextlost', this.#onContextLost)
    this.#gl?.getExtension('WEBGL_lose_context')?.loseContext()
    this.#gl = this.#canvas = this.#labelContext = null
  }
}
