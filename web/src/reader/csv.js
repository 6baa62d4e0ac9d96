// Comma-separated values for spreadsheets: RFC 4180, and nothing in them that a spreadsheet would
// take for a formula.

/** What a cell may begin with to be run as a formula (OWASP, CSV injection), also after white space and in full width. */
const formula = /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Returns a file of rows. Every field is quoted, lines end in CRLF. It begins with a byte-order mark:
 * without one Excel reads UTF-8 as the code page of the machine and garbles every accent and all Arabic.
 * Programs that stumble over the mark have the JSON file, which holds the texts unaltered.
 * @param {string[][]} rows the first one names the columns
 */
export function csvFile(rows) {
  return `\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`
}

/** @param {string} text */
function field(text) {
  const inert = formula.test(text) ? `'${text}` : text
  return `"${inert.replaceAll('"', '""')}"`
}
