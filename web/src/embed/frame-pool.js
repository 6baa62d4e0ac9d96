// The pool of framed maps on one page: at most six of them run, those that the reader looks at.

/** Maps that run at the same time; browsers take graphics away from those beyond 8 to 16. */
export const mostLive = 6

/**
 * @typedef {object} Visibility
 * @property {boolean} near within about a window of the view
 * @property {boolean} onScreen
 * @property {number} seen when it was last looked at, as a number that only grows
 * @property {boolean} loaded it holds a document
 */

/** @typedef {'run'|'pause'|'unload'} PoolState run and pause load what is not loaded */

/**
 * Decides what each map does. Those beyond the limit rest, and give their memory back once they
 * are far from the view; one that is far and not loaded stays so.
 * @param {Visibility[]} maps
 * @param {number} limit
 * @returns {PoolState[]} in the same order
 */
export function decide(maps, limit) {
  const ranked = maps
    .map((map, index) => ({ map, index }))
    .sort(
      (a, b) =>
        Number(b.map.onScreen) - Number(a.map.onScreen) ||
        Number(b.map.near) - Number(a.map.near) ||
        Number(b.map.loaded) - Number(a.map.loaded) ||
        b.map.seen - a.map.seen ||
        a.index - b.index,
    )
  const states = /** @type {PoolState[]} */ (maps.map(() => 'unload'))
  ranked.forEach(({ map, index }, rank) => {
    if (!map.near && !map.loaded) return
    if (rank < limit) states[index] = 'run'
    else if (map.near) states[index] = 'pause'
  })
  return states
}

/** A framed map as the pool sees it. */
/** @typedef {{loaded: boolean, apply: (state: PoolState) => void}} Member */

/** Decides which maps of a page run. */
export class FramePool {
  /** @type {Map<Member, {near: boolean, onScreen: boolean, seen: number}>} */
  #members = new Map()
  #clock = 0

  /**
   * Notes where a map stands; a new map becomes a member.
   * @param {Member} member
   * @param {{near: boolean, onScreen: boolean}} presence
   */
  observe(member, { near, onScreen }) {
    const before = this.#members.get(member)
    const seen = onScreen && !before?.onScreen ? ++this.#clock : (before?.seen ?? 0)
    this.#members.set(member, { near, onScreen, seen })
    this.#update()
  }

  /**
   * Notes that the reader turns to a map.
   * @param {Member} member
   */
  markActive(member) {
    const visibility = this.#members.get(member)
    if (!visibility || visibility.seen === this.#clock) return
    visibility.seen = ++this.#clock
    this.#update()
  }

  /** @param {Member} member */
  leave(member) {
    if (this.#members.delete(member)) this.#update()
  }

  #update() {
    const members = [...this.#members]
    const states = decide(
      members.map(([member, visibility]) => ({ ...visibility, loaded: member.loaded })),
      mostLive,
    )
    members.forEach(([member], i) => member.apply(states[i]))
  }
}
