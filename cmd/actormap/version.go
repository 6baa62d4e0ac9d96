package main

import (
	"fmt"
	"runtime/debug"
)

// version prints the program's version and what it is made of.
func version(args []string, s streams) int {
	if len(args) > 0 {
		return s.misuse("version takes no arguments")
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		fmt.Fprintln(s.out, "actormap (built without module information)")
		return exitOK
	}
	fmt.Fprintf(s.out, "actormap %s %s\n", info.Main.Version, info.GoVersion)
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" || setting.Key == "vcs.time" || setting.Key == "vcs.modified" {
			fmt.Fprintf(s.out, "%s %s\n", setting.Key, setting.Value)
		}
	}
	for _, dep := range info.Deps {
		fmt.Fprintf(s.out, "%s %s\n", dep.Path, dep.Version)
	}
	return exitOK
}
