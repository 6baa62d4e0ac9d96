package lang

import (
	"fmt"
	"html/template"
)

// Tell is Say for a document: what the catalogue says and everything that is filled in is
// escaped, of whatever type it is; what is markup already, as a template.HTML, is not.
func (c *Catalogue) Tell(key string, pairs ...any) template.HTML {
	safe := make([]any, len(pairs))
	for i, value := range pairs {
		safe[i] = value
		if i%2 == 1 {
			safe[i] = markup(value)
		}
	}
	return template.HTML(fill(template.HTMLEscapeString(c.form(key, pairs)), safe))
}

// markup is a value as it may stand in a document.
func markup(value any) template.HTML {
	if m, ok := value.(template.HTML); ok {
		return m
	}
	return template.HTML(template.HTMLEscapeString(fmt.Sprint(value)))
}
