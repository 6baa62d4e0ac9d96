// The script of the page: makes <actor-map> known. A page that wants another tag imports the
// class from element.js and defines it itself.

import { ActorMap } from './element.js'
import { goToLanguage } from './language.js'
import { startTalk } from './talk.js'

// On other people's pages there are no words, and nothing to choose from.
const onItsWay = document.querySelector('script.am-words') !== null && goToLanguage()

if (!onItsWay && !customElements.get('actor-map')) customElements.define('actor-map', ActorMap)

// The document that is made for frames, and no other, talks to the page around it.
const embedded = document.querySelector('html.embed actor-map')
if (embedded instanceof ActorMap) startTalk(embedded, window)
