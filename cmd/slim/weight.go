package main

import (
	"fmt"
	"os"

	"github.com/andybalholm/brotli"
)

// reached is what the program weighs on the wire, in bytes: Brotli at quality 11 with the
// window that the site is published with. Whoever adds what is worth its weight sets it
// anew.
const reached = 1_349_334

// allowance is how much of it a change may add unnoticed, in percent.
const allowance = 3

// most is what the program may weigh at all, whoever says why.
const most = 1_400_000

// weigh compresses a program, says what it weighs, and is an error where that is too much.
func weigh(file string) error {
	body, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var wire counter
	w := brotli.NewWriterOptions(&wire, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	if _, err := w.Write(body); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("%s: %d bytes, on the wire %d\n", file, len(body), wire)
	return judge(int(wire))
}

// judge compares a weight with the budget.
func judge(wire int) error {
	switch {
	case wire > most:
		return fmt.Errorf("the program weighs %d bytes on the wire, and %d is the most: it has to lose some", wire, most)
	case 100*wire <= (100+allowance)*reached:
		return nil
	}
	return fmt.Errorf("the program weighs %d bytes on the wire, %.1f %% more than the %d in cmd/slim/weight.go: find what was added (go list -deps ./wasm shows a new package), or set the number anew and say why",
		wire, 100*(float64(wire)/reached-1), reached)
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
