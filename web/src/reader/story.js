// The story of a dataset, step by step: its text beside the map, and the map as the step wants it seen.
// The steps are the text of the page; without a script they are read there.

import { el, icon, iconButton, setEnabled, setText } from '../ui/el.js'
/** @import { MapState, Target } from '../engine/messages.js' */
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'

/**
 * @typedef {object} Step
 * @property {string} id
 * @property {Element} element in the text of the page
 * @property {string} title
 * @property {Target} select
 * @property {string[]} lines that it tells of
 * @property {{zoom: number, x: number, y: number}|null} camera x and y: fractions of the frame
 * @property {import('../model/map-query.js').MapQuery} reading
 */

/**
 * @typedef {object} StoryHooks
 * @property {import('../engine/messages.js').Send} send
 * @property {<K extends 'filter'|'time'|'around'>(what: K, asked: MapState[K]) => void} ask
 * @property {() => MapState|null} state of the map
 * @property {() => {width: number, height: number}} frame px
 * @property {(target: Target, byKey: boolean) => void} onSelect
 * @property {(target: Target) => void} choose selects where the panel does not cover the story
 * @property {(sentence: string) => void} announce
 * @property {() => void} onChange another step is shown, or none
 */

/** The story beside the map: each step selects and highlights what it is about. */
export class Story {
  /** Below the picture. */
  box
  /** Beside the tools of the map. */
  toggle
  /** @type {Step[]} */
  #steps
  #hooks
  #place = el('p', { class: 'am-story-place' })
  #title
  #text = el('div', { class: 'am-story-text' })
  #list
  #previous
  #next
  #at = -1
  /** What the map looked like before the story, for the way back: no news of it is wanted. @type {MapState|null} */
  #before = null

