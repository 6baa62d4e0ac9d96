// A published map in a frame: what <actor-map src> makes. The frame stands in a shadow root, over
// what the element encloses. That stays where it is, unhidden, for feeds and reader modes; readers see it until
// the map has come.

import { el } from '../ui/el.js'
import { PresenceWatch } from '../ui/presence.js'
/** @import { ShownHooks } from '../element.js' */
/** @import { MapState } from '../engine/messages.js' */
/** @import { FramePool, PoolState } from './frame-pool.js' */
/** @import { DetailOf } from './messages.js' */
import { embedAddress } from './address.js'
import { EmbedClient } from './client.js'
import { EmbedError } from './errors.js'
import { events, requests } from './messages.js'

/** The map keeps its origin: browsers keep compiled programs for those that have one. */
const defaultSandbox = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals'

/** How near to the view a map is loaded, px: frames take longer than pictures. */
const nearPx = 800

/**
 * How long a frame that has loaded may take to greet, ms: its script runs before that, so that only a message is on
 * its way. What the browser shows in place of a frame that may not come loads, too, and never greets.
 */
const greetingTimeoutMS = 10_000

/** The height of a frame is a stranger's word: no map is higher than this, px. */
const mostHeightPx = 20_000

/** In the shadow root. The sizes of the frame are set by script, because they are not known here. */
const style = `
  :host { display: block; position: relative; }
  :host([hidden]) { display: none; }
  iframe { display: block; box-sizing: border-box; width: 100%; border: 0; aspect-ratio: 4 / 3; }
  .behind:not(.empty) ~ iframe:not(.welcome) { position: absolute; inset: 0; height: 100%; visibility: hidden; }
  .behind.covered { position: absolute; inset: 0; z-index: -1; overflow: hidden; }
  :host { isolation: isolate; }
  @media print {
    iframe { max-height: 100vh; break-inside: avoid; }
    .behind.covered:not(.pictured) { display: none; }
    .behind.covered.pictured { position: static; overflow: visible; }
    .behind.pictured ~ iframe { display: none; }
  }
`

/** One map in its frame; the pool loads, pauses and unloads it. */
export class Frame {
  #element
  #root
  #behind
  /** @type {ShownHooks} */
  #hooks
  #pool
  /** Null: there is nothing to load. @type {PresenceWatch|null} */
  #presence = null
  #abort = new AbortController()
  /** @type {HTMLIFrameElement|null} */
  #iframe = null
  /** @type {EmbedClient|null} */
  #client = null
  /** @type {MapState|null} */
  #state = null
  /** @type {DetailOf<'ready'>['nodes']} */
  nodes = []
  /** @type {DetailOf<'ready'>['lines']} */
  lines = []
  #heldByPage = false
  #heldByPool = false
  #holding = false
  #greetingTimer = 0

