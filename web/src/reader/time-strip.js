// The timeline: two handles on the days of the dataset, how many relations fall on each, play.

import { endOf } from '../model/map-query.js'
/** @import { Time } from '../model/map-query.js' */
import { dateInWords } from '../ui/dates.js'
import { el, icon, setEnabled } from '../ui/el.js'
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'

/** How long a day is shown while playing, ms: time to see what is new, and to read a label. */
const playMS = 1600

/**
 * @typedef {object} TimeHooks
 * @property {(time: Time|undefined) => void} onChange
 * @property {(line: string) => void} onOpen
 * @property {() => boolean} reducedMotion
 */

/** What the strip shows. @typedef {{date: string, count: number}} Day */

/** The timeline below the map: time range, date basis, and what is new on the last day. */
export class TimeStrip {
  box
  /** @type {TimeHooks} */
  #hooks
  #bars = el('div', { class: 'am-bars', 'aria-hidden': 'true' })
  #from
  #until
  #span = el('p', { class: 'am-time-span' })
  #added = el('div', { class: 'am-time-new' })
  #play
  #clocks
  /** @type {Time['by']} */
  #by = 'event'
  /** @type {Day[]} */
  #days = []
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #timer

  /**
   * @param {string} prefix of element ids
   * @param {Time['by'][]} clocks those that the dataset has days enough for
   * @param {TimeHooks} hooks
   */
  constructor(prefix, clocks, hooks) {
    this.#hooks = hooks
    this.#by = clocks[0] ?? 'event'
    this.#from = this.#handle('time.from')
    this.#until = this.#handle('time.until')
    this.#play = el('button', { type: 'button', class: 'am-text-button am-play' })
    this.#play.addEventListener('click', () => this.#pressPlay())
    this.#clocks = el(
      'div',
      { class: 'am-clocks', role: 'radiogroup', 'aria-label': t('time') },
      ...clocks.map((by) => {
        const input = el('input', { type: 'radio', name: `${prefix}-clock`, value: by, checked: by === this.#by })
        input.addEventListener('change', () => this.#chooseClock(by))
        return el('label', {}, input, t(`time.${by}`))
      }),
    )
    this.#clocks.hidden = clocks.length < 2
    this.box = el(
      'section',
      { id: `${prefix}-time`, class: 'am-time', 'aria-label': t('time'), hidden: true },
      el('div', { class: 'am-time-head' }, this.#play, this.#clocks, this.#span),
      el('div', { class: 'am-slider' }, this.#bars, this.#from, this.#until),
      this.#added,
    )
    document.addEventListener('visibilitychange', this.#hidden)
    this.#showPlay()
  }

  /** By which clock the days go. */
  get by() {
    return this.#by
  }

  /**
   * @param {Day[]} days in order
   * @param {Time|undefined} time what is chosen
   * @param {{line: string, sentence: string}[]} added what is new on the last day
   */
  update(days, time, added) {
    this.#days = days
    if (time) this.#by = time.by
    for (const input of this.#clocks.querySelectorAll('input')) input.checked = input.value === this.#by
    const last = days.length - 1
    const from = time?.from ? dayAt(days, time.from) : 0
    const until = time?.until ? dayAt(days, time.until) : last
    for (const [input, at] of /** @type {const} */ ([
      [this.#from, from],
      [this.#until, Math.max(until, from)],
    ])) {
      input.max = String(last)
      input.value = String(at)
      input.setAttribute('aria-valuetext', this.#tellDay(at))
    }
    this.#from.hidden = this.#by === 'report'
    this.#drawBars(from, Number(this.#until.value))
    this.#span.textContent = this.#tellSpan(from, Number(this.#until.value))
    this.#tellNew(time, added)
    setEnabled(this.#play, days.length > 1)
  }

  stop() {
    this.#pause()
    document.removeEventListener('visibilitychange', this.#hidden)
  }

  /** Closes: nothing runs on unseen. */
  rest() {
    this.#pause()
  }

  /** @param {'time.from'|'time.until'} key */
  #handle(key) {
    const input = el('input', { type: 'range', min: 0, max: 0, step: 1, 'aria-label': t(key), class: 'am-handle' })
    input.addEventListener('input', () => {
      this.#pause()
      const [from, until] = [Number(this.#from.value), Number(this.#until.value)]
      if (from > until) (input === this.#from ? this.#until : this.#from).value = input.value // the other end moves along
      this.#choose()
    })
    return input
  }

  #choose() {
    const [from, until] = [Number(this.#from.value), Number(this.#until.value)]
    const last = this.#days.length - 1
    const isAll = until === last && (from === 0 || this.#by === 'report') && this.#timer === undefined
    this.#hooks.onChange(
      isAll
        ? undefined
        : {
            by: this.#by,
            ...(from > 0 && this.#by === 'event' && { from: this.#days[from].date }),
            until: this.#days[until].date,
          },
    )
  }

  /** @param {Time['by']} by */
  #chooseClock(by) {
    this.#pause()
    this.#by = by
    this.#hooks.onChange(undefined)
  }

  /** Plays to the last day, and from the first one where it is there already; with reduced motion, one day a press. */
  #pressPlay() {
    if (this.#timer !== undefined) {
      this.#pause()
      return
    }
    const last = this.#days.length - 1
    const from = this.#by === 'event' ? Number(this.#from.value) : 0
    const restart = Number(this.#until.value) >= last
    if (this.#hooks.reducedMotion()) {
      this.#until.value = String(restart ? from : Number(this.#until.value) + 1)
      this.#choose()
      return
    }
    this.#timer = setInterval(() => this.#advance(), playMS)
    if (restart) this.#until.value = String(from)
    else this.#until.value = String(Number(this.#until.value) + 1)
    this.#showPlay()
    this.#choose()
  }

  #advance() {
    this.#until.value = String(Number(this.#until.value) + 1)
    this.#choose()
    if (Number(this.#until.value) >= this.#days.length - 1) this.#pause()
  }

  #pause() {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#showPlay()
  }

  #hidden = () => {
    if (document.visibilityState === 'hidden') this.#pause()
  }

  #showPlay() {
    const playing = this.#timer !== undefined
    const name = playing ? t('time.pause') : this.#hooks.reducedMotion() ? t('time.next') : t('time.play')
    this.#play.replaceChildren(icon(playing ? iconPaths.pause : iconPaths.play), name)
  }

  /**
   * @param {number} from
   * @param {number} until
   */
  #drawBars(from, until) {
    const most = Math.max(1, ...this.#days.map((d) => d.count))
    this.#bars.replaceChildren(
      ...this.#days.map(({ date, count }, k) => {
        const bar = el(
          'span',
          { class: 'am-bar', title: this.#tellDay(k), 'data-in': k <= until && (this.#by === 'report' || k >= from) },
          el('span', { class: 'am-bar-count' }, String(count)),
        )
        bar.style.setProperty('--am-share', String(count / most))
        bar.dataset.date = date
        return bar
      }),
    )
  }

  /** @param {number} k */
  #tellDay(k) {
    const day = this.#days[k]
    return day ? t('time.day', { date: dateInWords(day.date), relations: t('n.relations', { n: day.count }) }) : ''
  }

  /**
   * @param {number} from
   * @param {number} until
   */
  #tellSpan(from, until) {
    const [a, b] = [this.#days[from], this.#days[until]].map((d) => dateInWords(d?.date ?? ''))
    if (this.#by === 'report') return t('time.known', { date: b })
    return a === b ? a : t('time.span', { from: a, until: b })
  }

  /**
   * @param {Time|undefined} time
   * @param {{line: string, sentence: string}[]} added
   */
  #tellNew(time, added) {
    this.#added.hidden = !time?.until || added.length === 0
    if (this.#added.hidden) return
    const items = added.map(({ line, sentence }) => {
      const button = el('button', { type: 'button', class: 'am-link-button', dir: 'auto' }, sentence)
      button.addEventListener('click', () => this.#hooks.onOpen(line))
      return el('li', {}, button)
    })
    this.#added.replaceChildren(el('p', {}, t('time.new', { date: dateInWords(time?.until ?? '') })), el('ul', {}, ...items))
  }
}

/**
 * The day that a date is, or the last one before it.
 * @param {Day[]} days in order
 * @param {string} date
 */
function dayAt(days, date) {
  const exact = days.findIndex((d) => d.date === date)
  return exact >= 0 ? exact : Math.max(0, days.filter((d) => endOf(d.date) <= endOf(date)).length - 1)
}
