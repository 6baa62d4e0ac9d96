package main

import (
	"fmt"
	"os"
	"time"

	"actormap/wasm/bridge"
	"actormap/wasm/protocol"
	"actormap/wasm/view"
)

// main runs until the page drops it. What goes wrong is said on standard error, from where
// the host passes it on to the page.
func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	host, err := bridge.Connect()
	if err != nil {
		return err
	}
	session, err := protocol.NewSession(host.Dataset(), host.Layout(), host.Settings())
	if err != nil {
		return err
	}
	start := time.Now()
	loop := bridge.NewLoop(session, host, func() float64 { return float64(time.Since(start).Microseconds()) / 1000 })
	host.OnReceive(loop.Take)
	game, err := view.NewGame(loop, host)
	if err != nil {
		return err
	}
	return game.Run()
}
