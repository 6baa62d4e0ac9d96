package svg_test

import (
	"fmt"
	"os"

	"actormap/wasm/display"
	"actormap/wasm/geom"
	"actormap/wasm/svg"
)

func ExampleWrite() {
	theme := display.Light()
	frame := display.Frame{Width: 60, Height: 40, Paper: theme.Paper,
		Shapes: []display.Shape{{Kind: display.Disc, At: geom.Vec{X: 30, Y: 16}, HalfW: 8, Fill: theme.Ink}},
		Texts:  []display.Text{{At: geom.Vec{X: 30, Y: 36}, Text: "Anna", Size: 12, Weight: 600, Ink: theme.Ink}},
	}
	if err := svg.Write(os.Stdout, &frame, nil, svg.Meta{Title: "One node"}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <svg xmlns="http://www.w3.org/2000/svg" width="60" height="40" viewBox="0 0 60 40" role="img">
	// <title>One node</title>
	// <rect width="60" height="40" fill="#fcfbf8"/>
	// <g fill="none" stroke-linejoin="round">
	// <circle cx="30" cy="16" r="8" fill="#1f2430"/>
	// </g>
	// <g font-family="system-ui, -apple-system, &#34;Segoe UI&#34;, Roboto, &#34;Noto Sans&#34;, &#34;Liberation Sans&#34;, Arial, sans-serif" text-anchor="middle" xml:space="preserve">
	// <text x="30" y="36" font-size="12" fill="#1f2430" font-weight="600">Anna</text>
	// </g>
	// </svg>
}
