package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"actormap/cmd/actormap/picture"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"actormap": main})
}

// TestScripts runs the program as a person at a terminal does.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata"})
}

// TestServeFromStartToEnd starts the program, asks for the page at the address that it
// prints, and ends it as Ctrl-C does.
func TestServeFromStartToEnd(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	address, stdout := io.Pipe()
	var stderr bytes.Buffer
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"serve", "--addr", "127.0.0.1:0", "testdata/small.json"}, stdout, &stderr)
		stdout.Close()
	}()
	line, err := bufio.NewReader(address).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v", err)
	}
	res, err := http.Get(strings.TrimSpace(line))
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(res.Body)
	res.Body.Close()
	if err != nil || res.StatusCode != 200 || !strings.Contains(string(body), "A small map") {
		t.Errorf("status %d, %v: %.200s", res.StatusCode, err, body)
	}
	interrupt()
	if got := <-code; got != exitOK {
		t.Errorf("interrupted, it ended with %d, want %d: %s", got, exitOK, stderr.String())
	}
	if _, err := http.Get(strings.TrimSpace(line)); err == nil {
		t.Error("it still serves after its end")
	}
}

// TestServeOnTheLoopbackKnowsItsAddress: what it prints is what its pages say, and oEmbed
// answers for it.
func TestServeOnTheLoopbackKnowsItsAddress(t *testing.T) {
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	address, stdout := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- serve(ctx, []string{"--addr", "127.0.0.1:0", "testdata/small.json"}, picture.Sketch(), streams{stdout, io.Discard})
		stdout.Close()
	}()
	line, err := bufio.NewReader(address).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v", err)
	}
	here := strings.TrimSpace(line)
	for target, want := range map[string]string{
		here: `<link rel="canonical" href="` + here + `">`,
		here + "oembed?format=xml&url=" + url.QueryEscape(here): "<provider_url>" + here + "</provider_url>",
	} {
		res, err := http.Get(target)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(res.Body)
		res.Body.Close()
		if err != nil || res.StatusCode != 200 || !strings.Contains(string(body), want) {
			t.Errorf("%s: status %d, %v, without %s", target, res.StatusCode, err, want)
		}
	}
	interrupt()
	if got := <-code; got != exitOK {
		t.Errorf("interrupted, it ended with %d", got)
	}
}

// TestOwnBase: an address that others reach this machine by is not this program's to guess.
func TestOwnBase(t *testing.T) {
	for ip, want := range map[string]string{"127.0.0.1": "http://127.0.0.1:8080/", "::1": "http://[::1]:8080/", "127.0.0.9": "http://127.0.0.9:8080/",
		"0.0.0.0": "", "::": "", "192.168.0.1": "", "2001:db8::1": ""} {
		if got := ownBase(&net.TCPAddr{IP: net.ParseIP(ip), Port: 8080}); got.String() != want {
			t.Errorf("ownBase(%s) = %q, want %q", ip, got, want)
		}
	}
	if got := ownBase(&net.TCPAddr{IP: net.ParseIP("127.0.0.1"), Port: 80}); got.String() != "http://127.0.0.1/" {
		t.Errorf("on port 80: %q", got)
	}
}

func TestServeSaysThatThePortIsTaken(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	_, port, _ := net.SplitHostPort(taken.Addr().String())
	ctx, interrupt := context.WithCancel(context.Background())
	interrupt() // it prints, opens and ends
	var stdout, stderr bytes.Buffer
	code := serve(ctx, []string{"--addr", taken.Addr().String(), "testdata/small.json"}, picture.Sketch(), streams{&stdout, &stderr})
	if code != exitOK || !strings.Contains(stderr.String(), "port "+port+" is taken, using ") {
		t.Errorf("code %d, it says %q", code, stderr.String())
	}
	if strings.Contains(stdout.String(), ":"+port+"/") {
		t.Errorf("it prints the taken address %q", stdout.String())
	}
}

