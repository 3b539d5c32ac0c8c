import { describe, expect, it } from 'vitest';
import { PageFindings } from '../../server/src/ladder/findingMarks.ts';
import { levelAt } from '../../server/src/model/jobFamily.ts';
import { proseOfBlock } from '../../server/src/model/prose.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';

/** What grew with the square of a page's length, or faster: at these lengths it took minutes, and now is over within the test's time. */
describe('a long page is answered', () => {
  const level = (number: number): string => `### Baker ${number}\n\n#### Responsibilities\n\n- Bake number ${number}\n\n`;
  const many = (count: number): number[] => Array.from({ length: count }, (_, number) => number);
  const path = 'content/job-families/kitchen/baker.md';

  it('with the words of each cell of a table', () => {
    const rows = many(60_000).map(number => `| Baker \`${number}\` | Grade 6 |\n`);
    const text = `| Title | Grade |\n|---|---|\n${rows.join('')}`;
    const [placed] = parsePage(text).parts;
    const prose = proseOfBlock({ source: text, part: placed!.part });
    expect(prose).toHaveLength(2 * rows.length + 2);
    expect(prose.at(-2)!.text.trimEnd()).toBe('Baker');
    expect(prose.at(-1)!.text).toBe('Grade 6');
  });

  it('where it is nested without end: as far as anybody would go', () => {
    const nested = many(3_000).map(depth => `${'  '.repeat(depth)}- a${depth}`);
    const page = parsePage(`${nested.join('\n')}\n\n## Behind\n`);
    expect(page.headings.map(({ text }) => text)).toEqual(['Behind']);
    const [list] = page.blocks;
    let depth = 0;
    for (let items = list?.type === 'list' ? list.items : []; items.length > 0; items = items[0]!.children) depth++;
    expect(depth).toBeGreaterThan(100);
  });

  it('with the findings of each of its bullets and levels', async () => {
    const text = `---\ntitle: Baker\n---\n\n## Levels\n\n${many(2_000).map(level).join('')}`;
    const { family } = await linkFamily({ [path]: text }, {});
    const ends = many(text.length).filter(offset => text.startsWith('\n', offset));
    const findings = ends.flatMap(offset =>
      many(20).map(
        (number): Finding => ({
          code: 'broken-link',
          severity: number % 2 === 0 ? 'hint' : 'error',
          message: String(number),
          span: { start: offset - 1, end: offset },
          related: [],
          fixes: [],
          about: undefined,
          data: undefined,
        }),
      ),
    );
    const marks = new PageFindings(family, findings);
    const within = ends.map(offset => marks.within({ start: offset - 1, end: offset }));
    expect(new Set(within.map(found => found.map(({ severity }) => severity).join()))).toEqual(
      new Set([[...many(10).map(() => 'error'), ...many(10).map(() => 'hint')].join()]),
    );
    const { lines } = family.page;
    const firstLines = family.levels.map(one => marks.ofLevel(one)[0]?.line);
    expect(firstLines).toEqual(family.levels.map(one => lines.lineAt(one.nameSpan.start)));
    expect(family.levels.filter(one => levelAt(family, one.sections[0]!.heading.span.end) !== one)).toEqual([]);
  });
});
