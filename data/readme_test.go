package data

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/tidwall/gjson"
)

//go:embed README.md
var readme string

func TestReadmeExampleIsValid(t *testing.T) {
	_, rest, _ := strings.Cut(readme, "```json\n")
	example, _, found := strings.Cut(rest, "```")
	if !found {
		t.Fatal("README.md has no example")
	}
	if problems := Validate("example.json", []byte(example)); len(problems) > 0 {
		t.Errorf("the example of README.md:\n%v", problems)
	}
}

// TestReadmeNamesEverything checks that every field of the schema, every type with its score
// and meaning, and the limit of words stand in README.md.
func TestReadmeNamesEverything(t *testing.T) {
	objects := []gjson.Result{gjson.ParseBytes(Schema())}
	objects[0].Get("$defs").ForEach(func(_, def gjson.Result) bool {
		objects = append(objects, def)
		return true
	})
	for _, object := range objects {
		object.Get("properties").ForEach(func(name, _ gjson.Result) bool {
			if !strings.Contains(readme, "`"+name.Str+"`") {
				t.Errorf("README.md does not name the field %s", name.Str)
			}
			return true
		})
	}
	for _, info := range Vocabulary {
		row := fmt.Sprintf("| %v | %s | ", info.Score, info.Means)
		if !strings.Contains(readme, "| `"+string(info.Type)+"`") || !strings.Contains(readme, row) {
			t.Errorf("README.md lacks the row of %s: %q", info.Type, row)
		}
	}
	if words := fmt.Sprintf("at most %d words", MaxQuoteWords); !strings.Contains(readme, words) {
		t.Errorf("README.md does not say %q", words)
	}
}