// TestReadmeAndHelpNameTheSameCommands: what the one shows, the other has, with its flags.
func TestReadmeAndHelpNameTheSameCommands(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`(?:^|[`+"`"+` (/])actormap ([a-z]+)([^`+"`"+`\n]*)`).FindAllSubmatch(readme, -1)
	if len(commands) < 3 {
		t.Fatalf("the README shows %d commands", len(commands))
	}
	for _, c := range commands {
		name, rest := string(c[1]), string(c[2])
		if name != "help" && !strings.Contains(usage, "\n  actormap "+name+" ") {
			t.Errorf("help has no command %q, which the README shows", name)
		}
		for _, flag := range regexp.MustCompile(`(?: |^)(--?[a-z][a-z-]+)`).FindAllStringSubmatch(rest, -1) {
			if !strings.Contains(usage, flag[1]) {
				t.Errorf("help has no %s of %s, which the README shows", flag[1], name)
			}
		}
	}
	table := regexp.MustCompile(`one command: (.*) \|`).FindSubmatch(readme)
	if table == nil {
		t.Fatal("the README does not list the commands")
	}
	for _, line := range regexp.MustCompile(`(?m)^  actormap ([a-z]+) .*(?:\.\.\.\]|  )`).FindAllStringSubmatch(usage, -1) {
		if !strings.Contains(string(table[1]), "`"+line[1]+"`") {
			t.Errorf("the README's list of commands is without %s", line[1])
		}
	}
}

func TestFrameSize(t *testing.T) {
	for text, want := range map[string][2]int{"1040x740": {1040, 740}, "200x200": {200, 200}, "8000x8000": {8000, 8000}} {
		if w, h, err := frameSize("-frame", text); err != nil || w != want[0] || h != want[1] {
			t.Errorf("frameSize(%q) = %d, %d, %v", text, w, h, err)
		}
	}
	for _, text := range []string{"", "x", "1040", "1040x", "x740", "199x740", "8001x740", "-500x500", "1e3x740", "1040x740x2", "1040 x 740", "NaNxNaN"} {
		if _, _, err := frameSize("-frame", text); err == nil {
			t.Errorf("frameSize(%q) works", text)
		}
	}
}

// TestRaceServeShowsAChange: with --watch, what is saved is served.
func TestRaceServeShowsAChange(t *testing.T) {
	file := filepath.Join(t.TempDir(), "map.json")
	small, err := os.ReadFile("testdata/small.json")
	if err != nil {
		t.Fatal(err)
	}
	save := func(src []byte) {
		if err := os.WriteFile(file, src, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save(small)
	ctx, interrupt := context.WithCancel(context.Background())
	defer interrupt()
	stdout, out := io.Pipe()
	stderr, told := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- serve(ctx, []string{"--addr", "127.0.0.1:0", "--watch", file}, picture.Sketch(), streams{out, told})
		out.Close()
		told.Close()
	}()
	lines := make(chan string, 100)
	go func() {
		for s := bufio.NewScanner(stderr); s.Scan(); {
			lines <- s.Text()
		}
		close(lines)
	}()
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %v", err)
	}
	wantTitle(t, strings.TrimSpace(line), "A small map")
	save([]byte("{"))
	waitFor(t, lines, "the last map stays")
	wantTitle(t, strings.TrimSpace(line), "A small map")
	save(bytes.Replace(small, []byte("A small map"), []byte("Another title"), 1))
	waitFor(t, lines, "changed, and shown")
	wantTitle(t, strings.TrimSpace(line), "Another title")
	interrupt()
	if got := <-code; got != exitOK {
		t.Errorf("interrupted, it ended with %d", got)
	}
}

// waitFor reads lines until one has the words.
func waitFor(t *testing.T, lines <-chan string, words string) {
	t.Helper()
	for line := range lines {
		if strings.Contains(line, words) {
			return
		}
	}
	t.Fatalf("it never said %q", words)
}

func wantTitle(t *testing.T, target, title string) {
	t.Helper()
	res, err := http.Get(target)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != 200 || !strings.Contains(string(body), "<bdi>"+title+"</bdi></h1>") {
		t.Errorf("%s: status %d, %v, without %q", target, res.StatusCode, err, title)
	}
}
