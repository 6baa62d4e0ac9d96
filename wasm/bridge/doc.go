// Package bridge carries protocol messages between the page and the scene. It is the only
// package that imports syscall/js.
package bridge
