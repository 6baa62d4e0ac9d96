package lang

import (
	"fmt"
	"html/template"
)

// Tell is Say for a document: what the catalogue says and everything that is filled in is
// escaped, of whatever type it is; what is markup already, as a template.HTML, is not. What is said in English for
// want of a translation is marked as English, and what is filled in there, except numbers, as the document's language again.
func (c *Catalogue) Tell(key string, pairs ...any) template.HTML {
	borrowed := c.Borrows(key)
	safe := make([]any, len(pairs))
	for i, value := range pairs {
		safe[i] = value
		if i%2 == 0 {
			continue
		}
		safe[i] = markup(value)
		if _, number := value.(int); borrowed && !number {
			safe[i] = c.span(c, markup(value))
		}
	}
	if borrowed {
		return c.span(c.english, template.HTML(fill(template.HTMLEscapeString(c.english.form(key, pairs)), safe)))
	}
	return template.HTML(fill(template.HTMLEscapeString(c.form(key, pairs)), safe))
}

// span marks words as those of a language, and which way they run if that differs between this language and English.
func (c *Catalogue) span(of *Catalogue, words template.HTML) template.HTML {
	dir := ""
	if c.Dir != c.english.Dir {
		dir = ` dir="` + template.HTMLEscapeString(of.Dir) + `"`
	}
	return template.HTML(`<span lang="`+template.HTMLEscapeString(of.Tag)+`"`+dir+`>`) + words + `</span>`
}

// Put is Say for a place in a template that may be a text or an attribute: a string, or markup as of Tell where
// the key is left out or markup is filled in. html/template takes the tags off again in an attribute.
func (c *Catalogue) Put(key string, pairs ...any) any {
	if c.Borrows(key) {
		return c.Tell(key, pairs...)
	}
	for _, value := range pairs {
		if _, ok := value.(template.HTML); ok {
			return c.Tell(key, pairs...)
		}
	}
	return c.Say(key, pairs...)
}

// markup is a value as it may stand in a document.
func markup(value any) template.HTML {
	if m, ok := value.(template.HTML); ok {
		return m
	}
	return template.HTML(template.HTMLEscapeString(fmt.Sprint(value)))
}
