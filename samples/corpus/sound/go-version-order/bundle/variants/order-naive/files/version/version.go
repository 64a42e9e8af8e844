// Package version reads version numbers and compares them.
package version

import (
	"regexp"
	"strconv"
	"strings"
)

// Version is three numbers and perhaps a label: 1.10.0-beta.
type Version struct {
	Text    string
	Numbers [3]int
	Label   string
}

var form = regexp.MustCompile(`^([+-]?\d+)\.([+-]?\d+)\.([+-]?\d+)(?:-([a-z0-9]+))?$`)

// Parse reads a version; ok is false for what is none.
func Parse(text string) (version Version, ok bool) {
	parts := form.FindStringSubmatch(text)
	if parts == nil {
		return Version{}, false
	}
	version = Version{Text: text, Label: parts[4]}
	for i := range version.Numbers {
		version.Numbers[i], _ = strconv.Atoi(parts[i+1])
	}
	return version, true
}

// Compare is negative when a comes before b, positive when it comes after b, and 0 when they are equal.
func Compare(a, b Version) int {
	for i := range a.Numbers {
		if a.Numbers[i] != b.Numbers[i] {
			return a.Numbers[i] - b.Numbers[i]
		}
	}
	if a.Label == "" || b.Label == "" {
		return len(b.Label) - len(a.Label)
	}
	return strings.Compare(a.Label, b.Label)
}
