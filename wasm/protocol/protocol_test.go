package protocol

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/tidwall/gjson"

	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/graph"
	"actormap/wasm/scene"
)

const dataset = `{"id":"tiny","title":"Tiny","summary":"A test.","language":"en","updated":"2025-02-27","license":"CC0-1.0",
"sources":[{"id":"n","title":"News"}],
"actors":[{"id":"a","name":"Anna <b>","kind":"person"},{"id":"b","name":"Bert","kind":"person"},{"id":"c","name":{"en":"State C","de":"Staat C"},"kind":"state"}],
"issues":[{"id":"i","name":"An issue"}],
"relations":[
{"id":"ab","from":"a","to":"b","type":"support","label":"praises","date":"2025-02-26","evidence":[{"source":"n","quote":"Anna praises Bert","voice":"narrator"}]},
{"id":"ci","from":"c","to":"i","type":"state","label":"speaks of","evidence":[{"source":"n","quote":"C spoke of it","voice":"narrator"}]}]}`

const start = `{"v":1,"type":"start","width":736,"height":620,"dpr":1,"theme":"light","lang":"en","reducedMotion":false}`

func newSession(t testing.TB) *Session {
	t.Helper()
	s, err := NewSession([]byte(dataset), nil, []byte(start))
	if err != nil {
		t.Fatal(err)
	}
	s.Frame()
	s.Send()
	return s
}

// exchange sends messages and returns the events, parsed by another JSON reader.
func exchange(t *testing.T, s *Session, messages ...string) []map[string]any {
	t.Helper()
	for _, m := range messages {
		s.Receive([]byte(m))
	}
	return parse(t, s.Send())
}

func parse(t testing.TB, sent []byte) []map[string]any {
	t.Helper()
	if sent == nil {
		return nil
	}
	var out []map[string]any
	if err := json.Unmarshal(sent, &out); err != nil {
		t.Fatalf("%v in %s", err, sent)
	}
	for _, e := range out {
		if e["v"] != float64(Version) {
			t.Errorf("event without version: %v", e)
		}
	}
	return out
}

// types lists the types of events in order.
func types(events []map[string]any) string {
	var out []string
	for _, e := range events {
		out = append(out, e["type"].(string))
	}
	return strings.Join(out, " ")
}

// What an effect test looks at.
func paper(s *Session) string   { return fmt.Sprint(s.Frame().Paper) }
func size(s *Session) string    { return fmt.Sprint(s.scene.Size()) }
func choice(s *Session) string  { return fmt.Sprint(s.scene.State().Selected) }
func focused(s *Session) string { return fmt.Sprint(s.scene.State().Focus) }
func history(s *Session) string {
	st := s.scene.State()
	return fmt.Sprint(st.CanUndo, st.CanRedo)
}
func zoom(s *Session) string   { return fmt.Sprintf("%.3f", s.scene.State().Camera.Zoom) }
func offset(s *Session) string { return fmt.Sprintf("%.0f", s.scene.State().Camera.Offset) }
func asked(s *Session) string {
	q := s.scene.State().Query
	return fmt.Sprint(q.Filter, q.Time, q.Around)
}
func compared(s *Session) string { return fmt.Sprint(s.scene.State().Comparison) }

// pins lists the nodes that the reader has put somewhere, and where.
func pins(s *Session) string {
	var out []string
	for _, p := range s.scene.State().Pinned {
		out = append(out, fmt.Sprintf("%s %.2f %.2f", p.Node, p.X, p.Y))
	}
	return strings.Join(out, ", ")
}

// pinned lists the nodes that the reader has put somewhere.
func pinned(s *Session) string {
	var out []string
	for _, p := range s.scene.State().Pinned {
		out = append(out, p.Node)
	}
	return strings.Join(out, " ")
}

