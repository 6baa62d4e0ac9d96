package oembed

import (
	"errors"
	"math"
	"strconv"
)

// An iframe has the ratio 4:3 exactly: sites make an embed narrower by its ratio, and know
// the common ones only. It is widthUnit*n by heightUnit*n CSS pixels.
const (
	widthUnit  = 4
	heightUnit = 3
	mostUnits  = 200 // 800x600, where nobody asks for less
)

// size is the size of an iframe, in CSS pixels.
type size struct{ width, height int }

// String writes the size as "800x600".
func (s size) String() string { return strconv.Itoa(s.width) + "x" + strconv.Itoa(s.height) }

// Limits are the most that a site has room for, in CSS pixels; zero: as much as there is.
type Limits struct{ width, height int }

// NewLimits reads maxwidth and maxheight of a request; empty: no limit. An error where one
// is no whole number, or less than the smallest iframe of the ratio.
func NewLimits(maxWidth, maxHeight string) (Limits, error) {
	width, errWidth := limit("maxwidth", maxWidth, widthUnit)
	height, errHeight := limit("maxheight", maxHeight, heightUnit)
	return Limits{width, height}, errors.Join(errWidth, errHeight)
}

// limit reads one limit. A number that is too large to be told apart from none is none.
func limit(name, text string, least int) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.ParseUint(text, 10, 64)
	switch {
	case err != nil && !errors.Is(err, strconv.ErrRange), n < uint64(least):
		return 0, errors.New(name + " must be a whole number of pixels, " + strconv.Itoa(least) + " or more")
	case n > math.MaxInt32:
		return 0, nil
	}
	return int(n), nil
}

// size is the largest size within the limits.
func (l Limits) size() size {
	units := mostUnits
	if l.width > 0 {
		units = min(units, l.width/widthUnit)
	}
	if l.height > 0 {
		units = min(units, l.height/heightUnit)
	}
	return size{widthUnit * units, heightUnit * units}
}
