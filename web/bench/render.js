// Measures a frame while a generated map is panned, without a GPU: the live map beside a plain 2D
// canvas that draws the same lines as hairlines and the same nodes as discs, without names. After
// each frame a pixel is read back, which waits until it is painted; the page around is left out.
// Runs alternate, and medians count; the slowest frame of ours, which paints all of it, stands beside.

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { chromium } from '@playwright/test'
import { startServer } from '../test/server.js'
import { median } from './median.js'

/** @typedef {{ nodes: number[][], lines: number[][] }} Drawing places in px; numbers of nodes */
/** @typedef {import('@playwright/test').Page} Page */

const program = path.join(import.meta.dirname, '../../bin/actormap')
const size = { width: 1040, height: 740 }

/** How far in the map is while it is panned: nearly all of it in view, and a ninth of it. */
const zooms = [1.2, 3]

/** Runs the program and returns what it prints. @param {string[]} args */
const print = async (...args) => (await promisify(execFile)(program, args, { maxBuffer: 1 << 28 })).stdout

/** @param {string} spec nodes and relations, as 1000:3000 @param {string} folder */
async function makeMap(spec, folder) {
  const [nodes, relations] = spec.split(':')
  const file = path.join(folder, `${nodes}.json`)
  const text = await print('generate', '-nodes', nodes, '-relations', relations)
  await writeFile(file, text)
  const { places } = JSON.parse(await print('layout', '-size', `${size.width}x${size.height}`, file))
  const number = new Map(places.map((/** @type {{ id: string }} */ p, /** @type {number} */ i) => [p.id, i]))
  return {
    file,
    /** @type {Drawing} */
    drawing: {
      nodes: places.map((/** @type {{ x: number, y: number }} */ p) => [p.x * size.width, p.y * size.height]),
      lines: JSON.parse(text).relations.map((/** @type {{ from: string, to: string }} */ r) => [number.get(r.from), number.get(r.to)]),
    },
  }
}

/** Draws on a plain canvas and returns ms a frame. @param {Page} page @param {Drawing & { zoom: number, frames: number }} what */
const plainFrames = (page, what) => page.evaluate(({ nodes, lines, zoom, frames }) => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1040, height: 740 })
  document.body.append(canvas)
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'))
  const at = nodes.map(([x, y]) => [520 + (x - 520) * zoom, 370 + (y - 370) * zoom])
  const times = []
  for (let n = 0; n < frames; n++) {
    const begin = performance.now()
    for (const p of at) { p[0] += 16 * Math.cos(n / 5); p[1] += 16 * Math.sin(n / 5) }
    pen.fillStyle = '#fcfbf8'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.strokeStyle = 'rgba(0, 114, 178, 0.4)'
    for (const [a, b] of lines) {
      pen.beginPath()
      pen.moveTo(at[a][0], at[a][1])
      pen.lineTo(at[b][0], at[b][1])
      pen.stroke()
    }
    pen.fillStyle = '#1f2430'
    for (const [x, y] of at) {
      pen.beginPath()
      pen.arc(x, y, 3, 0, 7)
      pen.fill()
    }
    pen.getImageData(0, 0, 1, 1)
    times.push(performance.now() - begin)
  }
  return times
}, what)

/** Notes the frames of the map's Worker: its own time, and that until they are painted. */
function noteFrames() {
  const g = /** @type {any} */ (globalThis), open = OffscreenCanvas.prototype.getContext, ask = g.requestAnimationFrame.bind(g)
  /** @type {WebGL2RenderingContext} */
  let gl
  const pixel = new Uint8Array(4)
  OffscreenCanvas.prototype.getContext = /** @type {any} */ (function (/** @type {any[]} */ ...args) {
    const context = open.apply(/** @type {any} */ (this), /** @type {any} */ (args))
    if (args[0] === 'webgl2') gl = /** @type {WebGL2RenderingContext} */ (context)
    return context
  })
  g.noted = []
  g.requestAnimationFrame = (/** @type {FrameRequestCallback} */ callback) => ask((/** @type {number} */ time) => {
    const begin = performance.now()
    callback(time)
    const own = performance.now() - begin
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
    g.noted.push([performance.now() - begin, own])
  })
}

