// What a failure means to a reader. Names as in engine/client.js.

import { hasKey, t } from './words.js'

/** Failures that another attempt may mend. The others lie in the browser or the site. */
const passing = new Set(['BadResponse', 'Timeout', 'ContextLost', 'Panic', 'Exited', 'WorkerLost'])

/** Failures that none will mend. */
const final = new Set(['NoWebGL2', 'NoWasm', 'CSP'])

/**
 * Tells in one sentence why the picture stays.
 * @param {string} name of the failure
 */
export function failureSentence(name) {
  const known = passing.has(name) || final.has(name)
  const reason = known && hasKey(`failure.${name}`) ? t(`failure.${name}`) : t('failure.unknown')
  return passing.has(name) ? t('failure.passing', { reason }) : t('failure.final', { reason })
}

/**
 * Reports whether a "Try again" button makes sense.
 * @param {string} name of the failure
 */
export function mayRetry(name) {
  return !final.has(name)
}
