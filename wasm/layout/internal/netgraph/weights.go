package netgraph

// The weights of shortest paths and coarsening.
const (
	// UnitsPerEdge: units an edge of mean length, if lengths differ. Source: rounding below what a drawing
	// shows. Larger: distances more exact, Dial's algorithm slower.
	UnitsPerEdge = 8
	// LongDistance: eccentricity in units from which each source is searched for itself. Source: a grid of
	// 10,000 nodes: hardly two searches pass a node at once. Larger: slower on meshes.
	LongDistance = 50
	// maxKeptShare: share of the nodes that a level may keep. Source: coarsening stops where levels no
	// longer pay. Larger: more levels.
	maxKeptShare = 0.9
	// maxMassShare: share of the total mass in one coarse node. Source: the leaves of a star must not
	// become one node. Larger: hubs swallow their leaves.
	maxMassShare = 1.0 / 16
)
