// Errors of the embed protocol. Only names pass between frames; the sentences
// that belong to them are here, on either side.

const sentences = new Map([
  ['BadRequest', 'the request does not have the shape it must have; see actor-map.d.ts'],
  ['TooMany', 'too many requests at once: wait for answers before asking on'],
  ['NotLive', 'no engine is running: it starts when the map is seen; wait for the event actor-map-ready'],
  ['EngineLost', 'two engines were lost over this request; the map goes on without it'],
  ['NoMap', 'there is no map here: <actor-map> needs src, or an enclosed picture with data-src on a page of the origin of its page.js'],
  ['UnknownNode', 'the map has no node with this id'],
  ['BadQuery', 'filter, time, around or trail ask for what this map cannot show'],
  ['UnknownLine', 'the map has no line with this id'],
  ['NotAvailable', 'the map does not have what was asked for'],
  ['BadSource', 'src must be the http or https address of a published map: a folder, index.html or embed.html'],
  ['Disconnected', 'the frame of the map was taken away before it answered'],
  [
    'NoFrame',
    'the frame has not come: the site of the map does not answer or lets nobody frame it, or this page isolates itself (Cross-Origin-Embedder-Policy) and the map needs the attribute credentialless; see hosts.md',
  ],
  ['OwnPage', 'commands are for a map on its own page; a map in a frame has select, focusOn, fit and setState'],
  ['Version', 'the published map and this script speak different versions: use the script of that map'],
])

/** An error with a name that may pass between frames. */
export class EmbedError extends Error {
  /**
   * @param {string} name letters and digits
   * @param {string} [at] the field that is wrong
   */
  constructor(name, at) {
    super(`actor-map: ${at ? `${at}: ` : ''}${sentences.get(name) ?? 'the map answered with this error'}`)
    this.name = name
    /** The field of the request that is wrong, or undefined. */
    this.at = at
  }
}
