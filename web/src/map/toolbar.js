// The buttons beside the picture: zoom, undo, redo, reset, full screen, share, help.

import { el, icon, iconButton, setEnabled } from '../ui/el.js'
/** @import { MapAction } from './actions.js' */
/** @import { MapStore } from './map-store.js' */
import { iconPaths } from '../ui/icons.js'
import { t } from '../ui/words.js'
import { zoomStep } from './keys.js'

/** One row of buttons; what would do nothing is switched off. */
export class Toolbar {
  box
  #zoomIn
  #zoomOut
  #fit
  #undo
  #redo
  #reset
  #fullScreen
  #share
  #onShare = () => {}

  /**
   * @param {MapStore} store
   * @param {(action: MapAction) => void} act
   */
  constructor(store, act) {
    /**
     * @param {string} name
     * @param {string} path
     * @param {MapAction} action
     * @param {string} [keys]
     */
    const button = (name, path, action, keys) => iconButton({ name, path, keys, onClick: () => act(action) })
    this.#zoomIn = button(t('zoomIn'), iconPaths.plus, { act: 'zoom', factor: zoomStep }, '+')
    this.#zoomOut = button(t('zoomOut'), iconPaths.minus, { act: 'zoom', factor: 1 / zoomStep }, '-')
    this.#fit = button(t('fit'), iconPaths.fit, { act: 'fit' }, '0')
    this.#undo = button(t('undo'), iconPaths.undo, { act: 'undo' }, 'Control+Z')
    this.#redo = button(t('redo'), iconPaths.redo, { act: 'redo' }, 'Control+Shift+Z')
    this.#reset = button(t('reset'), iconPaths.reset, { act: 'reset' })
    this.#fullScreen = button(t('fullScreen'), iconPaths.fullScreen, { act: 'fullScreen' })
    this.#fullScreen.classList.add('am-button-screen')
    this.#fullScreen.hidden = true
    this.#share = iconButton({ name: t('share'), path: iconPaths.share, onClick: () => this.#onShare() })
    this.#share.classList.add('am-button-share')
    this.#share.hidden = true
    const help = button(t('help'), iconPaths.help, { act: 'help' }, '?')
    for (const opener of [this.#share, help]) opener.setAttribute('aria-haspopup', 'dialog')
    this.box = el(
      'div',
      { class: 'am-toolbar', role: 'group', 'aria-label': t('toolbar'), hidden: true },
      this.#zoomIn,
      this.#zoomOut,
      this.#fit,
      this.#undo,
      this.#redo,
      this.#reset,
      this.#fullScreen,
      this.#share,
      help,
    )
    store.watch(
      () => [store.isLive, store.zoom, store.fitted, store.canUndo, store.canRedo, store.moved, store.graph.maxZoom],
      () => this.#update(store),
    )
  }

  /**
   * Shows the button for sharing: not every map of a page has an address.
   * @param {() => void} onShare
   */
  offerShare(onShare) {
    this.#onShare = onShare
    this.#share.hidden = false
  }

  /**
   * Shows the button for full screen, as what it does next.
   * @param {boolean} on
   */
  offerFullScreen(on) {
    const name = on ? t('fullScreen.leave') : t('fullScreen')
    this.#fullScreen.setAttribute('aria-label', name)
    this.#fullScreen.title = name
    this.#fullScreen.replaceChildren(icon(on ? iconPaths.leaveFullScreen : iconPaths.fullScreen))
    this.#fullScreen.hidden = false
  }

  /** @param {MapStore} store */
  #update({ isLive, zoom, fitted, canUndo, canRedo, moved, graph }) {
    setEnabled(this.#zoomIn, isLive && zoom < graph.maxZoom * 0.999)
    setEnabled(this.#zoomOut, isLive && zoom > 1.001)
    setEnabled(this.#fit, isLive && !fitted)
    setEnabled(this.#undo, isLive && canUndo)
    setEnabled(this.#redo, isLive && canRedo)
    setEnabled(this.#reset, isLive && moved)
  }

  remove() {
    this.box.remove()
  }
}
