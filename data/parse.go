package data

import (
	"bytes"

	"github.com/tidwall/gjson"
)

// A Reader reads datasets.
type Reader struct {
	// Folding, if there is one, finds what an author may have meant where a spelling is unknown.
	Folding Folding
	// Meaning, if there is one, says what to write in the place of a type that does not exist, as
	// NearestInMeaning does, or "".
	Meaning func(word string) string
	// Today, if it is known, is the day after which nobody can have worked on a dataset.
	Today Date
}

// Parse reads a dataset for showing it: unknown fields are ignored, every other error that
// Validate reports makes it fail, and no warning does. The error is of type Problems. file only
// names the source in messages.
func (r Reader) Parse(file string, src []byte) (*Dataset, error) {
	d := r.decoder(false)
	ds, _ := d.read(src)
	if problems := d.found.problems(file, src); len(problems) > 0 {
		return nil, problems
	}
	return ds, nil
}

// Validate reports everything that is wrong with a dataset, unknown fields and warnings
// included. It returns nil when all is well. Syntax comes first: where the bytes are not
// JSON, that is the only problem told.
func (r Reader) Validate(file string, src []byte) Problems {
	d := r.decoder(true)
	if ds, root := d.read(src); ds != nil {
		review(d, ds, root)
	}
	return d.found.problems(file, src)
}

// Parse reads a dataset as Reader.Parse does, without a Folding and a Meaning: the program that
// readers download has no need of them.
func Parse(file string, src []byte) (*Dataset, error) { return Reader{}.Parse(file, src) }

// Validate reports what Reader.Validate does, without a Folding and a day.
func Validate(file string, src []byte) Problems {
	return Reader{Meaning: NearestInMeaning}.Validate(file, src)
}

// decoder returns a decoder that has read nothing.
func (r Reader) decoder(strict bool) *decoder {
	d := newDecoder(strict)
	d.hints.folding, d.meaning, d.today = r.Folding, r.Meaning, r.Today
	return d
}

// read decodes src. The dataset is complete only if d finds no fault, and nil if src is
// not JSON.
func (d *decoder) read(src []byte) (*Dataset, value) {
	src = withoutMark(src)
	if bad := scan(src); bad != nil {
		d.found.add(*bad)
		return nil, value{}
	}
	root := rootValue(src)
	d.lint(root)
	ds := d.dataset(root)
	d.check(ds)
	splitQuotes(ds)
	return ds, root
}

// withoutMark puts blanks in the place of the byte-order mark of UTF-8 that some editors write
// at the beginning of a file. JSON has none, and offsets stay.
func withoutMark(src []byte) []byte {
	rest, found := bytes.CutPrefix(src, []byte("\xEF\xBB\xBF"))
	if !found {
		return src
	}
	return append([]byte("   "), rest...)
}

// rootValue returns the value that src consists of. src has passed scan.
func rootValue(src []byte) value { return value{Result: gjson.ParseBytes(src)} }
