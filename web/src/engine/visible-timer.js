// A timeout for visible pages: a hidden page gets no frames and slow timers, so that silence there means nothing.

/**
 * Like setTimeout, but never fires while the page is hidden: the whole delay starts again at the next visibilitychange.
 * @param {() => void} callback
 * @param {number} delayMS
 * @returns {() => void} cancels it; does nothing afterwards
 */
export function visibleTimeout(callback, delayMS) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer
  const onShown = () => {
    if (document.hidden) return
    document.removeEventListener('visibilitychange', onShown)
    arm()
  }
  const arm = () => {
    timer = setTimeout(() => {
      if (document.hidden) document.addEventListener('visibilitychange', onShown)
      else callback()
    }, delayMS)
  }
  arm()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onShown)
  }
}