// faded lists the actors whose shapes are not drawn in full ink once the picture rests.
func faded(s *Session) string {
	for s.Tick(16) {
	}
	ids := map[string]bool{}
	for _, sh := range s.Frame().Shapes {
		if sh.Owner.Thing != display.Node || sh.Owner.Part != display.Body {
			continue
		}
		if n := &s.scene.Graph().Nodes[sh.Owner.Index]; n.Kind != graph.Issue && sh.Fill != s.theme.Ink {
			ids[n.ID] = true
		}
	}
	return strings.Join(slices.Sorted(maps.Keys(ids)), " ")
}

// stillFading reports whether a highlight takes more than one tick.
func stillFading(s *Session) string {
	s.Receive([]byte(`{"v":1,"type":"select","node":"a"}`))
	s.Tick(1)
	return fmt.Sprint(s.Tick(1))
}

// toldName is the name of node c as ready tells it.
func toldName(s *Session) string {
	s.Send()
	s.Ready()
	var told []map[string]any
	_ = json.Unmarshal(s.Send(), &told)
	for _, e := range told {
		if e["type"] == "ready" {
			return fmt.Sprint(e["nodes"].([]any)[2].(map[string]any)["name"])
		}
	}
	return "no ready"
}

// An effectRow is a command with what it makes of a session. Without the command that would look different.
type effectRow struct {
	name    string
	before  []string // messages that prepare the session
	message string   // without version
	events  string   // types of the events
	look    func(*Session) string
	want    string
}

func effects() []effectRow {
	moved := `{"type":"place","node":"a","x":0.25,"y":0.5}`
	near := `{"type":"zoom","factor":2}`
	forced := `{"type":"theme","theme":"forced","colors":{"paper":"#000000","ink":"#ffffff","highlight":"#00ffff","gray":"#808080"}}`
	dark := fmt.Sprint(display.Dark().Paper)
	return []effectRow{
		{"start", nil, `{"type":"start","width":736,"height":620,"dpr":2,"theme":"dark"}`, "", paper, dark},
		{"start in another frame", nil, `{"type":"start","width":480,"height":560,"dpr":1}`, "history places state", size, "{480 560}"},
		{"start without motion", nil, `{"type":"start","width":736,"height":620,"dpr":1,"reducedMotion":true}`, "", stillFading, "false"},
		{"resize", nil, `{"type":"resize","width":480,"height":560,"dpr":2}`, "history places state", size, "{480 560}"},
		{"lang", nil, `{"type":"lang","lang":"de"}`, "ready places state", toldName, "Staat C"},
		{"theme", nil, `{"type":"theme","theme":"dark"}`, "", paper, dark},
		{"theme of forced colours", nil, forced, "", paper, "{0 0 0 255}"},
		{"motion", nil, `{"type":"motion","reduced":true}`, "", stillFading, "false"},

		{"pointer over a node", nil, `{"type":"pointer","phase":"move","pointer":1,"x":%X,"y":%Y,"kind":"mouse","buttons":0,"t":5}`, "hover cursor", faded, "c"},
		{"wheel", nil, `{"type":"wheel","x":10,"y":10,"dy":-100}`, "places state", zoom, "1.250"},
		{"hover", nil, `{"type":"hover","node":"a"}`, "hover cursor", faded, "c"},
		{"focus", nil, `{"type":"focus","node":"b"}`, "focus state", focused, "{b }"},
		{"select a node", nil, `{"type":"select","node":"a"}`, "select state", choice, "{a }"},
		{"select an edge", nil, `{"type":"select","line":"ab"}`, "select state", choice, "{ ab}"},
		{"move", nil, `{"type":"move","node":"a","dx":9,"dy":0}`, "history state", pinned, "a"},
		{"place with an answer", nil, `{"type":"place","node":"a","x":0.5,"y":0.5,"id":7}`, "history reply state", pins, "a 0.50 0.50"},
		{"pin", nil, `{"type":"pin","node":"b"}`, "history state", pinned, "b"},
		{"unpin", []string{`{"type":"pin","node":"a"}`, `{"type":"pin","node":"b"}`}, `{"type":"unpin","node":"a"}`, "history state", pinned, "b"},
		{"unpinAll", []string{`{"type":"pin","node":"a"}`, `{"type":"pin","node":"b"}`}, `{"type":"unpinAll"}`, "history state", pinned, ""},
		{"zoom", nil, near, "places state", zoom, "2.000"},
		{"pan", []string{near}, `{"type":"pan","dx":5,"dy":7}`, "places state", offset, "{-363 -303}"},
		{"fit", []string{near}, `{"type":"fit"}`, "places state", zoom, "1.000"},
		{"undo", []string{`{"type":"pin","node":"a"}`}, `{"type":"undo"}`, "history places state", history, "false true"},
		{"redo", []string{`{"type":"pin","node":"a"}`, `{"type":"undo"}`}, `{"type":"redo"}`, "history places state", pinned, "a"},
		{"reset", []string{moved}, `{"type":"reset"}`, "history places state", pinned, ""},
		{"restore", nil, `{"type":"restore","state":{"selected":{"node":"b"}}}`, "places state", choice, "{b }"},
		{"recall", nil, `{"type":"recall","past":[{"pinned":{"a":[0.5,0.5]}}],"next":[],"id":3}`, "reply state", history, "true false"},
		{"filter", nil, `{"type":"filter","filter":{"class":["words"]}}`, "history places state", asked, "map[class:[words]] {  } { 0 }"},
		{"time", nil, `{"type":"time","time":{"by":"event","until":"2025-02-26"}}`, "history places state", asked, "map[] {event  2025-02-26} { 0 }"},
		{"around", nil, `{"type":"around","around":{"node":"a","steps":1,"way":"both"}}`, "history places state", asked, "map[] {  } {a 1 both}"},
		{"showAll", []string{`{"type":"filter","filter":{"class":["words"]}}`}, `{"type":"showAll"}`, "history places state", asked, "map[] {  } { 0 }"},
		{"trail", nil, `{"type":"trail","trail":{"from":"a","to":"b","path":["a","ab","b"]}}`, "history state", compared, "{a b [a ab b]}"},
		{"hits", nil, `{"type":"hits","nodes":["a"],"lines":["ci"]}`, "", faded, "b"},
		{"reveal", []string{`{"type":"zoom","factor":4,"x":0,"y":0}`}, `{"type":"reveal","node":"b"}`, "places state", inView("b"), "true"},
		{"walk", nil, `{"type":"walk","dir":"next"}`, "focus state", focused, "{a }"},
	}
}

