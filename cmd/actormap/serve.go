package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/server"
	"actormap/cmd/actormap/site"
)

// shutdownPatience is how long open requests may take once the program is told to end.
const shutdownPatience = 3 * time.Second

// serve shows the map of a dataset until ctx ends.
func serve(ctx context.Context, args []string, s streams) int {
	flags := newFlags("serve")
	addr := flags.String("addr", "127.0.0.1:8080", "")
	base := baseFlag(flags)
	files, code, done := parse(flags, args, s)
	if done {
		return code
	}
	if len(files) > 1 {
		return s.misuse("serve takes one dataset, not %d", len(files))
	}
	ds, src, err := load(files)
	if err != nil {
		return s.fail(err)
	}
	listener, err := server.Listen(*addr)
	if err != nil {
		return s.fail(err)
	}
	defer listener.Close() // the server does it, too, unless the site cannot be made
	if !base.Known() {
		*base = ownBase(listener.Addr())
	}
	// Who follows the address at once waits, connected, until the maps are laid out.
	announce(*addr, listener, s)
	made, err := assemble(site.Input{Dataset: ds, Source: src, Base: *base, Served: true}, s)
	if err != nil {
		return s.fail(err)
	}
	if err := serveUntilDone(ctx, listener, made); err != nil {
		return s.fail(err)
	}
	return exitOK
}

// ownBase is the address of a listener where it is the one that everybody who can reach it
// uses: on the loopback. Elsewhere the name that others know this machine by is theirs to
// say, and a Host header is anybody's to say, so that the address is not known.
func ownBase(addr net.Addr) address.Base {
	if !server.IsLoopback(addr) {
		return address.Base{}
	}
	base, err := address.Parse("http://" + addr.String())
	if err != nil {
		return address.Base{} // an address in a form of its own, such as with an interface
	}
	return base
}

// announce prints the address, and says so if it is not the one asked for.
func announce(asked string, l net.Listener, s streams) {
	_, port, _ := net.SplitHostPort(asked) // Listen has checked it
	actual := l.Addr().(*net.TCPAddr)
	if port != "0" && port != fmt.Sprint(actual.Port) {
		fmt.Fprintf(s.err, "actormap: port %s is taken, using %d\n", port, actual.Port)
	}
	host := actual.IP.String()
	if actual.IP.IsUnspecified() {
		host = "localhost"
	}
	fmt.Fprintf(s.out, "http://%s/\n", net.JoinHostPort(host, fmt.Sprint(actual.Port)))
	fmt.Fprintln(s.err, "actormap: serving; Ctrl-C ends")
}

// serveUntilDone answers requests, and compresses files meanwhile: until a file is done it
// goes out as it is.
func serveUntilDone(ctx context.Context, l net.Listener, made *site.Site) error {
	ctx, cancel := context.WithCancel(ctx)
	var background sync.WaitGroup
	defer background.Wait()
	defer cancel()
	background.Go(func() {
		_ = made.Compress(ctx, site.Quick()) // only the end of ctx stops it: then nobody is served
	})
	srv := server.New(made, server.IsLoopback(l.Addr()))
	failed := make(chan error, 1)
	background.Go(func() { failed <- srv.Serve(l) })
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	patience, stop := context.WithTimeout(context.Background(), shutdownPatience)
	defer stop()
	if err := srv.Shutdown(patience); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return srv.Close()
	}
	return nil
}
