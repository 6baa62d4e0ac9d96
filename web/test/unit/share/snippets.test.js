import assert from 'node:assert/strict'
import { test } from 'node:test'
import { elementSnippet, escaped, frameSnippet, pictureSnippet } from '../../../src/share/snippets.js'
import { folderOf } from '../../../src/share/source.js'
import '../english.js'

/** @returns {import('../../../src/share/snippets.js').Shared} */
function plainMap() {
  return {
    link: 'https://e.org/map/?node=us&theme=dark',
    embed: 'https://e.org/map/embed.html?node=us&theme=dark',
    script: 'https://e.org/map/actor-map.js',
    picture: { src: 'https://e.org/map/map.2b.svg', here: 'https://e.org/map/map.2b.svg', width: 1040, height: 740 },
    title: 'Talks',
    text: 'Who met whom.',
    asOf: '27 February 2025',
    desk: '',
    sources: ['News'],
    license: 'CC0-1.0',
    lang: 'en',
    data: null,
  }
}

/** The same map with a text that wants out of wherever it is put. */
function hostileMap() {
  const bad = `</figure>"><script>alert('x')</script>&amp;`
  return { ...plainMap(), title: bad, text: bad, asOf: bad, link: `https://e.org/?a=${bad}`, embed: `https://e.org/?a=${bad}` }
}

test('the frame', () => {
  assert.equal(
    frameSnippet(plainMap()),
    `<figure style="margin:0">
<div style="position:relative;width:100%;aspect-ratio:1040/780;min-height:760px">
<a href="https://e.org/map/?node=us&amp;theme=dark"><img src="https://e.org/map/map.2b.svg" alt="Map: Talks" width="1040" height="740" style="max-width:100%;height:auto"></a>
<iframe src="https://e.org/map/embed.html?node=us&amp;theme=dark" title="Map: Talks" width="1040" height="780" style="position:absolute;inset:0;width:100%;height:100%;border:0" loading="lazy" allow="fullscreen; clipboard-write" referrerpolicy="no-referrer"></iframe>
</div>
<figcaption><a href="https://e.org/map/?node=us&amp;theme=dark">Talks</a>. As of 27 February 2025. Open the interactive map with every quote and source.</figcaption>
</figure>`,
  )
})

test('the element', () => {
  assert.equal(
    elementSnippet(plainMap()),
    `<script src="https://e.org/map/actor-map.js" defer></script>
<actor-map src="https://e.org/map/?node=us&amp;theme=dark">
<figure style="margin:0">
<a href="https://e.org/map/?node=us&amp;theme=dark"><img src="https://e.org/map/map.2b.svg" alt="Map: Talks" width="1040" height="740" style="max-width:100%;height:auto"></a>
<figcaption><a href="https://e.org/map/?node=us&amp;theme=dark">Talks</a>. As of 27 February 2025. Open the interactive map with every quote and source.</figcaption>
</figure>
</actor-map>`,
  )
})

test('the picture', () => {
  assert.equal(
    pictureSnippet(plainMap()),
    `<p><a href="https://e.org/map/?node=us&amp;theme=dark"><img src="https://e.org/map/map.2b.svg" alt="Map: Talks" width="1040" height="740" style="max-width:100%;height:auto"></a></p>
<p><strong>Talks</strong><br>Who met whom. As of 27 February 2025.</p>
<p><a href="https://e.org/map/?node=us&amp;theme=dark">Open the interactive map with every quote and source</a></p>`,
  )
})

for (const [name, snippet] of Object.entries({ frameSnippet, elementSnippet, pictureSnippet })) {
  test(`${name}: no text of the map becomes markup`, () => {
    const bones = (/** @type {string} */ html) => html.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""'))
    assert.deepEqual(bones(snippet(hostileMap())), bones(snippet(plainMap())))
  })

  test(`${name}: no class and nothing hidden, for reader modes judge by them`, () => {
    assert.doesNotMatch(snippet(plainMap()), /class=|id=|hidden|display:none|aria-/)
  })

  test(`${name}: a map without date and summary leaves no holes`, () => {
    assert.doesNotMatch(snippet({ ...plainMap(), text: '', asOf: '' }), /As of|undefined|<br>|\s{2}|\. \./)
  })
}

test('escaped text comes out as it went in', () => {
  assert.equal(escaped(`<a href="x" title='y'>&amp;</a>`), '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;')
})

const folders = [
  { address: 'https://e.org/map/', want: 'https://e.org/map/' },
  { address: 'https://e.org/map/index.html?node=us#how', want: 'https://e.org/map/' },
  { address: 'https://e.org/map/embed.html#?secret=x', want: 'https://e.org/map/' },
  { address: 'http://127.0.0.1:8080/?a=b/c', want: 'http://127.0.0.1:8080/' },
]
for (const { address, want } of folders) {
  test(`folderOf(${address})`, () => assert.equal(folderOf(address), want))
}
