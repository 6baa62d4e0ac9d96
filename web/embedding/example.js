// A text beside its map: each sentence names in data-lines the lines of the map that it proves.
/** @type {import('./actor-map.d.ts').ActorMapElement|null} */
const map = document.querySelector('.example actor-map')
/** @type {NodeListOf<HTMLAnchorElement>} */
const sentences = document.querySelectorAll('.example [data-lines]')
const still = matchMedia('(prefers-reduced-motion: reduce)')

for (const sentence of map ? sentences : []) {
  const target = { line: linesOf(sentence)[0] }
  // Before the map runs there is nothing to light: then the promise is rejected.
  const light = () => map?.focusOn(target).catch(() => {})
  const rest = () => map?.focusOn().catch(() => {})
  sentence.addEventListener('pointerenter', light)
  sentence.addEventListener('focus', light)
  sentence.addEventListener('pointerleave', rest)
  sentence.addEventListener('blur', rest)
  sentence.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return // a new tab is the browser's
    event.preventDefault()
    map?.select(target).catch(() => location.assign(sentence.href))
  })
}

map?.addEventListener('actor-map-select', ({ detail: { line, node } }) => {
  const found = [...sentences].find((sentence) =>
    line ? linesOf(sentence).includes(line) : node && [sentence.dataset.from, sentence.dataset.to].includes(node),
  )
  for (const sentence of sentences) {
    if (sentence === found) sentence.setAttribute('aria-current', 'true')
    else sentence.removeAttribute('aria-current')
  }
  found?.parentElement?.scrollIntoView({ block: 'center', behavior: still.matches ? 'auto' : 'smooth' })
})

/** @param {HTMLElement} sentence */
function linesOf(sentence) {
  return (sentence.dataset.lines ?? '').split(' ')
}
