// Programs that a test starts and ends.
import { execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'

/** Runs a program to its end. */
export const run = promisify(execFile)

/**
 * Starts a program that stays, and waits until it can be used.
 * @param {string} program
 * @param {string[]} args
 * @param {() => Promise<unknown>} ask rejects until the program is ready
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function startProgram(program, args, ask, environment = process.env) {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: environment })
  let said = ''
  child.stderr.on('data', (bytes) => {
    said = (said + bytes).slice(-4000)
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve, reject) => {
    const deadline = performance.now() + 60_000
    child.once('error', (err) => reject(new Error(`${program}: ${err.message}; run make test-hosts`)))
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)))
    const retry = (/** @type {unknown} */ cause) => {
      if (performance.now() < deadline) setTimeout(attempt, 100)
      else reject(new Error(`${program} does not answer: ${cause}`))
    }
    const attempt = () => ask().then(resolve, retry)
    attempt()
  }).catch((cause) => {
    child.kill()
    throw cause
  })
  return async () => {
    child.kill()
    await ended
  }
}

/** @returns {Promise<number>} a port that was free just now */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  await new Promise((resolve) => server.close(resolve))
  return port
}
