// README.md is the map of this folder, CONTRIBUTING.md that of the project: what they lead to is there.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const web = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', web), 'utf8')

for (const name of ['README.md', '../.github/CONTRIBUTING.md']) {
  test(`every file and folder that ${name} leads to is there`, () => {
    const page = new URL(name, web)
    const links = [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link).filter((link) => !link.includes(':'))
    assert.ok(links.length > 20)
    assert.deepEqual(
      links.filter((link) => !existsSync(new URL(link, page)) && !link.startsWith('dist')),
      [],
    )
  })
}

test('every test that README.md quotes by its title is in the file beside it', () => {
  const quoted = [...readme.matchAll(/\]\((test\/[^)]+)\), "([^"]+)"/g)]
  assert.ok(quoted.length > 0)
  for (const [, file, title] of quoted) assert.ok(readFileSync(new URL(file, web), 'utf8').includes(title), `${file}: ${title}`)
})
