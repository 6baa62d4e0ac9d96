package main

import (
	"debug/buildinfo"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// A bill is a software bill of materials in CycloneDX 1.6. It has no serial number and no
// time, so that the same program has the same bill.
type bill struct {
	Format       string       `json:"bomFormat"`
	SpecVersion  string       `json:"specVersion"`
	Version      int          `json:"version"`
	Metadata     metadata     `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type metadata struct {
	Component component `json:"component"`
}

type component struct {
	Ref         string `json:"bom-ref"`
	Type        string `json:"type"`
	Name        string `json:"name"`
	Version     string `json:"version"`
	PackageURL  string `json:"purl,omitempty"`
	Description string `json:"description,omitempty"`
}

type dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn"`
}

// billOfMaterials lists the modules of a program for a system, and those of the map program
// that it carries.
func billOfMaterials(version string, s system, info *buildinfo.BuildInfo) ([]byte, error) {
	native := []component{goItself(info.GoVersion)}
	for _, m := range info.Deps {
		native = append(native, moduleOf(m.Path, m.Version))
	}
	inside, err := mapProgram()
	if err != nil {
		return nil, err
	}
	program := component{Ref: "actormap", Type: "application", Name: "actormap", Version: version, Description: s.os + "/" + s.arch}
	mapPart := component{Ref: "map.wasm", Type: "application", Name: "map.wasm", Version: version, Description: "the map in the browser, js/wasm"}
	b := bill{
		Format: "CycloneDX", SpecVersion: "1.6", Version: 1, Metadata: metadata{program},
		Components: []component{mapPart},
		Dependencies: []dependency{
			{program.Ref, append(refs(native), mapPart.Ref)},
			{mapPart.Ref, append(refs(inside), "golang")},
		},
	}
	for _, c := range append(native, inside...) {
		if !slices.ContainsFunc(b.Components, func(have component) bool { return have.Ref == c.Ref }) {
			b.Components = append(b.Components, c)
		}
	}
	out, err := json.MarshalIndent(b, "", "  ")
	return append(out, '\n'), err
}

func goItself(version string) component {
	return component{Ref: "golang", Type: "framework", Name: "Go standard library and run-time system", Version: version, PackageURL: "pkg:golang/std@" + strings.TrimPrefix(version, "go")}
}

func moduleOf(path, version string) component {
	url := "pkg:golang/" + path + "@" + version
	return component{Ref: url, Type: "library", Name: path, Version: version, PackageURL: url}
}

func refs(list []component) []string {
	var out []string
	for _, c := range list {
		out = append(out, c.Ref)
	}
	return out
}

// mapProgram lists the modules that are linked into the map program.
func mapProgram() ([]component, error) {
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./wasm")
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	cmd.Stderr = os.Stderr
	answer, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	lines := slices.Compact(slices.Sorted(slices.Values(strings.Split(strings.TrimSpace(string(answer)), "\n"))))
	var list []component
	for _, line := range lines {
		if path, version, ok := strings.Cut(line, " "); ok {
			list = append(list, moduleOf(path, version))
		}
	}
	return list, nil
}
