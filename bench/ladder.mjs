// @ts-check
// How long the ladder pane's content takes after an edit: what it adds to the findings that the editor waits for anyway.
import { readFileSync } from 'node:fs';
import { inMilliseconds, quantile, table, timed } from './measure.mjs';

/** @typedef {import('./measure.mjs').Contestant} Contestant */

/** @type {readonly { view: string, inherited: boolean }[]} */
const SHOWN = [
  { view: 'ladder', inherited: true },
  { view: 'matrix', inherited: false },
  { view: 'matrix', inherited: true },
  { view: 'level', inherited: true },
];

/**
 * Types into a page that has an open pane, and gives a table: per view the milliseconds until the findings are there, and from there to
 * the pane's content, with its size.
 *
 * @param {Contestant & { ladder(path: string, shown: object): Promise<string> }} contestant
 * @param {string} page @param {number} edits
 */
export async function ladderTable(contestant, page, edits) {
  const text = readFileSync(page, 'utf8');
  contestant.open(page);
  const rows = [];
  for (const shown of SHOWN) {
    const [findings, ladders] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
    let size = 0;
    for (let i = 0; i < edits + 20; i++) {
      const typed = text.replace(/^- .*$/m, bullet => `${bullet} ${'x'.repeat(i % 7)}`);
      const found = await timed(() => contestant.edit(page, typed));
      const drawn = await timed(async () => {
        size = (await contestant.ladder(page, shown)).length;
      });
      // The first ones warm up.
      if (i < 20) continue;
      findings.push(found);
      ladders.push(drawn);
    }
    rows.push([
      `${shown.view}${shown.inherited ? '' : ', inherited folded'}`,
      `${Math.round(size / 1024)} kB`,
      ...[0.5, 0.95].map(share => `${inMilliseconds(quantile(findings, share))} + ${inMilliseconds(quantile(ladders, share))}`),
    ]);
  }
  return table(['edit → findings + ladder pane', 'HTML', 'median', 'p95'], rows);
}
