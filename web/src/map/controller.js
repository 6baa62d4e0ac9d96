// Wires the parts of one live map: makes them, lays them out, and passes on what comes from the engine. What they show
// and decide is their own business; what they have in common is in the store.

import { ParentHeight } from '../embed/parent-height.js'
import { EngineSupervisor } from '../engine/supervisor.js'
/** @import { EngineClient, EngineOptions } from '../engine/client.js' */
/** @import { Ask, Command, Failure, MapEvent, Status, Target } from '../engine/messages.js' */
/** @import { Program } from '../ui/program.js' */
/** @import { MapAction } from './actions.js' */
/** @import { How } from './selection.js' */
import { Announcer } from '../ui/announcer.js'
import { el } from '../ui/el.js'
import { keepFocus } from '../ui/focus.js'
import { PresenceWatch } from '../ui/presence.js'
import { carryOut } from './actions.js'
import { DetailsPanel } from './details-panel.js'
import { DocumentLinks } from './document-links.js'
import { Environment } from './environment.js'
import { FullScreen } from './full-screen.js'
import { GestureCapture } from './gesture-capture.js'
import { GestureHint } from './gesture-hint.js'
import { Help } from './help.js'
import { HitBoxes } from './hit-boxes.js'
import { scrollAbove } from './keep-in-view.js'
import { placeLate } from './late-drop.js'
import { ListBox } from './listbox.js'
import { nameOfMap } from './map-name.js'
import { MapStore } from './map-store.js'
import { Mover } from './mover.js'
import { PointerInput } from './pointer.js'
import { Progress } from './progress.js'
import { ReaderParts } from './reader-parts.js'
import { Selection } from './selection.js'
import { Sidebar } from './sidebar.js'
import { Stage } from './stage.js'
import { TargetTooltip } from './target-tooltip.js'
import { Toolbar } from './toolbar.js'
import { Tooltip } from './tooltip.js'
import { ViewedMap } from './viewed-map.js'

/**
 * @typedef {object} ControllerHooks
 * @property {(options: EngineOptions) => EngineClient} startEngine
 * @property {(status: Status) => void} onStatus
 * @property {(event: MapEvent) => void} onEvent after the parts have taken note of it
 * @property {(failure: Failure) => void} onFailure
 * @property {() => void} onView a table has replaced the map, or the map is back
 */

/** @typedef {{picture: Element, legend: Element|null, prefix: string, program: Program}} Enclosed what the element encloses, and the program for it */

/** One map from its first sight to its end. */
export class Controller {
  store = new MapStore()
  hitBoxes = new HitBoxes()
  /** Whether there ever was an engine. */
  wasLive = false
  environment
  presence
  listbox
  /** For the address of the page. */
  viewed
  #element
  #hooks
  #stage
  #supervisor
  #pointer
  #tooltip
  #tips
  #mover
  #panel
  #selection
  #sidebar
  #progress
  #help
  #fullScreen
  #capture
  #reader
  #toolbar
  #announcer = new Announcer()
  #gestureHint = new GestureHint()
  #parentHeight = new ParentHeight(window)
  #links = new DocumentLinks()

