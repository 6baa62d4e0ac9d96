// Two nodes: where they stand to each other, and the strongest paths that connect them.

import { pathsBetween } from '../model/paths.js'
import { compare } from '../model/stances.js'
import { el, iconButton, setText } from '../ui/el.js'
import { giveFocus, keepFocus } from '../ui/focus.js'
/** @import { Dataset, Relation } from '../model/dataset.js' */
/** @import { PageText } from './page-text.js' */
/** @import { Step, Path } from '../model/paths.js' */
/** @import { Target, Trail } from '../engine/messages.js' */
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'
import { makeTie } from './membership.js'
import { targetOfLink } from './page-text.js'
import { withStatus } from './relation-notes.js'

/**
 * @typedef {object} PairHooks
 * @property {PageText} texts
 * @property {(id: string) => string} nameOf
 * @property {(text: import('../model/dataset.js').Text|undefined) => string} inWords
 * @property {(relation: Relation) => string} labelOf its label, after what says that it is no stated fact
 * @property {(path: string[]) => void} onHighlight a path is to be highlighted on the map
 * @property {(target: Target, byKey: boolean) => void} onSelect
 * @property {() => void} onClose
 * @property {() => HTMLElement} home where the focus goes when nothing else is left
 */

/** The panel that compares two nodes and lists the paths between them. */
export class ComparePanel {
  box
  #title
  #text = el('div', { class: 'am-panel-text' })
  /** @type {PairHooks} */
  #hooks
  /** What is shown, so that nothing is built twice. */
  #shown = ''
  /** @type {HTMLElement|null} */
  #opener = null

