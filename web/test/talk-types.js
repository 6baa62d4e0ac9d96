// Not run: checked by the TypeScript compiler. The element keeps what actor-map.d.ts promises, and a
// page that uses it as promised has no error, one that does not has one.

/** @import { ActorMapElement, ActorMapEvents } from '../embedding/actor-map.js' */
/** @import { DetailOf, EmbedMethods, ParamsOf, eventTable } from '../src/embed/messages.js' */
import { ActorMap } from '../src/element.js'

/** @type {ActorMapElement} */
export const kept = new ActorMap()

/** @param {Document} document */
export async function use(document) {
  const map = document.querySelector('actor-map')
  if (!map) return
  await map.select({ node: 'us' })
  await map.focusOn({ line: 'r1' })
  await map.select()
  await map.setState({ camera: { x: 0, y: 0, zoom: 2 }, pinned: { us: [0.5, 0.5] } })
  const state = await map.getState()
  map.theme = 'dark'
  map.addEventListener('actor-map-select', ({ detail }) => void map.select(detail.node ? { node: detail.node } : {}))
  // @ts-expect-error a target is named by its id
  await map.select({ node: 7 })
  // @ts-expect-error there is no such theme
  map.theme = 'sepia'
  // @ts-expect-error the state may be null
  state.camera
  // @ts-expect-error a place is two numbers
  await map.setState({ pinned: { us: [0.5] } })
}

// The published types say what the tables of embed/messages.js say, no more and no less: a name, an argument, a field or a type
// that stands on one side only makes one of the values below a `never`, and the compiler names it.

/** @template T @typedef {T extends Blob ? T : T extends (...args: infer A) => infer R ? (...args: Plain<A>) => Plain<R> : T extends object ? {[K in keyof T]: Plain<T[K]>} : T} Plain intersections and names of types written out */

/** @template A, B @typedef {(<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : never} Same */

/** @template A, B @typedef {{[K in keyof A | keyof B]: K extends keyof A & keyof B ? Same<Plain<A[K]>, Plain<B[K]>> : never}} Alike by field */

/** What is in no table: told by events, or for a map on its own page only. @typedef {'status'|'state'|'nodes'|'lines'|'send'|'request'} Others */

/** @typedef {Omit<ActorMapElement, keyof HTMLElement | 'theme' | Others>} PublishedMethods */

/** @type {Alike<PublishedMethods, EmbedMethods>} */
export const methods = {
  select: true,
  focusOn: true,
  fit: true,
  pause: true,
  resume: true,
  getState: true,
  setState: true,
  picture: true,
}

/** @type {Alike<Pick<ActorMapElement, 'theme' | 'lang'>, ParamsOf<'theme'> & ParamsOf<'language'>>} */
export const attributes = { theme: true, lang: true }

/** @typedef {{[E in keyof typeof eventTable as `actor-map-${E}`]: CustomEvent<DetailOf<E>>}} TableEvents */
/** @template E @typedef {{[K in keyof E]: E[K] extends CustomEvent<infer D> ? D : never}} Details */

/** @type {Alike<Details<ActorMapEvents>, Details<TableEvents>>} */
export const events = {
  'actor-map-ready': true,
  'actor-map-select': true,
  'actor-map-hover': true,
  'actor-map-state': true,
  'actor-map-status': true,
  'actor-map-height': true,
  'actor-map-error': true,
}
