// What the engine tells, passed on to whom it concerns.

/** @import { MapEvent, ReadyEvent } from '../engine/messages.js' */
/** @import { DetailsPanel } from './details-panel.js' */
/** @import { HitBoxes } from './hit-boxes.js' */
/** @import { ListBox } from './listbox.js' */
/** @import { MapStore } from './map-store.js' */
/** @import { PointerInput } from './pointer.js' */
/** @import { TargetTooltip } from './target-tooltip.js' */

/**
 * @typedef {object} HearingParts
 * @property {MapStore} store
 * @property {HitBoxes} hitBoxes
 * @property {ListBox} listbox
 * @property {TargetTooltip} tips
 * @property {PointerInput} pointer
 * @property {DetailsPanel} panel
 * @property {{highlight(): void}} story
 * @property {() => void} onKnown the engine has listed what the map consists of
 */

/**
 * @param {MapEvent} event
 * @param {HearingParts} parts
 */
export function passOn(event, parts) {
  const { store, hitBoxes, listbox, tips, pointer } = parts
  switch (event.type) {
    case 'ready':
      makeKnown(event, parts)
      break
    case 'places':
      hitBoxes.update(event.nodes, event.names)
      listbox.refresh()
      break
    case 'hover':
      tips.tell(event)
      break
    case 'focus':
      listbox.moved(event)
      break
    case 'select':
      store.acceptSelected(event)
      break
    case 'state':
      store.accept(event.state)
      pointer.confirmDrop()
      break
    case 'history':
      store.remember(event)
      break
    case 'cursor':
      listbox.surface.style.cursor = event.cursor
      break
  }
}

/**
 * @param {ReadyEvent} ready
 * @param {HearingParts} parts
 */
function makeKnown(ready, { store, listbox, pointer, panel, story, onKnown }) {
  store.know(ready)
  pointer.calibrate(ready.pointer)
  listbox.open()
  story.highlight()
  panel.refresh()
  onKnown()
}
