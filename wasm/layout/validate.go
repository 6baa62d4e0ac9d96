package layout

import (
	"errors"
	"fmt"
	"math"

	"actormap/wasm/layout/internal/instance"
)

// Validate refuses a problem that no layout can be made of: the error names each number that is NaN,
// infinite or beyond a million px, a frame without area, and links to nodes that do not exist. Whoever
// builds a problem from outside data calls it first. Solve and the others do not: they count such lengths
// as 0 or as the nearest bound, and leave out such links.
func (p *Problem) Validate() error {
	var v validator
	v.number("Frame.Min.X", p.Frame.Min.X)
	v.number("Frame.Min.Y", p.Frame.Min.Y)
	v.number("Frame.Max.X", p.Frame.Max.X)
	v.number("Frame.Max.Y", p.Frame.Max.Y)
	if p.Frame.Max.X <= p.Frame.Min.X || p.Frame.Max.Y <= p.Frame.Min.Y {
		v.add("Frame", "has no area: Max has to be right of and below Min")
	}
	v.length("Gap", p.Gap)
	v.length("ParallelGap", p.ParallelGap)
	for i := range p.Nodes {
		v.node(fmt.Sprintf("Nodes[%d]", i), &p.Nodes[i])
	}
	for e := range p.Links {
		v.link(fmt.Sprintf("Links[%d]", e), &p.Links[e], len(p.Nodes))
	}
	return errors.Join(v.problems...)
}

// A validator collects what is wrong.
type validator struct{ problems []error }

// add notes what is wrong with a number, and how to mend it.
func (v *validator) add(where, what string) {
	v.problems = append(v.problems, fmt.Errorf("layout: %s %s", where, what))
}

// number refuses what is not finite, or beyond MaxExtent.
func (v *validator) number(where string, x float64) {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 0):
		v.add(where, fmt.Sprintf("is %v: give a finite number", x))
	case math.Abs(x) > instance.MaxExtent:
		v.add(where, fmt.Sprintf("is %v: give a number of at most %v px", x, instance.MaxExtent))
	}
}

// length refuses negative numbers, too.
func (v *validator) length(where string, x float64) {
	if v.number(where, x); x < 0 {
		v.add(where, fmt.Sprintf("is %v: give 0 or more", x))
	}
}

// node checks one node.
func (v *validator) node(where string, b *NodeBox) {
	v.length(where+".HalfW", b.HalfW)
	v.length(where+".HalfH", b.HalfH)
	v.length(where+".LabelW", b.LabelW)
	v.length(where+".LabelH", b.LabelH)
	if b.Pinned {
		v.number(where+".At.X", b.At.X)
		v.number(where+".At.Y", b.At.Y)
	}
}

// link checks one link of a problem with a number of nodes.
func (v *validator) link(where string, l *Link, nodes int) {
	for _, end := range [2]struct {
		name string
		node int
	}{{".A", l.A}, {".B", l.B}} {
		if end.node < 0 || end.node >= nodes {
			v.add(where+end.name, fmt.Sprintf("is %d: give a node from 0 to below %d", end.node, nodes))
		}
	}
	v.number(where+".Length", l.Length)
	v.number(where+".Weight", l.Weight)
	v.number(where+".CrossingWeight", l.CrossingWeight)
}
