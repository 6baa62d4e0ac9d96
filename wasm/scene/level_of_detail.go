package scene

import "math"

const (
	roomyPx   = 64.0 // from node to node: with that much room, everything has full size
	filled    = 0.5  // share of the frame that nodes fill: a large map is round, and dense within
	arrowFrom = 0.45 // scale from which edges have arrowheads and dashes
	glyphFrom = 0.75 // scale from which edges have their glyphs

	// maxLabelledEdges is how many edges of a large map may be in view for those to have labels.
	maxLabelledEdges = 150
)

// A levelOfDetail says how fine a map is drawn: a small one whole at every zoom, a large one as its zoom asks for.
// resize settles it once; what draws asks for its fields and not for the size of the map.
type levelOfDetail struct {
	scale         float64 // share of full size at which shapes and edges are drawn
	snaps         bool    // nodes and texts come to rest on whole px
	layered       bool    // bands, edges and nodes are a static layer: pans go by whole px, highlights are drawn above
	leveledNames  bool    // names appear and fade by zoom level; else each has its slot as long as there is room
	leftovers     bool    // names without a slot take what room is left
	dots          bool    // a node below plainDisc is a dot, and edges are clipped to shapes approximately
	arrows        bool    // edges have arrowheads and dashes
	glyphs        bool    // edges have their glyphs, not only highlighted ones
	maxEdgeLabels int     // edges in view up to which those have labels
}

// levelOfDetailAt returns the level of detail at a scale.
func (s *Scene) levelOfDetailAt(scale float64) levelOfDetail {
	if s.large == nil {
		return levelOfDetail{scale: 1, snaps: true, leftovers: true, arrows: true, glyphs: true, maxEdgeLabels: math.MaxInt}
	}
	l := levelOfDetail{scale: scale, layered: true, leveledNames: true, dots: true, arrows: scale >= arrowFrom, glyphs: scale >= glyphFrom}
	if scale >= 1 {
		l.maxEdgeLabels = maxLabelledEdges
	}
	return l
}

// scaleAt returns the share of full size that there is room for at a zoom.
func (s *Scene) scaleAt(zoom float64) float64 {
	if s.large == nil {
		return 1
	}
	apart := math.Sqrt(s.size.W * s.size.H * filled / float64(len(s.laidOutNodes())))
	return min(1, apart*zoom/roomyPx)
}

// resize gives everything the size that the present zoom asks for.
func (s *Scene) resize() {
	before := s.lod.scale
	s.lod = s.levelOfDetailAt(s.scaleAt(s.camera.Zoom))
	if s.large == nil || s.lod.scale == before {
		return
	}
	for i := range s.nodeBoxes {
		s.nodeBoxes[i].halfW, s.nodeBoxes[i].halfH = s.fullSize[i].halfW*s.lod.scale, s.fullSize[i].halfH*s.lod.scale
	}
}

// isZoomedOut reports whether the map is a large one and seen from so far that no glyph makes room for
// a name: then a pan changes nothing except where edges and nodes lie.
func (s *Scene) isZoomedOut() bool { return !s.lod.glyphs }
