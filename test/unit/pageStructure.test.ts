import { describe, expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { effectiveSection } from '../../server/src/model/effective.ts';
import { gradeOf, type JobFamily } from '../../server/src/model/jobFamily.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

const LINK = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';

const read = (body: string, title = 'Weaver'): JobFamily =>
  buildJobFamily(parsePage(`---\ntitle: ${title}\n---\n\n${body}`), defaultProfile);

/** Each level with its grade and own sections. */
const levelsOf = (family: JobFamily): string[] =>
  family.levels.map(
    level =>
      `${level.title}${level.anchor === '' ? ' (page)' : ''} ${gradeOf(level)?.grade ?? '-'}: ${level.sections.map(section => section.kind).join(' ')}`,
  );

/** What a level's requirements amount to. */
const requirementsOf = (family: JobFamily, title: string): string[] => {
  const level = family.levels.find(one => one.title === title)!;
  return effectiveSection(family, level, 'requirements', (_, __, { target }) =>
    target.type === 'level' ? { family, level: target.level } : undefined,
  ).bullets.map(one => one.bullet.text);
};

const level = (name: string, grade: number, depth = 3, kinds = ['Responsibilities', 'Requirements']): string => {
  const marks = '#'.repeat(depth);
  const sections = kinds.map(kind => `${marks}# ${name} ${kind}\n\n- ${name} ${kind}\n\n`).join('');
  return `${marks} ${name}\n\n${marks}# ${name} Job Grade\n\nThe ${name} is a [grade ${grade}](${LINK}).\n\n${sections}`;
};

describe('a base applies below its own group heading', () => {
  const groups = `## Weavers\n\n### Requirements\n\n- Patience\n\n${level('Weaver', 6)}${level('Senior Weaver', 7)}## Leaders\n\n### Requirements\n\n- Trust\n\n${level('Manager, Weaving', 8)}`;

  it('one for each group', () => {
    const family = read(groups);
    expect(requirementsOf(family, 'Senior Weaver')).toEqual(['Patience', 'Senior Weaver Requirements']);
    expect(requirementsOf(family, 'Manager, Weaving')).toEqual(['Trust', 'Manager, Weaving Requirements']);
  });

  it('one over all groups applies to all of them', () => {
    const family = read(`## Requirements\n\n- Good eyes\n\n${groups}`);
    expect(requirementsOf(family, 'Weaver')).toEqual(['Good eyes', 'Patience', 'Weaver Requirements']);
    expect(requirementsOf(family, 'Manager, Weaving')).toEqual(['Good eyes', 'Trust', 'Manager, Weaving Requirements']);
  });

  it('without a group heading up to the next base at the same depth', () => {
    const family = read(
      `## Requirements\n\n- Patience\n\n${level('Weaver', 6)}## Requirements\n\n- Trust\n\n${level('Manager, Weaving', 8)}`,
    );
    expect(requirementsOf(family, 'Weaver')).toEqual(['Patience', 'Weaver Requirements']);
    expect(requirementsOf(family, 'Manager, Weaving')).toEqual(['Trust', 'Manager, Weaving Requirements']);
  });

  it('in words, also after the levels', () => {
    for (const heading of ['General Requirements', 'Requirements for all levels', 'Base Requirements Across Every Role'])
      expect(requirementsOf(read(`## Levels\n\n${level('Weaver', 6)}## ${heading}\n\n- Patience\n`), 'Weaver')).toEqual([
        'Patience',
        'Weaver Requirements',
      ]);
  });

  it('and not if it is of some levels only', () => {
    const family = read(
      `## Requirements\n\n- Patience\n\n## Additional Requirements for Paris\n\n- French\n\n## Levels\n\n${level('Weaver', 6)}`,
    );
    expect(requirementsOf(family, 'Weaver')).toEqual(['Patience', 'Weaver Requirements']);
  });
});

describe('sections and levels with the role’s name', () => {
  it('stand for the whole family', () => {
    const family = read(
      `## Responsibilities for Weaver roles\n\n- Weave\n\n## General Requirements for Weaver roles\n\n- Patience\n\n## Levels of Weaver roles\n\n${level('Weaver (Intermediate)', 6, 3, [])}${level('Senior Weaver', 7, 3, [])}## Weaver Hiring Process\n\n- Talk\n\n## Performance Indicators - Silk\n\n- Metres\n\n## Career Ladder: Weavers\n\nUp.\n`,
    );
    expect(family.base.map(section => section.kind)).toEqual(['responsibilities', 'requirements']);
    expect(family.shared.map(section => section.kind)).toEqual(['hiring-process', 'performance-indicators', 'career-ladder']);
    expect(requirementsOf(family, 'Senior Weaver')).toEqual(['Patience']);
  });
});

describe('a level that states its own grade', () => {
  it.each([['Hiring Process'], ['Performance Indicators'], ['Career Ladder'], ['Specialties']])('is one under %s', heading => {
    const family = read(`## Levels\n\n${level('Weaver', 6)}## ${heading}\n\n- Talk\n\n${level('Senior Weaver', 7)}`);
    expect(levelsOf(family)).toEqual([
      'Weaver 6: job-grade responsibilities requirements',
      'Senior Weaver 7: job-grade responsibilities requirements',
    ]);
    expect(family.shared.flatMap(section => section.bullets.map(bullet => bullet.text))).toEqual(
      heading === 'Specialties' ? [] : ['Talk'],
    );
  });

  it.each([
    ['Senior Weaver - Grade 7'],
    ['Senior Weaver (Grade 7)'],
    ['Grade 7: Senior Weaver'],
    ['Senior Weaver – Job Grade 7'],
    [`Senior Weaver Job Grade is a [grade 7](${LINK})`],
  ])('in its heading: %s', heading => {
    const family = read(`## Levels\n\n${level('Weaver', 6)}### ${heading}\n\n#### Requirements\n\n- Silk\n`);
    expect(levelsOf(family)).toEqual(['Weaver 6: job-grade responsibilities requirements', 'Senior Weaver 7: requirements']);
  });

  it.each([['Job Grade 7'], ['Senior Weaver - Job Grade 7'], ['Senior Weaver Grade: 7'], ['Senior - Grade 7']])(
    'in the heading of its section: %s',
    heading => {
      const family = read(`### Senior Weaver\n\n#### ${heading}\n\n#### Requirements\n\n- Silk\n`);
      expect(levelsOf(family)).toEqual(['Senior Weaver 7: job-grade requirements']);
    },
  );

  it.each([
    ['Intro'],
    ['Overview'],
    ['About the role'],
    ['What is a weaver?'],
    ['Summary of the position'],
    ['Why grades matter'],
  ])('and not under “%s”', heading => {
    expect(levelsOf(read(`## ${heading}\n\nThe Weaver is a [grade 6](${LINK}).\n\n${level('Senior Weaver', 7)}`))).toEqual([
      'Senior Weaver 7: job-grade responsibilities requirements',
    ]);
  });

  it.each([
    ['A weaver here is not the same as a grade 3 elsewhere.'],
    ['There is little data for a grade 9 in this country.'],
    ['Whoever is promoted to a grade 8 moves on.'],
  ])('in a whole sentence: %s', sentence => {
    expect(levelsOf(read(`## Looms\n\n${sentence}\n`))).toEqual([]);
  });
});

describe('a section heading that carries a name', () => {
  it.each([['#### '], ['### ']])('makes the heading next to it or above it a level (%s)', marks => {
    const family = read(
      `${level('Lead Weaver', 8, 2)}### Weaving Counsel\n\nReports to the VP.\n\n${marks}Weaving Counsel Responsibilities\n\n- Advise\n\n${marks}Weaving Counsel Requirements\n\n- Law\n`,
    );
    expect(levelsOf(family)).toEqual([
      'Lead Weaver 8: job-grade responsibilities requirements',
      'Weaving Counsel -: responsibilities requirements',
    ]);
  });

  it('wins over depth, unless the named level has that section already', () => {
    const family = read(
      `${level('Weaver', 6, 2, ['Requirements'])}${level('Senior Weaver', 7, 2, [])}### Weaver Responsibilities\n\n- Weave\n\n### Weaver Requirements\n\n- Copied\n`,
    );
    expect(levelsOf(family)).toEqual([
      'Weaver 6: job-grade requirements responsibilities',
      'Senior Weaver 7: job-grade requirements',
    ]);
  });

  it.each([['Specialties'], ['Hiring Process'], ['Performance Indicators']])('wins over what both are under: %s', heading => {
    const family = read(
      `## ${heading}\n\n### Weaver\n\n### Weaver Job Grade\n\nThe Weaver is a [grade 6](${LINK}).\n\n#### Weaver Requirements\n\n- Patience\n\n### Responsibilities\n\n- Weave\n`,
    );
    expect(levelsOf(family)).toEqual(['Weaver 6: job-grade requirements responsibilities']);
  });

  it('makes no level of a field of work', () => {
    const field = (name: string): string => `### ${name}\n\n#### ${name} Requirements\n\n- ${name}\n\n`;
    const family = read(`${level('Weaver', 6, 2)}## Specialties\n\n${field('Silk')}${field('Night Weaver')}`);
    expect(family.levels.map(one => one.title)).toEqual(['Weaver', 'Night Weaver']);
  });

  it.each([['Master of Looms (ML)'], ['Master of Looms (M&L)'], ['Loom Master (Looms)']])(
    'may leave out initials: %s',
    heading => {
      const family = read(`## ${heading}\n\n### Master of Looms Requirements\n\n- Looms\n`);
      expect(family.levels.map(level => level.title)).toEqual(heading.includes('(ML') ? [heading] : []);
    },
  );

  it('is the role’s own next to other levels, and all levels’ over them', () => {
    const role = (depth: string): string =>
      `${depth} Weaver\n\n${depth}# Weaver Requirements\n\n- Patience\n\n${level('Senior Weaver', 7, 3, [])}`;
    expect(levelsOf(read(role('###')))).toEqual(['Weaver -: requirements', 'Senior Weaver 7: job-grade']);
    expect(requirementsOf(read(role('##')), 'Senior Weaver')).toEqual(['Patience']);
  });

  it('and names a level without a heading is nobody’s', () => {
    const family = read(`${level('Weaver', 6, 2)}## Senior Weaver Requirements\n\n- Silk\n`);
    expect(levelsOf(family)).toEqual(['Weaver 6: job-grade responsibilities requirements']);
    expect(family.base).toEqual([]);
  });
});

describe('the page level', () => {
  const rest = '## Responsibilities\n\n- Weave\n\n## Example Projects\n\nA carpet.\n\n## Requirements\n\n- Patience\n';

  it.each([['## Weaver\n\nReports to the Manager.\n\n'], ['## Intro\n\nWeaving.\n\n'], ['## The Loom\n\nOld.\n\n'], ['']])(
    'has the sections next to its one role heading: %j',
    heading => {
      const family = read(`${heading}## Job Grade\n\nThe Weaver is a [grade 6](${LINK}).\n\n${rest}`);
      expect(levelsOf(family)).toEqual(['Weaver (page) 6: job-grade responsibilities requirements']);
    },
  );
});

describe('a list of grade sentences', () => {
  it.each([['\n\n'], ['\n- '], [' ']])('states the grade of each level that it names (%j)', between => {
    const list = `${between.startsWith('\n-') ? '- ' : ''}The Weaver is a [grade 6](${LINK}).${between}The Senior Weaver is a [grade 7](${LINK}).`;
    const family = read(
      `## Job Grade\n\n${list}\n\n## Weaver\n\n### Requirements\n\n- Patience\n\n## Senior Weaver\n\n### Requirements\n\n- Silk\n`,
    );
    expect(levelsOf(family)).toEqual(['Weaver 6: requirements', 'Senior Weaver 7: requirements']);
  });

  it('of a group is not the grade of its heading', () => {
    const levels = ['Weaver', 'Senior Weaver'];
    const list = levels.map((name, at) => `The ${name} is a [grade ${6 + at}](${LINK}).\n\n`).join('');
    const headings = levels.map(name => `### ${name}\n\n#### Requirements\n\n- ${name}\n\n`).join('');
    expect(levelsOf(read(`## Weavers in Paris\n\n### Job Grades\n\n${list}${headings}`))).toEqual([
      'Weaver 6: requirements',
      'Senior Weaver 7: requirements',
    ]);
  });
});

describe('grades', () => {
  it.each([
    [`is a [10](${LINK}).`],
    ['is a grade [10].'],
    ['is a [grade 10].'],
    ['is a job grade #10.'],
    ['is grade: 10.'],
    ['is 10.'],
    [`is at [Grade 10](${LINK}) and reports to the VP.`],
    [`is a [10](${LINK}) role.`],
    [`\n\n[10](${LINK})`],
    ['\n\n10'],
  ])('The Director of Weaving %s', words => {
    const family = read(`### Director of Weaving\n\n#### Job Grade\n\nThe Director of Weaving ${words}\n`);
    expect(levelsOf(family)).toEqual(['Director of Weaving 10: job-grade']);
  });

  it.each([['is not aligned to a job grade.'], ['is currently not mapped to a grade.'], ['has no job grade.']])(
    'The Director of Weaving %s',
    words => {
      const [only] = read(`### Director of Weaving\n\n#### Job Grade\n\nThe Director of Weaving ${words}\n`).levels;
      expect([only?.title, only?.ungraded, gradeOf(only!)]).toEqual(['Director of Weaving', true, undefined]);
    },
  );
});

describe('grade tables', () => {
  const table = (head: string, ...rows: string[]): string =>
    `| ${head} |\n|${head
      .split('|')
      .map(() => '--')
      .join('|')}|\n${rows.map(row => `| ${row} |\n`).join('')}\n`;
  const plain = (name: string): string => `## ${name}\n\n### Responsibilities\n\n- Weave\n\n`;

  it('are read under any heading, also several', () => {
    const family = read(
      `# Weaver\n\n${table('Role | Grade', '[Weaver](#weaver-1) | Grade 6')}## Leaders\n\n${table('Role | Grade', '[Manager, Weaving](#manager-weaving) | Grade 8')}${plain('Weaver')}${plain('Manager, Weaving')}`,
    );
    expect(levelsOf(family)).toEqual(['Weaver 6: responsibilities', 'Manager, Weaving 8: responsibilities']);
  });

  it('may have other columns before, between and after', () => {
    const family = read(
      `## Levels\n\n${table('Region | Title | Reports to | Job Grade | Notes', 'Paris | [Weaver](#weaver) | VP | 6 | -')}${plain('Weaver')}`,
    );
    expect(levelsOf(family)).toEqual(['Weaver 6: responsibilities']);
  });

  it('may have several levels in a row', () => {
    const family = read(
      `## Job Grades\n\n${table('Title | Grade', '[Weaver](#weaver)<br>[Spinner](#spinner) | Grade 6', 'Manager, Looms (Wood/Steel) | Grade 8')}${plain('Weaver')}${plain('Spinner')}${plain('Manager, Looms (Wood)')}${plain('Manager, Looms (Steel)')}`,
    );
    expect(levelsOf(family)).toEqual([
      'Weaver 6: responsibilities',
      'Spinner 6: responsibilities',
      'Manager, Looms (Wood) 8: responsibilities',
      'Manager, Looms (Steel) 8: responsibilities',
    ]);
  });

  it('are no others', () => {
    const family = read(`## Looms\n\n${table('Loom | Grade', '[Weaver](#weaver) | Grade 6')}${plain('Weaver')}`);
    expect(levelsOf(family)).toEqual([]);
  });
});
