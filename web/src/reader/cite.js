// Citing a relation, as text and as Markdown.

import { makeCopyField } from '../ui/copy-field.js'
import { el, icon, iconButton } from '../ui/el.js'
import { giveFocus } from '../ui/focus.js'
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'
/** @import { PageText } from './page-text.js' */
import { markdownCitation, plainCitation } from './citation.js'

/** The formats of a citation, in the order of the dialog. */
const formats = Object.freeze([
  { id: 'plain', write: plainCitation },
  { id: 'markdown', write: markdownCitation },
])

/** A modal dialog, for which the browser gives the focus back when it closes, and a button at each
 * relation in the text of the page. Neither needs an engine. */
export class Cite {
  dialog
  #about = el('p', { dir: 'auto', class: 'am-share-where' })
  #texts
  #fromOf
  #formats
  #buttons

  /**
   * @param {string} prefix of element ids
   * @param {PageText} texts
   * @param {(line: string) => string} fromOf the node that a line starts from; '' where it is not known yet
   * @param {() => HTMLElement} home where the focus goes when the button that had it is gone
   */
  constructor(prefix, texts, fromOf, home) {
    this.#texts = texts
    this.#fromOf = fromOf
    const title = el('h2', { id: `${prefix}-cite-title` }, t('cite.title'))
    const close = iconButton({ name: t('close'), keys: 'Escape', path: iconPaths.close, onClick: () => this.dialog.close() })
    this.#formats = formats.map(({ id, write }) => ({
      write,
      ...makeCopyField(`${prefix}-cite-${id}`, `cite.${id}`, { rows: 6, wrap: 'soft', dir: 'auto' }),
    }))
    this.dialog = el(
      'dialog',
      { class: 'am-dialog am-share', 'aria-labelledby': title.id },
      el('div', { class: 'am-panel-bar' }, title, close),
      this.#about,
      ...this.#formats.map(({ section }) => section),
    )
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close() // the backdrop
    })
    // The browser gives the focus back to the button; the panel may have been filled again meanwhile.
    this.dialog.addEventListener('close', () => {
      if (!document.activeElement || document.activeElement === document.body) giveFocus(home())
    })
    this.#buttons = texts.entries().flatMap(({ element, target }) => this.#addButton(element, target.line))
  }

  /** @param {string} line */
  async open(line) {
    const relation = await this.#texts.cited(line, this.#fromOf(line)).catch(() => null)
    if (!relation || this.dialog.open) return
    const { title, date } = this.#texts.map
    this.#about.textContent = relation.headline
    for (const format of this.#formats) {
      format.text.value = format.write(relation, { title, asOf: date ? t('cite.asOf', { date }) : '' })
      format.said.textContent = ''
    }
    this.dialog.showModal()
  }

  remove() {
    this.dialog.close()
    this.dialog.remove()
    for (const button of this.#buttons) button.remove()
  }

  /**
   * @param {Element} article
   * @param {string|undefined} line
   */
  #addButton(article, line) {
    const heading = article.querySelector('h1, h2, h3, h4')
    if (line === undefined || !heading) return []
    const label = t('cite.named', { line: this.#texts.titleOf({ line }) })
    const button = el(
      'button',
      { type: 'button', class: 'am-show', 'aria-label': label, title: label, 'aria-haspopup': 'dialog' },
      icon(iconPaths.cite),
    )
    button.addEventListener('click', () => this.open(line))
    heading.before(button)
    return [button]
  }
}
