package display

// A Theme holds every colour of the picture.
type Theme struct {
	Paper, Ink, Muted           Color
	Pill                        Color // fill of an issue
	Cooperation, Conflict, Grey Color
	Band, Structure             Color
	Accent                      Color // focus and selection only
}

// Light is the palette on paper. Blue and vermillion are Okabe and Ito's, at least 3:1 on
// both papers and told apart by every common kind of colour vision.
func Light() Theme {
	return Theme{
		Paper: Color{0xFC, 0xFB, 0xF8, 0xFF}, Ink: Color{0x1F, 0x24, 0x30, 0xFF},
		Muted:       Color{0x5B, 0x62, 0x70, 0xFF},
		Pill:        Color{0xFF, 0xFF, 0xFF, 0xFF},
		Cooperation: Color{0x00, 0x72, 0xB2, 0xFF}, Conflict: Color{0xD5, 0x5E, 0x00, 0xFF},
		Grey: Color{0x8A, 0x8D, 0x93, 0xFF},
		Band: Color{0xE9, 0xE4, 0xD9, 0xFF}, Structure: Color{0x8B, 0x85, 0x79, 0xFF},
		Accent: Color{0x8A, 0x3F, 0xC7, 0xFF},
	}
}

// Dark is the palette on dark paper, with blue and vermillion lifted so that they keep 4.5:1.
func Dark() Theme {
	return Theme{
		Paper: Color{0x14, 0x17, 0x1C, 0xFF}, Ink: Color{0xE8, 0xE6, 0xE1, 0xFF},
		Muted:       Color{0xA4, 0xA9, 0xB3, 0xFF},
		Pill:        Color{0x1D, 0x21, 0x29, 0xFF},
		Cooperation: Color{0x4A, 0xA8, 0xE0, 0xFF}, Conflict: Color{0xF0, 0x86, 0x3A, 0xFF},
		Grey: Color{0x80, 0x85, 0x8E, 0xFF},
		Band: Color{0x2A, 0x2F, 0x38, 0xFF}, Structure: Color{0x75, 0x7A, 0x84, 0xFF},
		Accent: Color{0xC7, 0x92, 0xF2, 0xFF},
	}
}

// Forced builds a palette from the system colours of a forced-colours mode: no meaning is
// left to hue, the glyphs and dashes carry it.
func Forced(paper, ink, highlight, gray Color) Theme {
	return Theme{
		Paper: paper, Ink: ink, Muted: ink, Pill: paper,
		Cooperation: ink, Conflict: ink, Grey: gray, Structure: gray,
		Band:   gray.Over(paper, 0.35), // structure, not a claim: it must not outweigh the lines
		Accent: highlight,
	}
}
