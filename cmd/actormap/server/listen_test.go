package server

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
)

// rawStatus sends a request line as it is and returns the status of the answer.
func rawStatus(t *testing.T, addr, target string) int {
	t.Helper()
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", target)
	res, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	return res.StatusCode
}

func TestListenTakesTheNextFreePort(t *testing.T) {
	first, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	if !IsLoopback(first.Addr()) {
		t.Errorf("%v is not seen as loopback", first.Addr())
	}
	second, err := Listen(first.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	if a, b := first.Addr().(*net.TCPAddr).Port, second.Addr().(*net.TCPAddr).Port; b <= a || b > a+portsToTry {
		t.Errorf("port %d was taken; got %d", a, b)
	}
}

func TestListenRefuses(t *testing.T) {
	for addr, want := range map[string]string{
		"8080":              "127.0.0.1:8080",
		"localhost":         "127.0.0.1:8080",
		"127.0.0.1:http":    "number",
		"127.0.0.1:99999":   "number",
		"127.0.0.1:-1":      "number",
		"192.0.2.1:0":       "192.0.2.1", // a documentation address: no machine has it
		"no such host.:123": "no such host.",
	} {
		l, err := Listen(addr)
		if err == nil {
			l.Close()
			t.Errorf("Listen(%q) works", addr)
			continue
		}
		if !strings.Contains(err.Error(), want) {
			t.Errorf("Listen(%q): %v does not say %q", addr, err, want)
		}
	}
}

func TestUnspecifiedAddressIsNotLoopback(t *testing.T) {
	l, err := Listen(":0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if IsLoopback(l.Addr()) {
		t.Errorf("%v is seen as loopback", l.Addr())
	}
}
