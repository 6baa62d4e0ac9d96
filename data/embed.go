package data

import _ "embed" // for the files below

// The name of the first dataset.
const defaultName = "white-house-2025-02-27.json"

//go:embed white-house-2025-02-27.json
var defaultSource string

// Default returns the dataset that is shown when no other is given: its file name and its
// bytes, which are the caller's own.
func Default() (name string, src []byte) { return defaultName, []byte(defaultSource) }

//go:embed schema.json
var schemaSource string

// Schema returns the JSON Schema (2020-12) of the format, for editors and other tools. It
// is published beside a dataset whose "$schema" is "schema.json".
func Schema() []byte { return []byte(schemaSource) }
