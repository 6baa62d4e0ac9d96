package anneal

// The weights of annealing. An energy is counted in crossings: one crossing at a right angle costs 1. Where no
// other source is given, a weight was set by eye and by the counts of layout.Measure on generated maps of 15
// to 150 nodes and on the first dataset; TestSolveQuality holds the outcome.
//
// Terms of the energy.
const (
	// weightStress: crossings an edge, times the normalised stress. Source: raised by a tenth with the
	// longer last round: stress and crossings both fell. Larger: distances truer, more crossings.
	weightStress = 5.5
	// weightStressFree: the same if the drawing need not fill its frame. Source: test maps without a
	// frame. Larger: as weightStress.
	weightStressFree = 10.2
	// weightCrossing: crossings. Source: the unit.
	weightCrossing = 1.0
	// weightFlatCrossing: crossings, at an angle of 0. Source: Huang, Hong, Eades 2008: flat crossings are
	// harder to follow. Larger: crossings nearer to right angles, more of them.
	weightFlatCrossing = 0.5
	// weightEdgeOnNode: crossings a shape that an edge runs over. Source: test maps. Larger: fewer edges
	// over nodes, more crossings.
	weightEdgeOnNode = 2.8
	// weightEdgeNearNode: crossings at distance 0, falling to 0 at the margin. Source: test maps. Larger:
	// edges keep farther from nodes.
	weightEdgeNearNode = 1.1
	// weightEdgeOnLabel: crossings a label that an edge runs under; its halo keeps it readable. Source:
	// test maps. Larger: fewer edges under labels, more crossings.
	weightEdgeOnLabel = 1.4
	// weightEdgeNearLabel: crossings at distance 0, falling to 0 at the margin. Source: test maps. Larger:
	// edges keep farther from labels.
	weightEdgeNearLabel = 0.5
	// weightIntrusion: crossings a px that an edge is too deep in a node or label. Source: makes deeper
	// worse, so that the search finds its way out. Larger: leaves nodes faster, hides other terms.
	weightIntrusion = 0.03
	// maxIntrusion: px up to which weightIntrusion counts. Source: about the size of a node. Larger: as
	// weightIntrusion.
	maxIntrusion = 30.0
	// weightOverlap: crossings a pair of nodes closer than the gap. Source: test maps. Larger: fewer
	// overlaps left to overlap removal, rougher energy.
	weightOverlap = 6.0
	// weightOverlapDepth: crossings a px of the overlap. Source: test maps. Larger: as weightOverlap.
	weightOverlapDepth = 0.3
	// weightProximity: crossings at the gap, falling to 0 at the clearance. Source: test maps. Larger:
	// nodes stand freer, distances less true.
	weightProximity = 0.2
	// weightBorder: crossings at the frame's border, falling to 0 at the border width. Source: test maps.
	// Larger: nodes keep off the border.
	weightBorder = 0.6
	// weightOwnLabel: crossings an edge that leaves its node through the label. Source: test maps. Larger:
	// edges leave upwards, distances less true.
	weightOwnLabel = 0.25
	// weightDensity: crossings times the squared mass of a cell. Source: test maps; TestSolveQuality
	// bounds the largest empty circle. Larger: the frame is filled more evenly, distances less true.
	weightDensity = 0.45
	// nodesPerCell: nodes a cell of the density grid. Source: test maps: a finer grid works against the
	// stress. Larger: coarser notion of evenly.
	nodesPerCell = 1.6
	// sparseEdges: edges a node up to which edges can keep off nodes. Source: with more edges, forbidding
	// it only buys crossings. Larger: edge-node terms count in denser maps.
	sparseEdges = 1.8
	// minEdgeNodeWeight: smallest factor of the edge-node terms. Source: test maps with three edges a
	// node. Larger: dense maps: fewer edges over nodes, more crossings.
	minEdgeNodeWeight = 0.5
	// maxAxisScale: ratio of the axes' scales in the stress. Source: test maps in tall frames. Larger:
	// narrow frames are filled better, distances less true.
	maxAxisScale = 1.6
)

// Terms of an anchor.
const (
	// weightMoved: crossings a node that is not where it was. Source: a gain below it is not worth a
	// reader's while. Larger: fewer nodes move.
	weightMoved = 0.4
	// weightDisplacement: crossings at the largest displacement, growing with its square. Source:
	// TestRelayoutIsCalm. Larger: nodes move less far.
	weightDisplacement = 0.8
)

// The schedule of annealing.
const (
	// quenchFraction: share of a run. Source: halved with the hotter last round; over 40 seeds maps with
	// many edges gain by less. Larger: less time for leaving poor minima.
	quenchFraction = 0.18
	// temperaturePerCrossing: crossings, at an energy of one crossing a node. Source: over 20 seeds; half
	// or twice as much gained nothing. Larger: leaves more minima, converges later.
	temperaturePerCrossing = 1.6
	// maxRange: share of the frame, at first. Source: over 20 seeds. Larger: larger moves are tried first.
	maxRange = 0.8
	// minRange: share of the frame, in the end. Source: over 20 seeds. Larger: coarser last moves.
	minRange = 0.04
	// movesPerVisit: positions a visit; removing a node costs as much as one. Source: 5 and 12 gained
	// nothing. Larger: fewer nodes visited.
	movesPerVisit = 8
)

// The cleanup after a drag.
const (
	// CleanupRounds: rounds: clearing one edge may put a node under another. Source: TestDragCleansUp.
	// Larger: more edges cleared, more nodes moved.
	CleanupRounds = 4
	// cleanupEvaluations: evaluations a round. Source: TestDragCleansUp. Larger: slower, more edges
	// cleared.
	cleanupEvaluations = 1000
	// CleanupDisplacement: share of the frame's width a round. Source: what a reader still recognises.
	// Larger: more edges cleared, nodes move farther.
	CleanupDisplacement = 0.08
	// EdgeClearance: px between an edge and a foreign shape. Source: the width of an edge and its halo.
	// Larger: more nodes count as obstructed.
	EdgeClearance = 4.0
)