// inView reports whether a node is on the screen.
func inView(id string) func(*Session) string {
	return func(s *Session) string {
		n := s.scene.Places().Nodes[s.scene.Graph().NodeByID(id)]
		return fmt.Sprint(n.X >= 0 && n.Y >= 0 && n.X <= s.scene.Size().W && n.Y <= s.scene.Size().H)
	}
}

// at writes the middle of node a into a message.
func at(s *Session, message string) string {
	a := s.scene.Places().Nodes[s.scene.Graph().NodeByID("a")]
	return strings.NewReplacer("%X", fmt.Sprint(a.X), "%Y", fmt.Sprint(a.Y)).Replace(message)
}

func TestEveryCommandHasItsEffect(t *testing.T) {
	tested := map[string]bool{"sync": true, "picture": true, "crash": true} // see the tests below; crash ends the program
	for _, row := range effects() {
		t.Run(row.name, func(t *testing.T) {
			with, without := newSession(t), newSession(t)
			for _, s := range []*Session{with, without} {
				for _, m := range row.before {
					s.Receive([]byte(m))
				}
				for s.Tick(16) {
				}
				s.Send()
			}
			message := at(with, row.message)
			tested[gjson.Get(message, "type").String()] = true
			events := types(exchange(t, with, message))
			if events != row.events {
				t.Errorf("events %q, want %q", events, row.events)
			}
			if got := row.look(with); got != row.want {
				t.Errorf("it leads to %q, want %q", got, row.want)
			}
			if got := row.look(without); got == row.want {
				t.Errorf("without the command it is %q, too: the row proves nothing", got)
			}
		})
	}
	for name := range commands {
		if !tested[name] {
			t.Errorf("the command %q has no row", name)
		}
	}
}

