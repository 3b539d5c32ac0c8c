// @ts-check

/**
 * One of the engines that are measured beside each other.
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(path: string) => Promise<number>} check gives the number of findings of a page
 * @property {(path: string) => void} open
 * @property {(path: string, text: string) => Promise<number>} edit sets the text of an open page and gives its findings
 * @property {() => void} dispose
 */

/** @param {number[]} values @param {number} share 0 to 1 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/**
 * Runs a piece of work and gives its milliseconds.
 * @param {() => Promise<unknown>} work
 */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Bytes of the heap in use after a collection; the process must run with --expose-gc. */
export function heapInUse() {
  if (!globalThis.gc) throw new Error('run with node --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/**
 * A table for the terminal and for README files alike.
 * @param {string[]} head @param {string[][]} rows
 */
export function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(row => row[column].length)));
  /** @param {string[]} cells */
  const line = cells => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** @param {number} milliseconds */
export function inMilliseconds(milliseconds) {
  return milliseconds >= 100 ? `${Math.round(milliseconds)} ms` : `${milliseconds.toFixed(2)} ms`;
}
