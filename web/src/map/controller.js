// The controller of one live map: it owns the parts and passes news from one part to another. The element above it has
// attributes and an API, and decides nothing.

import { ParentHeight } from '../embed/parent-height.js'
import { loadAssets } from '../engine/assets.js'
import { protocolVersion } from '../engine/messages.js'
import { EngineSupervisor } from '../engine/supervisor.js'
import { Cite } from '../reader/cite.js'
import { ExploreTools } from '../reader/explore-tools.js'
import { PageText } from '../reader/page-text.js'
import { Story } from '../reader/story.js'
import { TableView } from '../reader/table-view.js'
/** @import { Command, Failure, MapEvent, Status, Target } from '../engine/messages.js' */
/** @import { KeyAction } from './keys.js' */
/** @import { Program } from '../ui/program.js' */
import { Announcer } from '../ui/announcer.js'
import { el } from '../ui/el.js'
import { fetchBytes } from '../ui/fetch-bytes.js'
import { keepFocus } from '../ui/focus.js'
import { PresenceWatch } from '../ui/presence.js'
import { t } from '../ui/words.js'
import { DetailsPanel, sameTarget } from './details-panel.js'
import { DocumentLinks } from './document-links.js'
import { Environment } from './environment.js'
import { FullScreen } from './full-screen.js'
import { GestureHint } from './gesture-hint.js'
import { GraphIndex } from './graph-index.js'
import { Help } from './help.js'
import { HitBoxes } from './hit-boxes.js'
import { ListBox } from './listbox.js'
import { nameOfMap } from './map-name.js'
import { MapStore } from './map-store.js'
import { Mover } from './mover.js'
import { PointerInput } from './pointer.js'
import { Progress } from './progress.js'
import { Sidebar } from './sidebar.js'
import { Stage } from './stage.js'
import { Toolbar } from './toolbar.js'
import { Tooltip } from './tooltip.js'

/** Room for a node's name below its shape, px: two lines. */
const nameRoomPx = 48

/**
 * @typedef {object} ControllerHooks
 * @property {(status: Status) => void} onStatus
 * @property {(event: MapEvent) => void} onEvent after the parts have taken note of it
 * @property {(failure: Failure) => void} onFailure
 * @property {() => void} onView a table has replaced the map, or the map is back
 */

/** Wires the parts of one map from its first sight to its end. */
export class Controller {
  graph = new GraphIndex()
  store = new MapStore()
  hitBoxes = new HitBoxes()
  /** @type {import('../page-element.js').PageActorMap} */
  #element
  /** @type {ControllerHooks} */
  #hooks
  environment
  presence
  listbox
  texts
  toolbar
  /** @type {ExploreTools} */
  tools
  tables
  story
  #stage
  #supervisor
  #pointer
  #tooltip
  #mover
  #panel
  #sidebar
  #progress
  #help
  #fullScreen
  #gestureHint = new GestureHint()
  #parentHeight = new ParentHeight(window)
  /** The toggles of the other views. */
  #views = el('div', { class: 'am-views' })
  /** Set while the map captures wheel and one finger (?scroll=1); abort() removes the Escape listener. @type {AbortController|null} */
  #capture = null
  #cite
  #announcer = new Announcer()
  #links = new DocumentLinks()
  /** Whether there ever was an engine. */
  wasLive = false

