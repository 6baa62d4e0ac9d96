package data

import "github.com/tidwall/gjson"

// step reads one station of the story.
func (d *decoder) step(v value) (s Step) {
	d.object(v, "a step", form{
		needs("id", func(v value) { s.ID = d.define(v, aStep) }),
		needs("title", func(v value) { s.Title = d.text(v, MaxTitleLength) }),
		needs("text", func(v value) { s.Text = d.text(v, MaxNoteLength) }),
		needs("relations", func(v value) { s.Relations = d.told(v) }),
		may("view", func(v value) { s.View = d.view(v) }),
	})
	return s
}

// told reads the relations that a step tells of: it says nothing that no relation proves.
func (d *decoder) told(v value) []string {
	all := d.distinct(v, MaxTold, aRelation)
	if v.IsArray() && len(all) == 0 {
		d.fault(v.spot(), "the step tells of no relation", "name the relations that prove its text")
	}
	return all
}

func (d *decoder) view(v value) (w View) {
	d.object(v, "a view", form{
		may("select", func(v value) { w.Select = d.reference(v, aNode|aRelation) }),
		may("camera", func(v value) { w.Camera = d.camera(v) }),
		may("filter", func(v value) { w.Filter = d.filter(v) }),
		may("time", func(v value) { w.Time = d.period(v) }),
		may("around", func(v value) { w.Around = d.around(v) }),
	})
	return w
}

func (d *decoder) filter(v value) *Filter {
	var f Filter
	d.object(v, "a filter", form{
		may("kind", func(v value) {
			f.Kind = words(d, v, "a kind", string(Person), string(State), string(Organisation), string(Group), "issue")
		}),
		may("class", func(v value) { f.Class = words(d, v, "a class", Words, Deeds, Structure) }),
		may("status", func(v value) { f.Status = words(d, v, "a status", Happened, Future, Hypothetical, Negated) }),
		may("speaker", func(v value) { f.Speaker = d.speakers(v) }),
		may("issue", func(v value) { f.Issue = d.distinct(v, MaxFilter, anIssue) }),
		may("source", func(v value) { f.Source = d.distinct(v, MaxFilter, aSource) }),
		may("standing", func(v value) { f.Standing = words(d, v, "a standing", Stated, Alleged, Disputed, NoProof) }),
	})
	return &f
}

// speakers reads actors, and NoSpeaker for the source itself.
func (d *decoder) speakers(v value) []string {
	return list(d, v, MaxFilter, func(item value) string {
		if item.Type == gjson.String && item.Str == NoSpeaker {
			return NoSpeaker
		}
		return d.reference(item, anActor)
	})
}

func (d *decoder) period(v value) *Period {
	var p Period
	got := d.object(v, "a time", form{
		needs("by", func(v value) { p.By = oneOf(d, v, "a clock", "event", "report") }),
		may("from", func(v value) { p.From = d.date(v) }),
		may("until", func(v value) { p.Until = d.date(v) }),
	})
	if got != nil && !got.has("from") && !got.has("until") {
		d.fault(v.spot(), "the time has neither beginning nor end", `add "from", "until" or both, or leave "time" out`)
	}
	d.order(got.spot("until"), p.From, p.Until)
	return &p
}

func (d *decoder) around(v value) *Around {
	a := Around{Way: "both"}
	d.object(v, "the surroundings", form{
		needs("node", func(v value) { a.Node = d.reference(v, aNode) }),
		needs("steps", func(v value) { a.Steps = d.reach(v) }),
		may("way", func(v value) { a.Way = oneOf(d, v, "a way along the arrows", "both", "along", "against") }),
	})
	return &a
}

func (d *decoder) camera(v value) *Camera {
	c := Camera{X: 0.5, Y: 0.5}
	d.object(v, "a camera", form{
		needs("zoom", func(v value) { c.Zoom = d.zoom(v) }),
		needs("x", func(v value) { c.X = d.fraction(v) }),
		needs("y", func(v value) { c.Y = d.fraction(v) }),
	})
	return &c
}
