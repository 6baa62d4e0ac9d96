// The script of the page: makes <actor-map> known.

import { ActorMap } from './element.js'
import { startServer } from './embed/start-server.js'
import { programOfPage } from './ui/program.js'
import { goToLanguage } from './url/language.js'

// Other people's pages show maps in frames only: whatever stands in them, it is none of our words or documents.
const ours = programOfPage() !== null
const onItsWay = ours && document.querySelector('script.am-words') !== null && goToLanguage()

if (!onItsWay && !customElements.get('actor-map')) customElements.define('actor-map', ActorMap)

// The document that is made for frames, and no other, talks to the page around it.
const embedded = document.querySelector('html.embed actor-map')
if (ours && embedded instanceof ActorMap) startServer(embedded, window)
