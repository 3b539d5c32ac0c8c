import { describe, expect, it } from 'vitest';
import { accept, completionsAt, type OpenFixture, openFixture } from './support.ts';

const calculator = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';

const family = (body: string): string => `---
title: Baker
---

## Levels

### Baker (Intermediate)

The Baker reports to the Manager, Bakery.

#### Baker (Intermediate) Job Grade

The Baker (Intermediate) is a [grade 6](${calculator}).

#### Baker (Intermediate) Responsibilities

- Bake bread

#### Baker (Intermediate) Requirements

- Ability to use GitLab

${body}`;

const labels = async (source: string, snippets = true): Promise<string[]> =>
  (await completionsAt(openFixture(source), snippets)).map(item => item.label);

async function take(fixture: OpenFixture, label: string, snippets = false): Promise<string> {
  const item = (await completionsAt(fixture, snippets)).find(one => one.label === label);
  if (!item) throw new Error(`“${label}” is not offered`);
  return accept(fixture, item);
}

describe('behind #', () => {
  it('offers the levels that the ladder has and the page lacks, in order, and none that it has', async () => {
    const offered = await labels(family('### <|>\n'));
    const levels = offered.filter(label => /Baker|Bakery/.test(label) && !/Performance|Career|Hiring|Nice/.test(label));
    expect(levels.slice(0, 4)).toEqual(['Intern Baker', 'Junior Baker', 'Senior Baker', 'Staff Baker']);
    expect(levels).toContain('Senior Manager, Baker');
    expect(levels.some(label => label.includes('Intermediate'))).toBe(false);
  });

  it('writes the whole level: heading, sections in the style of the page, the grade of the ladder, the Extends bullets', async () => {
    const after = await take(openFixture(family('### Sen<|>\n')), 'Senior Baker');
    expect(after).toContain('### Senior Baker\n\nThe Senior Baker reports to the {add the position it reports to}.');
    expect(after).toContain(`#### Senior Baker Job Grade\n\nThe Senior Baker is a [grade 7](${calculator}).`);
    expect(after).toContain('#### Senior Baker Responsibilities\n\n- Extends the Baker (Intermediate) responsibilities');
    expect(after).toContain('#### Senior Baker Requirements\n\n- Extends the Baker (Intermediate) requirements');
    expect(after).not.toContain('### Sen\n');
  });

  it('leaves tab stops to an editor that fills in snippets, and braces to one that does not', async () => {
    const source = family('### <|>\n');
    expect(await take(openFixture(source), 'Senior Baker', true)).toContain('reports to the ${1:the position it reports to}.');
    expect(await take(openFixture(source), 'Senior Baker', false)).toContain('reports to the {add the position it reports to}.');
  });

  it('offers the sections that the level lacks, with what belongs in them', async () => {
    const source = family('### Senior Baker\n\n#### <|>\n');
    expect((await labels(source)).slice(0, 3)).toEqual([
      'Senior Baker Job Grade',
      'Senior Baker Responsibilities',
      'Senior Baker Requirements',
    ]);
    expect(await take(openFixture(source), 'Senior Baker Job Grade')).toContain(
      `The Senior Baker is a [grade 7](${calculator}).`,
    );
  });
});

describe('in a Job Grade section', () => {
  const section = (line: string): string => family(`### Senior Baker\n\n#### Senior Baker Job Grade\n\n${line}\n`);

  it('offers the sentence with the grade that the ladder gives the level, first', async () => {
    const fixture = openFixture(section('The<|>'));
    const [first] = await completionsAt(fixture);
    expect(first!.label).toBe('The Senior Baker is a grade 7');
    expect(accept(fixture, first!)).toContain(`The Senior Baker is a [grade 7](${calculator}).`);
  });

  it('offers every grade behind “is a”, and replaces what is written of it', async () => {
    const fixture = openFixture(section('The Senior Baker is a gra<|>'));
    const offered = await completionsAt(fixture);
    expect(offered.map(item => item.label)).toContain('grade 12');
    expect(offered[0]!.label).toBe('grade 7');
    expect(accept(fixture, offered[0]!)).toContain(`The Senior Baker is a [grade 7](${calculator})\n`);
  });

  it('offers the grade table behind the bracket of a link', async () => {
    expect(await labels(section('The Senior Baker is a [grade 7](<|>'))).toContain(calculator);
  });
});

describe('behind a bullet', () => {
  const section = (line: string): string => family(`### Senior Baker\n\n#### Senior Baker Responsibilities\n\n${line}\n`);

  it('offers to extend the level below', async () => {
    const fixture = openFixture(section('- Ext<|>'));
    const [first] = await completionsAt(fixture);
    expect(first!.label).toBe('Extends the Baker (Intermediate) responsibilities');
    expect(accept(fixture, first!)).toContain('Responsibilities\n\n- Extends the Baker (Intermediate) responsibilities\n');
  });

  it('does not get in the way of other words', async () => {
    expect(await labels(section('- Teach the<|>'))).toEqual([]);
  });

  it('offers no level above', async () => {
    const source = family('')
      .replace('- Bake bread', '- <|>')
      .concat('### Senior Baker\n\n#### Senior Baker Responsibilities\n\n- Teach\n');
    expect(await labels(source)).toEqual([]);
  });
});

it('offers nothing in the front matter and in plain text', async () => {
  expect(await labels('---\ntitle: <|>Baker\n---\n\n## Levels\n')).toEqual([]);
  expect(await labels(family('Bread is made of <|>\n'))).toEqual([]);
});
