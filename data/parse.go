package data

import "github.com/tidwall/gjson"

// A Reader reads datasets.
type Reader struct {
	// Folding, if there is one, finds what an author may have meant where a spelling is unknown.
	Folding Folding
}

// Parse reads a dataset for showing it: unknown fields are ignored, everything else that
// Validate reports makes it fail. The error is of type Problems. file only names the
// source in messages.
func (r Reader) Parse(file string, src []byte) (*Dataset, error) {
	ds, problems := r.read(file, src, false)
	if len(problems) > 0 {
		return nil, problems
	}
	return ds, nil
}

// Validate reports everything that is wrong with a dataset, unknown fields included. It
// returns nil when all is well. Syntax comes first: where the bytes are not JSON, that is
// the only problem told.
func (r Reader) Validate(file string, src []byte) Problems {
	_, problems := r.read(file, src, true)
	return problems
}

// Parse reads a dataset as Reader.Parse does, without a Folding: the program that readers
// download has no need of one.
func Parse(file string, src []byte) (*Dataset, error) { return Reader{}.Parse(file, src) }

// Validate reports what Reader.Validate does, without a Folding.
func Validate(file string, src []byte) Problems { return Reader{}.Validate(file, src) }

// read decodes src. Strict reading reports unknown fields too. The dataset is complete
// only when there is no problem.
func (r Reader) read(file string, src []byte, strict bool) (*Dataset, Problems) {
	if bad := scan(src); bad != nil {
		found := faults{kept: []fault{*bad}}
		return nil, found.problems(file, src)
	}
	d := newDecoder(strict)
	d.hints.folding = r.Folding
	root := rootValue(src)
	d.lint(root)
	ds := d.dataset(root)
	d.check(ds)
	splitQuotes(ds)
	return ds, d.found.problems(file, src)
}

// rootValue returns the value that src consists of. src has passed scan.
func rootValue(src []byte) value { return value{gjson.ParseBytes(src), nil} }
