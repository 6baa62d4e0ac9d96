// Dates in words, as precise as they are known.

import { interfaceLanguage } from './words.js'

/**
 * Returns "27 February 2025", "February 2025" or "2025", in the language of the interface.
 * @param {string} iso ISO 8601; what is none comes back as it is
 */
export function dateInWords(iso) {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso)
  if (!found) return iso
  const [, year, month, day] = found
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))
  const parts = /** @type {Intl.DateTimeFormatOptions} */ ({
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
  })
  return new Intl.DateTimeFormat(interfaceLanguage().locale, {
    ...parts,
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).format(date)
}
