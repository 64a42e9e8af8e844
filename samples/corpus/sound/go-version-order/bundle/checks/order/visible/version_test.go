package version

import "testing"

func parsed(t *testing.T, text string) Version {
	version, ok := Parse(text)
	if !ok {
		t.Fatalf("Parse(%q) must succeed", text)
	}
	return version
}

func ordered(t *testing.T, texts ...string) {
	for i := range texts[1:] {
		a, b := parsed(t, texts[i]), parsed(t, texts[i+1])
		if Compare(a, b) >= 0 || Compare(b, a) <= 0 {
			t.Errorf("%s must come before %s", texts[i], texts[i+1])
		}
	}
}

func TestNumbers(t *testing.T) {
	ordered(t, "0.9.0", "1.0.0", "1.9.2", "1.10.0", "10.0.0")
}

func TestLabels(t *testing.T) {
	ordered(t, "1.0.0-alpha", "1.0.0-beta", "1.0.0")
}

func TestEqual(t *testing.T) {
	a := parsed(t, "1.2.3")
	if a.Text != "1.2.3" || Compare(a, a) != 0 {
		t.Errorf("1.2.3 must keep its text and must equal itself")
	}
}

func TestRefuses(t *testing.T) {
	for _, text := range []string{"", "one", "1.2.x", "1..2"} {
		if _, ok := Parse(text); ok {
			t.Errorf("Parse(%q) must refuse", text)
		}
	}
}
