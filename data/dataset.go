// Package data reads, checks and embeds the datasets that a map is drawn from.
//
// A dataset is one JSON document: sources, actors, issues and the relations
// between them, each with the words that prove it. [Parse] turns bytes into a
// [Dataset]; [Validate] lists everything that is wrong with them, each problem
// with line, column, path, cause and cure. The package imports the standard
// library and gjson only, and runs natively and in the browser.
package data

// A Dataset is one map: who acts on whom, about what, by which evidence.
type Dataset struct {
	ID          string
	Title       Text
	Summary     Text
	Language    string // BCP 47 tag of the plain texts
	Updated     Date   // the "as of" date
	License     string // licence of the coding; quotes stay their owners'
	Byline      Text   // who made the map
	Publisher   Text   // who answers for it
	Contact     string // where errors are reported: an https or mailto address; may be empty
	Corrections []Correction
	Sources     []Source
	Actors      []Actor
	Issues      []Issue
	Relations   []Relation
	Steps       []Step
}

// A Correction is a dated note on what was wrong in an earlier version.
type Correction struct {
	Date    Date
	Text    Text
	About   []string // ids of the actors, issues and relations that were corrected
	Removed []string // ids that earlier versions had and that this file has no more
}

// A Source is a document that evidence is taken from.
type Source struct {
	ID        string
	Title     Text
	Publisher Text
	Author    Text
	Published Date
	URL       string // http or https; may be empty
	Archive   string // archived copy; may be empty
	Language  string // BCP 47 tag of the quotes; empty: the dataset's
}

// An ActorKind says what sort of actor a node is.
type ActorKind string

// The kinds of actors.
const (
	Person       ActorKind = "person"
	State        ActorKind = "state"
	Organisation ActorKind = "organisation"
	Group        ActorKind = "group"
)

// An Actor is somebody, or a body, that acts or is acted on.
type Actor struct {
	ID       string
	Name     Text
	Kind     ActorKind
	Of       []Membership
	Aliases  []Text
	Note     Text
	Evidence []Evidence // of the note; without it the note is the editor's own
	URL      string
	Wikidata string // "Q" and digits; may be empty
	Place    *Place // nil: the layout decides
}

// A Membership ties an actor to the body it belongs to. It is structure, not a claim
// of the map, but needs evidence unless it is common knowledge.
type Membership struct {
	To       string // actor id
	Role     Text
	Since    Date
	Until    Date
	Common   bool // common knowledge: no evidence needed
	Evidence []Evidence
}

// A Step is one station of a story told along the map: what it says, the relations that
// prove it, and how the map is to be seen meanwhile.
type Step struct {
	ID        string
	Title     Text
	Text      Text
	Relations []string // relation ids, at least one
	View      View
}

// A View is a way of looking at the map; the zero View is that of the whole map.
type View struct {
	Select string  `json:"-"` // actor, issue or relation id; may be empty
	Camera *Camera `json:"-"`

	// What of the map is shown, as JSON what the script reads; nil narrows nothing.
	Filter *Filter `json:"filter,omitempty"`
	Time   *Period `json:"time,omitempty"`
	Around *Around `json:"around,omitempty"`
}

// A Filter keeps the relations that are one of the values of each facet; an empty facet keeps
// all. Kind is that of either end ("issue" beside the kinds of actors), Issue an end or what a
// relation is about, and NoSpeaker among the speakers stands for the source itself.
type Filter struct {
	Kind    []string `json:"kind,omitempty"`
	Class   []Class  `json:"class,omitempty"`
	Status  []Status `json:"status,omitempty"`
	Speaker []string `json:"speaker,omitempty"`
	Issue   []string `json:"issue,omitempty"`
	Source  []string `json:"source,omitempty"`

	Standing []Standing `json:"standing,omitempty"`
}

// NoSpeaker is among the speakers of a Filter the source itself. No id is like it.
const NoSpeaker = "-"

// A Period keeps the relations of a span, by the day of the event or of the first report.
type Period struct {
	By    string `json:"by"`              // "event" or "report"
	From  Date   `json:"from,omitempty"`  // empty: open
	Until Date   `json:"until,omitempty"` // empty: open
}

