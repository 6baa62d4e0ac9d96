package page

import (
	"html/template"

	"actormap/data"
)

// The types of this file are what the templates see. Every string that comes from the
// dataset is a words value or an id; everything else is ours, in the language of the page.

// words is a text of the dataset; Lang is empty where it is the page's own language. Before and
// After are ours: what a label says first where it is a claim, and the amount behind it.
type words struct{ Text, Lang, Before, After string }

// All is the text with what stands around it, for places that hold no markup.
func (w words) All() string { return w.Before + w.Text + w.After }

// date is a date for machines and in words; both are empty for none.
type date struct{ ISO, Words string }

// span is a day or a time: From alone is a date, Until alone an end.
type span struct{ From, Until date }

// document is what all documents have in common.
type document struct {
	Lang, Dir   string // of everything that does not come from the dataset
	Root        string // prefix of every address: "" or "../"
	Assets      Assets
	HeadTitle   string
	Description string
	SiteName    string
	Locale      string  // of HeadTitle and Description, as Open Graph writes it; may be empty
	Policy      string  // Content-Security-Policy; empty where a server sends it
	Address     string  // absolute; empty where the site's is not known
	Card        Picture // with an absolute address; the zero Picture for none
	CardAlt     string
	Title       words
	AsOf        date
	Corrected   date // of the newest correction
	Desk        desk
	Sources     []source
	Languages   []languageLink
	Alternates  []alternate
	Unreviewed  bool // nobody who speaks the language has checked the interface's words
	Unlisted    bool // search engines have nothing to find here
}

// desk is who answers for the map.
type desk struct {
	Byline, Publisher words
	Contact           string // https or mailto address; empty for none
}

// Any reports whether the dataset names somebody.
func (d desk) Any() bool { return d.Byline.Text != "" || d.Publisher.Text != "" || d.Contact != "" }

// indexDocument is the page, and the small document for an iframe.
type indexDocument struct {
	document
	Summary      words
	Pictures     []Picture
	Alt          string
	Caption      template.HTML
	InWords      inWords
	TableCaption string
	Script       script
	Legend       []legendGroup
	Story        []step
	Groups       []group
	Rows         []row
	Contrasts    contrasts
	Corrections  []correction
	Types        []typeUse
	License      string
	MoreSources  template.HTML
	Most         template.HTML // why not every node has a place on the page; empty where each has
}

// Discovery tells where the page's oEmbed answer is; a node's document has none.
func (d indexDocument) Discovery() Public { return d.Assets.Public }

// Sources4 lists the pictures that need a media condition: all but the largest.
func (d indexDocument) Sources4() []conditionalPicture { return conditional(d.Pictures) }

// Largest returns the picture that is shown where no condition holds, or nil.
func (d indexDocument) Largest() *Picture {
	if len(d.Pictures) == 0 {
		return nil
	}
	return &d.Pictures[len(d.Pictures)-1]
}

// nodeDocument is the page of one actor or issue of a large dataset.
type nodeDocument struct {
	document
	Node        node
	Contrasts   contrasts
	Corrections []correction // those that have removed something
}

// Discovery tells that nothing is known to embed it.
func (nodeDocument) Discovery() Public { return Public{} }

// group is the actors of one kind, or the issues.
type group struct {
	ID      string
	Heading template.HTML
	Nodes   []node
	All     int    // nodes of the kind
	Page    string // address of the list of all, where not all are among Nodes
}

// listDocument is the list of all nodes of one kind, of a dataset with too many for the page.
type listDocument struct {
	document
	Path    string
	Heading template.HTML
	Count   int
	Entries []listEntry
}

// Discovery tells that nothing is known to embed it.
func (listDocument) Discovery() Public { return Public{} }

// listEntry is one actor or issue of a list.
type listEntry struct {
	Node       nodeLink
	Count      int
	CountWords string
}

// node is one actor or issue.
type node struct {
	ID         string
	Name       words
	Kind       string // "person", ..., "issue"
	KindWords  template.HTML
	Count      int // relations that it is an end of
	CountWords string
	SumWords   string // what CountWords consists of; empty without relations
	Of         []membership
	PartOf     *partOf
	Members    []nodeLink
	MembersKey string // what the catalogue says of Members
	Aliases    []words
	Note       words
	NoteProofs []evidence // without them the note is the editor's
	Links      []link
	Corrected  []correction // those that are about the node
	Relations  []relation
	Refs       []refs
	Page       string // address of its own document, if it has one
}

