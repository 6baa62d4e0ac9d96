// The help: what mouse, fingers and keys do on the map.

import { make, makeIconButton } from '../ui/el.js'
import { iconPaths } from '../ui/icons.js'
import { say } from '../ui/words.js'

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
    const title = make('h2', { id: `${prefix}-help-title` }, say('help'))
    const close = makeIconButton({ name: say('close'), keys: 'Escape', path: iconPaths.close, onClick: () => this.dialog.close() })
    const groups = Object.entries(helpRows).map(([group, rows]) =>
      make('section', {}, make('h3', {}, say(`help.${group}`)), make('dl', {}, ...rows.map((row) => makeRow(`help.${group}.${row}`)))),
    )
    this.dialog = make(
      'dialog',
      { class: 'am-help', 'aria-labelledby': title.id },
      make('div', { class: 'am-panel-bar' }, title, close),
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
  return make('div', {}, make('dt', {}, say(key)), make('dd', {}, say(`${key}.does`)))
}