  /**
   * @param {string} prefix of element ids
   * @param {Document} page
   * @param {StoryHooks} hooks
   */
  constructor(prefix, page, hooks) {
    this.#hooks = hooks
    this.#steps = [...page.querySelectorAll('.step[id^="step-"]')].map(readStep)
    const id = `${prefix}-story`
    this.toggle = el(
      'button',
      {
        type: 'button',
        class: 'am-tool am-story-toggle',
        'aria-pressed': 'false',
        'aria-controls': id,
        title: t('story'),
        hidden: this.#steps.length === 0,
      },
      icon(iconPaths.story),
      el('span', {}, t('story')),
    )
    this.toggle.addEventListener('click', () => (this.#at < 0 ? this.#begin() : this.#end()))
    this.#title = el('h2', { id: `${id}-title`, class: 'am-story-title', tabindex: -1 })
    this.#previous = iconButton({ name: t('story.previous'), keys: ',', path: iconPaths.left, onClick: () => this.turn(-1) })
    this.#next = iconButton({ name: t('story.next'), keys: '.', path: iconPaths.right, onClick: () => this.turn(1) })
    for (const turn of [this.#previous, this.#next]) turn.classList.add('am-turn')
    this.#list = this.#steps.map(({ title }, i) => {
      const button = el('button', { type: 'button', class: 'am-story-step', dir: 'auto' }, title)
      button.addEventListener('click', () => this.#go(i))
      return button
    })
    this.box = el(
      'section',
      { id, class: 'am-story', 'aria-labelledby': this.#title.id, hidden: true },
      el(
        'div',
        { class: 'am-panel-bar' },
        this.#previous,
        this.#next,
        this.#place,
        iconButton({ name: t('story.close'), path: iconPaths.close, onClick: () => this.#end() }),
      ),
      this.#title,
      this.#text,
      el(
        'details',
        { class: 'am-story-steps' },
        el('summary', {}, t('story.steps')),
        el('ol', {}, ...this.#list.map((b) => el('li', {}, b))),
      ),
    )
    this.#text.addEventListener('click', (event) => this.#click(event))
  }

  /** The step that is shown, or null. */
  get step() {
    return this.#steps[this.#at]?.id ?? null
  }

  /**
   * Shows a step, as a link asks for it.
   * @param {string} id
   * @returns {boolean} false: the story has no such step
   */
  show(id) {
    const at = this.#steps.findIndex((s) => s.id === id)
    if (at >= 0) this.#go(at)
    return at >= 0
  }

  /**
   * Goes to the next step or the one before.
   * @param {1|-1} by
   * @returns {boolean} whether there is one
   */
  turn(by) {
    const at = this.#at + by
    if (at < 0 || at >= this.#steps.length) return false
    this.#go(at)
    return true
  }

  /** A new engine knows nothing of what is highlighted. */
  highlight() {
    const step = this.#steps[this.#at]
    if (step) this.#hooks.send({ type: 'hits', nodes: step.select.node === undefined ? [] : [step.select.node], lines: step.lines })
  }

  remove() {
    this.box.remove()
    this.toggle.remove()
  }

  /** The story opens below the picture, which may be below the window. */
  #begin() {
    this.#go(0)
    this.box.scrollIntoView({ block: 'nearest' })
  }

  /** @param {number} at */
  #go(at) {
    if (this.#at < 0) this.#before = this.#hooks.state()
    this.#at = at
    const step = this.#steps[at]
    this.box.hidden = false
    this.toggle.setAttribute('aria-pressed', 'true')
    setText(this.#place, t('story.place', { position: at + 1, n: this.#steps.length }))
    this.#title.textContent = step.title
    this.#text.replaceChildren(...textOf(step.element))
    this.#list.forEach((button, i) => (i === at ? button.setAttribute('aria-current', 'step') : button.removeAttribute('aria-current')))
    setEnabled(this.#previous, at > 0)
    setEnabled(this.#next, at < this.#steps.length - 1)
    this.#show(step)
    this.#hooks.onChange()
    this.#hooks.announce(
      t('story.said', { place: this.#place.textContent, title: step.title, text: this.#text.querySelector('p')?.textContent ?? '' }),
    )
  }

  /** @param {Step} step */
  #show(step) {
    this.#see(step.camera)
    this.#ask(step.reading)
    this.#hooks.choose(step.select)
    this.highlight()
  }

  /** @param {Step['camera']} camera */
  #see(camera) {
    this.#hooks.send({ type: 'fit' })
    if (!camera || camera.zoom === 1) return
    const { width, height } = this.#hooks.frame()
    // The point that stays where it is while the map grows, so that (x, y) comes to the middle.
    const still = (/** @type {number} */ at, /** @type {number} */ size) => ((0.5 - camera.zoom * at) / (1 - camera.zoom)) * size
    this.#hooks.send({ type: 'zoom', factor: camera.zoom, x: still(camera.x, width), y: still(camera.y, height) })
  }

  /**
   * Asks for what the step narrows, and for nothing of what another step of this story does; what none of
   * them speaks of stays the reader's.
   * @param {import('../model/map-query.js').MapQuery} reading
   */
  #ask(reading) {
    for (const what of /** @type {const} */ (['filter', 'time', 'around'])) {
      if (this.#steps.some((s) => s.reading[what])) this.#hooks.ask(what, reading[what])
    }
  }

  /** Gives the map back as it was before the story. */
  #end() {
    const inside = this.box.contains(document.activeElement)
    this.#at = -1
    this.box.hidden = true
    this.toggle.setAttribute('aria-pressed', 'false')
    const { camera, selected = {}, filter, time, around } = this.#before ?? {}
    this.#hooks.send({ type: 'hits', nodes: [], lines: [] })
    this.#ask({ filter, time, around })
    const { width, height } = this.#hooks.frame()
    this.#see(
      camera && camera.zoom > 1
        ? { zoom: camera.zoom, x: (width / 2 - camera.x) / camera.zoom / width, y: (height / 2 - camera.y) / camera.zoom / height }
        : null,
    )
    this.#hooks.choose(selected)
    this.#hooks.onChange()
    if (inside) this.toggle.focus()
  }

  /** Relations that a step tells of open on the map. @param {MouseEvent} event */
  #click(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return
    const line = /#r-(.+)$/.exec(event.target.closest('a[href]')?.getAttribute('href') ?? '')?.[1]
    if (line === undefined) return
    event.preventDefault()
    this.#hooks.onSelect({ line: decodeURIComponent(line) }, event.detail === 0)
  }
}

/** @param {Element} element @returns {Step} */
function readStep(element) {
  const { lines = '', node, line, camera, reading } = /** @type {HTMLElement} */ (element).dataset
  const [zoom, x, y] = (camera ?? '').split(' ').map(Number)
  return {
    id: element.id.slice('step-'.length),
    element,
    title: (element.querySelector('h3')?.textContent ?? '').trim(),
    select: node ? { node } : line ? { line } : {},
    lines: lines.split(' '),
    camera: camera ? { zoom, x, y } : null,
    reading: reading ? JSON.parse(reading) : {},
  }
}

/** The text of a step without its heading. @param {Element} element */
function textOf(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true))
  copy.querySelector('h3')?.remove()
  return [...copy.childNodes]
}
