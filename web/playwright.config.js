// The browser tests: Chromium of the system, WebGL in software, no second chances.
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test',
  projects: [
    // The map with its engine. A page of a context that is there already opens in a third of the time of one in a new context.
    { name: 'map', testMatch: '*.spec.js', testIgnore: 'browsers/**', grepInvert: /@text|@long/, use: { reuseContext: true } },
    // What needs no engine: it never comes (base.js).
    {
      name: 'text',
      testMatch: '*.spec.js',
      testIgnore: 'browsers/**',
      grep: /@text/,
      use: /** @type {any} */ ({ reuseContext: true, engine: false }),
    },
    // Everything of a long list where the gate looks at some, for make test-browsers.
    { name: 'long', testMatch: '*.spec.js', testIgnore: 'browsers/**', grep: /@long/ },
    { name: 'browsers', testMatch: 'browsers/*.spec.js', workers: 1 }, // they start their browsers themselves
    { name: 'hosts', testDir: 'hosts', testMatch: '*.spec.js', workers: 1, fullyParallel: false },
  ],
  globalSetup: './test/servers.js',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: Number(process.env.WORKERS ?? 2),
  retries: 0,
  forbidOnly: Boolean(process.env.CI ?? process.env.GATE_REPORT),
  // Limits, not expectations: a busy machine may take its time, a hung page must end.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // The gate reads the report, see forgive.js.
  reporter: process.env.GATE_REPORT ? [['list'], ['json', { outputFile: process.env.GATE_REPORT }]] : [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 1000 },
    deviceScaleFactor: 1,
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // The gate's trace has actions, console and network, no films and no snapshots of the document: those cost as much as the map
    // itself (18 tests: 1.8 min with snapshots, 1.2 without, 1.2 with no trace). TRACE=1 has them.
    trace: process.env.TRACE
      ? 'retain-on-failure'
      : process.env.GATE_REPORT
        ? { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true }
        : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Without a GPU Chromium would draw the page itself through SwiftShader too, for a third of all the time of a test: the map alone
      // needs WebGL.
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-gpu-compositing',
      ],
    },
  },
})
