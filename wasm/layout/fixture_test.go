package layout

import "actormap/wasm/geom"

// A fixture is a named problem for tests, goldens and benchmarks.
type fixture struct {
	name string
	p    *Problem
}

// frames are the four sizes of the page.
func frames() []geom.Rect {
	size := func(w, h float64) geom.Rect { return geom.Rect{Max: geom.Vec{X: w, Y: h}}.Grow(-10) }
	return []geom.Rect{size(1040, 740), size(736, 620), size(480, 560), size(304, 520)}
}

// links ties pairs of bodies by drawn lines of one step.
func links(pairs ...[2]int) []Link {
	var out []Link
	for _, p := range pairs {
		out = append(out, Link{A: p[0], B: p[1], Length: 1, Weight: 1, Drawn: true})
	}
	return out
}

// discs returns n persons with names of different lengths.
func discs(n int) []NodeBox {
	var out []NodeBox
	for i := range n {
		r := 9 + float64(i%4)*2
		out = append(out, NodeBox{HalfW: r, HalfH: r, Round: true, LabelW: 60 + float64(i*37%50), LabelH: 17})
	}
	return out
}

// pills returns n issues.
func pills(n int) []NodeBox {
	var out []NodeBox
	for i := range n {
		out = append(out, NodeBox{HalfW: 40 + float64(i*29%30), HalfH: 12})
	}
	return out
}

// actors27 is a made-up map of two camps: twelve actors, fifteen issues, forty stances.
func actors27(frame geom.Rect) *Problem {
	return &Problem{Frame: frame, Gap: 10, Nodes: append(discs(12), pills(15)...), Links: links(
		[2]int{0, 12}, [2]int{8, 13}, [2]int{5, 14}, [2]int{8, 15}, [2]int{9, 16}, [2]int{4, 17},
		[2]int{3, 18}, [2]int{10, 19}, [2]int{1, 20}, [2]int{9, 21}, [2]int{6, 22}, [2]int{11, 23},
		[2]int{9, 24}, [2]int{4, 25}, [2]int{1, 26}, [2]int{0, 18}, [2]int{1, 22}, [2]int{2, 17},
		[2]int{3, 25}, [2]int{4, 21}, [2]int{5, 22}, [2]int{6, 24}, [2]int{7, 13}, [2]int{8, 25},
		[2]int{9, 20}, [2]int{10, 20}, [2]int{11, 19}, [2]int{6, 23}, [2]int{9, 18}, [2]int{6, 16},
		[2]int{0, 26}, [2]int{0, 21}, [2]int{11, 16}, [2]int{9, 14}, [2]int{6, 14}, [2]int{8, 21},
		[2]int{8, 26}, [2]int{7, 23}, [2]int{6, 19}, [2]int{0, 14},
	)}
}

// star is a hub with n-1 leaves.
func star(n int, frame geom.Rect) *Problem {
	p := &Problem{Frame: frame, Gap: 10, Nodes: discs(n)}
	for i := 1; i < n; i++ {
		p.Links = append(p.Links, links([2]int{0, i})...)
	}
	return p
}

// path is a chain of n bodies.
func path(n int, frame geom.Rect) *Problem {
	p := &Problem{Frame: frame, Gap: 10, Nodes: discs(n)}
	for i := 1; i < n; i++ {
		p.Links = append(p.Links, links([2]int{i - 1, i})...)
	}
	return p
}

// mesh is a lattice of cols x rows bodies.
func mesh(cols, rows int, frame geom.Rect) *Problem {
	p := &Problem{Frame: frame, Gap: 6, Nodes: make([]NodeBox, cols*rows)}
	for i := range p.Nodes {
		p.Nodes[i] = NodeBox{HalfW: 8, HalfH: 8, Round: true}
		if i%cols > 0 {
			p.Links = append(p.Links, links([2]int{i - 1, i})...)
		}
		if i >= cols {
			p.Links = append(p.Links, links([2]int{i - cols, i})...)
		}
	}
	return p
}

// tree is a binary tree of n bodies.
func tree(n int, frame geom.Rect) *Problem {
	p := &Problem{Frame: frame, Gap: 8, Nodes: make([]NodeBox, n)}
	for i := range p.Nodes {
		p.Nodes[i] = NodeBox{HalfW: 9, HalfH: 9, Round: true}
		if i > 0 {
			p.Links = append(p.Links, links([2]int{(i - 1) / 2, i})...)
		}
	}
	return p
}

// clustered is a network of n small bodies in groups of nine to twelve with a hub each, and
// some ties between groups: as dense as the casts of novels, 3.3 ties a body.
func clustered(n int, frame geom.Rect) *Problem {
	r := &random{state: uint64(n)}
	p := &Problem{Frame: frame, Gap: 3, Nodes: make([]NodeBox, n)}
	for i := range p.Nodes {
		p.Nodes[i] = NodeBox{HalfW: 5, HalfH: 5, Round: true, LabelW: 24, LabelH: 9}
	}
	const group = 11
	for i := 1; i < n; i++ {
		hub := i / group * group
		if i == hub {
			hub = r.intN(i) / group * group
		}
		p.Links = append(p.Links, links([2]int{hub, i})...)
	}
	for len(p.Links) < n*33/10 {
		i := r.intN(n)
		j := i/group*group + r.intN(group)
		if r.intN(6) == 0 {
			j = r.intN(n)
		}
		if j < n && j != i {
			p.Links = append(p.Links, links([2]int{i, j})...)
		}
	}
	return p
}

// islands has three parts, of eight, four and two bodies, and three bodies alone.
func islands(frame geom.Rect) *Problem {
	p := &Problem{Frame: frame, Gap: 10, Nodes: discs(17)}
	p.Links = links([2]int{0, 1}, [2]int{1, 2}, [2]int{2, 3}, [2]int{3, 0}, [2]int{0, 4}, [2]int{1, 5},
		[2]int{2, 6}, [2]int{3, 7}, [2]int{8, 9}, [2]int{9, 10}, [2]int{10, 11}, [2]int{12, 13})
	return p
}

// fixtures returns the named problems in one frame.
func fixtures(frame geom.Rect) []fixture {
	return []fixture{
		{"actors27", actors27(frame)},
		{"star20", star(20, frame)},
		{"path12", path(12, frame)},
		{"mesh36", mesh(6, 6, frame)},
		{"tree31", tree(31, frame)},
		{"clustered77", clustered(77, frame)},
		{"islands17", islands(frame)},
	}
}
