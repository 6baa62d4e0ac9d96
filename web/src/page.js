// What our own pages load: the element of actor-map.js, and the live map in the place of the picture that it encloses.

import { startServer } from './embed/start-server.js'
import { PageActorMap } from './page-element.js'
import { programOfPage } from './ui/program.js'
import { goToLanguage } from './url/language.js'

// On other people's pages it shows maps in frames only: whatever stands in them, it is none of our words or documents.
const ours = programOfPage() !== null
const onItsWay = ours && document.querySelector('script.am-words') !== null && goToLanguage()

if (!onItsWay && !customElements.get('actor-map')) customElements.define('actor-map', PageActorMap)

// The document that is made for frames, and no other, talks to the page around it.
const embedded = document.querySelector('html.embed actor-map')
if (ours && embedded instanceof PageActorMap) startServer(embedded, window)