// An Around keeps what lies within 1 to MaxAround steps of a node.
type Around struct {
	Node  string `json:"node"`
	Steps int    `json:"steps"`
	Way   string `json:"way"` // of the arrows: "both", "along" or "against"
}

// A Camera is what of the frame is seen: the point in the middle of the picture, as
// fractions of the frame, and how much larger than the whole map it is drawn, 1 to MaxZoom.
type Camera struct{ X, Y, Zoom float64 }

// A Place is a fixed position as fractions of the frame, origin top left, y down.
type Place struct{ X, Y float64 }

// An Issue is what relations are about.
type Issue struct {
	ID       string
	Name     Text
	PartOf   string     // issue id; may be empty
	Common   bool       // PartOf is common knowledge
	Evidence []Evidence // of PartOf
	Aliases  []Text
	Note     Text
	URL      string
	Wikidata string
	Place    *Place
}

// A Stance is an actor's side on an issue, set only where the quote states it.
type Stance string

// The stances; the zero value means that the sources do not say.
const (
	For     Stance = "for"
	Against Stance = "against"
)

// A Status says whether a relation took place, as of the source's date.
type Status string

// The statuses. An absent status is read as Happened.
const (
	Happened     Status = "happened"
	Future       Status = "future"
	Hypothetical Status = "hypothetical"
	Negated      Status = "negated"
)

// A Relation is one statement: From acts on To, about About.
type Relation struct {
	ID        string
	From      string   // actor or issue id
	To        string   // actor or issue id
	About     []string // actor or issue ids
	Type      Type     // see Vocabulary
	Stance    Stance
	Label     Text // a short verb phrase
	Date      Date
	Until     Date
	When      Text // the text's own words where no date fits
	Place     Text
	Status    Status // never empty after Parse
	If        Text   // condition in words
	DependsOn []string
	Mutual    bool
	Amount    *Amount // nil: none is known
	Reviewed  Date    // when somebody else has compared the relation with its evidence
	Reply     *Reply  // nil: nobody was asked
	Outcome   *Outcome
	Evidence  []Evidence
}

// An Amount is a sum of money. It is said with the label and never drawn as thickness.
type Amount struct {
	Value    float64 // above 0
	Currency string  // ISO 4217, such as EUR
}

// A ReplyKind says how somebody answered what a relation says of them.
type ReplyKind string

// The kinds of replies.
const (
	Statement ReplyKind = "statement"
	Declined  ReplyKind = "declined"
	NoAnswer  ReplyKind = "no answer"
)

// A Reply is what somebody answered when asked about a relation.
type Reply struct {
	By   string // actor id
	Kind ReplyKind
	Date Date
	Text Text // never empty for a Statement
}

// An Outcome is what became of the matter later, such as an acquittal.
type Outcome struct {
	Text     Text
	Date     Date
	Evidence []Evidence
}

// A Voice says how a source carries a statement.
type Voice string

// The voices.
const (
	Direct   Voice = "direct"   // in quotation marks
	Reported Voice = "reported" // "said that ..."
	Expected Voice = "expected" // "is expected to ..."
	Narrator Voice = "narrator" // the source itself
)

// An Answer is that of a question which the dataset may leave open.
type Answer string

// The answers; the zero value means that the dataset does not say.
const (
	Unsaid Answer = ""
	Yes    Answer = "yes"
	No     Answer = "no"
)

// Evidence is the proof of a relation: the words, who spoke them, where they stand.
type Evidence struct {
	Source      string // source id
	Quote       Text   // verbatim; a plain Text is in the source's language, and a file of the older form may name the one language it is in
	Translation Text   // the map's own, no quote
	Speaker     string // actor id; empty: Attributed, or the source itself
	Attributed  Text   // words for a speaker who has no name or is no actor; empty with a Speaker
	Voice       Voice  // never empty after Parse: left out, it is Reported with a speaker, else Narrator
	Reported    Date   // when it was said or printed
	Alleged     Answer // Yes: the source reports a claim and does not make it its own. No: it vouches for it
	Denies      bool   // the words deny the relation
}
