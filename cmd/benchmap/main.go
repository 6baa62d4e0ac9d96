// Command benchmap is the layout by itself for `make bench`: a WebAssembly module without the
// engine, whose functions a page calls directly. The page writes links into a buffer, and reads
// places from one.
//
//	GOOS=wasip1 GOARCH=wasm go build -buildmode=c-shared -o benchmap.wasm ./cmd/benchmap
package main

// main does nothing: the page calls what exports.go exports. Elsewhere than in WebAssembly there
// is nothing to call.
func main() {}
