// What other sites load: <actor-map src> shows a published map in a frame. It runs no program and loads no script,
// whatever markup stands in the page; our own pages load page.js.

import { ActorMap } from './element.js'

// Two sites' maps may stand on one page, each with its script: the first one serves both.
if (!customElements.get('actor-map')) customElements.define('actor-map', ActorMap)
