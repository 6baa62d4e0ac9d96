package oembed

import (
	"encoding/json"
	"encoding/xml"
)

// A Format is how an answer is written; its value stands in requests.
type Format string

// The formats of oEmbed 1.0.
const (
	JSON Format = "json"
	XML  Format = "xml"
)

// FormatNamed returns the format of a request, which is JSON where it names none. ok is
// false for one that oEmbed does not have.
func FormatNamed(name string) (f Format, ok bool) {
	switch f := Format(name); f {
	case "":
		return JSON, true
	case JSON, XML:
		return f, true
	}
	return "", false
}

// MediaType is what an answer in this format is sent as.
func (f Format) MediaType() string {
	if f == XML {
		return "text/xml; charset=utf-8"
	}
	return "application/json"
}

// An Answer says how to embed a map. It has no thumbnail, as there is no raster picture of
// the map, and readers take no other.
type Answer struct {
	XMLName      xml.Name `json:"-" xml:"oembed"`
	Version      string   `json:"version" xml:"version"`
	Type         string   `json:"type" xml:"type"`
	Title        string   `json:"title" xml:"title"`
	ProviderName string   `json:"provider_name" xml:"provider_name"`
	ProviderURL  string   `json:"provider_url" xml:"provider_url"`
	Width        int      `json:"width" xml:"width"`   // of the iframe, in CSS pixels
	Height       int      `json:"height" xml:"height"` // of the iframe, in CSS pixels
	HTML         string   `json:"html" xml:"html"`
}

// Encode writes the answer. In JSON, the characters that mean something in HTML are
// escaped once more, so that the answer is harmless wherever it is pasted.
func (a Answer) Encode(f Format) ([]byte, error) {
	if f == XML {
		body, err := xml.MarshalIndent(a, "", "  ")
		return append([]byte(xml.Header), append(body, '\n')...), err
	}
	body, err := json.MarshalIndent(a, "", "  ")
	return append(body, '\n'), err
}
