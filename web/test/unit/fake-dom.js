// As much of a document as the focus needs: elements in a tree, which take the focus while they are shown.

/** An element. Hidden, or outside of the document, it takes no focus; what has the focus keeps it until somebody looks. */
export class FakeElement extends EventTarget {
  /** @type {FakeElement|null} */
  parentElement = null
  /** @type {FakeElement[]} */
  children = []
  hidden = false
  tabindex = false
  textContent = ''
  style = {}
  classList = { add() {} }
  dataset = {}
  scrollTop = 0
  /** @type {Map<string, string>} */
  #attributes = new Map()

  /** @param {FakeDocument} document */
  constructor(document) {
    super()
    this.ownerDocument = document
  }

  /** @returns {boolean} */
  get isConnected() {
    return this === this.ownerDocument.body || this.parentElement?.isConnected === true
  }

  get id() {
    return this.getAttribute('id') ?? ''
  }

  /** @param {string} name @param {unknown} value */
  setAttribute(name, value) {
    this.#attributes.set(name, String(value))
    if (name === 'hidden') this.hidden = true
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.#attributes.get(name) ?? null
  }

  /** @param {string} name */
  removeAttribute(name) {
    this.#attributes.delete(name)
  }

  /** @param {...unknown} parts */
  append(...parts) {
    for (const part of parts) {
      if (!(part instanceof FakeElement)) continue
      part.remove()
      part.parentElement = this
      this.children.push(part)
    }
  }

  /** @param {...unknown} parts */
  replaceChildren(...parts) {
    for (const child of [...this.children]) child.remove()
    this.append(...parts)
  }

  remove() {
    const from = this.parentElement?.children ?? []
    const at = from.indexOf(this)
    if (at >= 0) from.splice(at, 1)
    this.parentElement = null
    const { activeElement, body } = this.ownerDocument
    if (activeElement && activeElement !== body && !activeElement.isConnected) this.ownerDocument.activeElement = body
  }

  /** @param {FakeElement|null} other @returns {boolean} */
  contains(other) {
    return other !== null && (other === this || this.contains(other.parentElement))
  }

  /** @returns {boolean} */
  get isShown() {
    return this.isConnected && !this.hidden && (this.parentElement?.isShown ?? true)
  }

  getClientRects() {
    return this.isShown ? [{}] : []
  }

  focus() {
    if (this.isShown) this.ownerDocument.activeElement = this
  }

  matches() {
    return true
  }

  querySelector() {
    return null
  }

  querySelectorAll() {
    return []
  }
}

export class FakeDocument {
  body = new FakeElement(this)
  /** @type {FakeElement|null} */
  activeElement = this.body

  createElement() {
    return new FakeElement(this)
  }

  createElementNS() {
    return new FakeElement(this)
  }

  createTextNode() {
    return new FakeElement(this)
  }
}

/**
 * Puts a document in place for a test, with some elements in it.
 * @param {number} n
 * @returns {any[]} the document, then the elements
 */
export function fakeDocument(n) {
  const document = new FakeDocument()
  Object.assign(globalThis, { document })
  const elements = Array.from({ length: n }, () => new FakeElement(document))
  document.body.append(...elements)
  return [document, ...elements]
}
