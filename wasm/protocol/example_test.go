package protocol_test

import (
	"fmt"
	"strings"

	"actormap/wasm/protocol"
)

// A page starts a map, points at a node, and hears of it with the next frame.
func ExampleSession() {
	dataset := []byte(`{"id":"tiny","title":"Tiny","summary":"A test.","language":"en","updated":"2025-02-27","license":"CC0-1.0",
		"sources":[],"actors":[{"id":"anna","name":"Anna","kind":"person"}],"issues":[],"relations":[]}`)
	start := []byte(`{"v":1,"type":"start","width":736,"height":620,"dpr":1,"theme":"light","lang":"en"}`)
	session, err := protocol.NewSession(dataset, nil, start)
	if err != nil {
		fmt.Println(err)
		return
	}
	session.Send() // what the start brought about
	session.Receive([]byte(`{"v":1,"type":"hover","node":"anna"}`))
	session.Receive([]byte(`{"v":1,"type":"hover","node":"nobody","id":7}`))
	fmt.Println(strings.ReplaceAll(string(session.Send()), `},{"v"`, "},\n{\"v\""))
	// Output:
	// [{"v":1,"type":"hover","node":"anna","x":368,"y":292.5},
	// {"v":1,"type":"cursor","cursor":"grab"},
	// {"v":1,"type":"reply","id":7,"error":{"name":"UnknownNode","message":"no actor or issue has the id \"nobody\""}}]
}
