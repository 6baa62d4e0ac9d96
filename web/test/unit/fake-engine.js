// An engine for tests that is no WebAssembly: it keeps a state, and answers in the order in which wasm/protocol does
// (fake-engine.test.js holds it to the table of commands there). Nothing happens before the test says `run`.

/** @import { Command, MapState } from '../../src/engine/messages.js' */
/** @import { EngineOptions } from '../../src/engine/client.js' */

/** @typedef {{nodes: {id: string, name: string, kind: string, degree: number}[], lines: {id: string, from: string, to: string, label: string}[]}} FakeGraph */

/** @type {FakeGraph} */
export const smallGraph = {
  nodes: [
    { id: 'a', name: 'Anna', kind: 'person', degree: 1 },
    { id: 'b', name: 'Bert', kind: 'person', degree: 1 },
    { id: 'c', name: 'State C', kind: 'state', degree: 1 },
    { id: 'i', name: 'An issue', kind: 'issue', degree: 1 },
  ],
  lines: [
    { id: 'ab', from: 'a', to: 'b', label: 'praises' },
    { id: 'ci', from: 'c', to: 'i', label: 'speaks of' },
  ],
}

const pointer = {
  mouse: { dragSlopPx: 3, nodeSlopPx: 3 },
  touch: { dragSlopPx: 10, nodeSlopPx: 14 },
  pen: { dragSlopPx: 6, nodeSlopPx: 3 },
  doubleTapMs: 300,
}

/** One engine, from start to stop. */
export class FakeEngine {
  host = 'worker'
  /** All that has come, the oldest first. @type {(Command & {id?: number})[]} */
  received = []
  stopped = false
  paused = false
  /** @type {MapState} */
  state = { camera: { x: 0, y: 0, zoom: 1 }, pinned: {}, places: {}, selected: {}, focus: {}, canUndo: false, canRedo: false, moved: false }
  #options
  #graph
  #ready = false
  /** @type {(Command & {id?: number})[]} */
  #waiting = []
  /** @type {any[]} */
  #happened = []
  #changed = { places: false, state: false }

  /**
   * @param {EngineOptions} options
   * @param {FakeGraph} graph
   */
  constructor(options, graph) {
    this.#options = options
    this.#graph = graph
  }

  /**
   * @param {Command} command
   * @param {number} [id]
   */
  send(command, id) {
    if (this.stopped) return
    const envelope = JSON.parse(JSON.stringify({ ...command, id })) // what a Worker would be given
    this.received.push(envelope)
    this.#waiting.push(envelope)
  }

  pause() {
    this.paused = true
  }

  resume() {
    this.paused = false
  }

  stop() {
    this.stopped = true
  }

  async stats() {
    return { frames: 0, callbacks: 0, timers: 0, resting: true, host: 'worker' }
  }

  /** What has come of some types. @param {...string} types */
  asked(...types) {
    return this.received.filter(({ type }) => types.includes(type))
  }

  /**
   * Takes commands in, draws a frame and tells the page what has happened: one batch.
   * @param {number} [most] commands; the others wait for the next frame
   * @returns {Promise<void>} when the page has heard it, and done what waited for an answer
   */
  run(most = Infinity) {
    for (const command of this.#waiting.splice(0, most)) this.#carryOut(command)
    if (!this.#ready) this.#tellReady()
    this.#ready = true
    this.#flush()
    const batch = this.#happened.splice(0)
    if (!this.stopped) for (const event of JSON.parse(JSON.stringify(batch))) this.#options.onMessage(event)
    return heard()
  }

  /**
   * Tells of something that the reader has done on the map.
   * @param {any} event
   * @param {Partial<MapState>} state what is another now
   */
  does(event, state) {
    Object.assign(this.state, state)
    this.#happened.push(event)
    this.#changed.state = true
    return this.run(0)
  }

  /** @param {string} name */
  fail(name) {
    this.stopped = true
    this.#options.onFail(/** @type {any} */ ({ name, message: `the test has asked for ${name}` }))
    return heard()
  }

  /** @param {Command & {id?: number}} command */
  #carryOut(command) {
    let value
    let error
    try {
      value = this.#apply(command)
    } catch (refusal) {
      const { name, message } = /** @type {Error} */ (refusal)
      error = { name, message }
    }
    if (command.id !== undefined) this.#happened.push({ type: 'reply', id: command.id, error, value })
    else if (error) this.#happened.push({ type: 'error', ...error })
  }

  /** @param {Command} command @returns {unknown} the value of the answer */
  #apply(command) {
    switch (command.type) {
      case 'select':
        return this.#select(this.#target(command))
      case 'focus':
        return this.#focus(this.#target(command))
      case 'walk':
        return this.#walk(command.dir)
      case 'filter':
      case 'time':
      case 'around':
      case 'trail':
        return this.#ask(command.type, /** @type {any} */ (command)[command.type])
      case 'showAll':
        for (const what of /** @type {const} */ (['filter', 'time', 'around'])) this.#ask(what, null)
        return
      case 'place':
        this.#target({ node: command.node })
        return this.#remember({ pinned: { ...this.state.pinned, [command.node]: [command.x, command.y] } })
      case 'move':
      case 'pin':
        return this.#remember({ pinned: { ...this.state.pinned, [command.node]: [0.5, 0.5] } })
      case 'unpin':
      case 'unpinAll':
        return this.#remember({ pinned: {} })
      case 'restore':
        this.#changed.places = true
        return this.#change({ selected: {}, focus: {}, ...command.state })
      case 'recall':
        return this.#change({})
      case 'zoom':
        this.#changed.places = true
        return this.#change({ camera: { x: 0, y: 0, zoom: this.state.camera.zoom * command.factor } })
      case 'lang':
        this.#tellReady()
        this.#changed = { places: true, state: true }
        return
      case 'sync':
        this.#changed = { places: true, state: true }
        return this.#flush()
      case 'picture':
        return { svg: '<svg/>', width: 10, height: 10 }
    }
  }