func TestSyncTellsPlacesAndState(t *testing.T) {
	if got := types(exchange(t, newSession(t), `{"v":1,"type":"sync","id":1}`)); got != "places state reply" {
		t.Errorf("events %q, want places, state and the reply", got)
	}
}

// What is so already is not told: the page would count it as a step, or write it into its address.
func TestWhatChangesNothingTellsNothing(t *testing.T) {
	for name, message := range map[string]string{
		"pan at zoom 1": `{"v":1,"type":"pan","dx":5,"dy":5}`, "reveal at zoom 1": `{"v":1,"type":"reveal","node":"a"}`,
		"filter by nothing": `{"v":1,"type":"filter","filter":{}}`, "all of nothing left out": `{"v":1,"type":"showAll"}`,
		"undo of nothing": `{"v":1,"type":"undo"}`, "the same frame": `{"v":1,"type":"resize","width":736,"height":620,"dpr":2}`,
		"a pointer over nothing": `{"v":1,"type":"pointer","phase":"move","pointer":1,"x":1,"y":1,"kind":"mouse","buttons":0,"t":5}`,
	} {
		s := newSession(t)
		before := s.scene.State()
		if got := types(exchange(t, s, message)); got != "" {
			t.Errorf("%s: events %q", name, got)
		}
		if after := s.scene.State(); !reflect.DeepEqual(before, after) {
			t.Errorf("%s: the state was %+v and is %+v", name, before, after)
		}
	}
}

func TestBadMessagesAreNamed(t *testing.T) {
	tests := []struct{ name, message, want string }{
		{"not JSON", `{`, "BadMessage"},
		{"not an object", `[1]`, "BadMessage"},
		{"another version", `{"v":2,"type":"fit"}`, "BadVersion"},
		{"unknown type", `{"v":1,"type":"explode"}`, "UnknownType"},
		{"unknown node", `{"v":1,"type":"select","node":"z"}`, "UnknownNode"},
		{"prototype", `{"v":1,"type":"select","node":"__proto__"}`, "UnknownNode"},
		{"text for a number", `{"v":1,"type":"zoom","factor":"2"}`, "BadNumber"},
		{"unknown phase", `{"v":1,"type":"pointer","phase":"jump","kind":"mouse","x":1,"y":1}`, "BadMessage"},
		{"bad colour", `{"v":1,"type":"theme","theme":"forced","colors":{"paper":"red"}}`, "BadMessage"},
		{"unknown theme", `{"v":1,"type":"theme","theme":"pink"}`, "BadMessage"},
		{"unknown clock", `{"v":1,"type":"time","time":{"by":"moon"}}`, "BadQuery"},
		{"too many steps", `{"v":1,"type":"around","around":{"node":"a","steps":9,"way":"both"}}`, "BadQuery"},
		{"around nobody", `{"v":1,"type":"around","around":{"node":"z","steps":1,"way":"both"}}`, "UnknownNode"},
		{"a path that is none", `{"v":1,"type":"trail","trail":{"from":"a","to":"b","path":["a","ci","b"]}}`, "BadQuery"},
		{"huge frame", `{"v":1,"type":"resize","width":1e9,"height":10,"dpr":1}`, "BadNumber"},
		{"no pixel ratio", `{"v":1,"type":"resize","width":736,"height":620}`, "BadNumber"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := exchange(t, newSession(t), tt.message)
			if len(got) != 1 || got[0]["type"] != "error" || got[0]["name"] != tt.want {
				t.Errorf("events %v, want one error %s", got, tt.want)
			}
		})
	}
}

