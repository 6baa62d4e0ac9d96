package data

import _ "embed" // for the two files below

// The name and the bytes of the first dataset.
const defaultName = "white-house-2025-02-27.json"

//go:embed white-house-2025-02-27.json
var defaultSource string

// Default returns the dataset that is shown when no other is given: its file name and its
// bytes, which are the caller's own.
func Default() (name string, src []byte) { return defaultName, []byte(defaultSource) }
