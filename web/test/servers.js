// Starts one `actormap serve` for each dataset that the tests look at, and ends them all.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServer } from './server.js'
import { harmlessTwin } from './twin.js'

const bilingualFile = fileURLToPath(new URL('../../data/white-house-backstop-en-ar.json', import.meta.url))
const hostileFile = fileURLToPath(new URL('../../data/testdata/hostile.json', import.meta.url))
const disputeFile = fileURLToPath(new URL('../../data/testdata/dispute.json', import.meta.url))
const daysFile = fileURLToPath(new URL('../../data/testdata/three-days.json', import.meta.url))

/** Leaves the addresses in the environment, where the workers of the tests find them. */
export default async function startServers() {
  const folder = await mkdtemp(join(tmpdir(), 'actormap-'))
  const harmlessFile = join(folder, 'harmless.json')
  await writeFile(harmlessFile, JSON.stringify(harmlessTwin(JSON.parse(await readFile(hostileFile, 'utf8')))))
  const files = {
    DEFAULT: undefined,
    HOSTILE: hostileFile,
    BILINGUAL: bilingualFile,
    HARMLESS: harmlessFile,
    DAYS: daysFile,
    DISPUTE: disputeFile,
  }
  const servers = await Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      try {
        const server = await startServer(file, ...(name === 'BILINGUAL' || name === 'DEFAULT' ? ['-languages', 'fr'] : []))
        process.env[`ACTORMAP_${name}`] = server.url
        return server
      } catch (cause) {
        // It fails the tests that need this dataset, not all of them.
        process.env[`ACTORMAP_${name}`] = String(cause)
        return null
      }
    }),
  )
  return async () => {
    await Promise.all(servers.map((s) => s?.stop()))
    await rm(folder, { recursive: true })
  }
}
