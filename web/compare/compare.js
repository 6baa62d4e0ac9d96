// Measures the map beside minimal embeds of other libraries, each in a frame of the same page, and
// prints a table. Each contender starts in an empty browser context; they take turns, and the
// figure is the median. See README.md beside this file.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import config from '../playwright.config.js'
import { makeContenders, peers } from './contenders.js'
import { processorMS } from './processes.js'
import { openShelf } from './shelf.js'

/** @import { Page, Frame, CDPSession } from '@playwright/test' */

const rounds = Number(process.env.ROUNDS ?? 5)
const restMS = 10_000
const contenders = ['actor-map', ...peers]
/** Bytes and ms of a line; null: of this machine itself. */
const lines = { loopback: null, phone: { downloadThroughput: 9e6 / 8, uploadThroughput: 1.5e6 / 8, latency: 85, offline: false } }

/** The frame of the map is as high as it asks for; the others fill theirs. @type {Record<string, number>} */
const heightPx = { 'actor-map': 1300 }

const folder = await mkdtemp(join(tmpdir(), 'compare-'))
const browserServer = await chromium.launchServer(config.use?.launchOptions)
const browser = await chromium.connect(browserServer.wsEndpoint())
/** @type {Awaited<ReturnType<typeof openShelf>>|undefined} */
let frames
/** @type {Awaited<ReturnType<typeof openShelf>>|undefined} */
let hosts
try {
  frames = await openShelf(await makeContenders(folder), () => '')
  // Another port is another origin but the same site: the frame shares the host's main thread.
  const { url } = frames
  hosts = await openShelf({}, (name) => hostPage(name === 'none' ? null : `${url}${name}/embed.html`, heightPx[name] ?? 620))
  /** @type {Record<string, Record<string, number[]>>} */
  const figures = Object.fromEntries(contenders.map((name) => [name, {}]))
  for (const name of contenders) await start(name, 'to warm the browser up', null)
  for (const [line, limits] of Object.entries(lines)) {
    for (let round = 0; round < rounds; round++) {
      for (const name of contenders) note(figures[name], await start(name, line, limits), `${line}: `)
    }
  }
  for (const name of contenders) note(figures[name], await manners(name), '')
  note(figures['actor-map'], { 'empty frame, CPU at rest %': (await restOf('none')).cpu }, '')
  print(figures)
} finally {
  frames?.stop()
  hosts?.stop()
  await browser.close()
  await browserServer.close()
  await rm(folder, { recursive: true })
}

/**
 * @param {string|null} embed
 * @param {number} height
 */
