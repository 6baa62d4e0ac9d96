package scene

import (
	"errors"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"testing"

	"actormap/data"
	"actormap/wasm/camera"
	"actormap/wasm/label"
	"actormap/wasm/layout"
)

// Some numbers stand in two packages that may not import each other. Here one is held to the other.
func TestNumbersThatPackagesShareAreTheSame(t *testing.T) {
	if layout.LabelGap != label.Gap {
		t.Errorf("the layout keeps %v px between a shape and its label, the label stands %v px off", layout.LabelGap, label.Gap)
	}
	if data.MaxZoom != camera.MaxZoom {
		t.Errorf("a dataset's view may zoom to %v, a map of up to %d nodes to %v", data.MaxZoom, LargeMapThreshold, camera.MaxZoom)
	}
	if got := mostZoom(1 << 30); got != largestZoom {
		t.Errorf("the largest map zooms to %v, want %v", got, largestZoom)
	}
}

// A link keeps the zoom of every map, and refuses what none has.
func TestLinksKeepTheZoomOfEveryMap(t *testing.T) {
	src, err := os.ReadFile("../../web/src/url/view-url.js")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("as wasm under Node there are no scripts")
	}
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^const maxZoom = (\d+)$`).FindSubmatch(src)
	if found == nil {
		t.Fatal("view-url.js has no line const maxZoom = ...")
	}
	if zoom, _ := strconv.Atoi(string(found[1])); zoom != largestZoom {
		t.Errorf("links keep a zoom of up to %d, maps have up to %v", zoom, largestZoom)
	}
}
