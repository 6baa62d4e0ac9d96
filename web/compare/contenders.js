// Makes a folder for each contender, all of the same dataset: what a host of its embed would serve.
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync, constants } from 'node:zlib'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const here = fileURLToPath(new URL('./', import.meta.url))

export const peers = ['force-graph', 'sigma', 'cytoscape']

/**
 * @param {string} folder empty
 * @returns {Promise<Record<string, string>>} folder by contender
 */
export async function makeContenders(folder) {
  const graph = JSON.stringify(graphOf(JSON.parse(await readFile(join(root, 'data/white-house-2025-02-27.json'), 'utf8'))))
  const page = await readFile(join(here, 'embeds/peer.html'))
  await run(join(root, 'bin/actormap'), ['build', '-o', join(folder, 'actor-map')])
  for (const peer of peers) {
    const place = join(folder, peer)
    await mkdir(place)
    await run(
      'go',
      [
        'tool',
        'esbuild',
        '--bundle',
        '--minify',
        '--format=esm',
        '--target=es2022',
        '--legal-comments=none',
        '--log-level=warning',
        `--outfile=${join(place, 'embed.js')}`,
        join(here, `embeds/${peer}.js`),
      ],
      { cwd: root },
    )
    await put(place, 'embed.html', page)
    await put(place, 'graph.json', Buffer.from(graph))
    await put(place, 'embed.js', await readFile(join(place, 'embed.js')))
  }
  return Object.fromEntries(['actor-map', ...peers].map((name) => [name, join(folder, name)]))
}

/**
 * The nodes and lines of a dataset, without what proves them.
 * @param {any} dataset
 * @returns {import('./embeds/told.js').Graph}
 */
function graphOf({ actors, issues, relations }) {
  const nodes = [
    ...actors.map((/** @type {any} */ a) => ({ id: a.id, name: a.name.en ?? a.name, kind: a.kind })),
    ...issues.map((/** @type {any} */ i) => ({ id: i.id, name: i.name.en ?? i.name, kind: 'issue' })),
  ]
  const links = [
    ...relations.map((/** @type {any} */ r) => ({ source: r.from, target: r.to })),
    ...actors.flatMap((/** @type {any} */ a) => (a.of ?? []).map((/** @type {any} */ o) => ({ source: a.id, target: o.to }))),
    ...issues.filter((/** @type {any} */ i) => i.part_of).map((/** @type {any} */ i) => ({ source: i.id, target: i.part_of })),
  ]
  return { nodes, links }
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {Buffer} bytes
 */
async function put(folder, name, bytes) {
  await writeFile(join(folder, name), bytes)
  await writeFile(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
}
