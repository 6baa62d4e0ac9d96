// The live map as a reader meets it: where its nodes are, and what the element tells.
import { expect } from './base.js'

/** @import { Page } from '@playwright/test' */
/** @typedef {{id: string, name: string, kind: string, degree: number, index: number}} MapNode */
/** @typedef {{id: string, from: string, to: string, label: string}} MapLine */
/** @typedef {{node?: string, line?: string}} Target */
/** @typedef {{id: string, x: number, y: number, halfW: number, halfH: number}} Box px of the canvas */
/** @typedef {{frames: number, callbacks: number, timers: number, resting: boolean, host: string}} Stats */

/** One <actor-map> that is live. */
export class LiveMap {
  /** @param {Page} page */
  constructor(page) {
    this.page = page
    this.element = page.locator('actor-map')
    this.stage = page.locator('.am-stage')
    this.canvas = this.stage.locator('canvas')
    this.listbox = page.getByRole('listbox')
    this.panel = page.locator('.am-panel')
    this.tooltip = page.getByRole('tooltip')
  }

  /**
   * Opens a page and waits until its map is live: then the engine has drawn, and the picture cannot pass for the map.
   * @param {Page} page
   * @param {string} url
   */
  static async open(page, url) {
    await page.goto(url)
    const map = new LiveMap(page)
    await map.stage.scrollIntoViewIfNeeded()
    await map.isLive()
    return map
  }

  async isLive() {
    await expect(this.element).toHaveAttribute('status', 'live', { timeout: 45_000 })
    await expect(this.canvas).toBeVisible()
  }

  /** @returns {Promise<'worker'|'main'>} */
  host() {
    return this.element.evaluate((/** @type {any} */ map) => map.engineHost)
  }

  /** @returns {Promise<any>} the mirrored state of the map */
  state() {
    return this.element.evaluate((/** @type {any} */ map) => map.state)
  }

  /** @returns {Promise<Stats>} */
  stats() {
    return this.element.evaluate((/** @type {any} */ map) => map.engine.stats())
  }

  /** @returns {Promise<MapNode[]>} */
  nodes() {
    return this.element.evaluate((/** @type {any} */ map) => map.nodes)
  }

  /** @returns {Promise<MapLine[]>} */
  lines() {
    return this.element.evaluate((/** @type {any} */ map) => map.lines)
  }

  /** @param {{type: string} & Record<string, unknown>} command */
  send(command) {
    return this.element.evaluate((/** @type {any} */ map, c) => map.send(c), command)
  }

  /** Waits until the engine has carried out all that was sent, and told what came of it. */
  synced() {
    return this.element.evaluate((/** @type {any} */ map) => map.request({ type: 'sync' }))
  }

  /**
   * Where the nodes are, px of the canvas.
   * @returns {Promise<Box[]>}
   */
  boxes() {
    return this.element.evaluate((/** @type {any} */ map) =>
      map.places.map((/** @type {number[]} */ [x, y, halfW, halfH], /** @type {number} */ i) => ({
        id: map.nodes[i].id,
        x,
        y,
        halfW,
        halfH,
      })),
    )
  }

  /**
   * Where the names beside nodes are, px of the canvas: a finger on one has its node.
   * @returns {Promise<Box[]>}
   */
  names() {
    return this.element.evaluate((/** @type {any} */ map) =>
      map.names.flatMap((/** @type {number[]|0} */ box, /** @type {number} */ i) =>
        box ? [{ id: map.nodes[i].id, x: box[0], y: box[1], halfW: box[2], halfH: box[3] }] : [],
      ),
    )
  }

  /**
   * The point of a grid with the most room to shapes and names, px of the canvas.
   * @param {{width: number, height: number}} frame px
   */
  async emptyPoint({ width, height }) {
    const boxes = [...(await this.boxes()), ...(await this.names())]
    let best = { x: 0, y: 0, room: -1 }
    for (let y = 30; y < height - 30; y += 10) {
      for (let x = 30; x < width - 30; x += 10) {
        const room = Math.min(...boxes.map((b) => Math.max(Math.abs(b.x - x) - b.halfW, Math.abs(b.y - y) - b.halfH)))
        if (room > best.room) best = { x, y, room }
      }
    }
    return { x: best.x, y: best.y }
  }

  /**
   * Where one node is, px of the canvas.
   * @param {string} id
   */
  async box(id) {
    const found = (await this.boxes()).find((b) => b.id === id)
    if (!found) throw new Error(`the map has no node ${id}`)
    return found
  }

