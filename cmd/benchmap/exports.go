//go:build wasip1

package main

import (
	"math"
	"unsafe"

	"actormap/wasm/geom"
	"actormap/wasm/layout"
)

// The page works on one map at a time.
var (
	problem    *layout.Problem
	solver     *layout.Solver
	simulation *layout.Simulation
	ends       []int32   // two for each link
	places     []float32 // x and y for each body
)

// prepare makes room for a map and returns where its links belong: two int32 for each.
//
//go:wasmexport prepare
func prepare(bodies, links int32) uint32 {
	ends, places = make([]int32, 2*links+2), make([]float32, 2*bodies+2)
	problem = &layout.Problem{Frame: geom.Rect{Max: geom.Vec{X: 1200, Y: 1200}}, Nodes: make([]layout.NodeBox, bodies)}
	return uint32(uintptr(unsafe.Pointer(&ends[0])))
}

// begin takes the links over.
//
//go:wasmexport begin
func begin() {
	problem.Links = nil
	for e := 0; e+3 < len(ends); e += 2 {
		problem.Links = append(problem.Links, layout.Link{A: int(ends[e]), B: int(ends[e+1]), Length: 1, Weight: 1, Drawn: true})
	}
	solver = layout.NewSolver(problem, 1, layout.DefaultBudget)
}

// spend works for so many evaluations and returns 1 when the layout is done.
//
//go:wasmexport spend
func spend(evaluations int32) int32 {
	if int(evaluations) == math.MaxInt32 {
		return toInt(solver.Run(math.MaxInt))
	}
	return toInt(solver.Run(int(evaluations)))
}

func toInt(yes bool) int32 {
	if yes {
		return 1
	}
	return 0
}

// show writes the present places and returns where they are: two float32 for each body.
//
//go:wasmexport show
func show() uint32 {
	for i, v := range solver.At() {
		places[2*i], places[2*i+1] = float32(v.X), float32(v.Y)
	}
	return uint32(uintptr(unsafe.Pointer(&places[0])))
}

// tick makes so many ticks of springs and repulsion alone, the model of d3-force, from a start
// on d3's spiral; the first call begins anew.
//
//go:wasmexport tick
func tick(count int32, heat float32, anew int32) {
	if anew != 0 {
		simulation = layout.NewSimulation(problem, spiral(len(problem.Nodes)))
	}
	for range count {
		simulation.Tick(float64(heat))
	}
}

// spiral is where d3-force begins: a sunflower of 10 px.
func spiral(n int) layout.Placement {
	at := make(layout.Placement, n)
	for i := range at {
		radius, angle := 10*math.Sqrt(0.5+float64(i)), float64(i)*math.Pi*(3-math.Sqrt(5))
		at[i] = geom.Vec{X: radius * math.Cos(angle), Y: radius * math.Sin(angle)}
	}
	return at
}
