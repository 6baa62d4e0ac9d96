// README.md is the map of this folder: what it leads to is there.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const web = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', web), 'utf8')

test('every file and folder that README.md leads to is there', () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link).filter((link) => !link.includes(':'))
  assert.ok(links.length > 50)
  assert.deepEqual(
    links.filter((link) => !existsSync(new URL(link, web)) && !link.startsWith('dist')),
    [],
  )
})

test('every test that README.md quotes by its title is in the file beside it', () => {
  const quoted = [...readme.matchAll(/\]\((test\/[^)]+)\), "([^"]+)"/g)]
  assert.ok(quoted.length > 0)
  for (const [, file, title] of quoted) assert.ok(readFileSync(new URL(file, web), 'utf8').includes(title), `${file}: ${title}`)
})
