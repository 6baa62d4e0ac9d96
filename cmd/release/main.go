// Command release makes what is handed out of one version: an archive of the program for
// each system, what each is made of (CycloneDX), and the hashes of all. The same commit gives
// the same bytes.
//
//	release -o DIR -version VERSION
//
// The scripts and the map program have to be in web/dist: make release builds them first.
package main

import (
	"debug/buildinfo"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// A system is one that the program is built for.
type system struct{ os, arch string }

// systems lists them.
func systems() []system {
	return []system{{"linux", "amd64"}, {"linux", "arm64"}, {"darwin", "amd64"}, {"darwin", "arm64"}, {"windows", "amd64"}}
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("release", flag.ExitOnError)
	out := flags.String("o", "", "the folder to make anew")
	version := flags.String("version", "", "what the archives are named by")
	_ = flags.Parse(args) // it exits by itself
	if *out == "" || flags.NArg() > 0 || !regexp.MustCompile(`^[0-9A-Za-z][0-9A-Za-z.+-]*$`).MatchString(*version) {
		return errors.New("usage: release -o DIR -version VERSION, of letters, digits, dots, plus and minus")
	}
	if _, err := os.Stat("web/dist/map.wasm"); err != nil {
		return errors.New("web/dist/map.wasm is missing: make release builds it first")
	}
	if err := os.RemoveAll(*out); err != nil {
		return err
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	for _, s := range systems() {
		if err := release(*out, *version, s); err != nil {
			return fmt.Errorf("%s/%s: %w", s.os, s.arch, err)
		}
	}
	return writeSums(*out)
}

// release makes the archive for a system, and beside it the list of what is inside.
func release(out, version string, s system) error {
	work, err := os.MkdirTemp("", "actormap-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	program := "actormap"
	if s.os == "windows" {
		program += ".exe"
	}
	binary := filepath.Join(work, program)
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", binary, "./cmd/actormap")
	cmd.Env = append(os.Environ(), "GOOS="+s.os, "GOARCH="+s.arch, "CGO_ENABLED=0")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return err
	}
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return err
	}
	notices, err := notices(info)
	if err != nil {
		return err
	}
	name := fmt.Sprintf("actormap-%s-%s-%s", version, s.os, s.arch)
	files, err := contents(binary, program, notices)
	if err != nil {
		return err
	}
	if s.os == "windows" {
		err = writeZip(filepath.Join(out, name+".zip"), name, files)
	} else {
		err = writeTar(filepath.Join(out, name+".tar.gz"), name, files)
	}
	if err != nil {
		return err
	}
	bill, err := billOfMaterials(version, s, info)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, name+".cdx.json"), bill, 0o644)
}

// contents lists what an archive holds, the program first.
func contents(binary, program string, notices []byte) ([]file, error) {
	body, err := os.ReadFile(binary)
	if err != nil {
		return nil, err
	}
	files := []file{{program, body, true}, {"NOTICES.txt", notices, false}}
	for _, name := range []string{"LICENSE", "README.md"} {
		body, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{name, body, false})
	}
	return files, nil
}

// notices writes the licence of each module that is in a program, as its authors wrote it.
// Those of the map program inside are in the licenses.txt of every site that it makes.
func notices(info *buildinfo.BuildInfo) ([]byte, error) {
	var out strings.Builder
	out.WriteString("Licences of the modules in this program. Those of the map program inside are in the licenses.txt of every site that it makes.\n")
	for _, m := range info.Deps {
		dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", m.Path).Output()
		if err != nil {
			return nil, fmt.Errorf("go list -m %s: %w", m.Path, err)
		}
		found, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "LICEN[CS]E*"))
		if err != nil || len(found) == 0 {
			return nil, fmt.Errorf("%s has no file LICENSE", m.Path)
		}
		for _, name := range found {
			text, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(&out, "\n%s\n%s %s, %s\n\n%s", strings.Repeat("=", 72), m.Path, m.Version, filepath.Base(name), text)
		}
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "LICENSE"))
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(&out, "\n%s\nGo %s\n\n%s", strings.Repeat("=", 72), info.GoVersion, text)
	return []byte(out.String()), nil
}
