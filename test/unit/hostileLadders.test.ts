import { expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { anyLadder } from '../../server/src/profile/builtIn.ts';
import { parsePage, parseYamlPage } from '../../server/src/syntax/page.ts';

const profile = anyLadder;
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** How long a page takes, in milliseconds; the parser's own time is left out. */
function timeOf(text: string, isYaml: boolean): number {
  const page = isYaml ? parseYamlPage(text) : parsePage(text);
  const start = performance.now();
  buildJobFamily(page, profile);
  return performance.now() - start;
}

it.each([
  ['labels', (n: number) => many(n, index => `## L${index % 90}: Senior Miller ${index}\n\n- Mills\n\n`)],
  ['titles', (n: number) => many(n, index => `## Senior Miller of ${index}\n\n- Mills\n\n`)],
  ['parts', (n: number) => many(n, index => `## Part ${index}\n\n### IC1\n\n- Mills\n\n### IC2\n\n- Grinds\n\n`)],
  ['rows', (n: number) => `| Level | Title |\n|---|---|\n${many(n, index => `| ${index} | Senior Miller ${index} |\n`)}`],
  [
    'tables',
    (n: number) => many(n, index => `<table><tr><td>Area<td>IC1<td>IC2</tr><tr><td>${index}<td>a<td>b</tr></table>\n\n`),
  ],
  ['open tags', (n: number) => `<table>${many(n, () => '<tr><td><ul><li>')}`],
  ['brackets', (n: number) => many(n, () => `## ${'('.repeat(80)}L1${')'.repeat(80)}\n\n`)],
  ['yaml', (n: number) => `levels:\n${many(n, index => `  - { id: l${index}, name: Miller ${index}, criteria: [a, b] }\n`)}`],
])('a page of nothing but %s costs time in proportion to its length', (name, make) => {
  timeOf(make(100), name === 'yaml');
  const small = timeOf(make(1_000), name === 'yaml');
  const large = timeOf(make(8_000), name === 'yaml');
  // Eight times the length: far less than the sixty-four times of its square.
  expect(large).toBeLessThan(Math.max(small, 20) * 30);
});
