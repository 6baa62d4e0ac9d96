package lang

import "html/template"

// Tell is Say for a document: what the catalogue says and every string that is filled in is
// escaped; what is markup already, as a template.HTML, is not.
func (c *Catalogue) Tell(key string, pairs ...any) template.HTML {
	safe := make([]any, len(pairs))
	for i, value := range pairs {
		safe[i] = value
		if text, ok := value.(string); ok && i%2 == 1 {
			safe[i] = template.HTMLEscapeString(text)
		}
	}
	return template.HTML(fill(template.HTMLEscapeString(c.form(key, pairs)), safe))
}
