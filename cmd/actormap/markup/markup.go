// Package markup reads the HTML that this program writes back into a tree, for tests. It
// reads nothing else: every element must be closed but those that HTML leaves empty.
package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Node is an element. Text stands in children without a name.
type Node struct {
	Name       string // empty for text
	Text       string // of a text
	Attributes map[string]string
	Children   []*Node
}

// Parse reads a document. The root has no name and no text.
func Parse(html []byte) (*Node, error) {
	decoder := xml.NewDecoder(strings.NewReader(string(html)))
	decoder.Strict = false
	decoder.AutoClose = []string{"meta", "link", "img", "source", "br", "hr", "input"}
	decoder.Entity = xml.HTMLEntity
	root := &Node{}
	open := []*Node{root}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("markup: %w", err)
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := element(token)
			top.Children = append(top.Children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.Children = append(top.Children, &Node{Text: string(token)})
		}
	}
	return root, nil
}

func element(token xml.StartElement) *Node {
	n := &Node{Name: token.Name.Local, Attributes: map[string]string{}}
	for _, a := range token.Attr {
		n.Attributes[a.Name.Local] = a.Value
	}
	return n
}

// Walk calls f for n and everything in it, in the order of the document.
func (n *Node) Walk(f func(*Node)) {
	f(n)
	for _, child := range n.Children {
		child.Walk(f)
	}
}

// All lists the elements of a name in n, in the order of the document.
func (n *Node) All(name string) []*Node {
	var list []*Node
	n.Walk(func(m *Node) {
		if m.Name == name {
			list = append(list, m)
		}
	})
	return list
}

// ByID finds the element of an id, or nil.
func (n *Node) ByID(id string) *Node {
	var found *Node
	n.Walk(func(m *Node) {
		if found == nil && m.Name != "" && m.Attributes["id"] == id {
			found = m
		}
	})
	return found
}

// Words is the text of n with white space folded.
func (n *Node) Words() string {
	var b strings.Builder
	n.Walk(func(m *Node) { b.WriteString(m.Text) })
	return strings.Join(strings.Fields(b.String()), " ")
}
