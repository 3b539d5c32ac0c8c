import { describe, expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { effectiveSection } from '../../server/src/model/effective.ts';
import { gradeOf, type JobFamily } from '../../server/src/model/jobFamily.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

const read = (body: string, title = 'Editor'): JobFamily =>
  buildJobFamily(parsePage(`---\ntitle: ${title}\n---\n\n${body}`), defaultProfile);

/** A family in words: each level with its grade and sections, the base and the shared sections. */
function told(family: JobFamily) {
  return {
    levels: family.levels.map(
      level =>
        `${level.title}${level.anchor === '' ? ' (page)' : ''} ${gradeOf(level)?.grade ?? '-'}: ${level.sections.map(section => section.kind).join(' ')}`,
    ),
    base: family.base.map(section => section.kind),
    shared: family.shared.map(section => section.kind),
  };
}

const grade = (name: string, number: number): string => `The ${name} is a grade ${number}.\n\n`;

describe('the three shapes', () => {
  it('template 1: base sections, then Levels', () => {
    const family = read(
      `## Responsibilities\n\n- Edit\n\n## Requirements\n\n- Read\n\n## Levels\n\n### Junior Editor\n\n#### Junior Editor Job Grade\n\n${grade('Junior Editor', 5)}#### Junior Editor Responsibilities\n\n- Learn\n\n### Senior Editor\n\n#### Senior Editor Job Grade\n\n${grade('Senior Editor', 7)}## Performance Indicators\n\n- Texts\n\n## Hiring Process\n\n- Talk\n`,
    );
    expect(told(family)).toEqual({
      levels: ['Junior Editor 5: job-grade responsibilities', 'Senior Editor 7: job-grade'],
      base: ['responsibilities', 'requirements'],
      shared: ['performance-indicators', 'hiring-process'],
    });
  });

  it('template 2: one heading a role, with all its sections', () => {
    const role = (name: string, number: number): string =>
      `## ${name}\n\n### Job Grade\n\n${grade(name, number)}### Responsibilities\n\n- Edit\n\n### Hiring Process\n\n- Talk\n\n`;
    expect(told(read(role('Editor', 6) + role('Manager, Editing', 8)))).toEqual({
      levels: [
        'Editor 6: job-grade responsibilities hiring-process',
        'Manager, Editing 8: job-grade responsibilities hiring-process',
      ],
      base: [],
      shared: [],
    });
  });

  it('single: the page itself is the level, titled by its sentence', () => {
    expect(
      told(
        read(`## Job Grade\n\n${grade('Text Editor', 6)}## Responsibilities\n\n- Edit\n\n## Career Ladder\n\nUp.\n`, 'Editing'),
      ),
    ).toEqual({
      levels: ['Text Editor (page) 6: job-grade responsibilities career-ladder'],
      base: [],
      shared: [],
    });
  });

  it('the page level on a page with further levels: its sections are the base too, later ones the family’s', () => {
    expect(
      told(
        read(
          `### Job Grade\n\n${grade('Editor', 6)}### Requirements\n\n- Read\n\n## Senior Editor\n\n### Job Grade\n\n${grade('Senior Editor', 7)}## Hiring Process\n\n- Talk\n`,
        ),
      ),
    ).toEqual({
      levels: ['Editor (page) 6: job-grade requirements', 'Senior Editor 7: job-grade'],
      base: ['requirements'],
      shared: ['hiring-process'],
    });
  });
});

describe('a heading is a level', () => {
  it('with a grade sentence right under it', () => {
    expect(
      told(read(`## Levels\n\n### Senior Editor\n\n${grade('Senior Editor', 7)}#### Requirements\n\n- Read\n`)).levels,
    ).toEqual(['Senior Editor 7: requirements']);
  });

  it('right under Levels with sections and a seniority word, or the role’s name', () => {
    const family = read(
      '## Levels\n\n### Senior\n\n#### Responsibilities\n\n- Edit\n\n### Text Editor\n\n#### Requirements\n\n- Read\n\n### Poetry\n\n#### Requirements\n\n- Read\n',
    );
    expect(told(family).levels).toEqual(['Senior -: responsibilities', 'Text Editor -: requirements']);
  });

  it('that a row of the grade table leads to', () => {
    const family = read(
      '## Job Grades\n\n| Title | Grade |\n|---|---|\n| [Editor](#editor) | [Grade 6](/x/) |\n| Senior Editor | 7 |\n\n## Editor\n\n### Responsibilities\n\n- Edit\n\n## Senior Editor\n\n### Job Grade\n\nTo be told.\n',
    );
    expect(told(family).levels).toEqual(['Editor 6: responsibilities', 'Senior Editor 7: job-grade']);
  });

  it('that states its own grade, wherever it is', () => {
    const below = (heading: string): string =>
      `## ${heading}\n\n### Senior Editor\n\n#### Job Grade\n\n${grade('Senior Editor', 7)}`;
    for (const heading of ['Specialties', 'Segment', 'Hiring Process', 'Performance Indicators', 'Career Path'])
      expect(told(read(below(heading))).levels).toEqual(['Senior Editor 7: job-grade']);
  });

  it('not by name and sections alone under Specialties, Segment, Hiring Process or Performance Indicators', () => {
    for (const heading of ['Specialties', 'Segment', 'Hiring Process', 'Performance Indicators', 'Editor Specialties'])
      expect(told(read(`## ${heading}\n\n### Senior Editor\n\n#### Responsibilities\n\n- Edit\n`)).levels).toEqual([]);
  });

  it('not in a quotation or in code', () => {
    expect(
      told(
        read(
          `> ## Senior Editor\n>\n> ### Job Grade\n>\n> ${grade('Senior Editor', 7)}\n\n\`\`\`markdown\n## Editor\n\n### Job Grade\n\nThe Editor is a grade 6.\n\`\`\`\n`,
        ),
      ).levels,
    ).toEqual([]);
  });
});

describe('a section at a wrong depth', () => {
  it('beside its level belongs to it', () => {
    expect(
      told(
        read(
          `## Levels\n\n### Senior Editor\n\n### Senior Editor Job Grade\n\n${grade('Senior Editor', 7)}### Senior Editor Requirements\n\n- Read\n`,
        ),
      ).levels,
    ).toEqual(['Senior Editor 7: job-grade requirements']);
  });

  it('above its level belongs to the level before it', () => {
    expect(
      told(read(`### Senior Editor\n\n#### Job Grade\n\n${grade('Senior Editor', 7)}## Requirements\n\n- Read\n`)).levels,
    ).toEqual(['Senior Editor 7: job-grade requirements']);
  });
});

it('bullets of plain sub-headings are the section’s, those of a section in it are not', () => {
  const family = read(
    `## Editor\n\n### Job Grade\n\n${grade('Editor', 6)}### Requirements\n\n- Read\n\n#### Languages\n\n- Two\n- Three\n\n#### Nice-to-haves\n\n- Four\n`,
  );
  expect(family.levels[0]!.sections.map(section => [section.kind, section.bullets.map(bullet => bullet.text)])).toEqual([
    ['job-grade', []],
    ['requirements', ['Read', 'Two', 'Three']],
    ['nice-to-haves', ['Four']],
  ]);
});

describe('what a level’s section amounts to', () => {
  const chain = (junior: string, senior: string): JobFamily =>
    read(
      `## Requirements\n\n- Read\n\n## Levels\n\n### Junior Editor\n\n#### Job Grade\n\n${grade('Junior Editor', 5)}#### Requirements\n\n${junior}\n### Senior Editor\n\n#### Job Grade\n\n${grade('Senior Editor', 7)}#### Requirements\n\n${senior}\n`,
    );
  const effective = (family: JobFamily, index: number) =>
    effectiveSection(family, family.levels[index]!, 'requirements', (_, __, { target }) =>
      target.type === 'level' ? { family, level: target.level } : undefined,
    );

  it('is the base, then what it takes over, then its own, each once', () => {
    const section = effective(chain('- Patience\n', '- Extends the Junior Editor requirements\n- Taste\n'), 1);
    expect(section.bullets.map(one => [one.bullet.text, one.own])).toEqual([
      ['Read', false],
      ['Patience', false],
      ['Taste', true],
    ]);
    expect([section.ownCount, section.inheritedCount, section.exists]).toEqual([1, 2, true]);
  });

  it('ends where levels take over from each other', () => {
    const family = chain(
      '- Extends the Senior Editor requirements\n- Patience\n',
      '- Extends the Junior Editor requirements\n- Taste\n',
    );
    expect(
      effective(family, 0)
        .bullets.map(one => one.bullet.text)
        .sort(),
    ).toEqual(['Patience', 'Read', 'Taste']);
  });
});
