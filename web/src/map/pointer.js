// Sends the pointer events of the stage (mouse, pen, fingers) to the engine as they come. What the map does not
// use stays the page's: its scrolling, its wheel, its context menu.

/** @import { PointerSettings, Send } from '../engine/messages.js' */
/** @import { HitBoxes } from './hit-boxes.js' */
import { pointerKind } from './hit-boxes.js'
import { Taps } from './taps.js'
import { mayPan, touchOwner, wheelTravelPx, wheelZooms } from './touch.js'

/**
 * The drag of one node, going on or just ended. x, y: the middle of the node, grabOffset: from pointer to middle; px.
 * @typedef {{node: number, pointer: number, kind: string, startX: number, startY: number, grabOffsetX: number, grabOffsetY: number,
 *   x: number, y: number, moved: boolean}} DragState
 */

/**
 * @typedef {object} PointerHooks
 * @property {Send} send
 * @property {HitBoxes} hitBoxes
 * @property {() => number} zoom
 * @property {() => boolean} capturesAll whether the map captures every gesture
 * @property {(gesture: 'wheel'|'touch') => void} onPassedOn a gesture that may have been meant for the map has gone to the page
 * @property {(gesture: 'wheel'|'touch') => void} onTaken the reader has zoomed or moved the map
 * @property {() => void} onPress a press has begun: tooltips go
 * @property {(at: {x: number, y: number}|null) => boolean} onPoint the pointer is there, px of the stage, or has left: whether
 *   that is no business of the map's
 * @property {(node: number, at: {x: number, y: number}) => void} onLateDrop a node whose engine failed in
 *   mid-drag has been let go, and another engine knows nothing of it
 */

/** Listens on one surface until it is stopped. */
export class PointerInput {
  /** @type {HTMLElement} */
  #surface
  /** @type {PointerHooks} */
  #hooks
  #abort = new AbortController()
  #taps = new Taps()
  /** The engine's own, and null before it is ready: until then there is nothing to press. @type {PointerSettings|null} */
  #pointers = null
  /** Whether the present touches are the map's. */
  #touchHeld = false
  /** @type {DragState|null} */
  #drag = null
  /** The last drop, until the engine has confirmed it. @type {DragState|null} */
  #dropped = null
  /** A drag whose engine has failed in the middle. @type {DragState|null} */
  #detachedDrag = null
  /** Where one finger that is the page's has come down, window px, until that was told. @type {{x: number, y: number}|null} */
  #passing = null
  /** Last mouse position, screen px; `moved`: the pointer moved, not the page beneath it. */
  #mouse = { x: NaN, y: NaN, moved: false }

