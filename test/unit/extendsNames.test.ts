import { describe, expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { ownBullets } from '../../server/src/model/jobFamily.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

/** Written as `Title (grade)`, then what stands under its heading; a line with `##` is a heading as it is. */
type Part = string | { readonly title: string; readonly grade: number; readonly intro?: string; readonly requirements?: string };

function family(title: string, parts: readonly Part[]) {
  const written = parts.map(part =>
    typeof part === 'string'
      ? part
      : `### ${part.title}

${part.intro ?? ''}

#### Job Grade

The ${part.title} is a grade ${part.grade}.

#### Responsibilities

- Work as ${part.title}

#### Requirements

${part.requirements ?? `- Skill of ${part.title}`}
`,
  );
  return buildJobFamily(parsePage(`---\ntitle: ${title}\n---\n\n${written.join('\n')}`), defaultProfile);
}

/** What each level extends by its requirements or its intro: `Level > target`, `?` for several, `!` for none. */
function edges(title: string, parts: readonly Part[]): readonly string[] {
  return family(title, parts).levels.flatMap(level =>
    level.extends.flatMap(({ kinds, target }) =>
      kinds.includes('requirements')
        ? [
            `${level.title} > ${{
              level: () => (target.type === 'level' ? target.level.title : ''),
              base: () => 'base',
              link: () => 'link',
              unknown: () => '!',
              ambiguous: () => '?',
            }[target.type]()}`,
          ]
        : [],
    ),
  );
}

const level = (title: string, grade: number, requirements?: string) => ({
  title,
  grade,
  ...(requirements === undefined ? {} : { requirements }),
});
const LEVELS = '## Levels\n';

describe('a shortened name that fits several levels', () => {
  it.each([
    [
      'means the one of the same specialty',
      [
        LEVELS,
        level('Senior Cook, Fish', 7),
        level('Senior Cook, Soup', 7),
        level('Staff Cook, Fish', 8, '- Extends the Senior Cook requirements'),
      ],
      ['Staff Cook, Fish > Senior Cook, Fish'],
    ],
    [
      'means the one of the same group of headings',
      [
        '## Kitchen\n',
        level('Cook', 6),
        '## Garden\n',
        level('Cook', 6),
        level('Senior Gardener', 7, '- Extends the Cook requirements'),
      ],
      ['Senior Gardener > Cook'],
    ],
    [
      'means the one that is no more senior',
      [
        LEVELS,
        level('Manager, Cooks', 8),
        level('Lead, Fish', 8, '- Extends the Manager requirements'),
        level('Manager, Soup Kitchens', 11),
      ],
      ['Lead, Fish > Manager, Cooks'],
    ],
    [
      'never means the level itself',
      [LEVELS, level('Senior Cook, Fish', 7), level('Senior Cook, Soup', 7, '- Extends the Senior Cook requirements')],
      ['Senior Cook, Soup > Senior Cook, Fish'],
    ],
    [
      'is ambiguous where two are left',
      [
        LEVELS,
        level('Senior Cook, Fish', 7),
        level('Senior Cook, Soup', 7),
        level('Staff Cook', 8, '- Extends the Senior Cook requirements'),
      ],
      ['Staff Cook > ?'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(edges('Kitchen', parts)).toEqual(expected);
  });
});

it('a level of the same group comes before one of the same name elsewhere', () => {
  const { levels } = family('Kitchen', [
    '## Fish\n',
    level('Cook', 6),
    level('Senior Cook', 7, '- Extends the Cook requirements'),
    '## Soup\n',
    level('Cook', 6),
    level('Senior Cook', 7, '- Extends the Cook requirements'),
  ]);
  const targets = levels.map(one =>
    one.extends.map(({ target }) => (target.type === 'level' ? levels.indexOf(target.level) : target.type)),
  );
  expect(targets).toEqual([[], [0], [], [2]]);
});

describe('the family’s own name', () => {
  const base = '## Responsibilities\n\n- Cook\n\n## Requirements\n\n- Taste\n';
  it.each([
    [
      'is the base where no level has it',
      [base, LEVELS, level('Senior Cook', 7, '- Extends the Cook requirements')],
      ['Senior Cook > base'],
    ],
    [
      'is the level that has it',
      [base, LEVELS, level('Cook', 6), level('Senior Cook', 7, '- Extends the Cook requirements')],
      ['Senior Cook > Cook'],
    ],
    ['is unknown without a base', [LEVELS, level('Senior Cook', 7, '- Extends the Cook requirements')], ['Senior Cook > !']],
    [
      'stands for words that headings leave out',
      [base, LEVELS, level('Senior', 7), level('Staff', 8, '- Extends the Senior Cook requirements')],
      ['Staff > Senior'],
    ],
  ])('%s', (_, parts, expected) => {
    expect(edges('Cook', parts)).toEqual(expected);
  });
});

describe('a sentence that repeats another gives no second edge', () => {
  it.each([
    ['the paragraph under the heading', 'The Senior Cook role extends the Cook role.', '- Extends the Cook requirements\n- More'],
    ['a paragraph of the section', '', 'Extends the Cook requirements.\n\n- All Cook requirements\n- More'],
    ['a bullet of the section', '', '- Extends the Cook requirements\n- Everything in the [Cook](#cook) role\n- More'],
  ])('%s', (_, intro, requirements) => {
    const parts = [LEVELS, level('Cook', 6), { title: 'Senior Cook', grade: 7, intro, requirements }];
    expect(edges('Kitchen', parts)).toEqual(['Senior Cook > Cook']);
    const sections = family('Kitchen', parts).levels[1]!.sections.filter(({ kind }) => kind === 'requirements');
    expect(sections.flatMap(ownBullets).map(({ text }) => text)).toEqual(['More']);
  });
});

describe('“the above”', () => {
  it.each([
    ['is the level above at the beginning of a section', '- All of the above, plus:\n- More', ['Senior Cook > Cook']],
    ['is the section’s own bullets after these', '- Skill\n- All of the above for large kitchens', []],
    ['is so in a paragraph too', '- Skill\n\nIn addition to the above:\n\n- More', []],
  ])('%s', (_, requirements, expected) => {
    expect(edges('Kitchen', [LEVELS, level('Cook', 6), level('Senior Cook', 7, requirements)])).toEqual(expected);
  });
});

describe('the subject', () => {
  it.each([
    ['Requirements for the Senior Cook extend the Cook job. In addition:', ['Senior Cook > Cook']],
    ['Beyond the Cook requirements, Senior Cook requirements are:', ['Senior Cook > Cook']],
    ['In addition to the requirements of the Cook, the Senior Cook must:', ['Senior Cook > Cook']],
    ['The Senior Cook requirements below extend those of the Cook:', ['Senior Cook > Cook']],
    ['All requirements for the Cook also apply to the Senior Cook:', ['Senior Cook > Cook']],
    ['Kitchens extend the Cook role in many ways', []],
  ])('is no target: %s', (sentence, expected) => {
    expect(edges('Food', [LEVELS, level('Cook', 6), level('Senior Cook', 7, `${sentence}\n\n- More`)])).toEqual(expected);
  });
});
