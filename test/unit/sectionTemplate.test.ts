import { describe, expect, it } from 'vitest';
import { buildJobFamily } from '../../server/src/model/buildJobFamily.ts';
import { type GradeLadder, ladderOfProfile } from '../../server/src/model/gradeLadder.ts';
import type { JobFamily } from '../../server/src/model/jobFamily.ts';
import { readLevelName } from '../../server/src/model/levelName.ts';
import { braceHole, gradeForName, levelBelow, newSection } from '../../server/src/model/sectionTemplate.ts';
import { defaultProfile, defaultProfile as profile } from '../../server/src/profile/builtIn.ts';
import type { SectionKind } from '../../server/src/profile/profile.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

const calculator = '/handbook/total-rewards/compensation/compensation-calculator/';
const ladder: GradeLadder = ladderOfProfile(profile);
const read = (text: string): JobFamily => buildJobFamily(parsePage(text), defaultProfile);

/** The page with the section that the level of this title lacks; with '' the one that stands once for the page. */
function completed(text: string, title: string, kind: SectionKind): string {
  const family = read(text);
  const level = family.levels.find(one => one.title === title);
  const { offset, text: inserted } = newSection(family, level, kind, ladder, profile, braceHole);
  return text.slice(0, offset) + inserted + text.slice(offset);
}

interface Style {
  readonly heading: (name: string, section: string) => string;
  readonly link: string;
}
const plain: Style = { heading: (_, section) => section, link: `${calculator}#gitlab-job-grades` };
const qualified: Style = { ...plain, heading: (name, section) => `${name} ${section}` };

const level = ({ heading, link }: Style, name: string, grade: number, responsibilities: string): string => `### ${name}

#### ${heading(name, 'Job Grade')}

The ${name} is a [grade ${grade}](${link}).

#### ${heading(name, 'Responsibilities')}

${responsibilities}
`;
const page = (style: Style, more = ''): string =>
  `---\ntitle: Editor\n---\n\n## Levels\n\n${level(style, 'Editor', 6, '- Edit')}\n${level(style, 'Senior Editor', 7, '- Teach')}${more}`;

describe('a new section is written as the page writes its others', () => {
  it('under a plain heading, at the depth and place of the templates', () => {
    const text = page(plain);
    expect(completed(text, 'Editor', 'requirements')).toBe(
      text.replace('- Edit\n', `- Edit\n\n#### Requirements\n\n- Ability to use GitLab\n- {add a requirement of this level}\n`),
    );
  });

  it('not taking over from a level that has no such section', () => {
    expect(completed(page(plain), 'Senior Editor', 'requirements')).not.toContain('Extends');
  });

  it('with the level’s name before it, taking over from the level below', () => {
    const text = page(qualified).replace('- Edit\n', '- Edit\n\n#### Editor Requirements\n\n- Joy in words\n');
    expect(completed(text, 'Senior Editor', 'requirements')).toBe(
      text.replace(
        '- Teach\n',
        `- Teach\n\n#### Senior Editor Requirements\n\n- Extends the Editor requirements\n- {add a requirement of this level}\n`,
      ),
    );
  });

  it('before the sections that come later in the templates', () => {
    const text = page(plain, '\n#### Hiring Process\n\n- Talk\n');
    const after = completed(text, 'Senior Editor', 'performance-indicators');
    expect(after.indexOf('- Teach')).toBeLessThan(after.indexOf('#### Performance Indicators'));
    expect(after.indexOf('#### Performance Indicators')).toBeLessThan(after.indexOf('#### Hiring Process'));
  });

  it.each([
    ['a URL', `${calculator}#gitlab-job-grades`],
    ['an absolute URL', `https://handbook.gitlab.com${calculator}#job-grades`],
    ['a ref', '{{< ref "compensation-calculator#gitlab-job-grades" >}}'],
  ])('a Job Grade with %s, where the others have one', (_, link) => {
    const text = page({ ...plain, link }, '\n### Staff Editor\n\n#### Responsibilities\n\n- Lead\n');
    const after = completed(text, 'Staff Editor', 'job-grade');
    expect(after).toContain(`#### Job Grade\n\nThe Staff Editor is a [grade 8](${link}).\n\n#### Responsibilities\n\n- Lead`);
    expect(read(after).levels.map(one => one.grade?.grade)).toEqual([6, 7, 8]);
  });

  it('as deep as the headings that the level has, which it would swallow otherwise', () => {
    const text = '---\ntitle: Editor\n---\n\n## Editor\n\nThe Editor is a grade 6.\n\n#### A day\n\nLong.\n';
    const after = completed(text, 'Editor', 'requirements');
    expect(after).toContain('is a grade 6.\n\n#### Requirements\n');
    expect(after.indexOf('#### Requirements')).toBeLessThan(after.indexOf('#### A day'));
  });

  it('with the line ends of the page', () => {
    const after = completed(page(plain).replaceAll('\n', '\r\n'), 'Editor', 'requirements');
    expect(after).toContain('\r\n\r\n#### Requirements\r\n\r\n- Ability');
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('once for the page, at its end and top depth, where such sections stand there', () => {
    const text = page(plain, '\n## Performance Indicators\n\n- Texts\n');
    expect(completed(text, '', 'hiring-process')).toMatch(/- Texts\n\n## Hiring Process\n\n\S[^\n]*\n$/);
  });

  it('and is then read as the section that was lacking', () => {
    for (const kind of ['requirements', 'performance-indicators', 'career-ladder', 'hiring-process', 'nice-to-haves'] as const) {
      for (const style of [plain, qualified]) {
        const senior = read(completed(page(style), 'Senior Editor', kind)).levels[1]!;
        expect(senior.sections.map(section => section.kind)).toContain(kind);
      }
    }
  });
});

describe('the grade for a new level', () => {
  const gradeFor = (name: string, link: string): number | undefined =>
    gradeForName(read(page({ ...plain, link })), readLevelName(name, profile), ladder, profile);

  it.each([
    ['the general table', `${calculator}#gitlab-job-grades`, 8],
    ['another table', `${calculator}#customer-success`, 9],
    ['another table by a ref', '{{< ref "compensation-calculator#customer-success" >}}', 9],
  ])('is that of %s, to which the page’s links lead', (_, link, grade) => {
    expect(gradeFor('Staff Editor', link)).toBe(grade);
  });

  it('is that of the general table where the other one is silent', () => {
    expect(gradeFor('Principal Editor', `${calculator}#salessales-development`)).toBe(9);
  });
});

describe('the level below', () => {
  const family = read(`${page(plain)}\n${level(plain, 'Manager, Editing', 8, '- Lead')}`);
  it.each([
    ['Staff Editor', 'Senior Editor'],
    ['Senior Editor', 'Editor'],
    ['Director of Editing', 'Manager, Editing'],
    // No manager below: then whoever is.
    ['Manager, Editing', 'Senior Editor'],
    ['Principal Editor', 'Senior Editor'],
    ['Intern Editor', undefined],
  ])('a %s is %s', (name, below) => {
    expect(levelBelow(family, readLevelName(name, profile), undefined, profile)?.title).toBe(below);
  });
});
