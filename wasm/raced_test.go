//go:build !js

package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// raced reads the list of packages that make test runs with the race detector.
func raced(t *testing.T) []string {
	t.Helper()
	makefile, err := os.ReadFile("../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^RACED := (.*)$`).FindSubmatch(makefile)
	if line == nil {
		t.Fatal("the Makefile has no line RACED := with the packages to run with the race detector")
	}
	var list []string
	for _, name := range strings.Fields(string(line[1])) {
		list = append(list, strings.TrimPrefix(name, "./"))
	}
	return list
}

// TestWhatRunsSideBySideIsRaced: a package that starts goroutines is on the list, and each package of
// the list, and no other, has tests for the race detector: make test runs them nowhere else.
func TestWhatRunsSideBySideIsRaced(t *testing.T) {
	list, tested := raced(t), map[string]bool{}
	err := sources(func(file string, _ []string) {
		parsed, err := parser.ParseFile(token.NewFileSet(), path.Join("..", file), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		dir := path.Dir(file)
		if strings.HasSuffix(file, "_test.go") {
			tested[dir] = tested[dir] || hasRaceTest(parsed)
		} else if startsGoroutines(parsed) && !slices.Contains(list, dir) {
			t.Errorf("%s starts goroutines: add ./%s to RACED in the Makefile, and a test TestRace… on a small fixture", file, dir)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range list {
		if !tested[dir] {
			t.Errorf("%s is in RACED but has no test that is called TestRace…", dir)
		}
	}
	for dir, has := range tested {
		if has && !slices.Contains(list, dir) {
			t.Errorf("%s has a test that is called TestRace…, which runs only in the packages of RACED in the Makefile", dir)
		}
	}
}

// hasRaceTest reports whether a file has a test for the race detector.
func hasRaceTest(file *ast.File) bool {
	return slices.ContainsFunc(file.Decls, func(d ast.Decl) bool {
		f, ok := d.(*ast.FuncDecl)
		return ok && f.Recv == nil && strings.HasPrefix(f.Name.Name, "TestRace")
	})
}

// startsGoroutines reports whether a file has a go statement, or calls a method Go as a WaitGroup and an
// errgroup have it.
func startsGoroutines(file *ast.File) (found bool) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = true
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "Go" {
				found = true
			}
		}
		return !found
	})
	return found
}

func TestStartsGoroutines(t *testing.T) {
	for src, want := range map[string]bool{
		"go f()": true, "go func() {}()": true, "var g sync.WaitGroup; g.Go(f)": true, "if a { for { go f() } }": true,
		"f()": false, "x := s.Go": false, "Go()": false, "s.Gone()": false, `s := "go f()"`: false,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nfunc x() { "+src+" }", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := startsGoroutines(file); got != want {
			t.Errorf("%s starts a goroutine: %v", src, got)
		}
	}
}

func TestHasRaceTest(t *testing.T) {
	for src, want := range map[string]bool{"func TestRaceX(t *testing.T) {}": true, "func TestX() {}": false, "func (s) TestRaceX() {}": false, "func raceTest() {}": false} {
		file, err := parser.ParseFile(token.NewFileSet(), "x_test.go", "package x\n"+src, 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := hasRaceTest(file); got != want {
			t.Errorf("%s is a test for the race detector: %v", src, got)
		}
	}
}
