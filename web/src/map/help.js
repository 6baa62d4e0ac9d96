// The help: what mouse, fingers and keys do on the map.

import { el, iconButton } from '../ui/el.js'
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'

/** What can be done, by means: the names of its words in the catalogue. */
const helpRows = Object.freeze({
  mouse: ['point', 'click', 'drag', 'unpin', 'wheel', 'pan', 'fullScreen'],
  touch: ['tap', 'drag', 'unpin', 'pinch'],
  keyboard: ['search', 'arrows', 'neighbour', 'next', 'ends', 'lines', 'open', 'close', 'move', 'unpin', 'zoom', 'undo', 'story', 'leave'],
})

/** A modal dialog; the browser gives the focus back when it closes. */
export class Help {
  dialog

  /** @param {string} prefix of element ids */
  constructor(prefix) {
    const title = el('h2', { id: `${prefix}-help-title` }, t('help'))
    const close = iconButton({ name: t('close'), keys: 'Escape', path: iconPaths.close, onClick: () => this.dialog.close() })
    const groups = Object.entries(helpRows).map(([group, rows]) =>
      el('section', {}, el('h3', {}, t(`help.${group}`)), el('dl', {}, ...rows.map((row) => makeRow(`help.${group}.${row}`)))),
    )
    this.dialog = el(
      'dialog',
      { class: 'am-dialog', 'aria-labelledby': title.id },
      el('div', { class: 'am-panel-bar' }, title, close),
      ...groups,
    )
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) this.dialog.close() // the backdrop
    })
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal()
  }

  remove() {
    this.dialog.close()
    this.dialog.remove()
  }
}

/** @param {string} key of what to do; with .does, of what happens */
function makeRow(key) {
  return el('div', {}, el('dt', {}, t(key)), el('dd', {}, t(`${key}.does`)))
}
