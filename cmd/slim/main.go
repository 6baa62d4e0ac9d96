// Command slim makes a copy of Ebitengine that the browser program is built with: the
// pinned version, but for files which serve debugging, other systems or the compilation of
// shaders at start-up, and which make the program nearly twice as large. UPSTREAM.md tells
// what each of them costs; stand-ins for them are in standins/.
//
//	slim -o DIR [-shader FILE.kage]...
//	slim -weigh FILE.wasm
//
// The second form compresses a program as it goes over the wire, and fails where it has
// become heavier than it was. DIR gets the copy and a go.mod for go build -modfile. Nothing of Ebitengine is kept in
// this repository, and the copy is made only if every file that is changed is the file that
// the change was written for.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "slim:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("slim", flag.ExitOnError)
	out := flags.String("o", "", "the folder to make anew")
	program := flags.String("weigh", "", "a program to weigh")
	var shaders []string
	flags.Func("shader", "a shader that the program compiles; once for each", func(file string) error {
		shaders = append(shaders, file)
		return nil
	})
	_ = flags.Parse(args) // it exits by itself
	if *program != "" {
		return weigh(*program)
	}
	if *out == "" || flags.NArg() > 0 {
		return errors.New("usage: slim -o DIR [-shader FILE.kage]..., or slim -weigh FILE.wasm")
	}
	m, err := download(ebitengine)
	if err != nil {
		return err
	}
	if m.Version != version {
		return fmt.Errorf("go.mod asks for Ebitengine %s, and the stand-ins are for %s: renew them and the version in cmd/slim/changes.go, or build with ENGINE=stock", m.Version, version)
	}
	return build(*out, m.Dir, shaders)
}

// A module is what `go mod download` tells of one.
type module struct{ Version, Dir string }

// download makes sure that a module is on this machine.
func download(path string) (module, error) {
	var m module
	cmd := exec.Command("go", "mod", "download", "-json", path)
	cmd.Stderr = os.Stderr
	answer, err := cmd.Output()
	if err != nil {
		return m, fmt.Errorf("go mod download %s: %w", path, err)
	}
	return m, json.Unmarshal(answer, &m)
}

// build makes the copy in dir. The go.mod comes last: where it stands, all is there.
func build(dir, original string, shaders []string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	engine := filepath.Join(dir, "ebiten")
	if err := copyEngine(engine, original); err != nil {
		return err
	}
	if err := writePretty(filepath.Join(dir, "pretty")); err != nil {
		return err
	}
	draft := filepath.Join(dir, "draft.mod")
	if err := writeModFile(draft, dir); err != nil {
		return err
	}
	programs, err := precompile(engine, draft, shaders)
	if err != nil {
		return err
	}
	if err := apply(engine, changes()); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(engine, "internal/legacyshader/programs.go"), programs, 0o644); err != nil {
		return err
	}
	if err := os.Rename(filepath.Join(dir, "draft.sum"), filepath.Join(dir, "go.sum")); err != nil {
		return err
	}
	return os.Rename(draft, filepath.Join(dir, "go.mod"))
}

// precompile runs the compiler of the copied engine, while it is as it came, and returns Go
// source that holds what it made of the shaders.
func precompile(engine, modFile string, shaders []string) ([]byte, error) {
	const compiler = "internal/actormap-precompile"
	source, err := standins.ReadFile("standins/precompile/main.go.txt")
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(engine, compiler)
	if err := writeFile(filepath.Join(dir, "main.go"), source); err != nil {
		return nil, err
	}
	cmd := exec.Command("go", append([]string{"run", "-modfile", modFile, ebitengine + "/" + compiler}, shaders...)...)
	cmd.Env = append(os.Environ(), "GOOS=", "GOARCH=", "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	programs, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("compiling the shaders: %w", err)
	}
	return programs, os.RemoveAll(dir)
}
