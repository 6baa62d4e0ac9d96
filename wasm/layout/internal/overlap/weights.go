package overlap

// The weights of overlap removal and fitting.
const (
	// pushRounds: rounds of pushing all pairs. Source: a chain as wide as the frame ends within a few
	// dozen. Larger: slower where pushing cannot succeed.
	pushRounds = 80
	// LargePushRounds: rounds of pushing on a grid. Source: generated maps of 10,000 nodes. Larger:
	// slower, fewer nodes left to relocation.
	LargePushRounds = 200
	// maxFillForPushing: share of the frame covered by nodes and gaps. Source: above it pushing does not
	// end soon. Larger: labels are separated in fuller frames, slower.
	maxFillForPushing = 0.6
	// maxFillForRelocation: share of the frame covered by nodes and gaps. Source: a node blocks at most
	// four times its area for a smaller one, so a quarter is safe. Larger: relocation is tried where it
	// may fail.
	maxFillForRelocation = 0.25
	// maxStretch: ratio of the scales of the axes. Source: test maps: beyond it stars are not recognised.
	// Larger: narrow frames are filled better, shapes are distorted.
	maxStretch = 1.8
)
