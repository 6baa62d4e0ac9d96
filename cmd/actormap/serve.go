package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"actormap/cmd/actormap/address"
	"actormap/cmd/actormap/picture"
	"actormap/cmd/actormap/raster"
	"actormap/cmd/actormap/server"
	"actormap/cmd/actormap/site"
	"actormap/cmd/actormap/theme"
)

// shutdownPatience is how long open requests may take once the program is told to end.
const shutdownPatience = 3 * time.Second

// serving is what the command line of serve says.
type serving struct {
	files     []string
	addr      string
	base      address.Base
	fonts     *raster.Fonts // for cards: previews are for addresses that others know
	ancestors string
	log       bool
	watch     bool
	pictures  picture.Effort
	languages []string // beside those of the datasets
	theme     *theme.Theme
}

// serve shows the maps of datasets until ctx ends. It listens at once; who asks before the
// maps are drawn waits. Readers get pictures of the zero Effort.
func serve(ctx context.Context, args []string, pictures picture.Effort, s streams) int {
	o, code, done := parseServing(args, s)
	if done {
		return code
	}
	o.pictures = pictures
	found, err := loadMaps(o.files)
	if err != nil {
		return s.fail(err)
	}
	found.report(s)
	listener, err := server.Listen(o.addr)
	if err != nil {
		return s.fail(err)
	}
	defer listener.Close() // the server does it, too, unless the files cannot be watched
	if o.fonts, err = fontsFor(o.base); err != nil {
		return s.fail(err)
	}
	if !o.base.Known() {
		o.base = ownBase(listener.Addr())
	}
	announce(o.addr, listener, s)
	if err := o.run(ctx, listener, found, s); err != nil {
		return s.fail(err)
	}
	return exitOK
}

// parseServing reads the command line.
func parseServing(args []string, s streams) (o serving, code int, done bool) {
	flags := newFlags("serve")
	addr := flags.String("addr", "127.0.0.1:8080", "")
	base := baseFlag(flags)
	languages := languagesFlag(flags)
	look := themeFlag(flags)
	flags.Func("frame-ancestors", "", func(text string) (err error) {
		o.ancestors, err = server.ParseAncestors(text)
		return err
	})
	flags.BoolVar(&o.log, "access-log", false, "")
	flags.BoolVar(&o.watch, "watch", false, "")
	o.files, code, done = parse(flags, args, s)
	o.addr, o.base, o.languages, o.theme = *addr, *base, *languages, *look
	if !done && o.watch && len(o.files) == 0 {
		return o, s.misuse("serve --watch needs a file or a folder: the built-in dataset does not change"), true
	}
	return o, code, done
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

// run answers requests, and makes and compresses the site meanwhile: until a file is
// compressed it goes out as it is.
func (o serving) run(ctx context.Context, l net.Listener, found collection, s streams) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	handler := server.NewHandler(o.options(server.IsLoopback(l.Addr()), s))
	srv := server.New(handler)
	served, shown := make(chan error, 1), make(chan error, 1)
	go func() { served <- srv.Serve(l) }()
	go func() { shown <- o.show(ctx, handler, found, s) }()
	select {
	case err := <-served:
		return err
	case err := <-shown:
		if err != nil {
			return errors.Join(err, srv.Close())
		}
	case <-ctx.Done():
	}
	patience, stop := context.WithTimeout(context.Background(), shutdownPatience)
	defer stop()
	if err := srv.Shutdown(patience); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return srv.Close()
	}
	cancel()
	select {
	case <-shown:
	case <-patience.Done(): // a map that is being drawn is not waited for
	}
	return nil
}

func (o serving) options(loopback bool, s streams) server.Options {
	options := server.Options{LoopbackOnly: loopback, FrameAncestors: o.ancestors}
	if o.log {
		var mu sync.Mutex
		options.Log = func(e server.Entry) {
			mu.Lock()
			defer mu.Unlock()
			fmt.Fprintln(s.err, e)
		}
	}
	return options
}

// show makes the site and gives it to the handler, once, or after every change of the files.
// A change that cannot be shown is told, and the last site stays.
func (o serving) show(ctx context.Context, handler *server.Handler, found collection, s streams) error {
	var changes <-chan struct{}
	if o.watch {
		w, err := watch(ctx, o.files)
		if err != nil {
			return err
		}
		changes = w
	}
	made, err := assemble(o.input(found, nil), s)
	if err != nil {
		return err
	}
	handler.Show(made)
	for {
		stop := compressMeanwhile(ctx, made)
		made, found = o.next(ctx, changes, found, made.Layouts(), s)
		stop()
		if made == nil {
			return nil
		}
		handler.Show(made)
		fmt.Fprintln(s.err, "actormap: changed, and shown")
	}
}

// input is what the site of some maps is made from, after their earlier layouts, nil for none.
func (o serving) input(found collection, earlier map[string][]byte) site.Input {
	return site.Input{Maps: found.maps, Missing: found.missing(), Base: o.base, Served: true, Fonts: o.fonts, Earlier: earlier, Pictures: o.pictures, Languages: o.languages, Theme: o.theme}
}

// next returns the site of the next change that can be shown, and what it is made of. Its maps keep their earlier
// layouts as far as they can: who edits a dataset finds everything again. The map of a file that has become bad
// stays as it was. The site is nil once ctx has ended.
func (o serving) next(ctx context.Context, changes <-chan struct{}, shown collection, earlier map[string][]byte, s streams) (*site.Site, collection) {
	for {
		select {
		case <-ctx.Done():
			return nil, shown
		case <-changes:
		}
		found, err := loadMaps(o.files)
		if err == nil {
			found.keep(shown.maps)
			var made *site.Site
			if made, err = assemble(o.input(found, earlier), streams{s.out, io.Discard}); err == nil {
				found.report(s)
				return made, found
			}
		}
		fmt.Fprintf(s.err, "actormap: changed, but the last map stays: %v\n", err)
	}
}

// compressMeanwhile compresses a site beside its readers; stop ends it and waits for its end.
func compressMeanwhile(ctx context.Context, made *site.Site) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = made.Compress(ctx, site.Quick()) // only the end of ctx stops it: then nobody needs it
	}()
	return func() {
		cancel()
		<-ended
	}
}