/** Pans the live map by mouse and returns ms a frame, and how many of them the program itself took. @param {Page} page @param {{ url: string, zoom: number, frames: number }} what */
async function ourFrames(page, { url, zoom, frames }) {
  await page.route(/engine-worker/, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: `(${noteFrames})();${await answer.text()}` })
  })
  const started = page.waitForEvent('worker')
  await page.goto(url)
  const worker = await started
  await page.waitForFunction(() => document.querySelector('actor-map')?.getAttribute('status') === 'live', null, { timeout: 120_000 })
  const camera = () => page.evaluate(() => /** @type {any} */ (document.querySelector('actor-map')).state.camera)
  await page.evaluate(async (zoom) => {
    const map = /** @type {any} */ (document.querySelector('actor-map'))
    await map.request({ type: 'motion', reduced: true }) // names that fade would be frames of their own
    await map.request({ type: 'zoom', factor: zoom })
  }, zoom)
  const { x, y } = /** @type {{x: number, y: number}} */ (await page.locator('.am-surface').boundingBox())
  const from = await camera()
  const earlier = await worker.evaluate(() => /** @type {any} */ (globalThis).noted.length)
  await page.mouse.move(x + 4, y + 4) // a corner, where no node lies
  await page.mouse.down()
  // By px, as a hand does: the map may then move by whole px.
  let at = { x: x + 4, y: y + 4 }
  for (let n = 0; n < frames; n++) {
    at = { x: at.x + Math.round(16 * Math.cos(n / 5)), y: at.y + Math.round(16 * Math.sin(n / 5)) }
    await page.mouse.move(at.x, at.y)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))))
  }
  await page.mouse.up()
  await page.waitForFunction((was) => JSON.stringify(/** @type {any} */ (document.querySelector('actor-map')).state.camera) !== was, JSON.stringify(from))
  return worker.evaluate((earlier) => /** @type {any} */ (globalThis).noted.slice(earlier), earlier)
}

/**
 * Measures one map at one zoom.
 * @param {import('@playwright/test').Browser} browser
 * @param {{ spec: string, url: string, drawing: Drawing, zoom: number, reps: number, frames: number }} what
 */
async function row(browser, { spec, url, drawing, zoom, reps, frames }) {
  /** @type {Record<'ours'|'whole'|'own'|'plain', number[]>} */
  const took = { ours: [], whole: [], own: [], plain: [] }
  for (let rep = 0; rep < reps; rep++) {
    const ours = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
    const noted = await ourFrames(ours, { url, zoom, frames })
    took.ours.push(...noted.map(([all]) => all))
    took.own.push(...noted.map(([, own]) => own))
    took.whole.push(Math.max(...noted.map(([all]) => all)))
    await ours.close()
    const plain = await browser.newPage()
    took.plain.push(...await plainFrames(plain, { ...drawing, zoom, frames }))
    await plain.close()
    process.stderr.write('.')
  }
  const [all, whole, own, plain] = [took.ours, took.whole, took.own, took.plain].map(median)
  return `| ${spec.replace(':', ' nodes, ')} lines | ${zoom} | ${all.toFixed(1)} | ${whole.toFixed(1)} | ${own.toFixed(1)} | ${plain.toFixed(1)} |`
}

/**
 * The table, as Markdown.
 * @param {{ sizes: string, reps: number, frames: number }} options
 */
export async function renderTable({ sizes, reps, frames }) {
  const rows = ['| map | zoom | ours, ms a frame | the slowest | of these the program | plain canvas |', '| --- | --: | --: | --: | --: | --: |']
  const folder = await mkdtemp(path.join(tmpdir(), 'actormap-'))
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  })
  try {
    for (const spec of sizes.split(',')) {
      const { file, drawing } = await makeMap(spec, folder)
      const server = await startServer(file)
      try {
        await fetch(server.url) // answered when the pictures are drawn
        for (const zoom of zooms) rows.push(await row(browser, { spec, url: server.url, drawing, zoom, reps, frames }))
      } finally {
        await server.stop()
      }
    }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  }
  process.stderr.write('\n')
  return rows.join('\n') + '\n'
}
