// The watch over every page sees what nobody catches, wherever it happens: without that the whole suite is blind to it.
import { test as plain } from '@playwright/test'
import { addressOf, expect, Watch } from './base.js'
import { servePages } from './guest-servers.js'

/** Rejects and throws, so that nobody can have caught it. @param {string} where */
const faults = (where) => `Promise.reject(new Error('rejected in ${where}')); setTimeout(() => { throw new Error('thrown in ${where}') })`

/** @param {string} script */
const workerOf = (script) => `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}], { type: 'text/javascript' })))`

plain('errors and rejections in pages, frames and Workers are complaints', { tag: '@text' }, async ({ browser }) => {
  const guest = await servePages({ '/': { html: `<title>Guest</title><script>${faults('a frame of another site')}</script>` } })
  const html = (/** @type {string} */ where) => `<script>${faults(where)}; ${workerOf(faults(`a Worker of ${where}`))}</script>`
  const sandboxed = html('a sandboxed frame').replaceAll('"', '&quot;')
  const host = await servePages({
    '/': {
      html: `<title>Host</title>${html('the page')}<iframe src="${guest.url}"></iframe><iframe sandbox="allow-scripts" srcdoc="${sandboxed}"></iframe>`,
    },
  })
  const context = await browser.newContext()
  const watch = new Watch([/^error: Failed to load resource/])
  watch.over(context)
  const page = await context.newPage()
  await page.goto(host.url.replace('localhost', new URL(addressOf('DEFAULT')).hostname))
  const places = ['the page', 'a Worker of the page', 'a frame of another site', 'a sandboxed frame', 'a Worker of a sandboxed frame']
  const seen = places.flatMap((where) => [`rejected in ${where}`, `thrown in ${where}`])
  await expect
    .poll(() => seen.filter((fault) => !watch.complaints.some((text) => new RegExp(`^uncaught: (Error: )?${fault}\\b`).test(text))))
    .toEqual([])
  await context.close()
  host.stop()
  guest.stop()
})
