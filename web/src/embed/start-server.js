// Starts the talk of an embedded map with the page around it. A map that is in no frame talks to
// nobody.

import { HeightTeller } from './height.js'
import { tellLinks } from './link-clicks.js'
/** @import { ActorMap } from '../element.js' */
import { Guest } from './server.js'

/**
 * Begins when the picture is there: from then on the frame is worth showing.
 * @param {ActorMap} map
 * @param {Window} window of the frame
 */
export function startTalk(map, window) {
  if (window.parent === window) return
  const picture = map.querySelector('img')
  if (!picture || picture.complete) return begin(map, window)
  const once = new AbortController()
  for (const end of ['load', 'error']) {
    picture.addEventListener(
      end,
      () => {
        once.abort()
        begin(map, window)
      },
      { signal: once.signal },
    )
  }
}

/**
 * @param {ActorMap} map
 * @param {Window} window
 */
function begin(map, window) {
  // Heights and links hold nothing that is anybody's secret, so they may go to whoever is there.
  /** @param {unknown} message */
  const post = (message) => window.parent.postMessage(message, '*')
  const guest = new Guest(map, window)
  const heights = new HeightTeller(window.document, window.location.href, { post, onHeight: (height) => guest.tellHeight(height) })
  window.addEventListener('message', (event) => {
    if (event.source === window.parent) heights.hear(event.data)
    guest.hear(event)
  })
  tellLinks(window, () => heights.secret, post)
  heights.start()
  guest.announce()
}
