package label_test

import (
	"fmt"

	"actormap/wasm/geom"
	"actormap/wasm/label"
)

// Two discs 60 px apart have labels 80 px wide: both do not fit below, so the less important one goes above.
func ExamplePlacer_Place() {
	disc := func(x, importance float64) label.Item {
		return label.Item{At: geom.Vec{X: x, Y: 100}, HalfW: 8, HalfH: 8, W: 80, H: 16, Importance: importance}
	}
	frame := geom.Rect{Max: geom.Vec{X: 300, Y: 200}}
	var placer label.Placer
	slots := placer.Place([]label.Item{disc(100, 2), disc(160, 1)}, nil, frame)
	fmt.Println(slots[0] == label.Below, slots[1] == label.Above)
	// Output: true true
}

func ExampleWrap() {
	for _, line := range label.Wrap("Organisation for the Prohibition of Chemical Weapons", 13, 600, 170, 3) {
		fmt.Println(line)
	}
	// Output:
	// Organisation for
	// the Prohibition of
	// Chemical Weapons
}
