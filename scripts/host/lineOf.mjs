// @ts-check
import { readFileSync } from 'node:fs';

/**
 * The line of a file that is certain words, or else the first that has them. Throws where there is none: what a walk looks for must be said
 * there as it stands on the page.
 *
 * @param {string} file
 * @param {string} words
 * @returns {number} counted from 1
 */
export function lineOf(file, words) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const index = lines.includes(words) ? lines.indexOf(words) : lines.findIndex(line => line.includes(words));
  if (index < 0) throw new Error(`"${words}" is not in ${file}.`);
  return index + 1;
}