  /** @param {{node?: string, line?: string}} target */
  #target({ node, line }) {
    const refuse = (/** @type {string} */ name) => Object.assign(new Error(`there is no ${node ?? line}`), { name })
    if (node !== undefined && !this.#graph.nodes.some(({ id }) => id === node)) throw refuse('UnknownNode')
    if (line !== undefined && !this.#graph.lines.some(({ id }) => id === line)) throw refuse('UnknownLine')
    return node !== undefined ? { node } : line !== undefined ? { line } : {}
  }

  /** @param {{node?: string, line?: string}} target */
  #select(target) {
    if (JSON.stringify(target) === JSON.stringify(this.state.selected)) return
    this.#happened.push({ type: 'select', ...target })
    this.#change({ selected: target })
  }

  /** @param {{node?: string, line?: string}} target */
  #focus(target) {
    const at = this.#graph.nodes.findIndex(({ id }) => id === target.node)
    this.#happened.push({ type: 'focus', ...target, x: 10, y: 10, position: at + 1, count: this.#graph.nodes.length })
    this.#change({ focus: target })
  }

  /** @param {string} dir */
  #walk(dir) {
    const ids = this.#graph.nodes.map(({ id }) => id)
    const at = ids.indexOf(this.state.focus?.node ?? '')
    const by = dir === 'prev' || dir === 'left' ? -1 : 1
    this.#focus({ node: ids[(at + by + ids.length) % ids.length] })
  }

  /** @param {'filter'|'time'|'around'|'trail'} what @param {any} asked */
  #ask(what, asked) {
    const wanted = asked && Object.keys(asked).length > 0 ? asked : undefined
    if (JSON.stringify(wanted) === JSON.stringify(this.state[what])) return
    if (what !== 'trail') this.#changed.places = true
    this.#remember({ [what]: wanted })
  }

  /** @param {Partial<MapState>} change that can be undone */
  #remember(change) {
    this.#happened.push({ type: 'history', past: 1, next: 0, undone: false, newest: this.state })
    this.#change({ ...change, canUndo: true })
  }

  /** @param {Partial<MapState>} change */
  #change(change) {
    this.state = { ...this.state, ...change }
    this.#changed.state = true
  }

  #tellReady() {
    this.#happened.push({ type: 'ready', ...this.#graph, width: 600, height: 400, maxZoom: 8, pointer })
    if (!this.#ready) this.#changed.places = true
  }

  #flush() {
    const { places, state } = this.#changed
    this.#changed = { places: false, state: false }
    if (places) this.#happened.push({ type: 'places', nodes: this.#graph.nodes.map((_, k) => [100 * k + 50, 200, 20, 20]), names: [] })
    if (state) this.#happened.push({ type: 'state', state: this.state })
  }
}

/** When all that waited for an answer has been done. @returns {Promise<void>} */
export function heard() {
  return new Promise((resolve) => setImmediate(resolve))
}

/**
 * Starts fake engines where engines are started.
 * @param {FakeGraph} [graph]
 */
export function fakeEngines(graph = smallGraph) {
  /** @type {FakeEngine[]} */
  const engines = []
  return {
    engines,
    /** The one that runs, or was the last to. */
    get now() {
      const last = engines.at(-1)
      if (!last) throw new Error('no engine was started')
      return last
    },
    /** @param {EngineOptions} options @returns {any} */
    startEngine: (options) => {
      const engine = new FakeEngine(options, graph)
      engines.push(engine)
      return engine
    },
  }
}
