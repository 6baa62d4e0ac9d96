import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markdownCitation, plainCitation } from '../../../src/reader/citation.js'
import '../english.js'

const map = { title: 'The talks', asOf: 'Map of actors and issues, as of 27 February 2025' }
const relation = {
  headline: 'Keir Starmer – urged → United States',
  facts: ['26 February 2025', 'announced'],
  evidence: [
    { quote: 'urged the United States', from: 'Keir Starmer, in reported speech · News report' },
    { quote: 'he did not', from: 'Denies it. Nobody · Radio' },
  ],
  notes: ['Corrected 1 March 2025: *he* urged.'],
  address: 'https://example.org/map/#r-starmer-urges-backstop',
}

test('a plain citation says who, what, when, the words, the source, the map and where it is', () => {
  assert.equal(
    plainCitation(relation, map),
    `Keir Starmer – urged → United States, 26 February 2025, announced
“urged the United States” (Keir Starmer, in reported speech · News report)
“he did not” (Denies it. Nobody · Radio)
Corrected 1 March 2025: *he* urged.
The talks. Map of actors and issues, as of 27 February 2025
https://example.org/map/#r-starmer-urges-backstop`,
  )
})

test('a Markdown citation links its headline', () => {
  assert.equal(
    markdownCitation(relation, map),
    `**[Keir Starmer – urged → United States](<https://example.org/map/#r-starmer-urges-backstop>)**, 26 February 2025, announced

> “urged the United States”
>
> Keir Starmer, in reported speech · News report

> “he did not”
>
> Denies it. Nobody · Radio

Corrected 1 March 2025: \\*he\\* urged.

*The talks*. Map of actors and issues, as of 27 February 2025`,
  )
})

test('without an address nothing is linked', () => {
  const unknown = { ...relation, address: '' }
  assert.ok(!plainCitation(unknown, map).includes('http'))
  assert.ok(markdownCitation(unknown, map).startsWith('**Keir Starmer – urged → United States**, '))
})

for (const [name, text, want] of [
  ['emphasis and code', '*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
  ['a link, an image and HTML', '[a](b) ![c](d) <e> &amp;', '\\[a\\](b) !\\[c\\](d) \\<e\\> \\&amp;'],
  ['a backslash', 'a\\b', 'a\\\\b'],
  ['a table', 'a|b', 'a\\|b'],
  ['a heading', '# a', '\\# a'],
  ['a list', '- a', '\\- a'],
  ['a numbered list', '1. a', '1\\. a'],
]) {
  test(`${name} in the data is no markup`, () => {
    const cited = markdownCitation({ headline: 'x', facts: [], notes: [], evidence: [{ quote: 'q', from: text }], address: '' }, map)
    assert.ok(cited.includes(`> ${want}\n`), cited)
  })
}
