// Measures a frame of a generated map, without a GPU: while it is panned, which paints what comes into
// view, while one node after the other is lifted, while one is dragged, and while it is zoomed, which
// paints all of it; beside them a plain 2D canvas that draws the same lines as hairlines and the same
// nodes as discs, without names. After each frame a pixel is read back,
// which waits until it is painted; the page around is left out. The program's own work, with its draw
// calls and bytes, is measured apart, with a graphics driver that paints nothing. Runs alternate, and
// medians count.

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
const plainFrames = (page, what) =>
  page.evaluate(({ nodes, lines, zoom, frames }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1040, height: 740 })
    document.body.append(canvas)
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'))
    const at = nodes.map(([x, y]) => [520 + (x - 520) * zoom, 370 + (y - 370) * zoom])
    const times = []
    for (let n = 0; n < frames; n++) {
      const begin = performance.now()
      for (const p of at) {
        p[0] += 16 * Math.cos(n / 5)
        p[1] += 16 * Math.sin(n / 5)
      }
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

/**
 * Notes the frames of the map's Worker: the time until they are painted, the program's own, its draw
 * calls and the bytes it hands over.
 * @param {boolean} stub nothing is painted: the program's own work is all there is
 */
function noteFrames(stub) {
  const g = /** @type {any} */ (globalThis),
    open = OffscreenCanvas.prototype.getContext,
    ask = g.requestAnimationFrame.bind(g)
  /** @type {any} */
  let gl
  let draws = 0,
    bytes = 0
  const pixel = new Uint8Array(4)
  OffscreenCanvas.prototype.getContext = /** @type {any} */ (
    /** @this {OffscreenCanvas} */
    function (/** @type {any[]} */ ...args) {
      const context = open.apply(this, /** @type {any} */ (args))
      if (args[0] === 'webgl2') gl = watch(context)
      return context
    }
  )
  /** @param {any} context */
  function watch(context) {
    const { drawElements, bufferSubData } = context
    context.drawElements = (/** @type {any[]} */ ...args) => {
      draws++
      if (!stub) drawElements.apply(context, args)
    }
    context.bufferSubData = (/** @type {any[]} */ ...args) => {
      bytes += args[2].byteLength
      if (!stub) bufferSubData.apply(context, args)
    }
    return context
  }
  g.noted = []
  g.requestAnimationFrame = (/** @type {FrameRequestCallback} */ callback) =>
    ask((/** @type {number} */ time) => {
      draws = bytes = 0
      const begin = performance.now()
      callback(time)
      const own = performance.now() - begin
      if (!stub) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
      g.noted.push({ all: performance.now() - begin, own, draws, bytes })
    })
}

/** @typedef {{ all: number, own: number, draws: number, bytes: number }} Noted ms, ms, calls, bytes */

/**
 * Opens the live map so that its frames are noted.
 * @param {Page} page
 * @param {{ url: string, zoom: number, stub: boolean }} what
 */
async function openNoted(page, { url, zoom, stub }) {
  await page.route(/engine-worker/, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: `(${noteFrames})(${stub});${await answer.text()}` })
  })
  const started = page.waitForEvent('worker')
  await page.goto(url)
  const worker = await started
  await page.waitForFunction(() => document.querySelector('actor-map')?.getAttribute('status') === 'live', null, { timeout: 120_000 })
  await page.evaluate(async (zoom) => {
    const map = /** @type {any} */ (document.querySelector('actor-map'))
    await map.request({ type: 'motion', reduced: true }) // names that fade would be frames of their own
    await map.request({ type: 'zoom', factor: zoom })
    // The nodes' places are told with the frame that shows them.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await map.request({ type: 'sync' })
  }, zoom)
  const earlier = await worker.evaluate(() => /** @type {any} */ (globalThis).noted.length)
  return {
    noted: () =>
      worker.evaluate((earlier) => /** @type {{ noted: Noted[] }} */ (/** @type {any} */ (globalThis)).noted.slice(earlier), earlier),
  }
}

