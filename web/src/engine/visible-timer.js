// Waiting that counts only while somebody could see the page: a hidden page gets no frames and
// slow timers, so that silence there means nothing.

/**
 * Calls back after a delay during which the page was visible at the end; a page that is
 * hidden when the time is up starts again when it is shown.
 * @param {() => void} callback
 * @param {number} delayMS
 * @returns {() => void} calls it off; does nothing afterwards
 */
export function afterVisible(callback, delayMS) {
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
