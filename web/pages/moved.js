// Leads on from a document that has moved: to where its canonical link cannot say, for that is absolute and may be
// unknown. The query, which holds the view, and the fragment come along.
addEventListener('DOMContentLoaded', () => {
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById('moved'))
  const { search, hash } = location
  const target = new URL(link.href)
  target.search = search
  target.hash = hash
  location.replace(target.href)
})
