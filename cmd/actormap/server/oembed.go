package server

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"actormap/cmd/actormap/oembed"
)

// serveOEmbed answers how the map at an address is embedded, asking the provider of each map. Parameters that oEmbed does
// not have are ignored, and of one that stands twice the first counts.
func serveOEmbed(w http.ResponseWriter, r *http.Request, providers []*oembed.Provider) {
	query, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		refuse(w, http.StatusBadRequest, "the query cannot be read")
		return
	}
	format, known := oembed.FormatNamed(query.Get("format"))
	limits, err := oembed.NewLimits(query.Get("maxwidth"), query.Get("maxheight"))
	switch {
	case query.Get("url") == "":
		refuse(w, http.StatusBadRequest, "url is missing: the address of the map's page")
		return
	case !known:
		refuse(w, http.StatusNotImplemented, "format must be json or xml")
		return
	case err != nil:
		refuse(w, http.StatusBadRequest, strings.ReplaceAll(err.Error(), "\n", "; "))
		return
	}
	var answer oembed.Answer
	var found bool
	for _, p := range providers {
		if answer, found, err = p.Answer(query.Get("url"), limits); found || err != nil {
			break
		}
	}
	if err == nil && !found {
		refuse(w, http.StatusNotFound, "no map stands at this url")
		return
	}
	var body []byte
	if err == nil {
		body, err = answer.Encode(format)
	}
	if err != nil {
		refuse(w, http.StatusInternalServerError, "the answer cannot be written")
		return
	}
	sendOEmbed(w, r, format, body)
}

// sendOEmbed sends an answer, which any page may read: it says nothing that is not public.
func sendOEmbed(w http.ResponseWriter, r *http.Request, format oembed.Format, body []byte) {
	h := w.Header()
	setSafety(h)
	h.Set("Content-Type", format.MediaType())
	h.Set("Content-Security-Policy", lockedPolicy)
	h.Set("Cache-Control", "no-cache")
	h.Set("Access-Control-Allow-Origin", "*")
	allowIsolated(h)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodGet {
		_, _ = w.Write(body) // a client that went away is none of our errors
	}
}
