// One running `actormap serve`.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../bin/actormap', import.meta.url))

/**
 * Serves a dataset on a free port of this machine and waits until it answers.
 * @param {string} [file] a dataset; without one, the embedded first dataset
 * @param {...string} flags
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startServer(file, ...flags) {
  const args = ['serve', '--addr', '127.0.0.1:0', ...flags, ...(file ? [file] : [])]
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await announced(child, args)
  return {
    url,
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}

/**
 * Reads what the server says until it has told its address.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {string[]} args
 * @returns {Promise<string>}
 */
function announced(child, args) {
  return new Promise((resolve, reject) => {
    let said = ''
    /** @param {Buffer} bytes */
    const hear = (bytes) => {
      said += bytes
      const found = /http:\/\/[\w.:[\]-]+\/?/.exec(said)
      if (found) resolve(found[0].replace(/\/?$/, '/'))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (err) => reject(new Error(`${program}: ${err.message}; run make build`)))
    child.once('exit', (code) => reject(new Error(`actormap ${args.join(' ')} ended with ${code}: ${said}`)))
  })
}
