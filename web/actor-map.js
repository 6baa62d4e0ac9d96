// The script of the page: makes <actor-map> known.

import { ActorMap } from './element.js'
import { goToLanguage } from './language.js'
import { programOfPage } from './program.js'
import { startTalk } from './talk.js'

// Other people's pages show maps in frames only: whatever stands in them, it is none of our words or documents.
const ours = programOfPage() !== null
const onItsWay = ours && document.querySelector('script.am-words') !== null && goToLanguage()

if (!onItsWay && !customElements.get('actor-map')) customElements.define('actor-map', ActorMap)

// The document that is made for frames, and no other, talks to the page around it.
const embedded = document.querySelector('html.embed actor-map')
if (ours && embedded instanceof ActorMap) startTalk(embedded, window)
