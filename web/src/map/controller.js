// Wires the parts of one live map: makes them, lays them out, and passes on what comes from the engine. What they show
// and decide is their own business; what they have in common is in the store.

import { ParentHeight } from '../embed/parent-height.js'
import { EngineSupervisor } from '../engine/supervisor.js'
/** @import { EngineClient, EngineOptions } from '../engine/client.js' */
/** @import { Ask, Failure, MapEvent, Send, Status, Target } from '../engine/messages.js' */
/** @import { Program } from '../ui/program.js' */
/** @import { MapAction } from './actions.js' */
/** @import { How } from './selection.js' */
import { Announcer } from '../ui/announcer.js'
import { el } from '../ui/el.js'
import { PresenceWatch } from '../ui/presence.js'
import { carryOut } from './actions.js'
import { DetailsPanel } from './details-panel.js'
import { DocumentLinks } from './document-links.js'
import { passOn } from './engine-events.js'
import { EngineStatus } from './engine-status.js'
import { Environment } from './environment.js'
import { FullScreen } from './full-screen.js'
import { GestureCapture } from './gesture-capture.js'
import { GestureHint } from './gesture-hint.js'
import { Help } from './help.js'
import { HitBoxes } from './hit-boxes.js'
import { keepInView } from './keep-in-view.js'
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
  environment
  presence
  /** For the address of the page. */
  viewed
  #element
  #hooks
  #stage
  #supervisor
  #status
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
  #listbox
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
    const { store, hitBoxes, send, request } = this
    this.#element = element
    this.#hooks = hooks
    this.#stage = new Stage(picture)
    this.environment = new Environment(this.#stage.box)
    const look = () => send({ type: 'hover' })
    this.#tooltip = new Tooltip(look, () => this.#listbox.forgetKeys())
    this.#progress = new Progress(() => this.#supervisor.retry(), this.#home)
    this.#toolbar = new Toolbar(store, (action) => this.#act(action, {}))
    this.#mover = new Mover((action) => this.#act(action, store.selected))
    this.#help = new Help(prefix)
    this.#fullScreen = new FullScreen(element, (on) => this.#toolbar.offerFullScreen(on))
    if (this.#fullScreen.possible) this.#toolbar.offerFullScreen(false)
    this.#reader = this.#makeReader(prefix, picture)
    const { texts, tools, tables, story } = this.#reader
    this.#tips = new TargetTooltip(this.#tooltip, { store, hitBoxes, texts, notesOf: (line) => tools.notesOf(line) })
    const act = (/** @type {MapAction} */ action, /** @type {Target} */ focused) => this.#act(action, focused)
    this.#listbox = new ListBox(prefix, nameOfMap(picture), { hitBoxes, store, request, act, onFocus: (event) => this.#tips.tell(event) })
    const listbox = this.#listbox
    this.#capture = new GestureCapture(listbox.surface, () => this.#gestureHint.released())
    this.#panel = this.#makePanel(prefix)
    this.#selection = this.#makeSelection()
    this.#sidebar = new Sidebar(element, legend, tools.filter.box, tools.pair.box, this.#panel.box)
    this.#lay(picture)
    this.#pointer = this.#listen()
    const shown = { store, stage: this.#stage, environment: this.environment, progress: this.#progress, toolbar: this.#toolbar }
    this.#status = new EngineStatus({ ...shown, tooltip: this.#tooltip, listbox, send, home: this.#home })
    this.#supervisor = this.#makeSupervisor(program)
    this.presence = new PresenceWatch(this.#stage.box, (presence) => this.#supervisor.observe(presence))
    const viewed = { ...shown, texts, tables, story, listbox, selection: this.#selection, capture: this.#capture, send, request }
    this.viewed = new ViewedMap(viewed)
  }

  /** The engine, live or starting, or null. */
  get engine() {
    return this.#supervisor.engine
  }

  /** Whether there ever was an engine. */
  get wasLive() {
    return this.#status.wasLive
  }

  /** @type {Send} */
  send = (command) => {
    this.#checkFrame()
    this.#supervisor.send(command)
  }

  /** @type {Ask} */
  request = (command) => {
    this.#checkFrame()
    return this.#supervisor.request(command)
  }

  /**
   * Selects a target, or with an empty one nothing.
   * @param {Target} target
   * @param {How} [how]
   */
  open = (target, how) => this.#selection.open(target, how)

  /** What is shown and must not be read as what is so, for the description of a picture. */
  told() {
    return this.#reader.tools.told()
  }

  /** Undoes everything that the constructor did. */
  end() {
    this.store.stopWatching()
    for (const part of [this.#capture, this.#fullScreen, this.#parentHeight, this.presence, this.#supervisor, this.environment]) part.stop()
    this.#pointer.stop()
    for (const part of [this.#links, this.#sidebar, this.#tooltip, this.#toolbar, this.#progress, this.#listbox, this.#help]) part.remove()
    for (const part of [this.#reader, this.#announcer, this.#gestureHint, this.#stage]) part.remove()
  }

  /** The engine must know the frame before it reads what happens in it. */
  #checkFrame() {
    if (this.engine) this.environment.check((resize) => this.#supervisor.send(resize))
  }

  /** @param {string} sentence */
  #announce = (sentence) => this.#announcer.announce(sentence)

  /** Where the focus goes when nothing else is left. @returns {HTMLElement} */
  #home = () => (this.#listbox.surface.hidden ? this.#reader.tools.searchField : this.#listbox.surface)

  /** @returns {ScrollBehavior} */
  #scrolling = () => (this.environment.reducedMotion ? 'auto' : 'smooth')

  /** @param {Element} picture */
  #lay(picture) {
    const { box } = this.#stage
    const { tools, tables, story, views, cite } = this.#reader
    box.append(this.#listbox.surface, this.#tooltip.box, this.#gestureHint.box, this.#progress.line)
    picture.before(views, this.#toolbar.box, tools.bar, this.#progress.text, this.#progress.hint)
    box.after(tables.box, tools.below, this.#progress.notice, story.box)
    this.#element.append(this.#listbox.help, this.#announcer.region, this.#help.dialog, cite.dialog)
  }

  /**
   * @param {string} prefix
   * @param {Element} picture
   */
  #makeReader(prefix, picture) {
    const { store, environment, send, request, open } = this
    return new ReaderParts(prefix, {
      element: this.#element,
      picture,
      store,
      environment,
      send,
      request,
      open,
      announce: this.#announce,
      home: this.#home,
      citeHome: () => (this.#panel.box.hidden ? this.#home() : this.#panel.heading),
      coversMap: () => this.#sidebar.coversMap,
      makeRoom: () => this.#sidebar.isSheet && !this.#panel.box.hidden && open({}),
      onShown: () => this.#panel.refresh(),
      onPanels: () => this.#sidebar.update(),
      onView: () => this.#hooks.onView(),
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
      home: this.#home,
    })
    const inHand = () => ({ node: store.isLive && store.selected.node !== undefined, pinned: store.isPinned(store.selected.node) })
    store.watch(
      () => Object.values(inHand()),
      () => panel.keepFocus(() => this.#mover.update(inHand())),
    )
    return panel
  }

  #makeSelection() {
    const { store, request } = this
    const { tools, tables, texts } = this.#reader
    return new Selection({
      store,
      texts,
      panel: this.#panel,
      request,
      announce: this.#announce,
      visit: (target) => this.#listbox.visit(target),
      surface: () => this.#listbox.surface,
      closeTools: () => tools.close(),
      giveWay: () => tools.giveWay(),
      onOpen: (target) => this.#makeRoomFor(target),
      onShown: () => {
        this.#sidebar.update()
        tables.showSelected()
      },
    })
  }

  /** The panel has opened: neither it nor a word about the same target may lie over it. @param {Target} target */
  #makeRoomFor(target) {
    const { store, hitBoxes } = this
    const boxes = () => [this.#stage.box, this.#panel.box, this.#element]
    this.#tooltip.mute(target)
    const around = { sidebar: this.#sidebar, pointer: this.#pointer, parentHeight: this.#parentHeight }
    keepInView(target, { ...around, store, hitBoxes, boxes, scrolling: this.#scrolling })
  }

  #listen() {
    return new PointerInput(this.#listbox.surface, {
      send: this.send,
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
      onStatus: (status) => {
        this.#status.change(status)
        this.#hooks.onStatus(status)
      },
      onProgress: (loaded, total) => this.#progress.advance(loaded, total),
      onFailure: (failure, final) => this.#fail(failure, final),
    })
  }

  /**
   * @param {MapAction} action
   * @param {Target} target what has the focus or is selected
   * @returns {boolean}
   */
  #act(action, target) {
    return carryOut(action, target, {
      send: this.send,
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
    const { store, hitBoxes } = this
    const { story, texts } = this.#reader
    const onKnown = () => this.#links.add(texts, store.graph, (target, opener, byKey) => this.#showFromText(target, opener, byKey))
    const hearing = { listbox: this.#listbox, tips: this.#tips, pointer: this.#pointer, panel: this.#panel }
    passOn(event, { ...hearing, store, hitBoxes, story, onKnown })
    this.#hooks.onEvent(event)
  }

  /**
   * @param {Target} target
   * @param {HTMLElement} opener
   * @param {boolean} byKey
   */
  #showFromText(target, opener, byKey) {
    this.#element.scrollIntoView({ block: 'start', behavior: this.#scrolling() })
    this.open(target, { focus: byKey, opener })
  }

  /**
   * @param {Failure} failure
   * @param {boolean} final
   */
  #fail(failure, final) {
    const lost = this.#pointer.engineLost()
    if (lost) this.#placeLate(lost.node, lost.at)
    if (final) {
      this.#status.giveUp(failure)
      this.#links.remove()
    }
    this.#hooks.onFailure(failure)
  }

  /**
   * @param {number} node index
   * @param {{x: number, y: number}} at px of the stage
   */
  #placeLate(node, at) {
    placeLate({ store: this.store, frame: this.environment.frame, send: this.engine && this.send }, node, at)
  }
}
