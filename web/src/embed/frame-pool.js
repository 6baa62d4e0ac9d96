// The framed maps of one page: at most six of them live, those that the reader looks at.

/** Maps that run at the same time; browsers take graphics away from those beyond 8 to 16. */
export const mostLive = 6

/**
 * @typedef {object} Standing
 * @property {boolean} near within about a window of the view
 * @property {boolean} onScreen
 * @property {number} seen when it was last looked at, as a number that only grows
 * @property {boolean} loaded it holds a document
 */

/** @typedef {'run'|'pause'|'unload'} Order run and pause load what is not loaded */

/**
 * Decides what each map does. Those beyond the limit rest, and give their memory back once they
 * are far from the view; one that is far and not loaded stays so.
 * @param {Standing[]} maps
 * @param {number} limit
 * @returns {Order[]} in the same order
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
  const orders = /** @type {Order[]} */ (maps.map(() => 'unload'))
  ranked.forEach(({ map, index }, rank) => {
    if (!map.near && !map.loaded) return
    if (rank < limit) orders[index] = 'run'
    else if (map.near) orders[index] = 'pause'
  })
  return orders
}

/** A map that takes orders. */
/** @typedef {{loaded: boolean, obey: (order: Order) => void}} Ship */

/** Gives the maps of a page their orders. */
export class Fleet {
  /** @type {Map<Ship, {near: boolean, onScreen: boolean, seen: number}>} */
  #ships = new Map()
  #clock = 0

  /**
   * Notes where a map stands; a map that is new is taken on.
   * @param {Ship} ship
   * @param {{near: boolean, onScreen: boolean}} presence
   */
  attend(ship, { near, onScreen }) {
    const before = this.#ships.get(ship)
    const seen = onScreen && !before?.onScreen ? ++this.#clock : (before?.seen ?? 0)
    this.#ships.set(ship, { near, onScreen, seen })
    this.#order()
  }

  /**
   * Notes that the reader turns to a map.
   * @param {Ship} ship
   */
  touch(ship) {
    const standing = this.#ships.get(ship)
    if (!standing || standing.seen === this.#clock) return
    standing.seen = ++this.#clock
    this.#order()
  }

  /** @param {Ship} ship */
  leave(ship) {
    if (this.#ships.delete(ship)) this.#order()
  }

  #order() {
    const ships = [...this.#ships]
    const orders = decide(
      ships.map(([ship, standing]) => ({ ...standing, loaded: ship.loaded })),
      mostLive,
    )
    ships.forEach(([ship], i) => ship.obey(orders[i]))
  }
}
