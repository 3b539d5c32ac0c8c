// @ts-check
// How long an edit takes until the findings of its page are there, for each kind of place that people type at.
import { readFileSync, statSync } from 'node:fs';
import { inMilliseconds, quantile, table, timed } from './measure.mjs';

/** @typedef {import('./measure.mjs').Contestant} Contestant */

/**
 * The places of a page that are typed at, by what they are: offsets behind the last letter of a line.
 * @param {string} text
 */
function placesOf(text) {
  /** @param {RegExp} line */
  const endsOf = line => [...text.matchAll(line)].map(match => match.index + match[0].length);
  const anchors = new Set([...text.matchAll(/\]\(#([\w-]+)\)/g)].map(match => match[1]));
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)];
  /** @param {string} heading */
  const idOf = heading =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-');
  const linked = headings.filter(match => anchors.has(idOf(match[1])));
  return {
    'in bullets and paragraphs': endsOf(/^(?:[-*] .+|[A-Z].+)$/gm),
    'in headings that others link to': (linked.length > 0 ? linked : headings).map(match => match.index + match[0].length),
    'in the front matter': endsOf(/^title: [^\n"']+/gm).slice(0, 1),
  };
}

/** The largest of some pages: the one where an edit costs the most. @param {string[]} pages */
export function largestOf(pages) {
  return pages.reduce((a, b) => (statSync(a).size >= statSync(b).size ? a : b));
}

/**
 * Types a word and takes it away again, place after place over the whole page, and gives the milliseconds of each edit. The
 * first edit after the page was opened is told by itself; fifty more warm up.
 * @param {Contestant} contestant @param {string} page @param {number} count
 */
export async function measureEdits(contestant, page, count) {
  const text = readFileSync(page, 'utf8');
  contestant.open(page);
  const first = await timed(() => contestant.edit(page, `${text}\n`));
  for (let i = 1; i <= 50; i++) await contestant.edit(page, `${text}\n${'x'.repeat(i)}`);
  /** @type {Record<string, number[]>} */
  const times = {};
  for (const [place, offsets] of Object.entries(placesOf(text))) {
    times[place] = [];
    for (let i = 0; i < count && offsets.length > 0; i++) {
      // Spread over the page, whatever the number of places and edits; each word is taken away before the next is typed.
      const at = offsets[Math.floor(((i >> 1) * offsets.length * 2) / count) % offsets.length];
      const edited = i % 2 === 0 ? `${text.slice(0, at)} word${text.slice(at)}` : text;
      times[place].push(await timed(() => contestant.edit(page, edited)));
    }
  }
  return { first, times };
}

/**
 * Two contestants' edits side by side, with the first one's share of the second's.
 * @param {Awaited<ReturnType<typeof measureEdits>>} ours @param {Awaited<ReturnType<typeof measureEdits>>} theirs
 */
export function editsTable(ours, theirs) {
  /** @param {number} a @param {number} b */
  const pair = (a, b) => `${inMilliseconds(a)} / ${inMilliseconds(b)} (${(a / b).toFixed(2)}×)`;
  const rows = Object.entries(ours.times)
    .filter(([, times]) => times.length > 0)
    .map(([place, times]) => [
      place,
      ...[0.5, 0.95, 1].map(share => pair(quantile(times, share), quantile(theirs.times[place], share))),
    ]);
  rows.unshift(['the first one after opening', pair(ours.first, theirs.first), '', '']);
  return table(['edit → findings, ours / the peer’s', 'median', 'p95', 'worst'], rows);
}