  /**
   * @param {import('../element.js').ActorMap} element
   * @param {FramePool} pool
   * @param {ShownHooks} hooks
   */
  constructor(element, pool, hooks) {
    this.#element = element
    this.#pool = pool
    this.#hooks = hooks
    this.#root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    this.#root.adoptedStyleSheets = [sheet]
    this.#behind = el('div', { class: element.children.length > 0 ? 'behind' : 'behind empty' }, el('slot'))
    this.#root.replaceChildren(this.#behind)
    const { signal } = this.#abort
    window.addEventListener('message', (event) => this.#client?.hear(event), { signal })
    element.addEventListener('pointerenter', () => pool.markActive(this), { signal })
    if (this.address) this.#presence = new PresenceWatch(element, (presence) => pool.observe(this, presence), nearPx)
    else {
      hooks.onStatus('failed')
      hooks.onEvent('error', new EmbedError('BadSource'))
    }
  }

  get loaded() {
    return this.#iframe !== null
  }

  /** The state that the map told last, or null. */
  get state() {
    return this.#state === null ? null : structuredClone(this.#state)
  }

  /**
   * Asks the map for something, and loads it for that; before the frame is there the request waits.
   * @param {string} ask
   * @param {unknown} [given]
   * @returns {Promise<any>}
   */
  async ask(ask, given) {
    if (ask === 'pause' || ask === 'resume') return this.#hold(ask === 'pause')
    const client = this.#client ?? this.#load() // whoever talks to a map wants it to be there
    const { address } = this
    if (!client || !address) throw new EmbedError('BadSource')
    const sent = await client.ask(ask, given)
    const unpack = requests.get(ask)?.unpack
    return unpack ? unpack(sent, address) : sent
  }

  /** Where the frame comes from, or null: `src` is no map's address. */
  get address() {
    const { theme } = this.#element
    const choice = { theme: theme === 'auto' ? null : theme, lang: this.#element.getAttribute('lang') }
    return embedAddress(this.#element.getAttribute('src') ?? '', document.baseURI, choice)
  }

  /**
   * Pauses the map for the page, or lets it run again; the pool pauses it, too. It is not loaded for that.
   * @param {boolean} held
   */
  async #hold(held) {
    this.#heldByPage = held
    await this.#applyHold()
  }

  /** A page takes requests only. @returns {Promise<never>} */
  send() {
    return Promise.reject(new EmbedError('OwnPage'))
  }

  /** @returns {Promise<never>} */
  request() {
    return this.send()
  }

  /**
   * Hears what a change of an attribute means for a map that is loaded; another one learns it from
   * its address.
   * @param {string} ask
   * @param {unknown} given
   */
  change(ask, given) {
    // A map that refuses keeps what it has, and says so itself.
    this.#client?.ask(ask, given).catch((error) => this.#hooks.onEvent('error', error))
  }

  /** @param {PoolState} state that the pool decides on */
  apply(state) {
    if (state === 'unload') {
      if (this.loaded) this.#unload()
      return
    }
    this.#heldByPool = state === 'pause'
    if (!this.loaded) this.#load()
    void this.#applyHold().catch(() => {}) // a frame that went away is paused well enough
  }

  /** Undoes everything that the constructor did, except the shadow root, which cannot be undone. */
  end() {
    this.#presence?.stop()
    this.#abort.abort()
    this.#pool.leave(this)
    this.#unload()
    this.#root.replaceChildren(el('slot'))
    this.#element.style.removeProperty('min-height')
  }

  /** @returns {EmbedClient|null} null: there is no address to load */
  #load() {
    const { address } = this
    if (!address) return null
    const iframe = el('iframe', {
      src: address,
      title: nameOf(this.#element, address),
      loading: 'lazy',
      allow: 'fullscreen; clipboard-write',
      referrerpolicy: 'no-referrer',
      sandbox: sandboxOf(this.#element, address),
      credentialless: this.#element.hasAttribute('credentialless'),
    })
    iframe.addEventListener('load', () => this.#expectGreeting())
    this.#iframe = iframe
    this.#holding = false
    const opaque = window.origin === 'null' || (iframe.hasAttribute('sandbox') && !iframe.sandbox.contains('allow-same-origin'))
    const client = new EmbedClient(
      () => iframe.contentWindow,
      { origin: new URL(address).origin, opaque },
      {
        onWelcome: () => this.#adopt(),
        onEvent: (event, detail) => this.#hear(event, detail),
        onRefusal: (error) => this.#hooks.onEvent('error', error),
      },
    )
    this.#client = client
    this.#root.append(iframe)
    return client
  }

  /** Says so if what has loaded is no map: its site is down, or forbids frames, or the page does (COEP). */
  #expectGreeting() {
    clearTimeout(this.#greetingTimer)
    this.#greetingTimer = window.setTimeout(() => {
      if (!this.#client || this.#client.greeted) return
      this.#client.giveUp()
      this.#hooks.onStatus('failed')
      this.#hooks.onEvent('error', new EmbedError('NoFrame'))
    }, greetingTimeoutMS)
  }

  /** Shows the frame in place of what is enclosed. */
  #reveal() {
    this.#iframe?.classList.add('welcome')
    // Inert, not hidden: a reader mode still finds the picture, a keyboard no longer the link under the map.
    this.#behind.classList.add('covered')
    // On paper a picture of the page's own flows with the page and is whole; a frame is cut to its box. Only one is printed.
    this.#behind.classList.toggle('pictured', this.#element.querySelector('img, picture, svg') !== null)
    this.#behind.inert = true
  }

  /** The map can be talked to, for the first time or after it was loaded again. */
  #adopt() {
    this.#holding = false
    void this.#applyHold().catch(() => {})
    const state = this.#state
    if (state) this.change('setState', { state })
  }

  #unload() {
    clearTimeout(this.#greetingTimer)
    // The page keeps its length, so that nothing jumps under the reader.
    if (this.#iframe) this.#element.style.minHeight = `${this.#element.offsetHeight}px`
    this.#client?.end()
    this.#client = null
    this.#iframe?.remove()
    this.#iframe = null
    this.#behind.classList.remove('covered', 'pictured')
    this.#behind.inert = false
    this.#hooks.onStatus('picture')
  }

  async #applyHold() {
    const hold = this.#heldByPage || this.#heldByPool
    if (hold === this.#holding || !this.#client) return
    this.#holding = hold
    await this.#client.ask(hold ? 'pause' : 'resume')
  }

  /**
   * @param {string} event
   * @param {any} detail
   */
  #hear(event, detail) {
    switch (event) {
      case 'height':
        this.#resize(detail.height)
        break
      case 'status':
        this.#hooks.onStatus(detail.status)
        return
      case 'ready':
        this.nodes = detail.nodes
        this.lines = detail.lines
        break
      case 'state':
        this.#state = detail
        break
    }
    const unpack = events.get(event)?.unpack
    this.#hooks.onEvent(event, unpack ? unpack(detail) : detail)
  }

  /** @param {number} height px */
  #resize(height) {
    if (!this.#iframe) return
    this.#element.style.removeProperty('min-height')
    this.#iframe.style.aspectRatio = 'auto'
    this.#iframe.style.height = `${Math.min(height, mostHeightPx)}px`
    this.#reveal() // only now: what stands below moves once, and not to a height in between
  }
}

/**
 * What a frame may do: by default all that a map does, and not lead the page around it elsewhere. One of the page's own origin could
 * take that off, and browsers say so.
 * @param {HTMLElement} element
 * @param {string} address
 */
function sandboxOf(element, address) {
  const own = new URL(address).origin === window.origin
  return element.getAttribute('sandbox') ?? (own ? null : defaultSandbox)
}

/**
 * Names a frame for assistive technology, in words that its page has: the script of other sites has none.
 * @param {HTMLElement} element
 * @param {string} address
 */
function nameOf(element, address) {
  return (
    element.getAttribute('title') ??
    element.getAttribute('aria-label') ??
    (element.querySelector('img[alt]')?.getAttribute('alt') || new URL('./', address).href)
  )
}