  /**
   * Turns a point of the canvas into one of the window.
   * @param {{x: number, y: number}} at
   */
  async inWindow(at) {
    const box = await this.stage.boundingBox()
    if (!box) throw new Error('the map has no box')
    return { x: box.x + at.x, y: box.y + at.y }
  }

  /** Takes a picture of the box of the map, with what lies over it. */
  async shoot() {
    await this.stage.scrollIntoViewIfNeeded()
    const clip = await this.stage.boundingBox()
    if (!clip) throw new Error('the map has no box')
    // Not the full page: for that the browser changes the size of its window, and the map its frame.
    return this.page.screenshot({ clip, animations: 'disabled', caret: 'hide' })
  }

  /**
   * Waits until the engine has carried out all that was sent and come to rest: nothing moves any more, and the page
   * knows where everything is.
   */
  async isStill() {
    await expect(async () => {
      const resting = await this.element.evaluate(async (/** @type {any} */ map) => {
        await map.request({ type: 'sync' })
        return (await map.engine.stats()).resting
      })
      expect(resting, 'the engine is at rest').toBe(true)
    }).toPass({ intervals: [50], timeout: 30_000 })
  }

  /**
   * Moves the mouse onto a node of the map.
   * @param {string} id
   */
  async point(id) {
    const at = await this.inWindow(await this.box(id))
    await this.page.mouse.move(at.x, at.y)
  }

  /**
   * Clicks a node with the mouse.
   * @param {string} id
   */
  async clickNode(id) {
    const at = await this.inWindow(await this.box(id))
    await this.page.mouse.click(at.x, at.y)
  }

  /**
   * The middle of a line, where a tooltip points, px of the canvas.
   * @param {string} id
   * @returns {Promise<{x: number, y: number}>}
   */
  async middleOf(id) {
    const at = await this.element.evaluate(
      (/** @type {any} */ map, line) =>
        new Promise((resolve) => {
          /** @param {any} event */
          const hear = (event) => {
            if (event.detail.line !== line) return
            map.removeEventListener('actor-map-hover', hear)
            resolve({ x: event.detail.x, y: event.detail.y })
          }
          map.addEventListener('actor-map-hover', hear)
          map.send({ type: 'hover' }) // a line that is hovered already would not be told again
          map.send({ type: 'hover', line })
        }),
      id,
    )
    await this.send({ type: 'hover' })
    return at
  }

  /**
   * Drags a node by mouse and lets go.
   * @param {string} id
   * @param {{x: number, y: number}} by px
   */
  async drag(id, by) {
    await this.grab(id, by)
    await this.page.mouse.up()
  }

  /**
   * Drags a node by mouse and holds it.
   * @param {string} id
   * @param {{x: number, y: number}} by px
   */
  async grab(id, by) {
    const at = await this.inWindow(await this.box(id))
    await this.page.mouse.move(at.x, at.y)
    await this.page.mouse.down()
    await this.page.mouse.move(at.x + by.x / 2, at.y + by.y / 2, { steps: 4 })
    await this.page.mouse.move(at.x + by.x, at.y + by.y, { steps: 4 })
  }

  /**
   * Waits until a node is at a point, give or take.
   * @param {string} id
   * @param {{x: number, y: number}} at px of the canvas
   * @param {number} [withinPx]
   */
  async isAt(id, at, withinPx = 1.5) {
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

  /** @param {string} name of a button of the map */
  button(name) {
    return this.element.getByRole('button', { name, exact: true })
  }
}

/**
 * A way to drag a node by that stays inside the frame: towards the middle.
 * @param {Box} box
 * @param {{width: number, height: number}} frame px
 * @param {number} lengthPx
 */
export function inwards(box, frame, lengthPx) {
  const dx = frame.width / 2 - box.x
  const dy = frame.height / 2 - box.y
  const far = Math.hypot(dx, dy) || 1
  return { x: Math.round((dx / far) * lengthPx), y: Math.round((dy / far) * lengthPx) }
}

/**
 * Lists the pairs of shapes that lie on each other, by more than a rounding.
 * @param {Box[]} boxes
 */
export function overlaps(boxes) {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < a.halfW + b.halfW - 1 && Math.abs(a.y - b.y) < a.halfH + b.halfH - 1)
      .map((b) => `${a.id} on ${b.id}`),
  )
}