function hostPage(embed, height) {
  const words = '<p>Words of a story around the map.</p>'.repeat(4)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A story</title><link rel="icon" href="data:,">
<body style="margin: 0 auto; max-width: 800px">${words}
${embed ? `<iframe id="map" src="${embed}" title="Map" width="800" height="${height}" style="display: block; border: 0"></iframe>` : ''}
<div style="height: 3000px">${words}</div></body></html>`
}

async function open() {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 }, hasTouch: true })
  await context.addInitScript(() => {
    if (window === top) {
      Object.assign(window, { longTasks: [] })
      new PerformanceObserver((list) => /** @type {any} */ (window).longTasks.push(...list.getEntries().map((e) => e.duration))).observe({
        type: 'longtask',
        buffered: true,
      })
      return
    }
    const counts = Object.assign(window, { frameCalls: 0 })
    const ask = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (run) =>
      ask((t) => {
        counts.frameCalls++
        run(t)
      })
    // Ours says when it is live; its picture is the largest thing that is painted.
    new PerformanceObserver((list) => {
      const picture = /** @type {any[]} */ (list.getEntries()).find((e) => e.element?.closest?.('actor-map'))
      if (picture && performance.getEntriesByName('names').length === 0) {
        performance.mark('names', { startTime: picture.renderTime })
        performance.mark('still', { startTime: picture.renderTime })
      }
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    document.addEventListener(
      'actor-map-status',
      (event) => {
        if (/** @type {any} */ (event).detail?.status === 'live') performance.mark('draggable')
      },
      true,
    )
  })
  const page = await context.newPage()
  return { context, page, session: await context.newCDPSession(page) }
}

/**
 * Opens the page and waits for all marks of the frame.
 * @param {Page} page
 * @param {string} name
 * @param {string[]} marks
 */
async function visit(page, name, marks) {
  await page.goto(`${hosts?.url}host/${name}`, { waitUntil: 'commit' })
  const frame = await frameOf(page, name)
  const times = await frame.waitForFunction(
    (names) => {
      const found = names.map((n) => performance.getEntriesByName(n)[0])
      return found.every(Boolean) && Object.fromEntries(names.map((n, i) => [n, performance.timeOrigin + found[i].startTime]))
    },
    marks,
    { timeout: 120_000 },
  )
  return { frame, times: /** @type {Record<string, number>} */ (await times.jsonValue()) }
}

/**
 * @param {Page} page
 * @param {string} name
 * @returns {Promise<Frame>}
 */
async function frameOf(page, name) {
  const is = (/** @type {Frame} */ f) => f.url().includes(`/${name}/embed.html`)
  return page.frames().find(is) ?? page.waitForEvent('framenavigated', { predicate: is })
}

/**
 * One cold start.
 * @param {string} name
 * @param {string} line
 * @param {Parameters<CDPSession['send']>[1]|null} limits
 */
async function start(name, line, limits) {
  console.error(`${name}, ${line}`)
  const { context, page, session } = await open()
  if (limits) await session.send('Network.emulateNetworkConditions', /** @type {any} */ (limits))
  frames?.sent.splice(0)
  const { times } = await visit(page, name, ['names', 'draggable'])
  const begun = await page.evaluate(() => performance.timeOrigin)
  const long = await page.evaluate(() => Math.max(0, .../** @type {any} */ (window).longTasks))
  const until = (/** @type {number} */ ms) => frames?.sent.filter((s) => s.atMS <= ms) ?? []
  const bytes = (/** @type {number} */ ms) => until(ms).reduce((sum, s) => sum + s.bytes, 0) / 1000
  await context.close()
  return {
    'ms to names': times.names - begun,
    'ms to draggable': times.draggable - begun,
    'kB to names': bytes(times.names),
    'kB to draggable': bytes(times.draggable),
    'requests to names': until(times.names).length,
    'host’s longest task ms': long,
  }
}

/**
 * Rest, wheel, finger, and a drag that proves itself.
 * @param {string} name
 */
async function manners(name) {
  console.error(`${name}, manners`)
  const { context, page, session } = await open()
  const { frame, times } = await visit(page, name, ['draggable', 'still'])
  const begun = await page.evaluate(() => performance.timeOrigin)
  const rest = await restIn(frame)
  const iframe = await page.locator('#map').boundingBox()
  if (!iframe) throw new Error('no frame')
  const scrolled = () => page.evaluate(() => Math.round(scrollY))
  const empty = { x: iframe.x + 25, y: iframe.y + 500 }
  const before = await scrolled()
  await page.mouse.move(empty.x, empty.y)
  await page.mouse.wheel(0, 240)
  await frameSteps(page, 30)
  const byWheel = (await scrolled()) - before
  await page.evaluate(() => scrollTo(0, 0))
  await swipe(page, session, empty, 300)
  const byFinger = await scrolled()
  await page.evaluate(() => scrollTo(0, 0))
  const moved = await drag(page, frame, iframe)
  await context.close()
  return {
    'ms to stillness': times.still - begun,
    'CPU at rest %': rest.cpu,
    'frames asked for a second at rest': rest.frames,
    'px of 240 that the wheel scrolls the page': byWheel,
    'px of 300 that a finger scrolls the page': byFinger,
    'px that a node follows a drag of 60': moved,
  }
}

/**
 * One finger that goes up and comes to rest before it is lifted, so that nothing is thrown.
 * @param {Page} page
 * @param {CDPSession} session
 * @param {{x: number, y: number}} from
 * @param {number} byPx
 */
async function swipe(page, session, from, byPx) {
  const touch = (/** @type {'touchStart'|'touchMove'|'touchEnd'} */ type, /** @type {object[]} */ touchPoints) =>
    session.send('Input.dispatchTouchEvent', /** @type {any} */ ({ type, touchPoints }))
  await touch('touchStart', [from])
  for (let i = 1; i <= 12; i++) {
    await touch('touchMove', [{ x: from.x, y: from.y - (byPx * i) / 12 }])
    await frameSteps(page, 1)
  }
  for (let i = 0; i < 4; i++) {
    await touch('touchMove', [{ x: from.x, y: from.y - byPx + (i % 2) }])
    await frameSteps(page, 1)
  }
  await touch('touchEnd', [])
  await frameSteps(page, 30)
}

/**
 * @param {Page} page
 * @param {Frame} frame
 * @param {{x: number, y: number}} iframe
 */
async function drag(page, frame, iframe) {
  const where = () =>
    frame.evaluate(() => {
      const own = /** @type {any} */ (window).whereIs
      if (own) return own('trump')
      const map = /** @type {any} */ (document.querySelector('actor-map'))
      const box = /** @type {HTMLElement} */ (document.querySelector('.am-stage')).getBoundingClientRect()
      const [x, y] = map.places[map.nodes.findIndex((/** @type {any} */ n) => n.id === 'trump')]
      return { x: x + box.left, y: y + box.top }
    })
  const from = await where()
  await page.mouse.move(iframe.x + from.x, iframe.y + from.y, { steps: 5 })
  await frameSteps(page, 10)
  await page.mouse.down()
  await page.mouse.move(iframe.x + from.x - 60, iframe.y + from.y, { steps: 8 })
  await frameSteps(page, 20)
  const to = await where()
  await page.mouse.up()
  return Math.hypot(to.x - from.x, to.y - from.y)
}

/** @param {string} name of a page */
async function restOf(name) {
  const { context, page } = await open()
  await page.goto(`${hosts?.url}host/${name}`)
  const rest = await restIn(page.mainFrame())
  await context.close()
  return rest
}

/**
 * Waits until the browser has calmed down after loading, then counts.
 * @param {Frame} frame
 */
async function restIn(frame) {
  await frame.page().waitForTimeout(5000)
  const calls = () => frame.evaluate(() => /** @type {any} */ (window).frameCalls ?? 0)
  const pid = Number(browserServer.process().pid)
  const [cpu0, calls0, from] = [await processorMS(pid), await calls(), performance.now()]
  await frame.page().waitForTimeout(restMS)
  const [cpu1, calls1, spent] = [await processorMS(pid), await calls(), performance.now() - from]
  return { cpu: (100 * (cpu1 - cpu0)) / spent, frames: ((calls1 - calls0) * 1000) / spent }
}

/**
 * @param {Page} page
 * @param {number} count
 */
async function frameSteps(page, count) {
  await page.evaluate(
    (n) =>
      new Promise((resolve) => {
        const step = (/** @type {number} */ left) => (left ? requestAnimationFrame(() => step(left - 1)) : resolve(null))
        step(n)
      }),
    count,
  )
}

/**
 * @param {Record<string, number[]>} into
 * @param {Record<string, number>} values
 * @param {string} prefix
 */
function note(into, values, prefix) {
  for (const [name, value] of Object.entries(values)) (into[prefix + name] ??= []).push(value)
}

/** @param {Record<string, Record<string, number[]>>} figures */
function print(figures) {
  const rows = [...new Set(contenders.flatMap((name) => Object.keys(figures[name])))]
  console.log(`${new Date().toISOString().slice(0, 10)}, Chromium ${browser.version()}, median of ${rounds} (least to most)\n`)
  console.log(`| | ${contenders.join(' | ')} |\n| --- |${' ---: |'.repeat(contenders.length)}`)
  for (const row of rows) console.log(`| ${row} | ${contenders.map((name) => cell(figures[name][row])).join(' | ')} |`)
}

/** @param {number[]|undefined} values */
function cell(values) {
  if (!values) return ''
  const sorted = values.toSorted((a, b) => a - b)
  const say = (/** @type {number} */ v) => (v >= 20 ? v.toFixed(0) : v.toFixed(1))
  const median = say(sorted[Math.floor(sorted.length / 2)])
  return sorted.length > 1 && sorted[0] !== sorted.at(-1)
    ? `${median} (${say(sorted[0])} to ${say(/** @type {number} */ (sorted.at(-1)))})`
    : median
}
