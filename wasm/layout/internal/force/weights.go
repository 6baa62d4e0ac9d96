package force

// The weights of the forces. Charge, theta, softening and decay are those of d3-force in steps of its 30 px.
const (
	// DefaultCharge: steps, at a distance of one step. Source: d3-force: -30 px². Larger: nodes stand
	// farther apart.
	DefaultCharge = 1.0 / 30
	// DefaultTheta: opening angle. Source: d3-force. Larger: faster, forces less exact; above 1.06 no
	// change.
	DefaultTheta = 0.9
	// defaultSoftening: steps². Source: d3-force: its minimum squared distance of 1 px². Larger:
	// coincident nodes separate more slowly.
	defaultSoftening = 1.0 / 900
	// velocityDecay: share of the velocity that a tick keeps. Source: d3-force. Larger: longer swings.
	velocityDecay = 0.6
	// acceptanceShare: share of theta. Source: the error against the exact sum at theta 0.9 is that of
	// Barnes-Hut or less (.44 % for 1,000 nodes; TestRepulsionAgainstTheExactSum). Larger: faster, forces less
	// exact.
	acceptanceShare = 0.85
	// maxAcceptance: sum of radii over distance. Source: beyond it the expansion hardly converges. Larger:
	// errors at large theta.
	maxAcceptance = 0.9
	// directPairs: node pairs. Source: their direct sum takes as long as a multipole interaction. Larger:
	// slower for small cells.
	directPairs = 8
	// leafSize: particles. Source: 8 and 16 are slower. Larger: fewer cells, more direct sums.
	leafSize = 12
)
