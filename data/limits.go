package data

// The limits of a dataset, the same for authors and for the viewer. They keep a stranger's
// file from exhausting the reader's browser, and labels from outgrowing the map. Lengths
// of text are in Unicode code points.
const (
	MaxBytes = 16 << 20 // of the file
	MaxDepth = 64       // of nested brackets; our own format needs 8, gjson's recursion some thousands less than it is given

	MaxNodes       = 10_000 // actors and issues together
	MaxRelations   = 40_000
	MaxSources     = 5_000
	MaxCorrections = 1_000
	MaxSteps       = 100

	MaxMemberships = 20  // "of" of one actor
	MaxAliases     = 20  // of one node
	MaxAbout       = 20  // of one relation
	MaxDependsOn   = 20  // of one relation
	MaxEvidence    = 20  // of one relation or membership
	MaxTold        = 50  // relations of one step
	MaxCorrected   = 100 // ids that one correction is about, and that it removed
	MaxLanguages   = 40  // of one text

	MaxIDLength     = 64
	MaxNameLength   = 80   // names, aliases, roles, places
	MaxLabelLength  = 80   // of a relation
	MaxTitleLength  = 200  // of the dataset and of sources, and their publishers and authors
	MaxPhraseLength = 200  // "when" and "if"
	MaxNoteLength   = 2000 // notes, summaries, corrections, the licence
	MaxQuoteLength  = 400
	MaxQuoteWords   = 30 // more is no longer a short quotation
	MaxURLLength    = 2000
	MaxZoom         = 8    // of a view that a dataset names: camera.MaxZoom, which maps of more than scene.StoryNodes nodes go beyond
	MaxAround       = 3    // steps around a node: beyond, nearly every map is whole again
	MaxFilter       = 30   // values of a view's filter in each facet
	MaxAmount       = 1e15 // of any currency; whole numbers up to here are exact
	MaxTagLength    = 35   // of a language tag (RFC 5646, 4.4.1)

	// MaxProblems is how many problems are told; what is beyond is counted.
	MaxProblems = 500
)