  /**
   * @param {import('../page-element.js').PageActorMap} element
   * @param {{picture: Element, legend: Element|null, prefix: string, program: Program}} page what the element encloses, and the program for it
   * @param {ControllerHooks} hooks
   */
  constructor(element, { picture, legend, prefix, program }, hooks) {
    this.#element = element
    this.#hooks = hooks
    this.#stage = new Stage(picture)
    this.environment = new Environment(this.#stage.box)
    this.texts = new PageText(element)
    this.#tooltip = new Tooltip(() => this.send({ type: 'hover' }))
    this.#progress = new Progress(
      () => this.#supervisor.retry(),
      () => this.#home,
    )
    this.toolbar = new Toolbar((action) => this.#act(action, {}))
    this.#mover = new Mover((action) => this.#act(action, this.store.selected))
    this.#help = new Help(prefix)
    this.listbox = new ListBox(prefix, nameOfMap(picture), {
      graph: this.graph,
      hitBoxes: this.hitBoxes,
      store: this.store,
      send: (command) => this.send(command),
      act: (action, focused) => this.#act(action, focused),
    })
    this.#cite = new Cite(
      prefix,
      this.texts,
      (line) => this.graph.line(line)?.from ?? '',
      () => (this.#panel.box.hidden ? this.#home : this.#panel.heading),
    )
    this.tools = this.#makeTools(prefix)
    this.#panel = new DetailsPanel(prefix, el('div', {}, this.#mover.box, this.tools.around.box), {
      graph: this.graph,
      texts: this.texts,
      onCite: (line) => this.#cite.open(line),
      onSelect: (target, byKey) => this.open(target, { focus: byKey }),
      onClose: () => this.#closePanel(),
      home: () => this.#home,
    })
    this.tables = this.#makeTables(prefix, picture)
    this.story = this.#makeStory(prefix)
    this.#sidebar = new Sidebar(element, legend, this.tools.filter.box, this.tools.pair.box, this.#panel.box)
    this.#lay(picture)
    this.#fullScreen = new FullScreen(element, (on) => this.toolbar.offerFullScreen(on))
    if (this.#fullScreen.possible) this.toolbar.offerFullScreen(false)
    this.#pointer = this.#listen()
    this.#supervisor = this.#makeSupervisor(program)
    this.presence = new PresenceWatch(this.#stage.box, (presence) => this.#supervisor.observe(presence))
  }

  /** The engine, live or starting, or null. */
  get engine() {
    return this.#supervisor.engine
  }

  /**
   * Sends a command to the engine. Without one it is lost, except a selection.
   * @param {Command} command
   */
  send(command) {
    if (!this.engine) return
    if (command.type !== 'resize') this.environment.check((resize) => this.send(resize))
    this.engine.send({ v: protocolVersion, ...command })
  }

  /**
   * Takes a state over as that of the map.
   * @param {import('../engine/messages.js').MapState} state
   */
  accept(state) {
    this.store.accept(state)
    this.tools.update()
    this.tables.update()
    this.#sidebar.update()
  }

  /**
   * Selects a target, or with an empty one nothing, and shows it in the panel; also while no
   * engine runs.
   * @param {Target} target
   * @param {{focus?: boolean, opener?: HTMLElement|null, quiet?: boolean}} [how] as in Panel.open; quiet: it is not announced
   */
  open(target, { focus = false, opener = null, quiet = false } = {}) {
    const request = this.#request()
    this.send({ type: 'select', ...target, ...request })
    this.store.choose(target, request.id)
    if (focus) this.listbox.visit(target)
    this.#showSelected(target, { focus, opener, quiet })
  }

  /** Takes the wheel and single fingers too, as in full screen, until the reader presses Escape. */
  captureAllGestures() {
    this.#capture ??= new AbortController()
    this.listbox.surface.toggleAttribute('data-takes-all', true)
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) this.#releaseGestures()
      },
      { signal: this.#capture.signal },
    )
  }

  #releaseGestures() {
    this.#capture?.abort()
    this.#capture = null
    this.listbox.surface.toggleAttribute('data-takes-all', false)
    this.#gestureHint.released()
  }

  /** Undoes everything that the constructor did. */
  end() {
    this.#capture?.abort()
    this.#fullScreen.stop()
    this.#parentHeight.stop()
    this.presence.stop()
    this.#supervisor.stop()
    this.environment.stop()
    this.#pointer.stop()
    this.#links.remove()
    this.#sidebar.remove()
    this.tools.end()
    for (const part of [
      this.#tooltip,
      this.toolbar,
      this.#progress,
      this.listbox,
      this.#help,
      this.#cite,
      this.tables,
      this.story,
      this.#views,
      this.#announcer,
      this.#gestureHint,
    ]) {
      part.remove()
    }
    this.#stage.remove()
  }

  /** @param {Element} picture */
  #lay(picture) {
    const { box } = this.#stage
    box.append(this.listbox.surface, this.#tooltip.box, this.#gestureHint.box, this.#progress.line)
    picture.before(this.toolbar.box, this.tools.bar, this.#progress.text, this.#progress.hint)
    box.after(this.tables.box, this.tools.below, this.#progress.notice, this.story.box)
    this.#views.append(this.story.toggle, this.tables.toggle)
    this.toolbar.box.before(this.#views)
    this.#element.append(this.listbox.help, this.#announcer.region, this.#help.dialog, this.#cite.dialog)
  }

  #listen() {
    return new PointerInput(this.listbox.surface, {
      send: (command) => this.send(command),
      hitBoxes: this.hitBoxes,
      zoom: () => this.store.zoom,
      capturesAll: () => this.#capture !== null || this.#fullScreen.on,
      onPassedOn: (gesture) => this.#gestureHint.passedOn(gesture),
      onTaken: (gesture) => this.#gestureHint.known(gesture),
      onPress: () => this.#tooltip.dismiss(),
      onPoint: (at) => this.#tooltip.point(at),
      onLateDrop: (node, at) => this.#placeLate(node, at),
    })
  }

  /**
   * @param {string} prefix
   * @param {Element} picture
   */
  #makeTables(prefix, picture) {
    return new TableView(prefix, picture.closest('figure') ?? picture, {
      load: async () =>
        JSON.parse(
          new TextDecoder().decode((await loadAssets({ ...this.#element.sources, layout: null }, new AbortController().signal)).dataset),
        ),
      lang: () => this.#element.lang,
      query: () => this.store.query,
      onSelect: (target, byKey) =>
        this.open(target, { focus: byKey, opener: byKey ? /** @type {HTMLElement|null} */ (document.activeElement) : null }),
      announce: (sentence) => this.#announcer.announce(sentence),
      onChange: () => this.#hooks.onView(),
    })
  }

  /** @param {string} prefix */
  #makeStory(prefix) {
    return new Story(prefix, document, {
      send: (command) => this.send(command),
      ask: (what, asked) => this.tools.ask(what, asked),
      state: () => this.store.state,
      frame: () => this.environment.frame,
      onSelect: (target, byKey) =>
        this.open(target, { focus: byKey, opener: byKey ? /** @type {HTMLElement|null} */ (document.activeElement) : null }),
      // A sheet would lie over the story: what the step is about is highlighted all the same.
      choose: (target) => this.open(this.#sidebar.coversMap ? {} : target, { quiet: true }),
      announce: (sentence) => this.#announcer.announce(sentence),
      onChange: () => this.#hooks.onView(),
    })
  }

  /** @param {Program} program */
  #makeSupervisor(program) {
    return new EngineSupervisor({
      mountCanvas: () => this.#stage.mountCanvas(),
      dropCanvas: () => this.#stage.dropCanvas(),
      load: (signal) => this.#load(signal),
      program: () => ({ program, host: this.#element.host }),
      settings: () => ({
        v: protocolVersion,
        ...this.environment.settings(this.#element.lang),
        wasmBytes: this.#element.wasmBytes,
      }),
      restore: () => this.store.restoreCommands(),
      onEvent: (event) => this.#receive(event),
      onStatus: (status) => this.#changeStatus(status),
      onProgress: (loaded, total) => this.#progress.advance(loaded, total),
      onFailure: (failure, final) => this.#fail(failure, final),
    })
  }

  /** Where the focus goes when nothing else is left. */
  get #home() {
    return this.listbox.surface.hidden ? this.tools.searchField : this.listbox.surface
  }

  /** The id of a request, where there is an engine to answer it. @returns {{id?: number}} */
  #request() {
    return this.engine === null ? {} : { id: this.store.request() }
  }

  /** @param {string} prefix */
  #makeTools(prefix) {
    return new ExploreTools(prefix, {
      element: this.#element,
      store: this.store,
      texts: this.texts,
      load: () => fetchBytes(this.#element.sources.dataset, new AbortController().signal),
      send: (command) => this.send(command),
      request: () => this.#request(),
      makeRoom: () => this.#sidebar.isSheet && !this.#panel.box.hidden && this.open({}),
      open: (target, how) => this.open(target, how),
      onShown: () => this.#refreshSidebar(),
      onDataset: (dataset) => this.graph.fillFrom(dataset, this.#element.lang),
      announce: (sentence) => this.#announcer.announce(sentence),
      home: () => this.#home,
      reducedMotion: () => this.environment.reducedMotion,
    })
  }

  /** @param {AbortSignal} signal */
  async #load(signal) {
    const assets = await loadAssets(this.#element.sources, signal)
    this.tools.take(assets.dataset)
    return assets
  }

  #refreshSidebar() {
    this.tables.update()
    this.#panel.refresh()
    this.#sidebar.update()
  }

  /** @param {Status} status */
  #changeStatus(status) {
    if (status === 'loading') this.#progress.begin(this.wasLive)
    else if (status === 'live') this.#goLive()
    else {
      this.store.answered()
      this.#progress.done()
      this.environment.stop()
      this.#tooltip.dismiss()
    }
    // Only then: a drag and the focus outlive an engine that is replaced.
    if (status === 'failed')
      keepFocus(
        this.#stage.box,
        () => this.listbox.close(),
        () => this.#progress.button,
        () => this.#home,
      )
    this.#refresh(status)
    this.#hooks.onStatus(status)
  }

  #goLive() {
    this.wasLive = true
    this.#progress.invite()
    this.#stage.showCanvas()
    this.toolbar.box.hidden = false
    this.environment.start((command) => this.send(command))
    this.environment.check((command) => this.send(command))
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
      const hide = () => {
        this.toolbar.box.hidden = true
      }
      keepFocus(
        this.toolbar.box,
        hide,
        () => this.#progress.button,
        () => this.#home,
      )
      this.#links.remove()
    }
    this.#hooks.onFailure(failure)
  }

  /**
   * Brings a node to where the reader dropped it although the engine that saw the drag is gone.
   * @param {number} index
   * @param {{x: number, y: number}} at px of the stage
   */
  #placeLate(index, at) {
    const node = this.graph.nodes[index]?.id
    if (node === undefined) return
    const [x, y] = this.store.fractions(at, this.environment.frame)
    if (this.engine) this.send({ type: 'place', node, x, y })
    else this.store.place(node, [x, y])
  }

  /** @param {MapEvent} event */
  #receive(event) {
    switch (event.type) {
      case 'ready':
        this.graph.fill(event)
        this.#pointer.calibrate(event.pointer)
        this.listbox.open()
        this.story.highlight()
        this.#panel.refresh()
        this.#links.add(this.texts, this.graph, (target, button, byKey) => this.#showFromText(target, button, byKey))
        break
      case 'places':
        this.hitBoxes.update(event.nodes, event.names)
        this.listbox.refresh()
        break
      case 'hover':
        this.#tip(event, event)
        break
      case 'focus':
        if (this.listbox.moved(event)) this.#tip(event, event)
        break
      case 'select':
        this.#selected({ node: event.node, line: event.line })
        break
      case 'state':
        this.accept(event.state)
        this.#pointer.confirmDrop()
        this.#refreshControls(this.#supervisor.status) // the tools have been updated
        break
      case 'reply':
        this.store.answered(event.id)
        if (event.error && event.id < 0) this.send({ type: 'sync' }) // refused: the page has noted what is not so
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

  /**
   * The pointer has selected something, or a command has that did not go through open. What comes
   * before the answer to one of ours is older than it, and would undo what the reader has done since.
   * @param {Target} target
   */
  #selected(target) {
    if (this.store.awaitsSelection) return
    this.store.choose(target)
    if (!sameTarget(target, this.#panel.target)) this.#showSelected(target, { focus: false, opener: null })
  }

  /**
   * @param {Target} target
   * @param {{focus: boolean, opener: HTMLElement|null, quiet?: boolean}} how
   */
  #showSelected(target, { focus, opener, quiet = false }) {
    const text = this.graph.describe(target, { pinned: this.store.isPinned(target.node) }) || this.texts.titleOf(target)
    if (text) {
      this.tools.giveWay()
      this.#tooltip.mute(target)
      this.#panel.open(target, { focus, opener: opener ?? this.listbox.surface })
      this.#sidebar.update()
      if (!focus && !quiet) this.#announcer.announce(text)
      this.#sidebar.letTapsThrough(true)
      this.#pointer.afterTaps(() => {
        this.#sidebar.letTapsThrough(false)
        this.#parentHeight.afterGrowth(() => this.#keepInView(target))
      })
    } else {
      this.#panel.close()
      this.#sidebar.update()
      if (!quiet) this.#announcer.announce(t('selected.nothing'))
    }
    this.tables.select(target)
    this.#refresh(this.#supervisor.status)
  }

  /** @returns {boolean} whether there was anything to close */
  #closePanel() {
    const { node, line } = this.store.selected
    if (this.tools.close()) return true
    if (this.#panel.box.hidden && node === undefined && line === undefined) return false
    this.open({})
    return true
  }

  /**
   * Scrolls the map up to above the sheet that has opened: all of it where the window has room, at
   * least the selected node.
   * @param {Target} target
   */
  #keepInView(target) {
    if (!this.#sidebar.isSheet) return
    const stage = this.#stage.box.getBoundingClientRect()
    const sheetTop = this.#panel.box.getBoundingClientRect().top
    const whole = Math.min(stage.bottom - sheetTop, this.#element.getBoundingClientRect().top)
    const box = this.hitBoxes.boxes[this.graph.node(target.node)?.index ?? -1]
    const node = box ? stage.top + box[1] + box[3] + nameRoomPx - sheetTop : 0
    const by = Math.max(whole, node)
    if (by > 0) this.#scrollBy(by)
  }

  /** @param {number} top px */
  #scrollBy(top) {
    window.scrollBy({ top, behavior: this.environment.reducedMotion ? 'auto' : 'smooth' })
  }

  /**
   * @param {Target} target
   * @param {HTMLElement} button
   * @param {boolean} byKey
   */
  #showFromText(target, button, byKey) {
    this.#element.scrollIntoView({ block: 'start', behavior: this.environment.reducedMotion ? 'auto' : 'smooth' })
    this.open(target, { focus: byKey, opener: button })
  }

  /**
   * Shows the tooltip of a target, or lets it go.
   * @param {Target} target
   * @param {{x: number, y: number}} at its anchor
   */
  #tip({ node: id, line: lineID }, { x, y }) {
    const node = this.graph.node(id)
    const line = this.graph.line(lineID)
    if (node) {
      const box = this.hitBoxes.boxes[node.index]
      const lines = [node.name, this.texts.roleOf(node.id), [t(`kind.${node.kind}`), ...this.graph.countsOf(node)].join(' · ')]
      this.#tooltip.show({ node: id }, lines.filter(Boolean), { x, y, below: box ? box[1] + box[3] : y })
    } else if (line) {
      const lines = [this.graph.sentence(line), ...this.tools.notesOf(line.id), this.texts.dateOf(line.id)]
      this.#tooltip.show({ line: lineID }, lines.filter(Boolean), { x, y })
    } else {
      this.#tooltip.leave()
    }
  }

  /**
   * Carries out what a key or a button asks for.
   * @param {KeyAction|{act: 'reset'|'fullScreen'}} action
   * @param {Target} target what has the focus or is selected
   * @returns {boolean} false: it was of no use here, and the key is the browser's
   */
  #act(action, target) {
    switch (action.act) {
      case 'open':
        this.open(target, { focus: true })
        return true
      case 'close':
        return this.#closePanel()
      case 'fullScreen':
        void this.#fullScreen.toggle()
        return true
      case 'search':
        this.tools.focusSearch()
        return true
      case 'turn':
        return this.story.turn(action.step)
      case 'help':
        this.#help.open()
        return true
      case 'move':
        if (target.node !== undefined) this.send({ type: 'move', node: target.node, dx: action.dx, dy: action.dy })
        return true
      case 'unpin':
        if (target.node !== undefined) this.send({ type: 'unpin', node: target.node })
        return true
      case 'zoom':
        this.send({ type: 'zoom', factor: action.factor })
        return true
      case 'fit':
      case 'undo':
      case 'redo':
      case 'reset':
        this.send({ type: action.act })
        return true
    }
    return false
  }

  /** @param {Status} status */
  #refresh(status) {
    this.#refreshControls(status)
    this.tools.update()
  }

  /** @param {Status} status */
  #refreshControls(status) {
    const { node } = this.store.selected
    const live = status === 'live'
    this.toolbar.update(this.store, live, this.graph.maxZoom)
    this.#panel.keepFocus(() => this.#mover.update({ node: live && node !== undefined, pinned: this.store.isPinned(node) }))
    this.listbox.refresh()
  }
}
