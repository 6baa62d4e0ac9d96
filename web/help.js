// The help: what mouse, fingers and keys do on the map.

import { iconPaths } from './icons.js'
import { make, makeIconButton } from './make.js'
import { helpGroups, words } from './words.js'

/** A modal dialog; the browser gives the focus back when it closes. */
export class Help {
  dialog

  /** @param {string} prefix of element ids */
  constructor(prefix) {
    const title = make('h2', { id: `${prefix}-help-title` }, words.help)
    const close = makeIconButton({ name: words.close, keys: 'Escape', path: iconPaths.close, onClick: () => this.dialog.close() })
    const groups = helpGroups.map(({ title, rows }) => make('section', {}, make('h3', {}, title),
      make('dl', {}, ...rows.map(([what, effect]) => make('div', {}, make('dt', {}, what), make('dd', {}, effect))))))
    this.dialog = make('dialog', { class: 'am-help', 'aria-labelledby': title.id },
      make('div', { class: 'am-panel-bar' }, title, close), ...groups)
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
