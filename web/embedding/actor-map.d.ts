// The types of <actor-map>: attributes, methods and events, the same whether the map is enclosed by
// the element or shown in a frame by `src`.

/** An id of the dataset: up to 64 of a-z and 0-9, a letter first, words joined by single - _ or . */
export type Id = string

/** A node or a line; neither: nothing; of both, the node. */
export type Target = { node?: Id; line?: Id }

export type Theme = 'auto' | 'light' | 'dark'

/** What the reader sees: the picture, the picture while the program loads, the live map, or the picture for good. */
export type Status = 'picture' | 'loading' | 'live' | 'failed'

/** The state of a map. Every field may be left out; then it is as the map was laid out. */
export interface MapState {
  /** Screen = world * zoom + (x, y), CSS px of the picture. Default: zoom 1 at (0, 0), the whole map. */
  camera?: { x: number; y: number; zoom: number }
  /** Nodes that the reader has put somewhere: fractions of the picture's width and height, 0 to 1. */
  pinned?: Record<Id, [x: number, y: number]>
  /** The other nodes, once anything has moved: fractions as in `pinned`. */
  places?: Record<Id, [x: number, y: number]>
  selected?: Target
  focus?: Target
  /** Of each facet what is kept; relations pass that have one value of each. '-' among the speakers (who says or denies it): the source itself, or words for somebody who is no actor. */
  filter?: {
    /** Of either end: person, state, organisation, group or issue. */
    kind?: string[]
    /** words, deeds or structure. */
    class?: string[]
    /** happened, future, hypothetical or negated. */
    status?: string[]
    /** stated, alleged, disputed or no-proof. */
    standing?: string[]
    speaker?: (Id | '-')[]
    issue?: Id[]
    source?: Id[]
  }
  /** Relations of a span, by the day of the event or of the first report: ISO 8601, an absent end is open. */
  time?: { by: 'event' | 'report'; from?: string; until?: string }
  /** Only what lies within 1 to 3 steps of a node, along the arrows, against them, or both. */
  around?: { node: Id; steps: number; way: 'both' | 'along' | 'against' }
  /** Where nodes go back to when `around` ends: fractions as in `pinned`. */
  behind?: Record<Id, [x: number, y: number]>
  /** Two nodes whose connection is open, and the way that is lit: node, line, node, ...; '' for a membership. */
  trail?: { from: Id; to: Id; path: (Id | '')[] }
  /** Told, not taken: undo does not outlive its map. */
  canUndo?: boolean
  canRedo?: boolean
  moved?: boolean
}

export interface MapNode {
  id: Id
  kind: 'person' | 'state' | 'organisation' | 'group' | 'issue'
  /** Relations that end at it. */
  degree: number
}

export interface MapLine {
  id: Id
  from: Id
  to: Id
  /**
   * What it rests on: stated by sources, only alleged by somebody, disputed (somebody denies it), or no-proof yet. Only
   * what is stated and has happened may be told as a fact. Absent where a map is older than this word.
   */
  standing?: 'stated' | 'alleged' | 'disputed' | 'no-proof'
  /** Whether it has happened, as of the source's date; negated: it is said not to be so. Absent where a map is older than this word. */
  status?: 'happened' | 'future' | 'hypothetical' | 'negated'
  /** Day of the newest correction that is about it, ISO 8601; absent where there is none. */
  corrected?: string
  /** What came of asking whom it is about; the words are in the text of the map. Absent where nobody was asked. */
  reply?: 'statement' | 'declined' | 'no answer'
}

/**
 * What a request is rejected with.
 * - BadRequest: it does not have its shape; `at` says where. TooMany: more than 60 at once or 30 a second.
 * - UnknownNode, UnknownLine: the map does not have this id. BadQuery: it cannot show what filter, time, around or trail ask for. NotLive: `fit` and `focusOn` need a running map.
 * - EngineLost: two engines were lost over this request; the map goes on without it.
 * - NotAvailable: there is no picture yet. BadSource: `src` is no address of a published map.
 * - OwnPage: `send` and `request` are for a map on its own page. NoFrame: the frame has not come; hosts.md has the causes.
 * - NoMap: the element has no `src`, and holds no map of its own (`page.js`). Disconnected: the frame was taken away. Version: map and script do not match.
 */
export interface TalkError extends Error {
  at?: string
}

export interface ActorMapElement extends HTMLElement {
  /** The palette. Default 'auto': what the reader's system asks for. Attribute `theme`. */
  theme: Theme
  /** Language of names, as a BCP 47 tag. Default: that of the dataset. Attribute `lang`. */
  lang: string
  /** Only read it; attribute `status`, event `actor-map-status`. */
  readonly status: Status
  /** What the map told last, or null before it told anything. */
  readonly state: MapState | null
  /** Empty until the map was live. */
  readonly nodes: readonly MapNode[]
  readonly lines: readonly MapLine[]

  /**
   * Sends a command to the map that this page itself holds; while none is running it is dropped. Commands are those of
   * `messages.js`, such as `{ type: 'place', node: 'us', x: 0.2, y: 0.5 }`. Rejected for a map in a frame (`src`).
   */
  send(command: { type: string; [field: string]: unknown }): Promise<void>
  /** The same, and waits for the answer. Needs a live map. */
  request(command: { type: string; [field: string]: unknown }): Promise<unknown>
  /** Selects and opens the panel; without a target selects nothing. Works on a picture too. */
  select(target?: Target): Promise<void>
  /** Moves the map's own focus, as the arrow keys do; the focus of the page stays. Needs a live map. */
  focusOn(target?: Target): Promise<void>
  /** Shows the whole map. Needs a live map. */
  fit(): Promise<void>
  /** Lets the map rest: no frames at once, no graphics memory after 2 s. What it looked like is kept. */
  pause(): Promise<void>
  /** Ends a pause; the map runs again when it is in view. */
  resume(): Promise<void>
  getState(): Promise<MapState | null>
  /** Takes back what `getState` gave. */
  setState(state: MapState): Promise<void>
  /**
   * The picture of what is seen now, with title, date, sources, licence and link, as bytes of an SVG (the
   * default) or a PNG of `scale` pixels a CSS px, 0.5 to 4; null while no map is running. `src` is the absolute
   * address of the picture as it was published. Sizes in CSS px.
   */
  picture(wish?: { type?: 'svg' | 'png'; scale?: number }): Promise<{ src: string; width: number; height: number; blob: Blob | null }>
}

/** The events of the element; they bubble. */
export interface ActorMapEvents {
  /** The map is live; again after it was paused or lost. */
  'actor-map-ready': CustomEvent<{ nodes: MapNode[]; lines: MapLine[] }>
  'actor-map-select': CustomEvent<Target>
  /** From a frame at most 10 a second, the last one always. */
  'actor-map-hover': CustomEvent<Target>
  /** As often as `hover`. */
  'actor-map-state': CustomEvent<MapState>
  'actor-map-status': CustomEvent<{ status: Status }>
  /** The frame has become as high as what it holds, CSS px. Only with `src`. */
  'actor-map-height': CustomEvent<{ height: number }>
  'actor-map-error': CustomEvent<{ name: string; message: string }>
}

declare global {
  interface HTMLElementTagNameMap {
    'actor-map': ActorMapElement
  }
  interface HTMLElementEventMap extends ActorMapEvents {}
}
