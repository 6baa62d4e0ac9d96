// What the reader sees of the engine: that it loads, that it is there, that it has gone and what to do about it.

/** @import { Failure, Send, Status } from '../engine/messages.js' */
/** @import { Environment } from './environment.js' */
/** @import { ListBox } from './listbox.js' */
/** @import { MapStore } from './map-store.js' */
/** @import { Progress } from './progress.js' */
/** @import { Stage } from './stage.js' */
/** @import { Toolbar } from './toolbar.js' */
/** @import { Tooltip } from './tooltip.js' */
import { keepFocus } from '../ui/focus.js'

/**
 * @typedef {object} StatusParts
 * @property {MapStore} store
 * @property {Stage} stage
 * @property {Environment} environment
 * @property {Progress} progress
 * @property {Toolbar} toolbar
 * @property {Tooltip} tooltip
 * @property {ListBox} listbox
 * @property {Send} send
 * @property {() => HTMLElement} home where the focus goes when nothing else is left
 */

/** Shows one map's engine by its status. */
export class EngineStatus {
  /** Whether there ever was an engine. */
  wasLive = false
  /** @type {StatusParts} */
  #parts

  /** @param {StatusParts} parts */
  constructor(parts) {
    this.#parts = parts
  }

  /** @param {Status} status */
  change(status) {
    const { store, stage, environment, progress, tooltip, listbox } = this.#parts
    if (status === 'loading') progress.begin(this.wasLive)
    else if (status === 'live') this.#goLive()
    else {
      progress.done()
      environment.stop()
      tooltip.dismiss()
    }
    // Only then: a drag and the focus outlive an engine that is replaced.
    if (status === 'failed') this.#takeAway(stage.box, () => listbox.close())
    store.status = status
  }

  /** No engine will come by itself. @param {Failure} failure */
  giveUp(failure) {
    const { progress, toolbar } = this.#parts
    progress.fail(failure, this.wasLive)
    this.#takeAway(toolbar.box, () => toolbar.box.toggleAttribute('hidden', true))
  }

  #goLive() {
    const { stage, environment, progress, toolbar, send } = this.#parts
    this.wasLive = true
    progress.invite()
    stage.showCanvas()
    toolbar.box.hidden = false
    environment.start(send)
    environment.check(send)
  }

  /**
   * Takes away what is of no use without an engine; a focus in it goes to what tries again.
   * @param {Element} box
   * @param {() => void} change
   */
  #takeAway(box, change) {
    const { progress, home } = this.#parts
    keepFocus(box, change, () => progress.button, home)
  }
}
