// Package bridge carries protocol messages between the page and the scene. Its files that
// end in _js.go are the only ones that import syscall/js.
//
// The page's host program puts an object, actorMapHost, on the global object that Go sees:
// dataset, layout and settings to start from, and functions to emit events, to ask for a
// frame and to shape labels. Go puts one function on it, receive, which only queues: no
// Go code of the map runs outside a frame.
package bridge
