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
  it('offers the next level first, then the others that the ladder has and the page lacks, in order', async () => {
    const offered = await labels(family('### <|>\n'));
    const levels = offered.filter(label => /Baker|Bakery/.test(label) && !/Performance|Career|Hiring|Nice/.test(label));
    expect(levels.slice(0, 4)).toEqual(['Senior Baker', 'Intern Baker', 'Junior Baker', 'Staff Baker']);
    expect(levels).toContain('Senior Manager, Baker');
    expect(levels.some(label => label.includes('Intermediate'))).toBe(false);
  });

  it('marks the next level of the same track, and none where a section is likelier', async () => {
    const managers = family(
      '### Manager, Bakery\n\n#### Manager, Bakery Job Grade\n\nThe Manager, Bakery is a grade 8.\n\n### <|>\n',
    );
    const preselected = async (source: string): Promise<string[]> =>
      (await completionsAt(openFixture(source))).filter(item => item.preselect).map(item => item.label);
    expect(await preselected(managers)).toEqual(['Senior Manager, Bakery']);
    expect(await preselected(family('### <|>\n'))).toEqual(['Senior Baker']);
    expect(await preselected(family('### Senior Baker\n\n#### <|>\n'))).toEqual(['Senior Baker Job Grade']);
  });

  it('matches what is typed whatever depth it is typed with, and writes the depth of the page', async () => {
    const fixture = openFixture(family('##### Sen<|>\n'));
    const item = (await completionsAt(fixture)).find(one => one.label === 'Senior Baker')!;
    expect(item.filterText).toBe('##### Senior Baker');
    expect(accept(fixture, item)).toContain('\n### Senior Baker\n');
  });

  it('offers first the section that follows those above the cursor, and what is typed of it in full still', async () => {
    const source = family('### Senior Baker\n\n#### Senior Baker Responsibilities\n\n- Teach\n\n#### <|>\n');
    expect((await labels(source)).slice(0, 2)).toEqual(['Senior Baker Requirements', 'Senior Baker Performance Indicators']);
    expect(await labels(source.replace('#### <|>', '#### Requirement<|>'))).toContain('Senior Baker Requirements');
  });

  it('offers on a new page what stands over all levels, the heading of the levels, and the level in the middle', async () => {
    const offered = await labels('---\ntitle: Baker\n---\n\n## <|>\n');
    expect(offered.slice(0, 3)).toEqual(['Responsibilities', 'Requirements', 'Levels']);
    expect(await take(openFixture('---\ntitle: Baker\n---\n\n## Lev<|>\n'), 'Levels')).toContain('---\n\n## Levels\n');
    expect((await labels('---\ntitle: Baker\n---\n\n## Levels\n\n### <|>\n'))[0]).toBe('Baker (Intermediate)');
  });

  it('writes the whole level: heading, sections in the style of the page, the grade of the ladder, the Extends bullets', async () => {
    const after = await take(openFixture(family('### Sen<|>\n')), 'Senior Baker');
    expect(after).toContain('### Senior Baker\n\nThe Senior Baker reports to the {add the position it reports to}.');
    expect(after).toContain(`#### Senior Baker Job Grade\n\nThe Senior Baker is a [grade 7](${calculator}).`);
    expect(after).toContain('#### Senior Baker Responsibilities\n\n- Extends the Baker (Intermediate) responsibilities');
    expect(after).toContain('#### Senior Baker Requirements\n\n- Extends the Baker (Intermediate) requirements');
    expect(after).not.toContain('### Sen\n');
  });

  it('keeps the line ends of the page', async () => {
    const after = await take(openFixture(family('### Sen<|>\n').replaceAll('\n', '\r\n')), 'Senior Baker');
    expect(after).toContain('### Senior Baker\r\n\r\nThe Senior Baker');
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
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

describe('in the grade table', () => {
  const link = (words: string): string => `[${words}](${calculator})`;
  const table = (rows: string): string => `---
title: Baker
---

## Levels

| Title | Team | Grade |
|---|---|---|
${rows}

### Junior Baker

#### Responsibilities

- Knead

### Senior Baker

#### Responsibilities

- Teach

### Fellow of Rye

#### Job Grade

The Fellow of Rye is a grade 11.

#### Responsibilities

- Think
`;
  const row = `| [Junior Baker](#junior-baker) | Bread | ${link('GRADE 5')} |`;

  it('offers a row for each level that has none, in the columns of the table and as its other rows are', async () => {
    const source = table(`${row}\n| <|>`);
    expect(await labels(source)).toEqual(['Senior Baker', 'Fellow of Rye']);
    expect(await take(openFixture(source), 'Senior Baker')).toContain(
      `${row}\n| [Senior Baker](#senior-baker) | {add Team} | ${link('GRADE 7')} |\n`,
    );
    expect(await take(openFixture(table(`${row}\n| Fel<|>`)), 'Fellow of Rye')).toContain(
      `| [Fellow of Rye](#fellow-of-rye) | {add Team} | ${link('GRADE 11')} |\n`,
    );
  });

  it('offers the first row of a new table, and first those behind the row above', async () => {
    expect(await take(openFixture(table('|<|>')), 'Junior Baker')).toContain(
      `| [Junior Baker](#junior-baker) | {add Team} | ${link('grade 5')} |\n`,
    );
    const senior = '| Senior Baker | Bread | grade 7 |';
    expect(await labels(table(`${senior}\n| <|>`))).toEqual(['Fellow of Rye', 'Junior Baker']);
  });

  it('leaves rows that are a level’s alone, and other tables', async () => {
    expect(await labels(table(row.replace('Bread', 'Br<|>ead')))).toEqual([]);
    expect(await labels(table(`${row}\n| <|>`).replace('Grade |', 'Colour |'))).toEqual([]);
    expect(await labels(family('A | <|>\n'))).toEqual([]);
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

  it('offers the levels of other pages that are named, with a link to them', async () => {
    const other = `//- content/job-families/kitchen/cook.md
---
title: Kitchen Craft
---

## Senior Cook

### Job Grade

The Senior Cook is a [grade 7](${calculator}).

### Responsibilities

- Cook
`;
    const fixture = openFixture(`${section('- Extends the coo<|>')}${other}`);
    const list = await fixture.service.completion(fixture.uri, fixture.position, { snippets: true });
    expect(list.isIncomplete).toBe(true);
    const item = list.items.find(one => one.label === 'Extends the Senior Cook responsibilities')!;
    expect(item.detail).toBe('of Kitchen Craft, grade 7');
    expect(await fixture.service.completionDocumentation(item.data)).toContain('**Kitchen Craft › Senior Cook**');
    expect(accept(fixture, item)).toContain(
      '\n- Extends the [Senior Cook](/job-families/kitchen/cook/#senior-cook) responsibilities\n',
    );
    expect(await labels(`${section('- Extends the kitchen<|>')}${other}`)).toContain('Extends the Senior Cook responsibilities');
    expect((await labels(`${section('- Extends the <|>')}${other}`)).some(label => label.includes('Cook'))).toBe(false);
  });

  it('offers the bullets that every level must have, where none has them yet', async () => {
    const requirements = '### Senior Baker\n\n#### Senior Baker Requirements\n\n- <|>\n';
    expect(await labels(family(requirements))).toContain('Ability to use GitLab');
    expect(await labels(family(requirements.replace('- <|>', '- ability t<|>')))).toEqual(['Ability to use GitLab']);
    expect(
      await labels(family(requirements.replace('- <|>', '- Extends the Baker (Intermediate) requirements\n- <|>'))),
    ).not.toContain('Ability to use GitLab');
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

describe('on a word that others are better than', () => {
  const line = 'Be a brave ninja of the black<|>list\n';

  it('offers those in its place, and says why', async () => {
    const fixture = openFixture(family(line));
    const [item] = await completionsAt(fixture);
    expect(item).toMatchObject({ label: 'denylist', detail: 'Instead of “blacklist”', filterText: 'blacklist' });
    expect(accept(fixture, item!)).toContain('Be a brave ninja of the denylist\n');
    expect(await labels(family('A dri<|>ven baker\n'))).toContain('guided');
    expect(await labels(family('A brilli<|>ant baker\n'))).toContain('highly determined');
  });

  it('offers them only to who asks', async () => {
    const fixture = openFixture(family(line));
    const asked = { snippets: true, byCharacter: true };
    expect((await fixture.service.completion(fixture.uri, fixture.position, asked)).items).toEqual([]);
  });
});

it('offers nothing in plain text', async () => {
  expect(await labels(family('Bread is made of <|>\n'))).toEqual([]);
});
