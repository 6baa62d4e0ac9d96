package main

import (
	"fmt"
	"os"
)

// check lists what is wrong with datasets, a line each.
func check(args []string, s streams) int {
	files, code, done := parse(newFlags("check"), args, s)
	if done {
		return code
	}
	if len(files) == 0 {
		return s.misuse("check needs a dataset")
	}
	code = exitOK
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			code = s.fail(err)
			continue
		}
		problems := reader().Validate(name, src)
		if len(problems) > 0 {
			fmt.Fprintln(s.out, problems.Error())
			code = exitProblem
			continue
		}
		fmt.Fprintf(s.out, "%s: no problems\n", name)
	}
	return code
}
