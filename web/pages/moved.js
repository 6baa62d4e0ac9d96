// Leads on from a document that has moved: to where its canonical link cannot say, for that is absolute and may be
// unknown. The query, which holds the view, and the fragment come along.
addEventListener('DOMContentLoaded', () => {
  const link = /** @type {HTMLAnchorElement} */ (document.getElementById('moved'))
  const { search, hash } = location
  const target = new URL(link.href)
  target.search = search
  target.hash = hash
  // Whatever stands in the document, a link that would run a script is not followed.
  if (/^(https?|file):$/.test(target.protocol)) location.replace(target.href)
})
