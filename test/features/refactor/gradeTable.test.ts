import { describe, expect, it } from 'vitest';
import { refactor } from './support.ts';

const toSentences = 'refactor.rewrite.jobFamily.gradeTableToSentences';
const toTable = 'refactor.rewrite.jobFamily.gradeSentencesToTable';
const grades = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';

const table = `| Title | Grade |
|---|---|
| [Baker](#baker) | [Grade 6](${grades}) |
| [Senior Baker](#senior-baker) | [Grade 7](${grades}) |`;

const sentence = (name: string, grade: number): string => `#### Job Grade\n\nThe ${name} is a [grade ${grade}](${grades}).\n\n`;

function page({ over = '', baker = '', senior = '', intro = '' }): string {
  return `---
title: Baker
---

## Levels

${over}### Baker

${intro}${baker}#### Responsibilities

- Bake bread

### Senior Baker

${senior}#### Responsibilities

- Extends the Baker responsibilities
`;
}

const withTable = page({ over: `${table}\n\n` });
const withSentences = page({ baker: sentence('Baker', 6), senior: sentence('Senior Baker', 7) });

describe('the page’s grade table', () => {
  it('becomes a sentence at each level', async () => {
    expect(await refactor(withTable.replace('[Grade 7]', '[Gra<|>de 7]')).after(toSentences)).toBe(withSentences);
  });

  it('comes back, by either way the page is as it was', async () => {
    const back = await refactor(withSentences.replace('### Baker', '### Baker<|>')).after(toTable);
    expect(back).toBe(withTable);
    expect(await refactor(back!.replace('| Title', '| Ti<|>tle')).after(toSentences)).toBe(withSentences);
  });

  it('is gathered from sentences of any heading depth, with the line ends of the page', async () => {
    const roles = withSentences
      .replace('## Levels\n\n', '')
      .replaceAll(/^##(#+)/gm, (_, marks: string) => `#${marks}`)
      .replace('## Baker', '## Baker<|>');
    const after = (await refactor(roles, '\r\n').after(toTable))!;
    expect(after).toContain(`## Job Grade\n\n${table}\n\n## Baker\n`.replaceAll('\n', '\r\n'));
    expect(after.match(/Job Grade/g)).toHaveLength(1);
  });

  it('leaves a sentence that says more where it is, and its row agrees with it', async () => {
    const said = sentence('Senior Baker', 7).replace(').', ') and leads the night shift.');
    const staff = `\n### Staff Baker\n\n${sentence('Staff Baker', 8)}#### Responsibilities\n\n- Plan\n`;
    const before = page({ baker: sentence('Baker', 6), senior: said }).replace('### Baker', '### Baker<|>') + staff;
    const after = (await refactor(before).after(toTable))!;
    expect(after).toContain(said);
    expect(after).toContain(`| [Senior Baker](#senior-baker) | [Grade 7](${grades}) |`);
    expect(after).not.toContain('The Staff Baker is');
  });

  it('takes its own heading with it', async () => {
    const own = withTable.replace(`## Levels\n\n${table}`, `## Job Grades\n\n${table}\n\n## Levels`);
    expect(await refactor(own.replace('| Title', '| Tit<|>le')).after(toSentences)).toBe(withSentences);
  });

  it.each([
    ['has a row that is no level’s', withTable.replace('#senior-baker', '/elsewhere/')],
    ['has a column more', withTable.replaceAll(/\|$/gm, '| more |')],
    ['disagrees with a sentence', page({ over: `${table}\n\n`, baker: sentence('Baker', 5) })],
  ])('is not offered to be written out where it %s', async (_, text) => {
    const refactored = refactor(text.replace('| Title', '| Tit<|>le'));
    expect((await refactored.offered()).join()).not.toContain('table');
  });

  it('is not gathered where a level states no grade', async () => {
    const refactored = refactor(page({ baker: sentence('Baker', 6) }).replace('### Baker', '### Baker<|>'));
    expect((await refactored.offered()).join()).not.toContain('table');
  });
});
