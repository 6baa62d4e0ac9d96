// A screen that nobody sees, for browsers that are tested with a window.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/**
 * Starts Xvfb on a free display.
 * @returns {Promise<{display: string, stop: () => Promise<void>}>} display: for the environment, such as ":99"
 */
export async function startDisplay() {
  const child = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1100x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const display = await new Promise((resolve, reject) => {
    child.once('error', (err) => reject(new Error(`Xvfb: ${err.message}; run make test-browsers`)))
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    createInterface(child.stdout).once('line', (number) => resolve(`:${number}`))
  })
  return {
    display,
    async stop() {
      child.kill()
      await ended
    },
  }
}
