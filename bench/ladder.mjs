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
 * A family as large as any: 20 levels, each of which takes over the one before, in 60 kB.
 *
 * @returns {string}
 */
export function largeFamily() {
  const seniorities = ['Junior', 'Intermediate', 'Senior', 'Staff', 'Principal', 'Distinguished'];
  const words =
    'Bakes bread for the whole street with care, and writes a plan down that others can follow and improve week by week';
  let text = '---\ntitle: Baker\n---\n\n## Responsibilities\n\n- Keep bread warm\n\n## Levels\n';
  let before = '';
  for (let level = 0; level < 20; level++) {
    const name = `${seniorities[level % seniorities.length]} Baker of Bread ${level + 1}`;
    text += `\n### ${name}\n\n#### Job Grade\n\nThe ${name} is a grade ${4 + Math.floor(level / 3)}.\n`;
    for (const section of ['Responsibilities', 'Requirements']) {
      text += `\n#### ${section}\n\n${before && `- Extends the ${before} ${section.toLowerCase()}\n`}`;
      for (let bullet = 0; bullet < 11; bullet++) text += `- ${words} (${level}.${bullet})\n`;
    }
    before = name;
  }
  return text;
}

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
