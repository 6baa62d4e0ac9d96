// Links out of a sandboxed frame of WordPress: it may open no window, but WordPress goes where a
// message asks it to, as long as that is on the host of the frame.

/**
 * Returns the address that a click should lead the page around the frame to, or null where the
 * browser follows the link itself.
 * @param {Pick<HTMLAnchorElement, 'href'|'host'|'protocol'|'target'>} link
 * @param {{origin: string, host: string, secret: string|null}} frame origin "null": sandboxed
 */
export function outwardAddress(link, { origin, host, secret }) {
  if (origin !== 'null' || secret === null || link.target === '' || link.target === '_self') return null
  return link.host === host && /^https?:$/.test(link.protocol) ? link.href : null
}

/**
 * Turns clicks on links that the sandbox would block into WordPress's message.
 * @param {Window} window of the frame
 * @param {() => string|null} secret
 * @param {(message: unknown) => void} post
 */
export function forwardLinks(window, secret, post) {
  window.document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.defaultPrevented) return
    const frame = { origin: window.origin, host: window.location.host, secret: secret() }
    const value = outwardAddress(link, frame)
    if (value === null) return
    event.preventDefault()
    post({ message: 'link', value, secret: frame.secret })
  })
}
