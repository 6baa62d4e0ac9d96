// The script of the page: makes <actor-map> known. A page that wants another tag imports the
// class from element.js and defines it itself.

import { ActorMap } from './element.js'

if (!customElements.get('actor-map')) customElements.define('actor-map', ActorMap)
