// What assistive technology is told: the tree of roles, names and states, as snapshots. No screen reader was asked.
import { addressOf, expect, test } from './base.js'
import { LiveMap } from './live.js'

const figure = `
- figure "As of 27 February 2025, corrected 30 November 2026. Each line is one statement of the text below.":
  - button "Story"
  - button "Table"
  - group "Map controls":
    - button "Zoom in"
    - button "Zoom out" [disabled]
    - button "Show the whole map" [disabled]
    - button "Undo" [disabled]
    - button "Redo" [disabled]
    - button "Back to the first arrangement" [disabled]
    - button "Full screen"
    - button "Share and embed"
    - 'button "Help: mouse, touch, keyboard"'
  - search:
    - combobox "Search"
    - button "Time"
    - button "Filter"
  - paragraph: Choose a node or line to read it. Drag a node to move it.
  - img /^Map\\. 17 actors, 16 issues and 39 relations, from 1 source\\. Everything on it follows as text\\. .*claim/
  - 'listbox "Map: The White House talks of 27 February 2025"':
    - option
`

test('the map, a line in its panel, and the map in words', async ({ page }) => {
  const map = await LiveMap.open(page, `${addressOf('DEFAULT')}?line=starmer-urges-backstop`)
  await expect(map.panel).toBeVisible()
  await expect(map.element).toMatchAriaSnapshot(figure)
  await expect(map.panel).toMatchAriaSnapshot(`
    - region /Keir Starmer.*urged to provide a backstop.*United States/:
      - heading [level=2]:
        - link "Keir Starmer"
        - link "United States"
      - button "Close"
      - article:
        - paragraph:
          - text: Request, in words ·
          - time: 26 February 2025
        - term: About
        - definition:
          - link "Security backstop"
        - figure:
          - blockquote:
            - paragraph: /Starmer on Wednesday urged the United States/
          - link "Keir Starmer"
          - text: ", in reported speech ·"
          - link "News report, 27 February 2025"
  `)
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - heading "The map in words" [level=2]
    - paragraph: 17 actors, 16 issues and 39 relations, from 1 source.
    - paragraph: "Most connected:"
    - list:
      - listitem:
        - link "Donald Trump"
        - text: · 19 relations
    - paragraph: "Who criticises, refuses or acts against whom, or differs, by the sources:"
    - list:
      - listitem:
        - link /Donald Trump – called a .* → Volodymyr Zelenskyy/
      - listitem:
        - link "Emmanuel Macron – differs starkly on the war with – Donald Trump"
  `)
})

test('the embed', async ({ page }) => {
  await LiveMap.open(page, `${addressOf('DEFAULT')}embed.html`)
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - main:
      - heading "The White House talks of 27 February 2025" [level=1]
      - paragraph:
        - link "Full page with every quote and source"
${figure
  .trim()
  .split('\n')
  .map((row) => `      ${row}`)
  .join('\n')}
      - group "Legend":
        - heading "Legend" [level=2]
      - status
      - paragraph: "Source: News report, 27 February 2025"
  `)
})
