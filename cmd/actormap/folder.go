package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"actormap/data"
)

// isDatasetName reports whether a file of a folder is meant as a dataset, by its name: it ends in .json, in any
// letters, and does not begin with a dot. Editors and systems keep files of their own under such names beside
// the real ones: .#map.json (Emacs), ._map.json (macOS). The schema may lie beside its datasets and is none.
func isDatasetName(name string) bool {
	return strings.EqualFold(filepath.Ext(name), ".json") && !strings.HasPrefix(name, ".") && !strings.EqualFold(name, "schema.json")
}

// datasetFiles puts in the place of each folder the files in it that are meant as datasets, by name.
// inFolder tells those from the files that were named themselves.
func datasetFiles(args []string) (files []string, inFolder map[string]bool, err error) {
	inFolder = map[string]bool{}
	for _, arg := range args {
		info, err := os.Stat(arg)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, nil, data.Problems{{File: arg, Cause: "there is no such file or folder", Cure: "is it spelt like this, and in the folder where you are?"}}
		case err != nil:
			return nil, nil, data.Problems{{File: arg, Cause: "it cannot be read: " + reason(err)}}
		case !info.IsDir():
			files = append(files, arg)
			continue
		}
		found, err := os.ReadDir(arg) // sorted
		if err != nil {
			return nil, nil, err
		}
		before := len(files)
		for _, f := range found {
			name := filepath.Join(arg, f.Name())
			if isDatasetName(f.Name()) && mayBeRead(name) {
				files, inFolder[name] = append(files, name), true
			}
		}
		if len(files) == before {
			return nil, nil, fmt.Errorf("%s holds no dataset: a folder's datasets are its files *.json whose names do not begin with a dot", arg)
		}
	}
	return files, inFolder, nil
}

// mayBeRead reports whether an entry of a folder is a file, or a link that leads to one or to nothing: of that
// the author is to hear. A folder is no dataset, and whoever opens a pipe waits for ever.
func mayBeRead(name string) bool {
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular()
}

// readDataset reads a file. The error says what is wrong with it as a problem of a dataset.
func readDataset(name string) ([]byte, error) {
	src, err := os.ReadFile(name)
	if err == nil {
		return src, nil
	}
	problem := data.Problem{File: name, Cause: "it cannot be read: " + reason(err)}
	if info, found := os.Lstat(name); found == nil && info.Mode()&fs.ModeSymlink != 0 && errors.Is(err, fs.ErrNotExist) {
		problem.Cause, problem.Cure = "it is a link to a file that does not exist", "put the file there, or remove the link"
	}
	return nil, data.Problems{problem}
}

// reason is what an error of the file system says, without the path, which stands before it.
func reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}

// isForeign reports whether a file is JSON of something else, such as a package.json: it is whole, and has no
// list that a dataset has.
func isForeign(src []byte) bool {
	if !json.Valid(src) {
		return false // a dataset that is being written may look like this
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(src, &fields) != nil {
		return true // a list, a number
	}
	return !slices.ContainsFunc([]string{"actors", "issues", "relations", "sources"}, func(list string) bool {
		_, has := fields[list]
		return has
	})
}
