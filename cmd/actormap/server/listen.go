package server

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"syscall"
)

// portsToTry is how many ports Listen looks at before it gives up.
const portsToTry = 20

// Listen opens the address given or, where its port is taken, the next free one.
func Listen(addr string) (net.Listener, error) {
	host, portText, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("--addr %s: %w (write it as 127.0.0.1:8080)", addr, err)
	}
	port, err := strconv.ParseUint(portText, 10, 16)
	if err != nil {
		return nil, fmt.Errorf("--addr %s: the port must be a number from 0 to 65535", addr)
	}
	for try := uint64(0); ; try++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.FormatUint(port+try, 10)))
		if err == nil {
			return l, nil
		}
		last := port == 0 || try+1 == portsToTry || port+try+1 > 65535
		if last || !errors.Is(err, syscall.EADDRINUSE) {
			return nil, fmt.Errorf("--addr %s: %w", addr, err)
		}
	}
}

// IsLoopback reports whether the address of a listener is reached from this machine only.
func IsLoopback(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// isLoopbackHost reports whether a Host header names this machine: localhost, a name
// under it, or a loopback address, with any port.
func isLoopbackHost(hostport string) bool {
	host := hostport
	if h, port, err := net.SplitHostPort(hostport); err == nil {
		if _, err := strconv.ParseUint(port, 10, 16); err != nil {
			return false
		}
		host = h
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	if ip := net.ParseIP(host); ip != nil {
		return ip.IsLoopback()
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}
