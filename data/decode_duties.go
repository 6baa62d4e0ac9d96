package data

import (
	"strings"

	"github.com/tidwall/gjson"
)

// amount reads a sum of money.
func (d *decoder) amount(v value) *Amount {
	var a Amount
	d.object(v, "an amount", form{
		needs("value", func(v value) {
			a.Value = d.number(v, 0, MaxAmount, "no amount", "a number above 0 and up to 1e15, without signs for thousands")
			if v.Type == gjson.Number && a.Value == 0 {
				d.fault(v.spot(), "the amount is 0", "a number above 0, or leave the amount out")
			}
		}),
		needs("currency", func(v value) { a.Currency = d.currency(v) }),
	})
	return &a
}

// currency reads the code of a currency. Whether it is registered is not looked up.
func (d *decoder) currency(v value) string {
	ok := v.Type == gjson.String && len(v.Str) == 3
	for i := 0; ok && i < 3; i++ {
		ok = v.Str[i] >= 'A' && v.Str[i] <= 'Z'
	}
	if !ok {
		d.fault(v.spot(), shown(v)+" is not a currency", "three capital letters, such as EUR (ISO 4217)")
		return ""
	}
	return v.Str
}

func (d *decoder) reply(v value) *Reply {
	var r Reply
	got := d.object(v, "a reply", form{
		needs("by", func(v value) { r.By = d.reference(v, anActor) }),
		needs("kind", func(v value) { r.Kind = oneOf(d, v, "a kind of reply", Statement, Declined, NoAnswer) }),
		needs("date", func(v value) { r.Date = d.date(v) }),
		may("text", func(v value) { r.Text = d.text(v, MaxNoteLength) }),
	})
	if r.Kind == Statement && !got.has("text") {
		d.fault(v.spot(), `a statement needs "text"`, "add what was answered")
	}
	return &r
}

func (d *decoder) outcome(v value) *Outcome {
	var o Outcome
	d.object(v, "an outcome", form{
		needs("text", func(v value) { o.Text = d.text(v, MaxNoteLength) }),
		needs("date", func(v value) { o.Date = d.date(v) }),
		needs("evidence", func(v value) { o.Evidence = d.facts(v, "an outcome") }),
	})
	return &o
}

// contact reads where a reader can report an error: a web address or that of a mailbox.
// http is refused, as what is reported may be a secret.
func (d *decoder) contact(v value) string {
	s := d.str(v, MaxURLLength)
	if v.Type != gjson.String || s == "" {
		return s
	}
	mailbox, isMail := strings.CutPrefix(s, "mailto:")
	if isMail && isMailbox(mailbox) || strings.HasPrefix(s, "https://") && isWebAddress(s) {
		return s
	}
	cure := `https:// and what follows, or mailto: and a mailbox, such as "mailto:desk@example.org"`
	if isMailbox(s) {
		cure = "write " + quoted("mailto:"+s)
	}
	d.fault(v.spot(), quoted(s)+" is no contact", cure)
	return s
}

// isMailbox reports whether s has the form of a mailbox's address: a name, an @ and a host,
// of letters, digits and the signs that need no quoting (RFC 5322, 3.2.3; no %, which starts
// an escape in an address), without the headers that a mailto address may carry.
func isMailbox(s string) bool {
	name, host, ok := strings.Cut(s, "@")
	return ok && name != "" && host != "" &&
		!strings.ContainsFunc(name, func(r rune) bool { return isNotLetterOrDigit(r) && !strings.ContainsRune("!$'*+-./=^_`{|}~", r) }) &&
		!strings.ContainsFunc(host, func(r rune) bool { return isNotLetterOrDigit(r) && r != '-' && r != '.' })
}