  /**
   * @param {HTMLElement} surface
   * @param {PointerHooks} hooks
   */
  constructor(surface, hooks) {
    this.#surface = surface
    this.#hooks = hooks
    const passive = { signal: this.#abort.signal }
    const active = { signal: this.#abort.signal, passive: false }
    surface.addEventListener('pointerdown', (e) => this.#down(e), passive)
    surface.addEventListener('pointermove', (e) => this.#move(e), passive)
    surface.addEventListener('pointerup', (e) => this.#up(e, 'up'), passive)
    surface.addEventListener('pointercancel', (e) => this.#up(e, 'cancel'), passive)
    surface.addEventListener('pointerleave', (e) => this.#leave(e), passive)
    surface.addEventListener('touchstart', (e) => this.#touchStart(e), active)
    surface.addEventListener('touchmove', (e) => this.#touchMove(e), active)
    surface.addEventListener('touchend', (e) => this.#touchEnd(e), passive)
    surface.addEventListener('touchcancel', (e) => this.#touchEnd(e), passive)
    surface.addEventListener('wheel', (e) => this.#wheel(e), active)
    surface.addEventListener('contextmenu', (e) => this.#contextMenu(e), passive)
  }

  /** @param {PointerSettings} pointers as the engine says in `ready` */
  calibrate(pointers) {
    this.#pointers = pointers
    this.#hooks.hitBoxes.calibrate(pointers)
    this.#taps.calibrate(pointers.doubleTapMs)
  }

  /** The engine has sent its state, which contains what was dropped before. */
  confirmDrop() {
    this.#dropped = null
  }

  /**
   * The engine has failed. Returns the node that it held or had not yet confirmed, and where, or
   * null; a drag that goes on is told by `onLateDrop` when it ends.
   */
  engineLost() {
    const drag = this.#drag ?? this.#dropped
    this.#detachedDrag = this.#drag
    this.#drag = this.#dropped = null
    return drag?.moved ? { node: drag.node, at: { x: drag.x, y: drag.y } } : null
  }

  /**
   * Runs what would move the map in the window when no second tap can come any more.
   * @param {() => void} run
   */
  afterTaps(run) {
    this.#taps.after(run)
  }

  stop() {
    this.#taps.stop()
    this.#abort.abort()
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.pointerType === 'mouse' && event.button !== 0) return
    this.#hooks.onPress()
    const { x, y } = this.#locate(event)
    const kind = event.pointerType
    const node = this.#hooks.hitBoxes.nodeAt(x, y, kind)
    const pan = this.#mayPan(kind)
    if (node >= 0 && !this.#drag && !this.#detachedDrag) {
      const [cx, cy] = this.#hooks.hitBoxes.boxes[node]
      this.#drag = {
        node,
        pointer: event.pointerId,
        kind,
        startX: x,
        startY: y,
        grabOffsetX: cx - x,
        grabOffsetY: cy - y,
        x: cx,
        y: cy,
        moved: false,
      }
    }
    if (node >= 0 || pan) {
      this.#taps.begin(event.pointerId)
      this.#capture(event)
    }
    this.#tell('down', event, x, y)
  }

  /** @param {PointerEvent} event */
  #move(event) {
    this.#notePointing(event)
    const { x, y } = this.#locate(event)
    this.#follow(this.#drag ?? this.#detachedDrag, event, x, y)
    if (this.#detachedDrag?.pointer === event.pointerId) return
    if (event.buttons === 0 && this.#hooks.onPoint({ x, y })) return // a press goes on whatever lies over it
    this.#tell('move', event, x, y)
  }

  /**
   * @param {DragState|null} drag
   * @param {PointerEvent} event
   * @param {number} x
   * @param {number} y
   */
  #follow(drag, event, x, y) {
    if (!drag || drag.pointer !== event.pointerId) return
    drag.moved ||= Math.hypot(x - drag.startX, y - drag.startY) > this.#dragSlopPx(drag.kind)
    drag.x = x + drag.grabOffsetX
    drag.y = y + drag.grabOffsetY
  }

  /**
   * @param {PointerEvent} event
   * @param {'up'|'cancel'} phase
   */
  #up(event, phase) {
    if (event.pointerType === 'mouse' && event.button !== 0 && phase === 'up') return
    this.#taps.end(event.pointerId)
    const { x, y } = this.#locate(event)
    if (this.#detachedDrag?.pointer === event.pointerId) {
      const { node, moved, x: atX, y: atY } = this.#detachedDrag
      this.#detachedDrag = null
      if (moved) this.#hooks.onLateDrop(node, { x: atX, y: atY })
      return
    }
    if (this.#drag?.pointer === event.pointerId) {
      if (phase === 'up' && this.#drag.moved) this.#dropped = this.#drag
      this.#drag = null
    }
    this.#tell(phase, event, x, y)
  }

  /**
   * A wheel over the map is only then meant for the map when the reader has gone there to point.
   * @param {PointerEvent} event
   */
  #notePointing({ pointerType, screenX, screenY }) {
    if (pointerType !== 'mouse') return
    const { x, y, moved } = this.#mouse
    const now = !Number.isNaN(x) && (x !== screenX || y !== screenY)
    this.#mouse = { x: screenX, y: screenY, moved: moved || now }
  }

  /** @param {PointerEvent} event */
  #leave(event) {
    this.#mouse = { x: NaN, y: NaN, moved: false }
    this.#hooks.onPoint(null)
    const { x, y } = this.#locate(event)
    this.#tell('leave', event, x, y)
  }

  /** @param {TouchEvent} event */
  #touchStart(event) {
    const touch = event.changedTouches[0]
    const { x, y } = this.#locate(touch)
    const owner = touchOwner({
      fingers: event.targetTouches.length,
      onNode: this.#hooks.hitBoxes.nodeAt(x, y, 'touch') >= 0,
      capturesAll: this.#hooks.capturesAll(),
      held: this.#touchHeld,
    })
    this.#touchHeld = owner === 'map'
    this.#passing = owner === 'page' ? { x: touch.clientX, y: touch.clientY } : null
    if (this.#touchHeld && event.targetTouches.length >= 2) this.#hooks.onTaken('touch')
    this.#keep(event)
  }

  /** @param {TouchEvent} event */
  #touchMove(event) {
    this.#keep(event)
    const { clientX, clientY } = event.changedTouches[0]
    if (!this.#passing || Math.hypot(clientX - this.#passing.x, clientY - this.#passing.y) <= this.#dragSlopPx('touch')) return
    this.#passing = null
    this.#hooks.onPassedOn('touch')
  }

  /** @param {TouchEvent} event */
  #touchEnd(event) {
    if (event.targetTouches.length === 0) this.#touchHeld = false
  }

  /**
   * Keeps a touch from scrolling the page if it is the map's.
   * @param {TouchEvent} event
   */
  #keep(event) {
    if (this.#touchHeld && event.cancelable) event.preventDefault()
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (!wheelZooms(event, this.#hooks.capturesAll())) {
      if (this.#mouse.moved) this.#hooks.onPassedOn('wheel')
      return
    }
    event.preventDefault()
    this.#hooks.onTaken('wheel')
    this.#hooks.send({ type: 'wheel', ...this.#locate(event), dy: wheelTravelPx(event) })
  }

  /**
   * A finger that rests on a node is about to drag it and wants no menu; a mouse keeps its menu.
   * @param {MouseEvent} event
   */
  #contextMenu(event) {
    if (this.#touchHeld) event.preventDefault()
  }

  /** @param {string} kind */
  #dragSlopPx(kind) {
    return this.#pointers?.[pointerKind(kind)].dragSlopPx ?? 0
  }

  /** @param {string} kind */
  #mayPan(kind) {
    return mayPan({ kind, zoom: this.#hooks.zoom(), capturesAll: this.#hooks.capturesAll() })
  }

  /** @param {PointerEvent} event */
  #capture(event) {
    try {
      this.#surface.setPointerCapture(event.pointerId)
    } catch {
      // The pointer has gone between the event and its handler; its end has been told.
    }
  }

  /**
   * @param {'down'|'move'|'up'|'cancel'|'leave'} phase
   * @param {PointerEvent} event
   * @param {number} x
   * @param {number} y
   */
  #tell(phase, event, x, y) {
    const { pointerId, pointerType, buttons, ctrlKey, metaKey, shiftKey, detail, timeStamp } = event
    this.#hooks.send({
      type: 'pointer',
      phase,
      pointer: pointerId,
      x,
      y,
      kind: pointerKind(pointerType),
      buttons,
      ctrl: ctrlKey || metaKey,
      shift: shiftKey,
      detail,
      pan: this.#mayPan(pointerType),
      t: timeStamp,
    })
  }

  /**
   * Turns a point of the window into px of the stage, also where a host has scaled it.
   * @param {{clientX: number, clientY: number}} point
   */
  #locate({ clientX, clientY }) {
    const box = this.#surface.getBoundingClientRect()
    const scaleX = box.width ? this.#surface.offsetWidth / box.width : 1
    const scaleY = box.height ? this.#surface.offsetHeight / box.height : 1
    return { x: (clientX - box.left) * scaleX, y: (clientY - box.top) * scaleY }
  }
}
