import { describe, expect, it } from 'vitest';
import {
  gradesForLevel,
  gradesOf,
  ladderOfPage,
  ladderOfProfile,
  lowestManagementGrade,
  rowsOfGrade,
  sectionForAnchor,
} from '../../server/src/model/gradeLadder.ts';
import { readLevelName, trackOf } from '../../server/src/model/levelName.ts';
import { defaultProfile as profile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

const text = `---
title: Pay
---

## Job Levels

### Bakery

| Individual contributor | Job level | MANAGEMENT |
|---|:-:|---|
| | 10 | Director |
| Principal | 9 | [Senior Manager](/x/) |
| Staff <br> Lead<br/>Master | 8 | Manager |
| Senior | 7 | |
| Intermediate | about six | |

#### Pastry Shop

| Grade | Management |
|---|---|
| 9 | Manager |

### Hours

| Grade | Hours |
|---|---|
| 7 | 40 |
`;
const page = parsePage(text);
const ladder = ladderOfPage(page, profile)!;

describe('the ladder of a page', () => {
  it('has its tables of grades, whatever the order of their columns, and no other table', () => {
    expect(ladder.source).toBe('page');
    expect(ladder.sections.map(section => section.title)).toEqual(['Bakery', 'Pastry Shop']);
    expect(ladder.sections[0]!.rows.map(row => [row.grade, row.management.length, row.individualContributor])).toEqual([
      [10, 1, []],
      [9, 1, ['Principal']],
      [8, 1, ['Staff', 'Lead', 'Master']],
      [7, 0, ['Senior']],
    ]);
  });

  it('leads from each row to its line', () => {
    for (const row of ladder.sections.flatMap(section => section.rows))
      expect(page.lines.lineText(row.line!)).toMatch(new RegExp(`\\b${row.grade}\\b`));
  });

  it('is none on a page without such a table', () => {
    expect(ladderOfPage(parsePage('| Grade | Hours |\n|---|---|\n| 7 | 40 |\n'), profile)).toBeUndefined();
    expect(ladderOfPage(parsePage('| Grade | Management |\n|---|---|\n| seven | Manager |\n'), profile)).toBeUndefined();
  });

  it.each([
    ['the table’s own heading', 'pastry-shop', 'Pastry Shop'],
    ['a heading over several tables: the first', 'job-levels', 'Bakery'],
    ['no table’s heading: the first', 'hours', 'Bakery'],
    ['nothing: the first', undefined, 'Bakery'],
  ])('is entered by the anchor of %s', (_, anchor, title) => {
    expect(sectionForAnchor(ladder, anchor)?.title).toBe(title);
  });

  it('tells its grades from the highest, and each one’s rows with the table they stand in', () => {
    expect(gradesOf(ladder)).toEqual([10, 9, 8, 7]);
    expect(rowsOfGrade(ladder, 9).map(({ section }) => section.title)).toEqual(['Bakery', 'Pastry Shop']);
    expect(rowsOfGrade(ladder, 3)).toEqual([]);
    expect(lowestManagementGrade(ladder)).toBe(8);
  });
});

describe('the ladder of the profile', () => {
  const built = ladderOfProfile(profile);
  it.each([
    ['gitlab-job-grades', 'Job Grades'],
    ['job-grades', 'Job Grades'],
    ['customer-success', 'Customer Success'],
    ['salessales-development', 'Sales/Sales Development'],
  ])('is entered by #%s: %s', (anchor, title) => {
    expect(sectionForAnchor(built, anchor)?.title).toBe(title);
  });

  it.each([
    ['Intern Editor', 'job-grades', [4]],
    ['Associate Editor', 'job-grades', [5]],
    ['Editor', 'job-grades', [6]],
    ['Sr. Editor', 'job-grades', [7]],
    ['Staff Editor', 'job-grades', [8]],
    ['Staff Editor', 'customer-success', [9]],
    ['Manager, Editing', 'job-grades', [8]],
    ['Manager, Editing', 'customer-success', [9]],
    ['Senior Manager, Editing', 'job-grades', [9]],
    ['VP of Editing', 'job-grades', [12]],
    ['Editing Fellow', 'job-grades', [12]],
    ['Chief Baking Officer', 'job-grades', [14]],
    ['Chief Executive Officer', 'job-grades', [15]],
    // A table that is silent about a level says nothing.
    ['Director of Editing', 'salessales-development', [10]],
    ['Principal Editor', 'salessales-development', []],
  ])('gives a %s of #%s: %j', (title, anchor, grades) => {
    const name = readLevelName(title, profile);
    const track = trackOf(name, undefined, lowestManagementGrade(built), profile);
    expect(gradesForLevel(sectionForAnchor(built, anchor)!, name, track, profile)).toEqual(grades);
  });
});
