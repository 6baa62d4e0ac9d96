// Makes elements without markup strings: attribute values and texts are data, never HTML.

/** @typedef {{lang: string, dir: string|null}} TextLanguage dir: null where it is the document's */

/** @type {(text: string) => TextLanguage|null} */
let languageOf = () => null

/**
 * Has every text that becomes part of an element marked with its language where that is not the document's.
 * @param {(text: string) => TextLanguage|null} of null: it is
 */
export function markTexts(of) {
  languageOf = of
}

/**
 * Makes an HTML element. A false or null attribute is left out, true is an empty one; strings
 * among the children become text.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string|number|boolean|null>} [attributes]
 * @param {...(Node|string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  setAttributes(element, attributes)
  element.append(...children.map(marked))
  return element
}

/**
 * Gives an element a text in place of what it holds.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  element.replaceChildren(marked(text))
}

/**
 * Returns a child as it is appended: a text in another language than the document's in an element that says so.
 * @template {Node|string} C
 * @param {C} child
 */
function marked(child) {
  const language = typeof child === 'string' ? languageOf(child) : null
  if (!language) return child
  const span = document.createElement('span')
  setAttributes(span, { ...language })
  span.textContent = /** @type {string} */ (child)
  return span
}

/**
 * Makes an icon: strokes on a field of 20 x 20 units, in the colour of the text, unknown to
 * assistive technology (the button around it has the name).
 * @param {string} path data of an SVG path
 * @returns {SVGSVGElement}
 */
export function icon(path) {
  const ns = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(ns, 'svg')
  setAttributes(svg, {
    viewBox: '0 0 20 20',
    width: 20,
    height: 20,
    'aria-hidden': 'true',
    focusable: 'false',
    class: 'am-icon',
  })
  const stroke = document.createElementNS(ns, 'path')
  stroke.setAttribute('d', path)
  svg.append(stroke)
  return svg
}

/**
 * Makes a button that looks like an icon; its name is also its tooltip.
 * @param {{name: string, keys?: string, path: string, onClick: (event: MouseEvent) => void}} spec keys: as in
 *   aria-keyshortcuts, and written behind the name in the tooltip
 * @returns {HTMLButtonElement}
 */
export function iconButton({ name, keys, path, onClick }) {
  const button = el(
    'button',
    {
      ...languageOf(name), // it holds nothing that would be of another one
      type: 'button',
      class: 'am-button',
      'aria-label': name,
      title: keys ? `${name} (${keys})` : name,
      'aria-keyshortcuts': keys ?? null,
    },
    icon(path),
  )
  button.addEventListener('click', (event) => {
    // aria-disabled instead of disabled: a button that switches itself off keeps the focus.
    if (button.getAttribute('aria-disabled') !== 'true') onClick(event)
  })
  return button
}

/**
 * @param {HTMLElement} button
 * @param {boolean} on
 */
export function setEnabled(button, on) {
  if (on) button.removeAttribute('aria-disabled')
  else button.setAttribute('aria-disabled', 'true')
}

/**
 * @param {Element} element
 * @param {Record<string, string|number|boolean|null>} attributes
 */
function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue
    element.setAttribute(name, value === true ? '' : String(value))
  }
}
