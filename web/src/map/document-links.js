// From the text to the map: a small button in each heading that has a place there.

import { el, icon } from '../ui/el.js'
/** @import { Target } from '../engine/messages.js' */
/** @import { PageText } from '../reader/page-text.js' */
/** @import { GraphIndex } from './graph-index.js' */
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'

/** The buttons exist only once a map has been live: without it they would lead nowhere. */
export class DocumentLinks {
  /** @type {HTMLElement[]} */
  #buttons = []

  /**
   * Adds the buttons that are not there yet.
   * @param {PageText} texts
   * @param {GraphIndex} graph
   * @param {(target: Target, button: HTMLElement, byKey: boolean) => void} onShow
   */
  add(texts, graph, onShow) {
    if (this.#buttons.length > 0) return
    for (const { element, target } of texts.entries()) {
      const heading = element.querySelector('h1, h2, h3, h4')
      const line = graph.line(target.line)
      const name = graph.node(target.node)?.name ?? (line && graph.sentence(line))
      if (!heading || !name) continue
      const label = line ? t('show.line', { name }) : t('show.node', { name })
      const button = el('button', { type: 'button', class: 'am-show', 'aria-label': label, title: label }, icon(iconPaths.show))
      button.addEventListener('click', (event) => onShow(target, button, event.detail === 0))
      heading.before(button)
      this.#buttons.push(button)
    }
  }

  remove() {
    for (const button of this.#buttons) button.remove()
    this.#buttons = []
  }
}