/** Brings the mouse to a spot of the stage, px of the window, where nothing lies that could be dragged. @param {Page} page */
async function emptySpot(page) {
  const spots = await page.evaluate(() => {
    const map = /** @type {any} */ (document.querySelector('actor-map'))
    const stage = /** @type {Element} */ (map.querySelector('.am-surface')).getBoundingClientRect()
    const found = []
    for (let y = 60; y < stage.height - 60; y += 20) {
      for (let x = 60; x < stage.width - 60; x += 20) {
        const room = Math.min(...map.places.map((/** @type {number[]} */ b) => Math.hypot(x - b[0], y - b[1])))
        found.push({ x: Math.round(stage.x + x), y: Math.round(stage.y + y), room })
      }
    }
    return found.sort((a, b) => b.room - a.room).slice(0, 40)
  })
  for (const spot of spots) {
    // a name may lie there: the cursor tells
    await page.mouse.move(spot.x, spot.y)
    await page.evaluate(() => /** @type {any} */ (document.querySelector('actor-map')).request({ type: 'sync' }))
    const cursor = await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.am-surface')).style.cursor)
    if (cursor !== 'grab') return spot
  }
  throw new Error('no spot of the map is empty')
}

/** @param {Page} page */
const nextFrame = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))))

/** Pans the live map by mouse and returns its frames. @param {Page} page @param {{ url: string, zoom: number, frames: number, stub?: boolean }} what */
async function panned(page, { url, zoom, frames, stub = false }) {
  const { noted } = await openNoted(page, { url, zoom, stub })
  const camera = () => page.evaluate(() => JSON.stringify(/** @type {any} */ (document.querySelector('actor-map')).state.camera))
  const from = await camera()
  let { x, y } = await emptySpot(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  // By px, as a hand does: the map may then move by whole px.
  for (let n = 0; n < frames; n++) {
    x += Math.round(16 * Math.cos(n / 5))
    y += Math.round(16 * Math.sin(n / 5))
    await page.mouse.move(x, y)
    await nextFrame(page)
  }
  await page.mouse.move(x + 40, y + 40) // the way may have come round to where it began
  await page.mouse.up()
  await page.waitForFunction((was) => JSON.stringify(/** @type {any} */ (document.querySelector('actor-map')).state.camera) !== was, from)
  return noted()
}

/** Zooms the live map to and fro, so that each frame is another picture, and returns its frames. @param {Page} page @param {{ url: string, zoom: number, frames: number, stub?: boolean }} what */
async function zoomed(page, { url, zoom, frames, stub = false }) {
  const { noted } = await openNoted(page, { url, zoom, stub })
  await page.evaluate(async (frames) => {
    const map = /** @type {any} */ (document.querySelector('actor-map'))
    for (let n = 0; n < frames; n++) await map.request({ type: 'zoom', factor: n % 2 ? 1 / 1.01 : 1.01 })
  }, frames)
  return noted()
}

/** Lifts one node after the other and returns the frames. @param {Page} page @param {{ url: string, zoom: number, frames: number }} what */
async function lifted(page, { url, zoom, frames }) {
  const { noted } = await openNoted(page, { url, zoom, stub: false })
  await page.evaluate(async (frames) => {
    const map = /** @type {any} */ (document.querySelector('actor-map'))
    const inView = map.nodes.filter((/** @type {unknown} */ _, /** @type {number} */ i) => {
      const [x, y] = map.places[i]
      return x > 0 && y > 0 && x < 1040 && y < 740
    })
    for (let n = 0; n < frames; n++) await map.request({ type: 'focus', node: inView[(n * 37) % inView.length].id })
  }, frames)
  return noted()
}

/** Drags the node that is nearest to the middle to and fro and returns the frames. @param {Page} page @param {{ url: string, zoom: number, frames: number }} what */
async function dragged(page, { url, zoom, frames }) {
  const { noted } = await openNoted(page, { url, zoom, stub: false })
  const from = await page.evaluate(() => {
    const map = /** @type {any} */ (document.querySelector('actor-map'))
    const stage = /** @type {Element} */ (map.querySelector('.am-surface')).getBoundingClientRect()
    const off = (/** @type {number[]} */ [x, y]) => Math.hypot(x - stage.width / 2, y - stage.height / 2)
    const [x, y] = map.places.reduce((/** @type {number[]} */ a, /** @type {number[]} */ b) => (off(b) < off(a) ? b : a))
    return { x: stage.x + x, y: stage.y + y }
  })
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (let n = 1; n <= frames; n++) {
    await page.mouse.move(from.x + Math.round(60 * Math.sin(n / 3)), from.y + 2 * n)
    await nextFrame(page)
  }
  const all = await noted() // to let it go paints the map anew
  await page.mouse.up()
  return all
}

/**
 * Measures one map at one zoom.
 * @param {import('@playwright/test').Browser} browser
 * @param {{ spec: string, url: string, drawing: Drawing, zoom: number, reps: number, frames: number }} what
 */
async function row(browser, { spec, url, drawing, zoom, reps, frames }) {
  /** @type {Record<'pan'|'lift'|'drag'|'whole'|'plain'|'panOwn'|'wholeOwn'|'panDraws'|'wholeDraws'|'bytes', number[]>} */
  const took = { pan: [], lift: [], drag: [], whole: [], plain: [], panOwn: [], wholeOwn: [], panDraws: [], wholeDraws: [], bytes: [] }
  /** @template T @param {(page: Page) => Promise<T>} measure */
  const onPage = async (measure) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
    const found = await measure(page)
    await page.close()
    return found
  }
  for (let rep = 0; rep < reps; rep++) {
    const pan = await onPage((page) => panned(page, { url, zoom, frames }))
    took.pan.push(...pan.map((f) => f.all))
    took.plain.push(...(await onPage((page) => plainFrames(page, { ...drawing, zoom, frames }))))
    took.lift.push(...(await onPage((page) => lifted(page, { url, zoom, frames }))).map((f) => f.all))
    took.drag.push(...(await onPage((page) => dragged(page, { url, zoom, frames }))).map((f) => f.all))
    const whole = await onPage((page) => zoomed(page, { url, zoom, frames }))
    took.whole.push(...whole.map((f) => f.all))
    const panOwn = await onPage((page) => panned(page, { url, zoom, frames, stub: true }))
    took.panOwn.push(...panOwn.map((f) => f.own))
    took.panDraws.push(...panOwn.map((f) => f.draws))
    const wholeOwn = await onPage((page) => zoomed(page, { url, zoom, frames, stub: true }))
    took.wholeOwn.push(...wholeOwn.map((f) => f.own))
    took.wholeDraws.push(...wholeOwn.map((f) => f.draws))
    took.bytes.push(...wholeOwn.map((f) => f.bytes))
    process.stderr.write('.')
  }
  const ms = (/** @type {number[]} */ list) => median(list).toFixed(1)
  return `| ${spec.replace(':', ' nodes, ')} lines | ${zoom} | ${ms(took.pan)} | ${ms(took.lift)} | ${ms(took.drag)} | ${ms(took.whole)} | ${ms(took.plain)} | ${ms(took.panOwn)} | ${ms(took.wholeOwn)} | ${median(took.panDraws)} / ${median(took.wholeDraws)} | ${(median(took.bytes) / 1e6).toFixed(1)} |`
}

/**
 * The table, as Markdown.
 * @param {{ sizes: string, reps: number, frames: number }} options
 */
export async function renderTable({ sizes, reps, frames }) {
  const rows = [
    '| map | zoom | a pan, ms a frame | a node lifted | a node dragged | all painted | plain canvas | CPU of the pan | of all | draw calls | MB of all |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |',
  ]
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
  return `${rows.join('\n')}\n`
}