  /**
   * @param {string} prefix of element ids
   * @param {PairHooks} hooks
   */
  constructor(prefix, hooks) {
    this.#hooks = hooks
    this.#title = el('h2', { id: `${prefix}-pair-title`, class: 'am-panel-title', tabindex: -1, dir: 'auto' })
    const close = iconButton({ name: t('close'), keys: 'Escape', path: iconPaths.close, onClick: () => hooks.onClose() })
    this.box = el(
      'section',
      { class: 'am-pair', 'aria-labelledby': this.#title.id, hidden: true },
      el('div', { class: 'am-panel-bar' }, this.#title, close),
      this.#text,
    )
    this.box.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      hooks.onClose()
    })
    this.box.addEventListener('click', (event) => this.#click(event))
  }

  /** @param {HTMLElement|null} opener gets the focus back */
  focus(opener) {
    this.#opener = opener
    this.#title.focus({ preventScroll: true })
  }

  /**
   * @param {Dataset} dataset
   * @param {Trail|null} trail null: closed
   * @param {(relation: Relation) => boolean} isShown paths go along what is shown
   */
  update(dataset, trail, isShown) {
    if (!trail) {
      this.#close()
      return
    }
    const paths = pathsBetween(dataset, trail.from, trail.to, 5, isShown)
    const key = JSON.stringify([trail.from, trail.to, paths.map(pathOf)])
    if (key !== this.#shown) {
      this.#shown = key
      const { nameOf } = this.#hooks
      setText(this.#title, t('pair.title', { from: nameOf(trail.from), to: nameOf(trail.to) }))
      const change = () => this.#text.replaceChildren(...this.#compared(dataset, trail), ...this.#connected(dataset, paths))
      keepFocus(this.box, change, () => this.#title)
    }
    for (const button of this.#text.querySelectorAll('[data-path]')) {
      const path = /** @type {HTMLElement} */ (button).dataset.path
      button.setAttribute('aria-pressed', String(path === JSON.stringify(trail.path)))
    }
    this.box.hidden = false
  }

  #close() {
    const inside = this.box.contains(document.activeElement)
    this.box.hidden = true
    this.#shown = ''
    if (inside) giveFocus(this.#opener, this.#hooks.home())
    this.#opener = null
  }

  /**
   * @param {Dataset} dataset
   * @param {Trail} trail
   */
  #compared(dataset, { from, to }) {
    if ([from, to].some((id) => dataset.nodes.get(id)?.kind === 'issue')) return []
    const { nameOf } = this.#hooks
    const { agree, differ, one, claims } = compare(dataset, from, to)
    const issue = (/** @type {string|null} */ id) => (id === null ? '' : nameOf(id))
    /** @param {string} title @param {{issue: string|null, relations: Relation[]}[]} entries */
    const part = (title, entries) =>
      entries.map((e) =>
        el(
          'section',
          { class: 'am-compared' },
          el('h4', { dir: 'auto' }, e.issue === null ? title : t('pair.on', { what: title, issue: issue(e.issue) })),
          ...e.relations.map((r) => this.#article(r, 'h5')),
        ),
      )
    const silent = one.flatMap((e) => part(t('pair.one', { name: nameOf(e.who), other: nameOf(e.silent) }), [e]))
    const all = [...part(t('pair.differ'), differ), ...part(t('pair.agree'), agree), ...silent]
    const claimed = claims.map((r) => this.#article(r, 'h4'))
    return [
      el('h3', { class: 'am-refs-title' }, t('pair.compare')),
      ...(all.length > 0 ? all : [el('p', {}, t('pair.silent'))]),
      ...(claimed.length > 0
        ? [el('h3', { class: 'am-refs-title' }, t('pair.claims')), el('p', {}, t('pair.claims.why')), ...claimed]
        : []),
    ]
  }

  /**
   * @param {Dataset} dataset
   * @param {Path[]} paths
   */
  #connected(dataset, paths) {
    const heading = el('h3', { class: 'am-refs-title' }, t('pair.ways'))
    if (paths.length === 0) return [heading, el('p', {}, t('pair.none'))]
    return [heading, el('ol', { class: 'am-ways' }, ...paths.map((path) => this.#path(dataset, path)))]
  }

  /**
   * @param {Dataset} dataset
   * @param {Path} path
   */
  #path(dataset, path) {
    const { nameOf } = this.#hooks
    const nodes = [path[0].from, ...path.map((s) => s.to)].map(nameOf)
    const ids = pathOf(path)
    const light = el('button', { type: 'button', class: 'am-text-button', 'data-path': JSON.stringify(ids) }, t('pair.light'))
    light.addEventListener('click', () => this.#hooks.onHighlight(ids))
    return el(
      'li',
      { class: 'am-way' },
      el('p', { class: 'am-way-head', dir: 'auto' }, `${nodes.join(' – ')} (${t('around.steps', { n: path.length })})`),
      light,
      ...path.map((step) => this.#step(dataset, step)),
    )
  }

  /**
   * @param {Dataset} dataset
   * @param {Step} step
   */
  #step(dataset, { relation, tie, others }) {
    const { nameOf, inWords } = this.#hooks
    const article = relation ? this.#article(relation, 'h4') : tie ? makeTie(dataset, tie, nameOf, inWords) : el('p')
    if (others > 0) article.append(el('p', { class: 'am-others' }, t('pair.others', { n: others })))
    return article
  }

  /**
   * The article of a relation from the text; where that is on another page, it comes when that has come.
   * @param {Relation} relation
   * @param {'h4'|'h5'} level
   */
  #article(relation, level) {
    const { texts, nameOf, labelOf } = this.#hooks
    const here = texts.article(relation.id, level)
    if (here) return here
    const heading = el(
      level,
      { class: 'relation-headline', dir: 'auto' },
      withStatus(t('line.sentence', { from: nameOf(relation.from), to: nameOf(relation.to), label: labelOf(relation) }), relation),
    )
    const article = el('article', { class: 'relation' }, heading, el('p', {}, t('panel.loading')))
    void texts
      .elsewhere({ line: relation.id }, relation.from)
      .catch(() => null)
      .then((found) => {
        article.replaceChildren(heading, ...(found ? found.body : [el('p', {}, t('panel.noText'))]))
      })
    return article
  }

  /** @param {MouseEvent} event */
  #click(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return
    const link = /** @type {HTMLAnchorElement|null} */ (event.target.closest('a[href]'))
    const target = link && link.origin === location.origin ? targetOfLink(link.getAttribute('href') ?? '') : {}
    if (target.node === undefined && target.line === undefined) return
    event.preventDefault()
    this.#hooks.onSelect(target, event.detail === 0)
  }
}

/**
 * A path as a trail tells it: node, line, node, ..., node; an empty line is a membership.
 * @param {Path} path
 */
export function pathOf(path) {
  return path.length === 0 ? [] : [path[0].from, ...path.flatMap((s) => [s.relation?.id ?? '', s.to])]
}
