// Processor time of a program and all that it has started, from Linux's /proc.
import { readdir, readFile } from 'node:fs/promises'

/** Clock ticks a second: what Linux tells user programs, on every machine. */
const ticksPerS = 100

/**
 * @param {number} root process id
 * @returns {Promise<number>} ms
 */
export async function processorMS(root) {
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(readStat))
  const stats = all.filter((s) => s !== null)
  const family = new Set([root])
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const { id, parent } of stats) if (family.has(parent)) family.add(id)
  }
  return stats.filter((s) => family.has(s.id)).reduce((sum, s) => sum + s.ticks, 0) * (1000 / ticksPerS)
}

/** @param {string} id */
async function readStat(id) {
  const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => null) // it may have ended just now
  if (text === null) return null
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ') // from the third field on: the second may hold spaces
  return { id: Number(id), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
}
