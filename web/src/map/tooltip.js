// The tooltip: what the pointer or the keyboard is on, in a few words beside it.

/** @import { Target } from '../engine/messages.js' */
import { el } from '../ui/el.js'

/** How long the pointer may take from a node to its tooltip, ms. */
const reachMS = 200

/** The least distance from the stage's edges, px. */
const marginPx = 4

/** Distance between the tooltip and what it points at, px: small, so that a pointer crosses it
 * within `reachMS`, and that of the names on the map (wasm/label), so that it covers the chip with
 * which the map names a node that has no name beside it. */
const gapPx = 4

/**
 * One tooltip. It can be dismissed (Escape), pointed at, and stays until its cause is gone. It takes
 * no event from the map beneath: what it covers can be pressed and dragged, and the wheel goes on.
 */
export class Tooltip {
  box = el('div', { class: 'am-tooltip', role: 'tooltip', hidden: true })
  #abort = new AbortController()
  /** Runs while the tooltip only waits for a pointer: its cause is gone. @type {ReturnType<typeof setTimeout>|undefined} */
  #leaving
  #pointed = false
  /** What was dismissed or pressed, and is not to be told again while the pointer stays. */
  #muted = ''
  #shown = ''
  /** @type {() => void} */
  #onLeave

  /**
   * @param {() => void} onLeave the pointer has left the tooltip: the map is to look again what it is on
   * @param {() => void} onEscape the reader has dismissed the tooltip, by a key that nothing else hears
   */
  constructor(onLeave, onEscape) {
    this.#onLeave = onLeave
    const { signal } = this.#abort
    // On the document, and first of all: Escape must work wherever the focus is.
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || this.box.hidden) return
        const isLeaving = this.#leaving !== undefined
        this.dismiss()
        if (isLeaving) return // it would have gone by itself: the key is meant for something else
        event.preventDefault()
        event.stopPropagation()
        onEscape()
      },
      { signal, capture: true },
    )
  }

  /**
   * Shows lines of text for a target, the first one as its name.
   * @param {Target} target
   * @param {string[]} lines
   * @param {{x: number, y: number, below?: number}} at what to stand above, px of the stage; below: the
   *   bottom of the thing, where there is no room above
   */
  show(target, lines, at) {
    this.#stay()
    const key = keyOf(target)
    if (key === this.#muted || lines.length === 0) return
    this.#muted = ''
    this.#shown = key
    this.box.replaceChildren(...lines.map((line, i) => el(i === 0 ? 'strong' : 'span', { dir: 'auto' }, line)))
    this.box.hidden = false
    this.#place(at)
  }

  /** The cause is gone. The tooltip waits for a pointer that is on its way to it. */
  leave() {
    this.#muted = ''
    if (this.box.hidden || this.#pointed) return
    this.#stay()
    this.#leaving = setTimeout(() => {
      if (!this.#pointed) this.#hide()
    }, reachMS)
  }

  /** Hides the tooltip until its cause has gone and come again. */
  dismiss() {
    this.#muted = this.#shown || this.#muted
    this.#hide()
  }

  /**
   * Keeps silent about a target, which is told elsewhere, until the pointer has been away.
   * @param {Target} target
   */
  mute(target) {
    this.#hide()
    this.#muted = keyOf(target)
  }

  /**
   * The pointer has moved. While it is on the tooltip, that stays, and what lies beneath is not told.
   * @param {{x: number, y: number}|null} at px of the stage; null: it has left the stage
   * @returns {boolean} whether it is on the tooltip
   */
  point(at) {
    const before = this.#pointed
    this.#pointed = at !== null && !this.box.hidden && this.#covers(at)
    if (this.#pointed) this.#stay()
    else if (before) {
      this.leave() // the map has nothing to say when it lifts nothing any more
      this.#onLeave()
    }
    return this.#pointed
  }

  /** @param {{x: number, y: number}} at px of the stage */
  #covers({ x, y }) {
    const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = this.box
    return x >= left && x <= left + width && y >= top && y <= top + height
  }

  remove() {
    this.#stay()
    this.#abort.abort()
    this.box.remove()
  }

  /** Nothing is going to hide the tooltip any more. */
  #stay() {
    clearTimeout(this.#leaving)
    this.#leaving = undefined
  }

  #hide() {
    this.#stay()
    this.box.hidden = true
    this.#pointed = false
    this.#shown = ''
  }

  /** @param {{x: number, y: number, below?: number}} at */
  #place({ x, y, below = y }) {
    const stage = this.box.offsetParent
    if (!(stage instanceof HTMLElement)) return
    const { offsetWidth: width, offsetHeight: height } = this.box
    const left = Math.max(marginPx, Math.min(stage.clientWidth - width - marginPx, x - width / 2))
    const above = y - height - gapPx
    const top = above >= marginPx ? above : below + gapPx
    this.box.style.left = `${Math.round(left)}px`
    this.box.style.top = `${Math.round(top)}px`
  }
}

/** @param {Target} target */
function keyOf({ node, line }) {
  return node !== undefined ? `n-${node}` : line !== undefined ? `r-${line}` : ''
}
