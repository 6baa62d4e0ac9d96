// The tooltip: what the pointer or the keyboard is on, in a few words beside it.

/** @import { Target } from './messages.js' */
import { make } from './make.js'

/** How long the pointer may take from a node to its tooltip, ms. */
const reachMS = 200

/** The least distance from the stage's edges, px. */
const marginPx = 4

/** Distance between the tooltip and what it points at, px: small, so that a pointer crosses it
 * within `reachMS`. */
const gapPx = 8

/** One tooltip. It can be dismissed (Escape), pointed at, and stays until its cause is gone. */
export class Tooltip {
  box = make('div', { class: 'am-tooltip', role: 'tooltip', hidden: true })
  #abort = new AbortController()
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #leaving
  #pointed = false
  /** What was dismissed or pressed, and is not to be told again while the pointer stays. */
  #muted = ''
  #shown = ''
  /** @type {() => void} */
  #onLeave

  /** @param {() => void} onLeave the pointer has left the tooltip and not for the map */
  constructor(onLeave) {
    this.#onLeave = onLeave
    const { signal } = this.#abort
    this.box.addEventListener('pointerenter', () => {
      this.#pointed = true
      clearTimeout(this.#leaving)
    }, { signal })
    this.box.addEventListener('pointerleave', (event) => {
      this.#pointed = false
      const back = event.relatedTarget instanceof Node && this.box.parentElement?.contains(event.relatedTarget)
      if (back) return
      this.leave() // the map has nothing to say when it lifts nothing any more
      this.#onLeave()
    }, { signal })
    // On the document, and first of all: Escape must work wherever the focus is.
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || this.box.hidden) return
      this.dismiss()
      event.preventDefault()
      event.stopPropagation()
    }, { signal, capture: true })
  }

  /**
   * Shows lines of text for a target, the first one as its name.
   * @param {Target} target
   * @param {string[]} lines
   * @param {{x: number, y: number, below?: number}} at what to stand above, px of the stage; below: the
   *   bottom of the thing, where there is no room above
   */
  show(target, lines, at) {
    clearTimeout(this.#leaving)
    const key = keyOf(target)
    if (key === this.#muted || lines.length === 0) return
    this.#muted = ''
    this.#shown = key
    this.box.replaceChildren(...lines.map((line, i) => make(i === 0 ? 'strong' : 'span', { dir: 'auto' }, line)))
    this.box.hidden = false
    this.#place(at)
  }

  /** The cause is gone. The tooltip waits for a pointer that is on its way to it. */
  leave() {
    this.#muted = ''
    if (this.box.hidden || this.#pointed) return
    clearTimeout(this.#leaving)
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

  /** @param {EventTarget|null} target */
  contains(target) {
    return target instanceof Node && this.box.contains(target)
  }

  remove() {
    clearTimeout(this.#leaving)
    this.#abort.abort()
    this.box.remove()
  }

  #hide() {
    clearTimeout(this.#leaving)
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