// TestThePictureIsWhatIsSeen: the answer holds a document with the present colours, the caption
// and the nodes where they were put.
func TestThePictureIsWhatIsSeen(t *testing.T) {
	s := newSession(t)
	ask := `{"v":1,"type":"picture","id":4,"title":"Tiny & co","lang":"en","lines":["As of today","",7]}`
	value := func() map[string]any {
		t.Helper()
		s.Send()
		v, _ := exchange(t, s, ask)[0]["value"].(map[string]any)
		return v
	}
	before := value()
	if before["width"] != 736.0 || !(before["height"].(float64) > 620) {
		t.Errorf("size %v x %v", before["width"], before["height"])
	}
	svg := before["svg"].(string)
	for _, want := range []string{"<title>Tiny &amp; co</title>", ">Tiny &amp; co</text>", ">As of today</text>", ">7</text>", "Anna &lt;b&gt;", `fill="#fcfbf8"`} {
		if !strings.Contains(svg, want) {
			t.Errorf("no %s in %s", want, svg)
		}
	}
	exchange(t, s, `{"v":1,"type":"motion","reduced":true}`, `{"v":1,"type":"place","node":"a","x":0.25,"y":0.5}`, `{"v":1,"type":"theme","theme":"dark"}`)
	for s.Tick(16) {
	}
	s.Send()
	after := value()["svg"].(string)
	for _, want := range []string{`cx="184" cy="310"`, `fill="#14171c"`} {
		if !strings.Contains(after, want) {
			t.Errorf("after the change no %s in %s", want, after)
		}
	}
	ask = `{"v":1,"type":"picture","id":4,"notes":["A claim; says Bert"]}`
	if noted := value(); noted["height"] != 620.0 || !strings.Contains(noted["svg"].(string), "<desc>A claim; says Bert</desc>") {
		t.Errorf("with a note for the description: %v", noted)
	}
	ask = `{"v":1,"type":"picture","id":4,"theme":"light"}`
	if onPaper := value(); onPaper["height"] != 620.0 || strings.Contains(onPaper["svg"].(string), "#14171c") {
		t.Errorf("in light without caption: %v", onPaper)
	}
	if s.Frame().Paper != display.Dark().Paper {
		t.Error("the screen has lost its palette")
	}
}

func TestErrorsGoToTheRequestThatAsked(t *testing.T) {
	got := exchange(t, newSession(t), `{"v":1,"type":"select","node":"z","id":3}`)
	if len(got) != 1 || got[0]["type"] != "reply" || got[0]["id"] != 3.0 || got[0]["error"].(map[string]any)["name"] != "UnknownNode" {
		t.Errorf("events %v, want a reply to 3 with UnknownNode", got)
	}
}

// A page may ask for more before it is answered: by the order it tells the echo of what it has
// taken back since from what came after.
func TestWhatARequestDidComesBeforeItsAnswer(t *testing.T) {
	got := exchange(t, newSession(t), `{"v":1,"type":"select","node":"a","id":1}`, `{"v":1,"type":"select","id":2}`, `{"v":1,"type":"hits","nodes":[],"id":3}`)
	var order []string
	for _, e := range got {
		what := e["type"].(string)
		if id, ok := e["id"]; ok {
			what += fmt.Sprintf(" %v", id)
		} else if node, ok := e["node"]; ok {
			what += fmt.Sprintf(" %v", node)
		}
		order = append(order, what)
	}
	want := []string{"select a", "reply 1", "select", "reply 2", "reply 3", "state"}
	if !slices.Equal(order, want) {
		t.Errorf("events %q, want %q", order, want)
	}
}

