package data

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
	})
	return w
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
