// Command wasm is the map as it lives in the browser: an Ebitengine program that draws who
// stands where, and lets the reader move it. This page tells how the whole project hangs
// together; each package tells its own part.
//
// # What flows
//
//	data/*.json --data.Parse--> Dataset --graph.New--> Graph --layout.Solve--> positions
//	                                                     |                        |
//	commands (pointer, select, undo, ...) --Apply-->  scene.Scene  <---------------
//	              Tick(ms) -->                           |      \--> events (select, places, state, ...)
//	                                              display.Frame
//	                                                /         \
//	                                     view (Ebitengine)   svg (the picture)
//
// One state: the whole state of a map is one [actormap/wasm/scene.Scene], which changes by
// commands and ticks only, so undo, links, a restart after a crash and tests need no more
// than to replay. One display list: a Frame settles every colour, dash and place; its two
// painters decide nothing, and nothing is drawn that both cannot draw. So the picture which
// stands on the page before this program has loaded, and the map that takes its place, agree
// to within a pixel. One contract: package protocol is all that crosses to JavaScript.
//
// # What imports what
//
//	data                                      datasets: bytes in, checked values out
//	data/fold                                 imports golang.org/x/text: what finds a name; not in this program
//	wasm/geom                                 points, boxes, curves
//	wasm/layout, camera, gesture, label       import geom: numbers, no leaders
//	wasm/layout/internal/instance             imports geom: a layout problem prepared for the algorithms
//	wasm/layout/internal/netgraph             imports instance: networks, shortest paths, coarsening, random numbers
//	wasm/layout/internal/stress, force        import instance, netgraph: PivotMDS, gradient descent, majorization; springs, fast multipole
//	wasm/layout/internal/overlap              imports instance: overlap removal, packing, fitting
//	wasm/layout/internal/anneal               imports the above but stress, force: simulated annealing
//	wasm/display                              imports geom: the display list that scene makes and painters paint
//	wasm/graph                                imports data: nodes and lines, no positions
//	wasm/query                                imports graph, data: what a reader's filter, time and focus keep of a graph
//	wasm/scene                                imports all of the above but data
//	wasm/svg                                  imports display, geom, label
//	wasm/protocol                             imports scene and what it is made of, svg, data, gjson
//	wasm/view                                 imports display, geom and Ebitengine; nobody else sees the engine
//	wasm/bridge                               imports view, protocol, display and syscall/js; nobody else sees JavaScript
//	wasm                                      this program: wires them up
//	web                                       page, scripts and styles, embedded; imports nothing
//	cmd                                       imports data, web, the packages above but view, bridge, wasm, and modules for
//	                                          compression, watching files and painting a card
//
// All but fold, view, bridge, wasm, web and cmd are pure: they run natively, under Node and in the
// browser alike, and keep off clocks, chance, files, the network and whatever would make the
// program that readers download larger. imports_test.go holds the table and enforces it.
//
// # Where to change what
//
//	the colour of an edge     display/theme.go (values), scene/edge_style.go edgeColor; what it means: graph/style.go polarityOf
//	a rule for labels         scene/draw.go computeGeometry has the order: node_label.go, edge_path.go (glyphs),
//	                          leftover_label.go, edge_label.go; of large maps large_map.go; slots: label/place.go
//	a command from scripts    protocol/commands.go (the table), scene/command.go; web/src/engine/messages.js
//	a field of the dataset    data/dataset.go, data/decode_*.go, data/schema.json; web/src/model/dataset.js reads it, too
//	a weight of the layout    weights.go in layout and in each room of layout/internal
//	how fine a map is drawn   scene/level_of_detail.go
//
// # Words
//
// One word a thing, the field's where it has one. What links, messages, files and command names
// have promised keeps its older name ("line", "trail", "hits", "recall").
//
//	actor, issue, relation    what a dataset tells; evidence (a quote or a record) proves it
//	membership                that a node belongs to another: a broad pale band without arrow
//	node, edge                of a graph: an actor or issue; a relation as it is drawn
//	polarity                  of an edge: cooperation, conflict, neither
//	parallel edges, lane      edges between the same two nodes; the place of one beside the chord
//	query                     filter, time range and neighbourhood that a reader has asked for
//	date basis                by which of its dates a relation has its place in time
//	node box                  of a layout problem: a shape and the box of its name
//	stress, energy            what a layout makes small: distances that do not fit; all that disturbs
//	drag session, relayout    keeping a layout in order while a node is dragged; after the graph has changed
//	pin                       a node stays where the dataset or the reader has put it
//	command, event            what comes in, and what goes out
//	state, history            what a link or a restart brings back; the steps of undo and redo
//	transition                150 ms in which nodes or colours change
//	pending layout            of a large map for another frame, worked on between frames
//	large map                 more than scene.LargeMapThreshold nodes: seen at a level of detail
//	level of detail           the share of full size at which a zoom draws everything
//	display list, frame       the finished picture as shapes and texts; each names its owner
//	static layer              what a pan only shifts, and neither highlight nor drag changes
//	highlight, dim overlay    what is brought forward; the paper over the rest
//	node label, edge label    names beside shapes; verb phrases on edges. A slot is a place for a name
//	leftover label            a name without a slot, shown because some room is left
//	callout                   the name of a highlighted node that has no other visible name
//	glyph                     the disc with a sign in the middle of an edge
//	edge path                 the curve of an edge, clipped to the shapes at its ends
//	sprite, atlas             a label as pixels; the textures that hold them
//
// # The same bits everywhere
//
// The picture is laid out natively when the site is built, the live map in the browser; a
// difference in the last bit may tip a node to another place. Hence, in whatever decides a
// place: + - * / and Sqrt only, since those alone are exact by standard; a product is
// converted before it is added, float64(a*b)+c, since some machines would fuse the two;
// constants are literals; chance comes from a seed that is passed in; no range over a map;
// effort is counted in evaluations and time comes in as milliseconds, so there is no clock.
// Text is measured by a table of upper bounds (label.Width), not by a font. Golden files are
// checked natively and again as wasm.
//
// # The host
//
// Left to itself, Ebitengine takes over a document: it appends its canvas to the body, traps
// Tab, wheel and touch, draws sixty times a second for ever and reloads the page when WebGL
// is lost. It is not forked for that. Go reaches its world through the global object that it
// is started with, and a small host (web/src/engine/host.js) starts it with stand-ins for
// document, window, requestAnimationFrame, timers and navigator. The host runs in a Worker
// with an OffscreenCanvas, so that neither start-up nor garbage collection blocks the page,
// or else on the page itself. The engine draws; it hears no input, shapes no text and plays
// no sound: pointer events come as messages, and labels are shaped by the browser and handed
// over as pixels.
//
// The program that readers download is built with a copy of the pinned Ebitengine in which
// cmd/slim puts stand-ins for files that serve debugging or compile shaders at start-up: less
// than half of the bytes, and the same picture. make ENGINE=stock builds with Ebitengine as it
// comes; a new file *.kage beside shape.kage is compiled when the program is built.
//
// At rest nothing runs. The host keeps a gate before requestAnimationFrame and the timers; a
// message opens it for one frame. A frame takes in the queued messages, lets time pass (Tick),
// asks for another frame if something still moves, paints, and sends off the events. Code that
// JavaScript calls only queues; all else happens inside a frame.
//
// When the graphics context is lost, Go panics or the Worker dies, one path serves all: the
// host is dropped, the picture shows, a new instance starts from the compiled module, and the
// page sends it the state that it keeps a copy of.
//
// # The messages
//
// The host lends Go one object, actorMapHost: dataset and layout as bytes, settings as JSON,
// emit, wake and raster as functions; Go puts its receive beside them. Messages are JSON objects
// with a version and a type. Coordinates are CSS pixels from the canvas's top left, ids are
// the dataset's, a place that lasts is a fraction of the frame, and no text is ever markup.
//
//	to the map    start resize theme motion lang; pointer wheel hover focus select walk;
//	              move place pin unpin unpinAll; zoom pan fit reveal; undo redo reset restore recall; sync
//	              picture; filter time around showAll; trail hits
//	to the page   ready; places hover focus select cursor; state history settled; reply error
//
// The page holds a copy of what it must know at once: where each node is and, from ready, how exact
// pointers are, to decide at touchstart whether a finger is on one, and the state, to restore it. A message that cannot
// be read or obeyed is answered by a named error; it never ends the program.
package main
