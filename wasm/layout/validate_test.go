package layout_test

import (
	"math"
	"strings"
	"testing"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
)

// valid is a problem of two linked nodes, one of them pinned.
func valid() *layout.Problem {
	return &layout.Problem{
		Frame: geom.Rect{Max: geom.Vec{X: 400, Y: 300}}, Gap: 10,
		Nodes: []layout.NodeBox{{HalfW: 10, HalfH: 10, Round: true, LabelW: 60, LabelH: 16}, {HalfW: 10, HalfH: 10, Pinned: true, At: geom.Vec{X: 50, Y: 50}}},
		Links: []layout.Link{{A: 0, B: 1, Length: 1, Drawn: true}},
	}
}

func TestValidate(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		want   string // part of the error; empty: none
		change func(p *layout.Problem)
	}{
		{"", func(*layout.Problem) {}},
		{"", func(p *layout.Problem) { p.Links = append(p.Links, layout.Link{A: 1, B: 1}) }},
		{"", func(p *layout.Problem) { p.Nodes[0].At.X = nan }}, // not pinned
		{"Frame.Min.X is NaN", func(p *layout.Problem) { p.Frame.Min.X = nan }},
		{"Frame has no area", func(p *layout.Problem) { p.Frame.Max.Y = 0 }},
		{"Gap is -1", func(p *layout.Problem) { p.Gap = -1 }},
		{"ParallelGap is +Inf", func(p *layout.Problem) { p.ParallelGap = inf }},
		{"Nodes[0].HalfW is NaN", func(p *layout.Problem) { p.Nodes[0].HalfW = nan }},
		{"Nodes[0].LabelH is -Inf", func(p *layout.Problem) { p.Nodes[0].LabelH = -inf }},
		{"Nodes[1].HalfH is 1e+07", func(p *layout.Problem) { p.Nodes[1].HalfH = 1e7 }},
		{"Nodes[1].At.Y is NaN", func(p *layout.Problem) { p.Nodes[1].At.Y = nan }},
		{"Links[0].B is 2: give a node from 0 to below 2", func(p *layout.Problem) { p.Links[0].B = 2 }},
		{"Links[0].A is -1", func(p *layout.Problem) { p.Links[0].A = -1 }},
		{"Links[0].Length is NaN", func(p *layout.Problem) { p.Links[0].Length = nan }},
		{"Links[0].Weight is +Inf", func(p *layout.Problem) { p.Links[0].Weight = inf }},
		{"Links[0].CrossingWeight is NaN", func(p *layout.Problem) { p.Links[0].CrossingWeight = nan }},
	} {
		p := valid()
		c.change(p)
		err := p.Validate()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("got %v, want %q", err, c.want)
		}
	}
}

func TestValidateTellsAllAtOnce(t *testing.T) {
	p := valid()
	p.Gap, p.Nodes[1].HalfW, p.Links[0].A = -1, math.NaN(), 7
	if err := p.Validate(); err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("want three lines, got %v", err)
	}
}
