// Compares our layout with those of others, in one page of headless Chromium: runs alternate, and
// medians count. `make bench` builds what it needs and calls it; arguments:
//
//   --graphs clustered:1000,grid:10000   kinds and sizes; see graphs.js. first is the first dataset
//   --contenders ours,d3-force           all by default
//   --reps 3  --cap 15000                runs of each; ms after which a run is cut off
//   --render                             how long a frame takes to draw instead; see render.js
//   --sizes 1000:3000  --frames 30       of its maps, nodes and lines; frames of each run
//   --out FILE                           the table, as Markdown, beside the standard output

import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { median } from './median.js'
import { renderTable } from './render.js'

const { values } = parseArgs({
  options: {
    graphs: { type: 'string', default: 'first,clustered:1000,small-world:1000,scale-free:1000,grid:900,tree:1000,story:1000' },
    contenders: { type: 'string', default: "ours,ours, d3-force's model,d3-force,ngraph,ForceAtlas2,fcose" },
    reps: { type: 'string', default: '3' },
    cap: { type: 'string', default: '15000' },
    render: { type: 'boolean', default: false },
    sizes: { type: 'string', default: '160:10,1000:3000,10000:30000' },
    frames: { type: 'string', default: '30' },
    out: { type: 'string' },
    dist: { type: 'string', default: path.join(import.meta.dirname, 'dist') },
  },
})

const types = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm' }

/** Serves one folder to this machine. @param {string} folder */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const name = path.basename(new URL(request.url ?? '/', 'http://localhost').pathname) || 'bench.html'
    try {
      const body =
        name === 'bench.html'
          ? '<!doctype html><title>bench</title><script src="page.js"></script>'
          : await readFile(path.join(folder, name))
      response.writeHead(200, { 'content-type': types[/** @type {keyof typeof types} */ (path.extname(name))] ?? 'text/plain' }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  return { port: /** @type {import('node:net').AddressInfo} */ (server.address()).port, close: () => server.close() }
}

/** Contender names hold commas; they are told apart by what is known. @param {string} text */
function names(text) {
  const known = ["ours, d3-force's model", 'ours', 'd3-force', 'ngraph', 'ForceAtlas2', 'fcose'],
    found = []
  for (let rest = text; rest; ) {
    const name = known.find((k) => rest === k || rest.startsWith(`${k},`))
    if (!name) throw new Error(`no contender begins ${JSON.stringify(rest)}; there are ${known.join('; ')}`)
    found.push(name)
    rest = rest.slice(name.length + 1)
  }
  return found
}

const number = (/** @type {number} */ x, digits = 3) =>
  Number.isNaN(x)
    ? '-'
    : x >= 1000
      ? Math.round(x).toLocaleString('en')
      : x >= 100
        ? x.toFixed(0)
        : x >= 10
          ? x.toFixed(1)
          : x.toFixed(digits)

/** The table of layouts, as Markdown. */
async function layoutTable() {
  const server = await serve(values.dist)
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] })
  const rows = [
    '| graph | layout | ms a tick | ms in all | times ours | stress | neighbours kept | crossings |',
    '| --- | --- | --: | --: | --: | --: | --: | --: |',
  ]
  try {
    for (const spec of values.graphs.split(',')) {
      const [kind, nodes] = spec.split(':')
      const page = await browser.newPage()
      page.on('pageerror', (e) => process.stderr.write(`${e}\n`))
      page.setDefaultTimeout(0)
      await page.goto(`http://127.0.0.1:${server.port}/`)
      /** @type {Map<string, any[]>} */
      const runs = new Map()
      for (let rep = 0; rep <= Number(values.reps); rep++) {
        for (const name of names(values.contenders)) {
          const earlier = runs.get(name) ?? []
          if (earlier.some((r) => !r.done)) continue // once cut off is enough
          // The first round warms up and is thrown away.
          const capMs = rep === 0 ? 1000 : Number(values.cap)
          const run = await page.evaluate((o) => /** @type {any} */ (window).once(o), {
            name,
            kind,
            nodes: Number(nodes),
            seed: rep + 1,
            capMs,
          })
          if (rep > 0) runs.set(name, [...earlier, run])
          process.stderr.write('.')
        }
      }
      process.stderr.write(` ${spec}\n`)
      const ours = median((runs.get('ours') ?? []).map((r) => r.totalMs)) || NaN
      for (const [name, list] of runs) {
        const of = (/** @type {string} */ key) => median(list.map((r) => r[key]))
        const cut = list.every((r) => r.done) ? '' : ' (cut off)'
        const perTick = name === 'ours' || name === 'fcose' ? '-' : number(of('tickMs'))
        rows.push(
          `| ${list[0].graph}, ${list[0].lines.toLocaleString('en')} lines | ${name}${cut} | ${perTick} | ${number(of('totalMs'))} | ${number(of('totalMs') / ours, 1)} | ${number(of('stress'), 4)} | ${number(of('kept'))} | ${number(of('crossings'), 0)} |`,
        )
      }
      await page.close()
    }
  } finally {
    await browser.close()
    server.close()
  }
  return `${rows.join('\n')}\n`
}

const table = values.render
  ? await renderTable({ sizes: values.sizes, reps: Number(values.reps), frames: Number(values.frames) })
  : await layoutTable()
process.stdout.write(table)
if (values.out) await writeFile(values.out, table)
