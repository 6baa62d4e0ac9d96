package data

import (
	"fmt"
	"slices"
	"strings"
)

// A decoder turns JSON values into a Dataset and collects what is wrong on the way.
type decoder struct {
	strict  bool // unknown fields are a problem
	found   faults
	nodes   map[string]definition // actors, issues and relations by id: one namespace, so that depends_on may name any
	sources map[string]definition
	steps   map[string]definition
	written written
	meaning func(word string) string // may be nil
	today   Date                     // may be empty
	hints   hinter
}

// newDecoder returns a decoder that has read nothing.
func newDecoder(strict bool) *decoder {
	return &decoder{strict: strict, nodes: map[string]definition{}, sources: map[string]definition{}, steps: map[string]definition{},
		written: written{ids: map[what][]string{}}}
}

// A field says how one field of an object is read, and where it was found.
type field struct {
	name     string
	required bool
	read     func(value)
	spot     spot // zero until found
}

// needs returns a field that must be there.
func needs(name string, read func(value)) field { return field{name: name, required: true, read: read} }

// may returns a field that may be left out.
func may(name string, read func(value)) field { return field{name: name, read: read} }

// A form is the fields of one object, those that it may have and those that it has. The nil
// form is that of a value which is no object.
type form []field

// spot returns where a field stands, the zero spot when it is absent.
func (f form) spot(name string) spot {
	for _, field := range f {
		if field.name == name {
			return field.spot
		}
	}
	return spot{}
}

// has reports whether one of the fields is there.
func (f form) has(names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return f.spot(name).at != nil })
}

// fault reports a problem.
func (d *decoder) fault(at spot, cause, cure string) {
	d.found.add(fault{offset: at.offset, at: at.at, cause: cause, cure: cure})
}

// object reads an object field by field, as the form says. name is what the object is for
// messages, such as "an actor".
func (d *decoder) object(v value, name string, fields form) form {
	if !v.IsObject() {
		d.fault(v.spot(), fmt.Sprintf("found %s where %s should be", v.shape(), name), "an object in braces: { ... }")
		return nil
	}
	v.fields(func(key, member value) {
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == key.Str })
		switch {
		case i < 0:
			d.unknownField(key, name, fields)
		case fields[i].spot.at == nil: // a second one has been reported by lint
			fields[i].spot = member.spot()
			member.needed = fields[i].required
			fields[i].read(member)
		}
	})
	for _, f := range fields {
		if f.spot.at == nil && f.required {
			d.fault(v.spot(), fmt.Sprintf("%s needs %q", name, f.name), "add the field")
		}
	}
	return fields
}

// unknownField reports a field that the format does not have.
func (d *decoder) unknownField(key value, name string, fields form) {
	if !d.strict {
		return
	}
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	cure := d.hints.nearest(key.Str, names)
	if cure == "" {
		cure = name + " has " + strings.Join(names, ", ")
	}
	d.fault(key.spot(), "unknown field "+quoted(key.Str), cure)
}
