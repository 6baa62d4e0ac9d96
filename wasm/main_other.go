//go:build !js

package main

import (
	"fmt"
	"os"
)

// main says where the program belongs; package main has to build everywhere.
func main() {
	fmt.Fprintln(os.Stderr, "wasm: this program runs in a browser: build it with GOOS=js GOARCH=wasm, or run `make serve`")
	os.Exit(2)
}
