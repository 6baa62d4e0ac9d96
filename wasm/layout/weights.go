package layout

import "actormap/wasm/layout/internal/force"

// The weights of the stages and of drag sessions. Those of the algorithms are in the weights.go of each room below
// internal.
//
// The search of small maps.
const (
	// maxStarts: starts. Source: by eye. Larger: more minima
	// are seen, slower.
	maxStarts = 48
	// minStarts: starts. Source: by eye. Larger: slower at small budgets.
	minStarts = 4
	// pairsPerStartEvaluation: node pairs moved in the time of an evaluation. Source: measured. Larger:
	// more starts.
	pairsPerStartEvaluation = 40
	// finalRound: rounds that the last one is worth. Source: over 20 seeds: 1 to 11 % fewer crossings than
	// equal rounds. Larger: longer last cooling, shorter rounds before.
	finalRound = 5
)

// A drag session. A node keeps its distances to all others with the weights of the stress, and its old
// position.
const (
	// weightHeld: of the distance to the held node, for its neighbours. Source: TestDragFollows: they
	// follow, but do not run along. Larger: neighbours follow more closely.
	weightHeld = 5.0
	// weightAnchor: of the old position, times the squared distance in steps from the held node. Source:
	// TestDragIsCalm. Larger: fewer nodes move.
	weightAnchor = 1.2
	// maxWeightAnchor: largest weight of the old position. Source: TestDragIsCalm: the reader's memory is
	// worth more than stress. Larger: far nodes move less.
	maxWeightAnchor = 20.0
	// moveTemperature: share of the way to its best position that a node moves in a step. Source: by eye.
	// Larger: nodes follow faster.
	moveTemperature = 0.35
	// cooling: factor of the temperature a step. Source: by eye. Larger: longer movement after the hand
	// stops.
	cooling = 0.93
	// minTemperature: temperature below which nodes stop following. Source: by eye. Larger: earlier rest.
	minTemperature = 0.01
	// maxStep: px a step. Source: by eye: faster looks like jumping. Larger: faster glides.
	maxStep = 28.0
	// leastMove: px. Source: too small to be seen. Larger: earlier glides.
	leastMove = 0.05
)

// Sizes of networks from which they are laid out another way.
const (
	// maxFullStress: nodes: stress over all pairs. Source: memory of n²/2 distances. Larger: better
	// drawings, slower.
	maxFullStress = 1500
	// maxCompeting: nodes: a candidate by stress and a multilevel one, the better kept. Source: time of
	// two candidates. Larger: better drawings, slower.
	maxCompeting = 20000
	// coarseStartNodes: nodes of the coarse network that larger ones begin with. Source: below
	// maxFullStress. Larger: better start, slower.
	coarseStartNodes = 800
	// coarsestNodes: nodes at which uncoarsening begins. Source: by eye.
	// Larger: fewer levels.
	coarsestNodes = 150
	// treeDensity: edges a node below which a network is laid out as a tree. Source: over 40 seeds on a
	// network of 303 nodes: 607 crossings in one of ten before, at most 66 since. Larger: denser networks
	// count as trees.
	treeDensity = 1.4
)

// Effort of the stages of large networks; a budget multiplies it.
const (
	// sampledEpochs: epochs of sampled stress. Source: TestSampledStressLowersTheStressOfAllPairs. Larger:
	// lower stress, slower.
	sampledEpochs = 10
	// edgeEpochs: epochs with weight on edges. Source: generated networks. Larger: edges more even.
	edgeEpochs = 3
	// edgeShare: weight of an edge, relative to a landmark at one step. Source: generated networks.
	// Larger: neighbours nearer, distances less true.
	edgeShare = 0.3
	// multilevelTicks: ticks on the finest level. Source: generated networks. Larger: smoother, slower.
	multilevelTicks = 18
	// treeTicks: ticks on the finest level of a tree. Source: trees unfold late. Larger: fewer crossings,
	// slower.
	treeTicks = 36
	// clusterMoves: moves of all clusters. Source: generated networks. Larger: lower stress, slower.
	clusterMoves = 4
	// clusterDepth: levels: clusters of about 2³ nodes. Source: halved clusters lowered the stress.
	// Larger: stiffer shape, detail kept.
	clusterDepth = 3
	// largeTicks: ticks above maxCompeting. Source: 50,000 nodes in the time of before. Larger: smoother,
	// slower.
	largeTicks = 12
	// largeTFDPTicks: t-FDP ticks above maxCompeting. Source: 50,000 nodes: 32 gave more at 1.3 times the
	// time. Larger: more neighbours near, slower.
	largeTFDPTicks = 16
	// largeTheta: opening angle above maxCompeting. Source: 50,000 nodes. Larger: faster, forces less
	// exact.
	largeTheta = 1.2
	// coarseTheta: opening angle on coarse levels. Source: the next level mends their errors. Larger:
	// faster, forces less exact.
	coarseTheta = 1.2
	// uncoarsenTemperature: temperature of a level's first tick. Source: generated networks. Larger:
	// levels forget their coarse positions.
	uncoarsenTemperature = 0.3
	// pinRounds: edges at which a pin is felt. Source: TestLargeKeepsPins. Larger: pins pull farther
	// nodes, slower.
	pinRounds = 40
)

// t-FDP.
const (
	// tfdpTicks: ticks. Source: 17 graphs up to 1,138 nodes: 1.6 times the neighbours of 8 ticks at 1.02
	// times the stress. Larger: more neighbours near, slower.
	tfdpTicks = 32
	// tfdpTemperature: temperature of the first tick. Source: twice the former does in 32 ticks what 64
	// did. Larger: faster, checks undo more.
	tfdpTemperature = 0.8
	// tfdpHalfLength: of the mean edge, at which a spring pulls with half of its force. Source: .4 to 1
	// gained nothing. Larger: long edges pull more.
	tfdpHalfLength = 0.5
	// weakCharge: charge of a drawing that comes from stress alone. Source: generated networks. Larger:
	// nodes spread more.
	weakCharge = force.DefaultCharge / 4
	// tfdpMaxStressLoss: share of the stress that the stage begins with. Source: 28 graphs: neighbours 1.6
	// to 2.4 times, stress 1.02. Larger: more neighbours near, distances less true.
	tfdpMaxStressLoss = 0.03
	// checkTicks: ticks between two checks of the stress. Source: by eye.
	// Larger: coarser control of the stress.
	checkTicks = 2
	// stressSampleNodes: nodes of which the stress is measured. Source: a sample of this size stands for
	// 20,000 nodes. Larger: stress more exact, slower.
	stressSampleNodes = 3000
	// minScale: of the temperature. Source: nothing moves below it. Larger: earlier end.
	minScale = 1.0 / (1 << 4)
)

// The scorer of candidates.
const (
	// scoredNodes: nodes. Source: their mean is known to a few hundredths. Larger: more exact, slower.
	scoredNodes = 120
	// maxScoredDegree: neighbours. Source: bounds the effort for hubs. Larger: hubs count too, slower.
	maxScoredDegree = 24
	// sampledPairs: pairs of edges. Source: half the former sample changed no choice. Larger: crossings
	// more exact, slower.
	sampledPairs = 200_000
)
