// Where the keyboard goes when what has the focus disappears: without a new place it would be the page's beginning, and
// the next key nobody's.

/**
 * Gives the focus to the first element that takes it.
 * @param {...(HTMLElement|null|undefined)} elements
 * @returns {boolean} whether one did
 */
export function giveFocus(...elements) {
  return elements.some((element) => {
    if (!element?.isConnected) return false
    element.focus()
    return document.activeElement === element
  })
}

/**
 * Makes a change, and gives the focus to the first of some elements that takes it if the change removes or hides what
 * had it within a box. Browsers take the focus from a hidden element only when they draw.
 * @param {Element} box
 * @param {() => void} change
 * @param {...(() => HTMLElement|null)} homes asked after the change
 */
export function keepFocus(box, change, ...homes) {
  const before = document.activeElement
  const inside = before !== null && box.contains(before)
  change()
  if (!inside) return
  const now = document.activeElement
  const lost = now === null || now === document.body || (now === before && !isShown(before))
  if (lost) homes.some((home) => giveFocus(home()))
}

/** @param {Element} element */
function isShown(element) {
  return element.isConnected && element.getClientRects().length > 0
}