func TestReadyListsTheMapWithInertText(t *testing.T) {
	s := newSession(t)
	s.Ready()
	sent := s.Send()
	if strings.ContainsAny(string(sent), "<>&") {
		t.Errorf("markup passes unescaped: %s", sent)
	}
	e := parse(t, sent)[0]
	nodes, lines := e["nodes"].([]any), e["lines"].([]any)
	if len(nodes) != 4 || len(lines) != 2 {
		t.Fatalf("%d nodes and %d lines, want 4 and 2", len(nodes), len(lines))
	}
	if got := nodes[0].(map[string]any)["name"]; got != "Anna <b>" {
		t.Errorf("name %q, want %q", got, "Anna <b>")
	}
	if got := lines[0].(map[string]any)["label"]; got != "praises" {
		t.Errorf("label %q, want praises", got)
	}
}

// press puts a pointer down dy px from the middle of node a, moves it by dx px and lifts it.
func press(t *testing.T, s *Session, kind string, dy, dx, atMS float64) {
	t.Helper()
	events := exchange(t, s, `{"v":1,"type":"sync","id":1}`)
	a := events[0]["nodes"].([]any)[0].([]any)
	x, y := a[0].(float64), a[1].(float64)+dy
	for _, e := range []struct {
		phase   string
		x       float64
		buttons int
	}{{"down", x, 1}, {"move", x + dx, 1}, {"up", x + dx, 0}} {
		s.Receive(fmt.Appendf(nil, `{"v":1,"type":"pointer","phase":%q,"pointer":1,"kind":%q,"x":%g,"y":%g,"buttons":%d,"t":%g}`,
			e.phase, kind, e.x, y, e.buttons, atMS))
	}
	s.Send()
}

// The page judges pointers by what ready tells; the engine has to judge alike on both sides of each border.
func TestPointersAreReadAsReadyTells(t *testing.T) {
	s := newSession(t)
	s.Ready()
	ready := parse(t, s.Send())[0]
	told := ready["pointer"].(map[string]any)
	waitMS := told["doubleTapMs"].(float64)
	halfH := exchange(t, s, `{"v":1,"type":"sync","id":1}`)[0]["nodes"].([]any)[0].([]any)[3].(float64)
	for _, kind := range []string{"mouse", "touch", "pen"} {
		slop := told[kind].(map[string]any)
		drag, node := slop["dragSlopPx"].(float64), slop["nodeSlopPx"].(float64)
		for _, past := range []bool{false, true} {
			by := -0.1
			if past {
				by = 0.1
			}
			s := newSession(t)
			press(t, s, kind, -halfH-node-by, 0, 0)
			if hit := s.scene.State().Selected.Node == "a"; hit == past {
				t.Errorf("%s pressed %+g px from the edge of the slop of %g: on the node %t", kind, by, node, hit)
			}
			s = newSession(t)
			press(t, s, kind, 0, drag+by, 0)
			if moved := len(s.scene.State().Pinned) == 1; moved != past {
				t.Errorf("%s moved %+g px from the slop of %g: dragged %t", kind, by, drag, moved)
			}
			s = newSession(t)
			exchange(t, s, `{"v":1,"type":"pin","node":"a"}`)
			press(t, s, kind, 0, 0, 0)
			press(t, s, kind, 0, 0, waitMS+by)
			if pinned := len(s.scene.State().Pinned) == 1; pinned != past {
				t.Errorf("%s tapped again %+g ms from the %g: still pinned %t", kind, by, waitMS, pinned)
			}
		}
	}
}

func TestStateGoesThroughMessagesUnharmed(t *testing.T) {
	s := newSession(t)
	events := exchange(t, s, `{"v":1,"type":"place","node":"a","x":0.25,"y":0.5}`, `{"v":1,"type":"select","line":"ab"}`)
	for s.Tick(16) {
	}
	events = append(events, parse(t, s.Send())...)
	var state any
	for _, e := range events {
		if e["type"] == "state" {
			state = e["state"]
		}
	}
	msg, _ := json.Marshal(map[string]any{"v": 1, "type": "restore", "state": state})
	fresh := newSession(t)
	fresh.Receive(msg)
	a, b := s.scene.State(), fresh.scene.State()
	if a.Selected != b.Selected || len(b.Pinned) != 1 || math.Abs(b.Pinned[0].X-0.25) > 1e-6 {
		t.Errorf("state %+v came back as %+v", a, b)
	}
	for k := range a.Places {
		if math.Abs(a.Places[k].X-b.Places[k].X) > 2e-6 || a.Places[k].Node != b.Places[k].Node {
			t.Errorf("place %+v came back as %+v", a.Places[k], b.Places[k])
		}
	}
}

