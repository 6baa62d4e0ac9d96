package stress

import "actormap/wasm/layout/internal/netgraph"

// The weights of stress minimisation.
//
// PivotMDS.
const (
	// pivotCount: pivots. Source: generated networks. Larger: better start, slower.
	pivotCount = 30
	// powerIterations: iterations. Source: ample: an axis a few degrees off does no harm as a start.
	// Larger: slower.
	powerIterations = 40
)

// Gradient descent on all pairs of a large network.
const (
	// etaDecay: factor of eta an epoch. Source: generated networks up to 1,500 nodes. Larger: more epochs,
	// slower.
	etaDecay = 0.62
	// etaEnd: squared units of a mean edge. Source: the last epochs hardly move a node. Larger: fewer
	// epochs, stress less settled.
	etaEnd = 0.08
)

// Gradient descent on all pairs of a small map (Zheng, Pawar, Goodman 2019): with diameters of 2 to 12
// steps one decay suits all maps; a pair with eta·w > 1 moves all the way.
const (
	// Epochs: epochs, each moves every pair once. Source: Zheng et al. use 15 to 30. Larger: lower stress,
	// fewer starts in the same time.
	Epochs = 18
	// pairDecay: factor of eta an epoch. Source: eta_min of about 0.1 after 18 epochs, as there. Larger:
	// hotter end, stress less settled.
	pairDecay = 0.68
	// pairStart: share of the squared diameter. Source: Zheng et al.: eta_max = 1 / w_min.
	pairStart = 1.0
)

// Majorization on a sample of large networks.
const (
	// LandmarksPerEpoch: landmarks. Source: one word of the multi-source search. Larger: better sample,
	// slower.
	LandmarksPerEpoch = netgraph.BatchSize
	// FewLandmarks: landmarks where distances are long: each says more and costs more. Source: 16 keep .91
	// of a grid's neighbours, 24 keep .95. Larger: better sample, slower.
	FewLandmarks = 24
	// epochsPerSample: epochs. Source: measuring the distances costs about two epochs. Larger: faster,
	// sample less independent.
	epochsPerSample = 2
	// scaleStride: nodes. Source: every eighth node determines the scale to within a thousandth. Larger:
	// faster, scale less exact.
	scaleStride = 8
)
