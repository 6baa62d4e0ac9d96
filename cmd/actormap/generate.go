package main

import "actormap/cmd/actormap/sample"

// relationsPerNode is how many relations a generated map has where nobody says: as dense
// as the news.
const relationsPerNode = 3

// generate prints a made-up dataset.
func generate(args []string, s streams) int {
	flags := newFlags("generate")
	nodes := flags.Int("nodes", 1000, "")
	relations := flags.Int("relations", -1, "")
	seed := flags.Uint64("seed", 1, "")
	files, code, done := parse(flags, args, s)
	if done {
		return code
	}
	if len(files) > 0 {
		return s.misuse("generate takes no file; it prints the dataset")
	}
	size := sample.Size{Nodes: *nodes, Relations: *relations, Seed: *seed}
	if size.Relations < 0 {
		size.Relations = relationsPerNode * size.Nodes
	}
	if err := size.Check(); err != nil {
		return s.misuse("generate: %v", err)
	}
	out, err := sample.Make(size)
	if err != nil {
		return s.fail(err)
	}
	if _, err := s.out.Write(out); err != nil {
		return s.fail(err)
	}
	return exitOK
}
