/** How cells are written. */
export interface CsvOptions {
  /** Leaves cells that a spreadsheet would take for a formula as they are: for programs that calculate nothing. */
  readonly rawCells?: boolean;
}

/**
 * Returns rows as CSV by RFC 4180: CRLF after each row, a cell in quotes if it holds a quote, comma or line end. A cell that a spreadsheet
 * would take for a formula starts with an apostrophe, unless `rawCells` is set.
 */
export function csvText(rows: readonly (readonly string[])[], { rawCells = false }: CsvOptions = {}): string {
  return rows.map(row => `${row.map(cell => quoted(rawCells ? cell : guarded(cell))).join(',')}\r\n`).join('');
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