// partOf says which issue another is part of.
type partOf struct {
	Node     nodeLink
	Common   bool
	Evidence []evidence
}

// nodeLink points to an actor or issue.
type nodeLink struct {
	ID   string
	Name words
	Href string
}

// link points outside.
type link struct {
	Href  string
	Words template.HTML
}

// membership says to whom an actor belongs.
type membership struct {
	Node     nodeLink
	Role     words
	Span     span
	Common   bool
	Evidence []evidence
}

// relation is one statement of the map.
type relation struct {
	ID          string
	Type        data.Type
	TypeWords   string
	StatusWords string // empty for what happened
	Standing    string // "disputed", or that it is only claimed, in words; empty for what is stated
	Disputed    bool   // somebody denies it
	Who         *who   // of a claim: who says it and who denies it
	From, To    nodeLink
	Label       words
	Mark        mark
	Span        span
	When        words
	Facts       []fact
	Mixed       *pairLink
	Evidence    []evidence // newest first
	Sides       []side     // of a disputed relation: Evidence, for and against
	Corrections []correction
	Reply       *reply
	Outcome     *outcome
	Reviewed    date
	Report      string // address to which an error in this relation is reported; empty for none
	ReportLine  string // what names the relation there; empty where Report does
}

// who says a claim, and who denies it.
type who struct {
	Says, Denies []voucher
}

// voucher is an actor, words for somebody who is none, or a source.
type voucher struct {
	Node    *nodeLink // nil: Words
	Words   words
	Unnamed bool // Words are a source that does not name who says it
}

// reply is what somebody answered when asked.
type reply struct {
	By   nodeLink
	Kind data.ReplyKind
	Date date
	Text words
}

// outcome is what became of the matter.
type outcome struct {
	Text     words
	Date     date
	Evidence []evidence
}

// side is the half of what contradicts itself.
type side struct {
	Title    template.HTML
	Evidence []evidence
	Claims   []claim
}

// claim is a relation in short: its headline, when, and, where sides are compared, the newest quote.
type claim struct {
	Ref      ref
	Span     span
	Who      *who      // of a claim
	Evidence *evidence // may be nil
}

// pairLink leads from a relation to the pair of its ends, between which there is the opposite too.
type pairLink struct{ Href, Words string }

// pair is two nodes between which there is cooperation and conflict.
type pair struct {
	ID    string
	A, B  nodeLink
	Sides []side
}

// dispute is a relation that some evidence denies.
type dispute struct {
	Ref   ref
	Words string
}

// contrasts are the pairs and relations of which the sources tell two sides.
type contrasts struct {
	Pairs    []pair
	Disputes []dispute
}

// Any reports whether there is something to show.
func (c contrasts) Any() bool { return len(c.Pairs)+len(c.Disputes) > 0 }

// fact is a row of the small list under a relation.
type fact struct {
	Term  template.HTML
	Words words
	Links []nodeLink
}

// evidence is the proof of a relation.
type evidence struct {
	Quote       words
	Translation words     // the map's own; empty for none
	Speaker     *nodeLink // nil: Attributed, or the source itself
	Attributed  words
	Voice       string
	Source      words
	SourceHref  string
	Reported    date
	Denies      bool
	Alleged     bool // the source only reports a claim
}

// refs are links to articles that stand elsewhere.
type refs struct {
	Title template.HTML
	Refs  []ref
}

// ref is a link to one article.
type ref struct {
	ID, Href        string
	From, Label, To words
	Mutual          bool
	Notes           string // what keeps it from being read as what is so: see builder.notes; may be empty
}

// row is a relation in the table.
type row struct {
	From, To nodeLink
	Href     string
	Label    words
	Span     span
	When     words
	Status   string
}

// source is a document that quotes are taken from.
type source struct {
	ID                      string
	Name, Author, Publisher words
	Published               date
	Links                   []link
	CountWords              string
	Uses                    []ref // the relations that it proves; none where they have documents of their own
}

// step is one station of the story.
type step struct {
	ID          string
	Title, Text words
	Relations   []ref
	ProofWords  string
	Lines       string // ids of Relations, with spaces between
	Node, Line  string // id of what is selected; at most one
	Camera      string // "zoom x y", or empty
	Reading     string // what part of the map is shown, as JSON, or empty
}

// correction is a dated note on an earlier mistake.
type correction struct {
	Date    date
	Text    words
	About   []nodeLink
	Removed []string // ids that are no longer there; links to them lead here
}

// typeUse is a type of relation that occurs in the dataset.
type typeUse struct{ Noun, Means, Where, CountWords string }
