// Every word of the interface that is not data. The map's names, labels and quotes come from
// the dataset and the page; these are ours, in English.

/** What each kind of failure means to a reader. Names as in engine.js. */
const reasons = new Map([
  ['NoWebGL2', 'it offers no WebGL 2 graphics'],
  ['NoWasm', 'it does not run WebAssembly'],
  ['CSP', 'this site’s security policy forbids WebAssembly or workers'],
  ['BadResponse', 'a file of the map could not be loaded'],
  ['Timeout', 'starting it took too long'],
  ['ContextLost', 'the graphics were taken away several times'],
  ['Panic', 'the map’s program stopped with an error'],
  ['Exited', 'the map’s program ended'],
  ['WorkerLost', 'the map’s program does not answer'],
])

/** Failures that another attempt may mend. The others lie in the browser or the site. */
const passing = new Set(['BadResponse', 'Timeout', 'ContextLost', 'Panic', 'Exited', 'WorkerLost'])

/**
 * Tells in one sentence why the picture stays.
 * @param {string} name of the failure
 */
export function failureSentence(name) {
  const reason = reasons.get(name) ?? 'something unexpected happened'
  const what = passing.has(name) ? 'The interactive map is not running' : 'This browser cannot run the interactive map'
  return `${what} (${reason}). The picture and the text below have everything.`
}

/**
 * Reports whether a "Try again" button makes sense.
 * @param {string} name of the failure
 */
export function mayRetry(name) {
  return passing.has(name) || !reasons.has(name)
}

/**
 * @param {number} loaded bytes
 * @param {number|null} total bytes, null where it is not known
 */
export function progressSentence(loaded, total) {
  const of = total ? ` of ${megabytes(Math.max(loaded, total))}` : ''
  return `Loading the interactive map: ${megabytes(loaded)}${of} MB`
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1)
}

/** @param {number} n */
export function countRelations(n) {
  return n === 1 ? '1 relation' : `${n} relations`
}

/**
 * @param {string} kind
 * @param {string} name
 */
export function showOnMap(kind, name) {
  return `Show ${kind === 'line' ? 'the line ' : ''}“${name}” on the map`
}

export const words = Object.freeze({
  map: 'Map',
  mapHelp: 'Arrow keys walk along relations, Enter opens, L steps through the lines of a node, question mark lists all keys.',
  toolbar: 'Map controls',
  hint: 'Choose a node or line to read it. Drag a node to move it.',
  loading: 'Loading the interactive map',
  retry: 'Try again',
  restart: 'Start the map again',
  close: 'Close',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show the whole map',
  undo: 'Undo',
  redo: 'Redo',
  reset: 'Back to the first arrangement',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  gaveBack: 'Wheel and finger scroll the page again',
  help: 'Help: mouse, touch, keyboard',
  share: 'Share and embed',
  shareOpen: 'Open the interactive map with every quote and source',
  /** @param {string} date in words */
  shareAsOf: (date) => `As of ${date}.`,
  move: 'Move on the map',
  moveShort: 'Move',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  moveUp: 'Move up',
  moveDown: 'Move down',
  unpin: 'Let go',
  unpinTitle: 'Let go: the node finds its own place again',
  pinned: 'pinned',
  selectedNothing: 'Selection cleared',
  showLine: 'Show on map',
  alsoBetween: 'Also between the two',
  noText: 'The text of this entry could not be loaded.',
  readPage: 'Read it on its own page',
  loadingText: 'Loading the text …',
})

/** Said when a gesture over the map has gone to the page. */
export const gestureHints = Object.freeze({
  wheel: 'Ctrl or ⌘ + wheel zooms the map',
  touch: 'Two fingers zoom and move the map',
})

export const shareWords = Object.freeze({
  what: 'What is shared is the map as you see it now: what is selected, what you have moved, the zoom.',
  copied: 'Copied.',
  selected: 'Selected. Copy it with Ctrl or ⌘ + C.',
  /** @param {number} n moved nodes */
  leftOut: (n) => `A link has no room for all that you have moved: ${n} of the nodes will be where the map puts them.`,
  /** @param {number} n */
  characters: (n) => `${n} characters`,
  /** @type {Record<string, (size: {width: number, height: number, leastHeight?: number}) => string>} px */
  sizes: {
    frame: ({ width, height, leastHeight }) => `As wide as its column, ${leastHeight} px high or more; ${width} × ${height} px where there is room`,
    element: () => 'As wide as its column, as high as the map',
    picture: ({ width, height }) => `${width} × ${height} px`,
  },
})

/** The ways to share, in the order of the dialog. */
export const shareWays = Object.freeze([
  {
    id: 'link', title: 'Link to this view', copy: 'Copy link', rows: 2,
    where: 'Works everywhere: messages, mail, posts, footnotes.',
  },
  {
    id: 'frame', title: 'Frame for a web page', copy: 'Copy frame', rows: 5,
    where: 'For pages that take HTML with <iframe>. No script on your page; feeds and reader modes keep the picture and the link.',
  },
  {
    id: 'element', title: 'Script for a web page', copy: 'Copy script', rows: 5,
    where: 'For pages that allow scripts of other sites. The frame grows with the map, and your page can talk to it.',
  },
  {
    id: 'picture', title: 'Picture with text and link', copy: 'Copy picture', rows: 5,
    where: 'For newsletters and pages without frames. The picture is the map as published; programs that show no SVG show its title.',
  },
])

/** The help dialog: groups of [what to do, what happens]. */
export const helpGroups = Object.freeze([
  {
    title: 'Mouse',
    rows: [
      ['Point at a node or line', 'says what it is and lifts what belongs to it'],
      ['Click', 'opens the words, dates and sources'],
      ['Drag a node', 'moves it; it stays where you put it'],
      ['Double-click a moved node', 'lets it go again'],
      ['Ctrl or ⌘ + wheel', 'zooms; the plain wheel scrolls the page'],
      ['Drag the background', 'moves the picture once it is zoomed in'],
      ['In full screen', 'the plain wheel zooms, and the background moves the picture; Esc leaves'],
    ],
  },
  {
    title: 'Touch',
    rows: [
      ['Tap', 'opens the words, dates and sources'],
      ['Drag a node', 'moves it'],
      ['Double-tap a moved node', 'lets it go again'],
      ['Two fingers', 'zoom and move the picture; one finger scrolls the page'],
    ],
  },
  {
    title: 'Keyboard, when the map has the focus',
    rows: [
      ['Arrow keys', 'walk along relations to the next node in that direction'],
      ['N, P or Page Down, Page Up', 'next and previous node of the whole list'],
      ['Home, End', 'first and last node'],
      ['L, Shift + L', 'step through the lines of the node'],
      ['Enter or Space', 'opens'],
      ['Esc', 'closes'],
      ['Alt or Shift + arrow keys', 'move the node'],
      ['U', 'lets a moved node go'],
      ['+, −, 0', 'zoom in, zoom out, show all'],
      ['Ctrl + Z, Shift + Ctrl + Z', 'undo, redo'],
      ['Tab', 'leaves the map'],
    ],
  },
])
