package display

import (
	"math"
	"testing"
)

// luminance and contrast are those of WCAG 2.2.
func luminance(c Color) float64 {
	lin := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

func contrast(a, b Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Text needs 4.5:1 (1.4.3), what carries meaning in lines and shapes 3:1 (1.4.11).
func TestContrast(t *testing.T) {
	for name, th := range map[string]Theme{"light": Light(), "dark": Dark()} {
		for _, tt := range []struct {
			what    string
			ink     Color
			paper   Color
			atLeast float64
		}{
			{"names", th.Ink, th.Paper, 4.5},
			{"names in pills", th.Ink, th.Pill, 4.5},
			{"line labels", th.Muted, th.Paper, 4.5},
			{"cooperation", th.Cooperation, th.Paper, 3},
			{"conflict", th.Conflict, th.Paper, 3},
			{"negated", th.Grey, th.Paper, 3},
			{"structure", th.Structure, th.Paper, 3},
			{"focus and selection", th.Accent, th.Paper, 3},
		} {
			if got := contrast(tt.ink, tt.paper); got < tt.atLeast {
				t.Errorf("%s: %s: contrast %.2f, want at least %v", name, tt.what, got, tt.atLeast)
			}
		}
	}
}
