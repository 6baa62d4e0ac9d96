// Starts the server of the embed protocol for a map in a frame. A map that is in no frame serves nobody.

import { HeightReporter } from './height.js'
import { forwardLinks } from './link-clicks.js'
/** @import { ActorMap } from '../element.js' */
import { EmbedServer } from './server.js'

/**
 * Begins when the picture is there: from then on the frame is worth showing.
 * @param {ActorMap} map
 * @param {Window} window of the frame
 */
export function startServer(map, window) {
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
  const server = new EmbedServer(map, window)
  const heights = new HeightReporter(window.document, window.location.href, { post, onHeight: (height) => server.tellHeight(height) })
  window.addEventListener('message', (event) => {
    if (event.source === window.parent) heights.hear(event.data)
    server.hear(event)
  })
  forwardLinks(window, () => heights.secret, post)
  heights.start()
  server.announce()
}