func TestWhatIsAskedComesBackAsItWasTold(t *testing.T) {
	asked := `{"filter":{"kind":["person","state"],"speaker":["-"]},"time":{"by":"report","until":"2025-02"},"around":{"node":"a","steps":2,"way":"against"},"trail":{"from":"a","to":"b","path":["a","ab","b"]}}`
	s := newSession(t)
	events := exchange(t, s, `{"v":1,"type":"restore","state":`+asked+`}`)
	state := events[len(events)-1]["state"].(map[string]any)
	var want map[string]any
	if err := json.Unmarshal([]byte(asked), &want); err != nil {
		t.Fatal(err)
	}
	for key, value := range want {
		if !reflect.DeepEqual(state[key], value) {
			t.Errorf("%s came back as %v, want %v", key, state[key], value)
		}
	}
}

func TestLayoutsGoThroughTheFileToTheBit(t *testing.T) {
	s := newSession(t)
	g := s.scene.Graph()
	want := []scene.Layout{s.scene.Layout(), scene.New(g, scene.Frames[0]).Layout()}
	got, err := ParseLayouts(g, MarshalLayouts(g, want...))
	if err != nil {
		t.Fatal(err)
	}
	for k := range want {
		for i := range want[k].At {
			if got[k].At[i] != want[k].At[i] || got[k].Slots[i] != want[k].Slots[i] {
				t.Errorf("frame %d, node %d: %v, want %v", k, i, got[k].At[i], want[k].At[i])
			}
		}
	}
}

