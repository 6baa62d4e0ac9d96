package page

import (
	"encoding/json"
	"regexp"
	"testing"
)

// dataBlock is what the page tells its script.
var dataBlock = regexp.MustCompile(`(?s)(<script type="application/json" class="am-words">)(.*?)(</script>)`)

// TestScriptIsTold reads the words as the script does.
func TestScriptIsTold(t *testing.T) {
	en := english(t)
	for _, d := range render(t, tiny(), tinyAssets()) {
		file := d.Path
		if file == ExamplesPath {
			continue // its map is in a frame, which brings its own words
		}
		blocks := dataBlock.FindAllSubmatch(d.HTML, -1)
		if len(blocks) != 1 {
			t.Fatalf("%s: %d blocks of words, want one", file, len(blocks))
		}
		var told struct {
			Lang, Locale, Dir string
			Words             map[string]any
		}
		if err := json.Unmarshal(blocks[0][2], &told); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if told.Lang != "en" || told.Locale != en.Locale || told.Dir != "ltr" || len(told.Words) != len(en.Script) || told.Words["close"] != en.Say("close") {
			t.Errorf("%s: the script is told %+v", file, told)
		}
	}
	without := tinyAssets()
	without.Script = ""
	for _, d := range render(t, tiny(), without) {
		if dataBlock.Match(d.HTML) {
			t.Errorf("%s: words for a script that is not there", d.Path)
		}
	}
}
