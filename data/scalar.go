package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tidwall/gjson"
)

// array reads an array of at most most elements. Those beyond are read too: what refers to
// them is not wrong.
func (d *decoder) array(v value, most int, read func(value)) {
	if !v.IsArray() {
		d.fault(v.spot(), fmt.Sprintf("found %s where an array should be", v.shape()), "a list in brackets: [ ... ]")
		return
	}
	n := 0
	v.items(func(item value) {
		n++
		read(item)
	})
	if n > most {
		d.fault(v.spot(), fmt.Sprintf("%d elements are more than the %d allowed", n, most), "")
	}
}

// str reads a string in which something can be seen and that has at most most code points.
func (d *decoder) str(v value, most int) string {
	if v.Type != gjson.String {
		d.fault(v.spot(), fmt.Sprintf("found %s where a string should be", v.shape()), `text in double quotes: "..."`)
		return ""
	}
	if strings.TrimFunc(v.Str, isSpaceOrControl) == "" {
		cure := "leave the field out, or fill it"
		if v.needed {
			cure = "fill it: the field is needed"
		}
		d.fault(v.spot(), "the text is empty", cure)
	}
	if n := utf8.RuneCountInString(v.Str); n > most {
		d.fault(v.spot(), fmt.Sprintf("%d characters are more than the %d allowed", n, most), "shorten it")
	}
	return v.Str
}

// text reads a string, or an object from language tags to strings.
func (d *decoder) text(v value, most int) Text {
	if !v.IsObject() {
		if v.Type != gjson.String {
			d.fault(v.spot(), fmt.Sprintf("found %s where a text should be", v.shape()),
				`a string, or one for each language: {"en": "...", "ar": "..."}`)
			return Text{}
		}
		return Plain(d.str(v, most))
	}
	var versions []Tagged
	v.fields(func(tag, version value) {
		if !isLanguageTag(tag.Str) {
			d.fault(tag.spot(), quoted(tag.Str)+" is not a language tag", "such as en, ar or zh-Hant (BCP 47)")
		}
		versions = append(versions, Tagged{tag.Str, d.str(version, most)})
	})
	if len(versions) == 0 || len(versions) > MaxLanguages {
		d.fault(v.spot(), fmt.Sprintf("the text has %d languages", len(versions)), fmt.Sprintf("1 to %d are allowed", MaxLanguages))
	}
	return InLanguages(versions...)
}

// boolean reads true or false.
func (d *decoder) boolean(v value) bool {
	if !v.IsBool() {
		cure := "true or false without quotes"
		switch strings.ToLower(v.Str) {
		case "true", "yes":
			cure = "write true without quotes"
		case "false", "no":
			cure = "write false without quotes"
		}
		d.fault(v.spot(), fmt.Sprintf("found %s where true or false should be", v.shape()), cure)
	}
	return v.Bool()
}

// date reads a date.
func (d *decoder) date(v value) Date { return d.dateOr(v, "") }

// eventDate reads the date of a relation, beside which there may be words.
func (d *decoder) eventDate(v value) Date { return d.dateOr(v, `; other words go into "when"`) }

// dateOr reads a date. other is what the cure says to do with what is none.
func (d *decoder) dateOr(v value, other string) Date {
	date, ok := parseDate(v.Str)
	switch {
	case v.Type == gjson.String && ok:
		return date
	case isBeforeYear1(v.Str):
		d.fault(v.spot(), shown(v)+" is a year that no date can have: there is no year 0, and dates before the common era are not understood", "the years 0001 to 9999"+other)
	default:
		d.fault(v.spot(), shown(v)+" is not a date", `"2025", "2025-02" or "2025-02-27", a day that exists`+other)
	}
	return ""
}

// fraction reads a number from 0 to 1.
func (d *decoder) fraction(v value) float64 {
	return d.number(v, 0, 1, "outside the frame", "a fraction of the frame from 0 to 1")
}

// zoom reads how much larger than the whole map a view is.
func (d *decoder) zoom(v value) float64 {
	return d.number(v, 1, MaxZoom, "no zoom of a map", fmt.Sprintf("1 shows the whole map, %d is the most", MaxZoom))
}

// reach reads how far a view reaches around a node.
func (d *decoder) reach(v value) int {
	cure := fmt.Sprintf("a whole number from 1 to %d", MaxAround)
	n := d.number(v, 1, MaxAround, "no number of steps", cure)
	if n != float64(int(n)) {
		d.fault(v.spot(), fmt.Sprintf("%v is no number of steps", n), cure)
	}
	return int(n)
}

// words reads a list of known words.
func words[T ~string](d *decoder, v value, what string, known ...T) []T {
	return list(d, v, MaxFilter, func(item value) T { return oneOf(d, item, what, known...) })
}

// number reads a number from low to high. A number beyond is called outside.
func (d *decoder) number(v value, low, high float64, outside, cure string) float64 {
	if v.Type != gjson.Number {
		d.fault(v.spot(), fmt.Sprintf("found %s where a number should be", v.shape()), cure)
		return 0
	}
	x, err := strconv.ParseFloat(v.Raw, 64)
	switch {
	case err != nil:
		d.fault(v.spot(), "the number is not finite", cure)
	case x < low || x > high:
		d.fault(v.spot(), shown(v)+" is "+outside, cure)
	}
	return x + 0 // -0 becomes 0
}

// oneOf reads one of a few words. what names them, such as "a kind".
func oneOf[T ~string](d *decoder, v value, what string, words ...T) T {
	if v.Type == gjson.String && slices.Contains(words, T(v.Str)) {
		return T(v.Str)
	}
	names := make([]string, len(words))
	for i, w := range words {
		names[i] = string(w)
	}
	cure := ""
	if v.Type == gjson.String {
		cure = d.hints.nearest(v.Str, names)
	}
	if cure == "" {
		cure = listed(names)
	}
	d.fault(v.spot(), shown(v)+" is not "+what, cure)
	return ""
}

// shown puts a value that was not understood into a message.
func shown(v value) string {
	switch v.Type {
	case gjson.String:
		return quoted(v.Str)
	case gjson.JSON:
		return v.shape()
	}
	return v.Raw[:min(len(v.Raw), 30)]
}