func TestBadLayoutsAreRefused(t *testing.T) {
	g := newSession(t).scene.Graph()
	for name, src := range map[string]string{
		"not JSON":        `{`,
		"another dataset": `{"v":1,"dataset":"other","frames":[]}`,
		"another version": `{"v":9,"dataset":"tiny","frames":[]}`,
		"a stranger":      `{"v":1,"dataset":"tiny","frames":[{"w":1,"h":1,"nodes":{"z":[1,2,1]}}]}`,
		"too few nodes":   `{"v":1,"dataset":"tiny","frames":[{"w":1,"h":1,"nodes":{"a":[1,2,1]}}]}`,
		"not a number":    `{"v":1,"dataset":"tiny","frames":[{"w":1,"h":1,"nodes":{"a":["x",2,1]}}]}`,
	} {
		if _, err := ParseLayouts(g, []byte(src)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestAnEarlierLayoutTellsWhoIsNew(t *testing.T) {
	g := newSession(t).scene.Graph()
	src := `{"v":1,"dataset":"tiny","frames":[{"w":304,"h":520,"of":"x","nodes":{"a":[1.5,2,1],"gone":[7,8,0]}}]}`
	frames, err := ParseEarlier(g, []byte(src))
	if err != nil || len(frames) != 1 {
		t.Fatalf("%d frames, %v", len(frames), err)
	}
	f, a := frames[0], g.NodeByID("a")
	if f.Size != (scene.Size{W: 304, H: 520}) || f.ProblemHash != "x" || f.At[a] != (geom.Vec{X: 1.5, Y: 2}) || f.Slots[a] != 1 {
		t.Errorf("it is read as %+v", f)
	}
	for i := range f.New {
		if f.New[i] != (i != a) {
			t.Errorf("node %d is new: %v", i, f.New[i])
		}
	}
	for name, src := range map[string]string{
		"not JSON":        `{`,
		"another dataset": `{"v":1,"dataset":"other","frames":[]}`,
		"no place":        `{"v":1,"dataset":"tiny","frames":[{"w":1,"h":1,"nodes":{"a":[1]}}]}`,
		"not a number":    `{"v":1,"dataset":"tiny","frames":[{"w":1,"h":1,"nodes":{"a":["x",2,1]}}]}`,
	} {
		if _, err := ParseEarlier(g, []byte(src)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzReceive: nothing that comes in ends the program, and all that goes out is JSON.
func FuzzReceive(f *testing.F) {
	for _, m := range []string{
		`{"v":1,"type":"select","node":"a"}`, `{"v":1,"type":"restore","state":{"pinned":{"a":[0.1,2]},"camera":{"zoom":3,"x":1,"y":-1e9}}}`,
		`{"v":1,"type":"pointer","phase":"down","pointer":1,"x":368,"y":310,"kind":"touch","buttons":1,"t":1}`,
		`{"v":1,"type":"restore","state":{"filter":{"kind":["person",1]},"time":{"by":"report","until":"2025"},"around":{"node":"a","steps":2,"way":"along"},"behind":{"a":[0,1]},"trail":{"from":"a","to":"b","path":["a","","b"]}}}`,
		`{"v":1,"type":"hits","nodes":["a","z"],"lines":{}}`, `{"v":1,"type":"filter","filter":["kind"]}`,
		`{"v":1,"type":"move","node":"a","dx":1e5,"dy":-1e5}`, `{"type":"walk","dir":"left"}`, `{"v":1,"type":"zoom","factor":1e300,"x":0,"y":0}`,
	} {
		f.Add([]byte(m))
	}
	f.Fuzz(func(t *testing.T, m []byte) {
		if strings.Contains(string(m), "crash") {
			return // the one message that is meant to
		}
		s := newSession(t)
		s.Receive(m)
		s.Receive([]byte(`{"v":1,"type":"sync","id":1}`))
		s.Tick(16)
		s.Frame()
		parse(t, s.Send())
	})
}

// TestClaimsAreToldAsClaims: what the map tells of its lines, what it writes on them, and what it
// takes as a filter know a claim from a fact.
func TestClaimsAreToldAsClaims(t *testing.T) {
	src, err := os.ReadFile("../../data/testdata/dispute.json")
	if err != nil {
		t.Skipf("%v: run natively", err) // as wasm under Node there is no such folder
	}
	s, err := NewSession(src, nil, []byte(strings.Replace(start, `"lang":"en"`, `"lang":"ar"`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	s.Ready()
	lines := map[string]map[string]any{}
	for _, l := range parse(t, s.Send())[0]["lines"].([]any) {
		l := l.(map[string]any)
		lines[l["id"].(string)] = l
	}
	for id, want := range map[string][2]string{
		"b-gave-c":       {"disputed", "محل خلاف: أعطى 40,000 (EUR\u00a040\u202f000)"},
		"b-will-pay":     {"alleged", "ادعاء: ستدفع ثمن حملة"},
		"d-criticises-b": {"stated", "تنتقد"},
	} {
		if l := lines[id]; l["standing"] != want[0] || l["label"] != want[1] {
			t.Errorf("%s: %v, %v, want %v", id, l["standing"], l["label"], want)
		}
	}
	told := exchange(t, s, `{"v":1,"type":"filter","filter":{"standing":["disputed"]}}`, `{"v":1,"type":"sync"}`)
	state := told[len(told)-1]["state"].(map[string]any)
	if got := fmt.Sprint(state["filter"]); got != "map[standing:[disputed]]" {
		t.Errorf("the state has the filter %s", got)
	}
	answer := exchange(t, s, `{"v":1,"type":"picture","id":9}`)
	drawn := answer[len(answer)-1]["value"].(map[string]any)["svg"].(string)
	if !strings.Contains(drawn, "محل خلاف") || strings.Contains(drawn, ">ادعاء") {
		t.Errorf("with disputed lines alone, the picture has %s", drawn)
	}
}
