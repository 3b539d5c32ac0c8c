/**
 * Rows as CSV by RFC 4180: CRLF behind each row, a cell in quotes where it holds a quote, comma or line end. A cell that a
 * spreadsheet would take for a formula has an apostrophe before it.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell => quoted(guarded(cell))).join(',')}\r\n`).join('');
}

/**
 * A cell that no spreadsheet calculates: an apostrophe stands before what begins, blanks aside, with a sign that begins a
 * formula, in its full width too.
 */
export function guarded(cell: string): string {
  return /^[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