  /**
   * @param {import('../page-element.js').PageActorMap} element
   * @param {Enclosed} enclosed
   * @param {ControllerHooks} hooks
   */
  constructor(element, { picture, legend, prefix, program }, hooks) {
    const { store } = this
    this.#element = element
    this.#hooks = hooks
    this.#stage = new Stage(picture)
    this.environment = new Environment(this.#stage.box)
    this.#tooltip = new Tooltip(
      () => this.send({ type: 'hover' }),
      () => this.listbox.forgetKeys(),
    )
    this.#progress = new Progress(
      () => this.#supervisor.retry(),
      () => this.#home,
    )
    this.#toolbar = new Toolbar(store, (action) => this.#act(action, {}))
    this.#mover = new Mover((action) => this.#act(action, store.selected))
    this.#help = new Help(prefix)
    this.#fullScreen = new FullScreen(element, (on) => this.#toolbar.offerFullScreen(on))
    if (this.#fullScreen.possible) this.#toolbar.offerFullScreen(false)
    this.#reader = this.#makeReader(prefix, picture)
    this.#tips = new TargetTooltip(this.#tooltip, {
      store,
      hitBoxes: this.hitBoxes,
      texts: this.#reader.texts,
      notesOf: (line) => this.#reader.tools.notesOf(line),
    })
    this.listbox = this.#makeListBox(prefix, picture)
    this.#capture = new GestureCapture(this.listbox.surface, () => this.#gestureHint.released())
    this.#panel = this.#makePanel(prefix)
    this.#selection = this.#makeSelection()
    this.#sidebar = new Sidebar(element, legend, this.#reader.tools.filter.box, this.#reader.tools.pair.box, this.#panel.box)
    this.#lay(picture)
    this.#pointer = this.#listen()
    this.#supervisor = this.#makeSupervisor(program)
    this.presence = new PresenceWatch(this.#stage.box, (presence) => this.#supervisor.observe(presence))
    this.viewed = this.#makeViewed()
  }

  /** The engine, live or starting, or null. */
  get engine() {
    return this.#supervisor.engine
  }

  /** @type {import('../engine/messages.js').Send} */
  send(command) {
    if (!this.engine) return
    this.environment.check((resize) => this.#supervisor.send(resize))
    this.#supervisor.send(command)
  }

  /** @type {Ask} */
  request(command) {
    if (this.engine) this.environment.check((resize) => this.#supervisor.send(resize))
    return this.#supervisor.request(command)
  }

  /**
   * Selects a target, or with an empty one nothing.
   * @param {Target} target
   * @param {How} [how]
   */
  open(target, how) {
    this.#selection.open(target, how)
  }

  /** What is shown and must not be read as what is so, for the description of a picture. */
  told() {
    return this.#reader.tools.told()
  }

  /** Undoes everything that the constructor did. */
  end() {
    this.store.stopWatching()
    for (const part of [this.#capture, this.#fullScreen, this.#parentHeight, this.presence, this.#supervisor, this.environment]) part.stop()
    this.#pointer.stop()
    for (const part of [this.#links, this.#sidebar, this.#tooltip, this.#toolbar, this.#progress, this.listbox, this.#help]) part.remove()
    for (const part of [this.#reader, this.#announcer, this.#gestureHint, this.#stage]) part.remove()
  }

  /** @param {Element} picture */
  #lay(picture) {
    const { box } = this.#stage
    const { tools, tables, story, views, cite } = this.#reader
    box.append(this.listbox.surface, this.#tooltip.box, this.#gestureHint.box, this.#progress.line)
    picture.before(views, this.#toolbar.box, tools.bar, this.#progress.text, this.#progress.hint)
    box.after(tables.box, tools.below, this.#progress.notice, story.box)
    this.#element.append(this.listbox.help, this.#announcer.region, this.#help.dialog, cite.dialog)
  }

  /**
   * @param {string} prefix
   * @param {Element} picture
   */
  #makeReader(prefix, picture) {
    return new ReaderParts(prefix, {
      element: this.#element,
      picture,
      store: this.store,
      environment: this.environment,
      send: (command) => this.send(command),
      request: (command) => this.request(command),
      open: (target, how) => this.open(target, how),
      announce: (sentence) => this.#announcer.announce(sentence),
      home: () => this.#home,
      citeHome: () => (this.#panel.box.hidden ? this.#home : this.#panel.heading),
      coversMap: () => this.#sidebar.coversMap,
      makeRoom: () => this.#sidebar.isSheet && !this.#panel.box.hidden && this.open({}),
      onShown: () => this.#panel.refresh(),
      onPanels: () => this.#sidebar.update(),
      onView: () => this.#hooks.onView(),
    })
  }

  /**
   * @param {string} prefix
   * @param {Element} picture
   */
  #makeListBox(prefix, picture) {
    return new ListBox(prefix, nameOfMap(picture), {
      hitBoxes: this.hitBoxes,
      store: this.store,
      request: (command) => this.request(command),
      act: (action, focused) => this.#act(action, focused),
      onFocus: (event) => this.#tips.tell(event),
    })
  }

  /** @param {string} prefix */
  #makePanel(prefix) {
    const { store } = this
    const { texts, cite, tools } = this.#reader
    const panel = new DetailsPanel(prefix, el('div', {}, this.#mover.box, tools.around.box), {
      store,
      texts,
      onCite: (line) => cite.open(line),
      onSelect: (target, byKey) => this.open(target, { focus: byKey }),
      onClose: () => this.#selection.close(),
      home: () => this.#home,
    })
    const inHand = () => ({ node: store.isLive && store.selected.node !== undefined, pinned: store.isPinned(store.selected.node) })
    store.watch(
      () => Object.values(inHand()),
      () => panel.keepFocus(() => this.#mover.update(inHand())),
    )
    return panel
  }

  #makeSelection() {
    const { tools, tables, texts } = this.#reader
    return new Selection({
      store: this.store,
      texts,
      panel: this.#panel,
      request: (command) => this.request(command),
      visit: (target) => this.listbox.visit(target),
      surface: () => this.listbox.surface,
      closeTools: () => tools.close(),
      giveWay: () => tools.giveWay(),
      onOpen: (target) => this.#makeRoomFor(target),
      onShown: () => {
        this.#sidebar.update()
        tables.showSelected()
      },
      announce: (sentence) => this.#announcer.announce(sentence),
    })
  }

  #listen() {
    return new PointerInput(this.listbox.surface, {
      send: (command) => this.send(command),
      hitBoxes: this.hitBoxes,
      zoom: () => this.store.zoom,
      capturesAll: () => this.#capture.on || this.#fullScreen.on,
      onPassedOn: (gesture) => this.#gestureHint.passedOn(gesture),
      onTaken: (gesture) => this.#gestureHint.known(gesture),
      onPress: () => this.#tooltip.dismiss(),
      onPoint: (at) => this.#tooltip.point(at),
      onLateDrop: (node, at) => this.#placeLate(node, at),
    })
  }

  /** @param {Program} program */
  #makeSupervisor(program) {
    return new EngineSupervisor({
      startEngine: this.#hooks.startEngine,
      mountCanvas: () => this.#stage.mountCanvas(),
      dropCanvas: () => this.#stage.dropCanvas(),
      load: (signal) => this.#reader.load(signal),
      program: () => ({ program, host: this.#element.host, wasmBytes: this.#element.wasmBytes }),
      settings: () => this.environment.settings(this.#element.lang),
      restore: () => this.store.restoreCommands(),
      onEvent: (event) => this.#receive(event),
      onStatus: (status) => this.#changeStatus(status),
      onProgress: (loaded, total) => this.#progress.advance(loaded, total),
      onFailure: (failure, final) => this.#fail(failure, final),
    })
  }

  #makeViewed() {
    const { tables, story, texts } = this.#reader
    return new ViewedMap({
      store: this.store,
      environment: this.environment,
      texts,
      tables,
      story,
      listbox: this.listbox,
      selection: this.#selection,
      capture: this.#capture,
      toolbar: this.#toolbar,
      send: (command) => this.send(command),
      request: (command) => this.request(command),
    })
  }

  /** Where the focus goes when nothing else is left. @returns {HTMLElement} */
  get #home() {
    return this.listbox.surface.hidden ? this.#reader.tools.searchField : this.listbox.surface
  }

  /**
   * @param {MapAction} action
   * @param {Target} target what has the focus or is selected
   * @returns {boolean}
   */
  #act(action, target) {
    return carryOut(action, target, {
      send: (command) => this.send(command),
      open: (opened) => this.open(opened, { focus: true }),
      close: () => this.#selection.close(),
      turn: (step) => this.#reader.story.turn(step),
      search: () => this.#reader.tools.focusSearch(),
      help: () => this.#help.open(),
      fullScreen: () => void this.#fullScreen.toggle(),
    })
  }

  /** @param {MapEvent} event */
  #receive(event) {
    switch (event.type) {
      case 'ready':
        this.#know(event)
        break
      case 'places':
        this.hitBoxes.update(event.nodes, event.names)
        this.listbox.refresh()
        break
      case 'hover':
        this.#tips.tell(event)
        break
      case 'focus':
        this.listbox.moved(event)
        break
      case 'select':
        this.store.acceptSelected({ node: event.node, line: event.line })
        break
      case 'state':
        this.store.accept(event.state)
        this.#pointer.confirmDrop()
        break
      case 'history':
        this.store.remember(event)
        break
      case 'cursor':
        this.listbox.surface.style.cursor = event.cursor
        break
    }
    this.#hooks.onEvent(event)
  }

  /** @param {import('../engine/messages.js').ReadyEvent} ready */
  #know(ready) {
    const { story, texts } = this.#reader
    this.store.know(ready)
    this.#pointer.calibrate(ready.pointer)
    this.listbox.open()
    story.highlight()
    this.#panel.refresh()
    this.#links.add(texts, this.store.graph, (target, opener, byKey) => {
      this.#element.scrollIntoView({ block: 'start', behavior: this.#scrolling })
      this.open(target, { focus: byKey, opener })
    })
  }

  /** @param {Status} status */
  #changeStatus(status) {
    if (status === 'loading') this.#progress.begin(this.wasLive)
    else if (status === 'live') this.#goLive()
    else {
      this.#progress.done()
      this.environment.stop()
      this.#tooltip.dismiss()
    }
    // Only then: a drag and the focus outlive an engine that is replaced.
    if (status === 'failed') this.#giveUp(this.#stage.box, () => this.listbox.close())
    this.store.status = status
    this.#hooks.onStatus(status)
  }

  #goLive() {
    this.wasLive = true
    this.#progress.invite()
    this.#stage.showCanvas()
    this.#toolbar.box.hidden = false
    const send = (/** @type {Command} */ command) => this.send(command)
    this.environment.start(send)
    this.environment.check(send)
  }

  /**
   * @param {Failure} failure
   * @param {boolean} final
   */
  #fail(failure, final) {
    const lost = this.#pointer.engineLost()
    if (lost) this.#placeLate(lost.node, lost.at)
    if (final) {
      this.#progress.fail(failure, this.wasLive)
      this.#giveUp(this.#toolbar.box, () => this.#toolbar.box.toggleAttribute('hidden', true))
      this.#links.remove()
    }
    this.#hooks.onFailure(failure)
  }

  /**
   * Takes away what is of no use without an engine; a focus in it goes to what tries again.
   * @param {Element} box
   * @param {() => void} change
   */
  #giveUp(box, change) {
    keepFocus(
      box,
      change,
      () => this.#progress.button,
      () => this.#home,
    )
  }

  /**
   * @param {number} node index
   * @param {{x: number, y: number}} at px of the stage
   */
  #placeLate(node, at) {
    const send = this.engine && ((/** @type {Command} */ command) => this.send(command))
    placeLate({ store: this.store, frame: this.environment.frame, send }, node, at)
  }

  /**
   * The panel has opened: neither it nor a word about the same target may lie over it.
   * @param {Target} target
   */
  #makeRoomFor(target) {
    this.#tooltip.mute(target)
    this.#sidebar.letTapsThrough(true)
    this.#pointer.afterTaps(() => {
      this.#sidebar.letTapsThrough(false)
      this.#parentHeight.afterGrowth(() => this.#keepInView(target))
    })
  }

  /** @param {Target} target */
  #keepInView({ node }) {
    if (!this.#sidebar.isSheet) return
    const [stage, panel, element] = [this.#stage.box, this.#panel.box, this.#element].map((box) => box.getBoundingClientRect())
    const top = scrollAbove(stage, panel.top, element.top, this.hitBoxes.boxes[this.store.graph.node(node)?.index ?? -1])
    if (top > 0) window.scrollBy({ top, behavior: this.#scrolling })
  }

  /** @returns {ScrollBehavior} */
  get #scrolling() {
    return this.environment.reducedMotion ? 'auto' : 'smooth'
  }
}
