// What a reader does in a browser, whichever it is, and where the map of a frame stands in the window.
import { expect } from '@playwright/test'

/** @typedef {{x: number, y: number}} Point CSS px of the window */
/** @typedef {{id: string, x: number, y: number, halfW: number, halfH: number}} Box px of the window */

/**
 * One browser with one page that holds one frame. Input is what the browser makes of a real
 * device: it goes through the browser's own scrolling and hit-testing.
 * @typedef {object} Visitor
 * @property {(url: string) => Promise<void>} open a page, and waits until it has loaded
 * @property {<A, R>(run: (given: A) => R, given?: A) => Promise<Awaited<R>>} inPage
 * @property {<A, R>(run: (given: A) => R, given?: A) => Promise<Awaited<R>>} inFrame
 * @property {(to: Point) => Promise<void>} point moves the mouse
 * @property {() => Promise<void>} press
 * @property {() => Promise<void>} release
 * @property {(dy: number) => Promise<void>} wheel turns the wheel where the mouse is, CSS px
 * @property {((name: 'Control', down: boolean) => Promise<void>)|null} key null: none can be held while the wheel turns
 * @property {((fingers: Point[]) => Promise<void>)|null} touch puts the fingers there: down, moved or lifted, by their
 *   number; null: no fingers can be had
 * @property {string[]} complaints errors and warnings of the console, and what nobody caught
 * @property {() => Promise<void>} close
 */

/** The map in the frame of the page that a visitor has opened. */
export class FramedMap {
  /** @param {Visitor} visitor */
  constructor(visitor) {
    this.visitor = visitor
  }

  /**
   * Waits until the map is live.
   * @param {'worker'|'main'} [host] where its engine has to run
   */
  async isLive(host) {
    await expect
      .poll(() => this.visitor.inFrame(() => document.querySelector('actor-map')?.getAttribute('status')), {
        timeout: 60_000,
        message: 'status of the map',
      })
      .toBe('live')
    if (host) expect(await this.visitor.inFrame(() => /** @type {any} */ (document.querySelector('actor-map')).engineHost)).toBe(host)
  }

  /**
   * Where the nodes are.
   * @returns {Promise<Box[]>}
   */
  async boxes() {
    const frame = await this.visitor.inPage(() => {
      const iframe = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'))
      const { left, top } = iframe.getBoundingClientRect()
      return { left: left + iframe.clientLeft, top: top + iframe.clientTop }
    })
    const { left, top, places } = await this.visitor.inFrame(() => {
      const map = /** @type {any} */ (document.querySelector('actor-map'))
      const box = /** @type {HTMLElement} */ (document.querySelector('.am-stage')).getBoundingClientRect()
      return {
        left: box.left,
        top: box.top,
        places: map.places.map((/** @type {number[]} */ p, /** @type {number} */ i) => [map.nodes[i].id, ...p]),
      }
    })
    return places.map((/** @type {[string, number, number, number, number]} */ [id, x, y, halfW, halfH]) => ({
      id,
      x: frame.left + left + x,
      y: frame.top + top + y,
      halfW,
      halfH,
    }))
  }

  /**
   * @param {string} id
   * @returns {Promise<Box>}
   */
  async box(id) {
    const found = (await this.boxes()).find((b) => b.id === id)
    if (!found) throw new Error(`the map has no node ${id}`)
    return found
  }

  /**
   * Waits until a node is at a point, give or take.
   * @param {string} id
   * @param {Point} at
   * @param {number} withinPx
   */
  async isAt(id, at, withinPx) {
    await expect
      .poll(
        async () => {
          const box = await this.box(id)
          return Math.hypot(box.x - at.x, box.y - at.y)
        },
        { message: `distance of ${id} from (${at.x}, ${at.y})` },
      )
      .toBeLessThanOrEqual(withinPx)
  }

  /** @returns {Promise<number>} how much higher the frame is than what it holds, px; below zero it scrolls by itself */
  spareHeight() {
    return this.visitor.inFrame(() => innerHeight - document.body.getBoundingClientRect().bottom)
  }

  /** @returns {Promise<any>} the mirrored state */
  state() {
    return this.visitor.inFrame(() => /** @type {any} */ (document.querySelector('actor-map')).state)
  }

  /** @returns {Promise<any>} what the engine has counted */
  stats() {
    return this.visitor.inFrame(() => /** @type {any} */ (document.querySelector('actor-map')).engine.stats())
  }

  /** Waits until the engine has carried out all that was sent and come to rest. */
  async isStill() {
    await expect
      .poll(
        () =>
          this.visitor.inFrame(async () => {
            const map = /** @type {any} */ (document.querySelector('actor-map'))
            await map.request({ type: 'sync' })
            return (await map.engine.stats()).resting
          }),
        { message: 'the engine is at rest' },
      )
      .toBe(true)
  }

  fit() {
    return this.visitor.inFrame(() => /** @type {any} */ (document.querySelector('actor-map')).send({ type: 'fit' }))
  }

  /** Takes the graphics context away, and waits until another canvas has come. */
  async losesItsContext() {
    await this.visitor.inFrame(() => {
      const canvas = /** @type {HTMLElement} */ (document.querySelector('.am-stage canvas'))
      canvas.dataset.old = 'yes'
      const map = /** @type {any} */ (document.querySelector('actor-map'))
      map.engine.loseContext()
    })
    await expect
      .poll(() => this.visitor.inFrame(() => document.querySelector('canvas[data-old]')), { message: 'the lost canvas' })
      .toBeNull()
  }
}
