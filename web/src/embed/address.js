// From the address of a published map to that of its small document for frames.

/**
 * Returns the address of embed.html, or null where `src` is not the address of a published map:
 * a folder, its index.html or its embed.html. Query and fragment stay, for they hold the view.
 * @param {string} src absolute, or relative to the page
 * @param {string} base address of the page
 * @param {{theme?: string|null, lang?: string|null}} [choice] what the element asks for beside it
 */
export function embedAddress(src, base, { theme, lang } = {}) {
  if (src.trim() === '') return null // it would be the page itself
  let url
  try {
    url = new URL(src, base)
  } catch {
    return null
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null
  const cut = url.pathname.lastIndexOf('/') + 1
  const last = url.pathname.slice(cut)
  if (last.includes('.') && last !== 'index.html' && last !== 'embed.html') return null
  // A folder that is written without its slash is a folder still.
  const folder = last === '' || last.includes('.') ? url.pathname.slice(0, cut) : `${url.pathname}/`
  url.pathname = `${folder}embed.html`
  if (theme) url.searchParams.set('theme', theme)
  if (lang) url.searchParams.set('lang', lang)
  return url.href
}
