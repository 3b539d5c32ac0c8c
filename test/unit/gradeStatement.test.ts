import { describe, expect, it } from 'vitest';
import { findGradeStatements } from '../../server/src/model/gradeStatement.ts';
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

const url = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';

function statements(text: string, strict = false) {
  const page = parsePage(text);
  return findGradeStatements(page, page.blocks, defaultProfile, strict).map(one => ({
    ...one,
    words: text.slice(one.span.start, one.span.end),
    subjectName: one.subject && text.slice(one.subject.span.start, one.subject.span.end),
  }));
}

describe('a grade is read from', () => {
  it.each([
    [`The Senior Editor is a [grade 7](${url}).`, 7, 'grade 7', 'Senior Editor', url],
    [`The Editor is a [Grade 6](${url}).`, 6, 'Grade 6', 'Editor', url],
    [`The Editor is a [grade #6](${url}).`, 6, 'grade #6', 'Editor', url],
    [`The Editor is [Job Grade 10](${url}).`, 10, 'Job Grade 10', 'Editor', url],
    [`The Editor is a job grade [level 6](${url}).`, 6, undefined, 'Editor', url],
    [`The Editor is a grade [8](${url}) in our ladder.`, 8, undefined, 'Editor', url],
    [`The Editor is a [level 11](${url}).`, 11, 'level 11', 'Editor', url],
    [`The Editor role is a [grade 6](${url}) and reports to the Director.`, 6, 'grade 6', 'Editor', url],
    ['The Editor is a grade 6.', 6, 'grade 6', 'Editor', undefined],
    ['The role is a grade 6.', 6, 'grade 6', undefined, undefined],
    [
      'The Editor is a [grade 6]({{< ref "compensation-calculator#gitlab-job-grades" >}}).',
      6,
      'grade 6',
      'Editor',
      '{{< ref "compensation-calculator#gitlab-job-grades" >}}',
    ],
    [`The Editor is a\n[grade 6](${url}).`, 6, 'grade 6', 'Editor', url],
    [
      `- The Editor is a [grade 6](https://handbook.gitlab.com${url}).`,
      6,
      'grade 6',
      'Editor',
      `https://handbook.gitlab.com${url}`,
    ],
    [`Sr. Editors edit. The Sr. Editor is a [grade 7](${url}).`, 7, 'grade 7', 'Sr. Editor', url],
  ])('%s', (text, grade, words, subject, destination) => {
    const [found, ...others] = statements(text);
    expect(others).toEqual([]);
    expect(found!.grade).toBe(grade);
    if (words !== undefined) expect(found!.words).toBe(words);
    expect(found!.subjectName).toBe(subject);
    expect(found!.link?.destination).toBe(destination);
  });

  it('each of several sentences', () => {
    expect(
      statements('The Editor is a grade 6.\nThe Senior Editor is a grade 7.').map(one => [one.subjectName, one.grade]),
    ).toEqual([
      ['Editor', 6],
      ['Senior Editor', 7],
    ]);
  });
});

describe('a link that lost a bracket', () => {
  it.each([
    [`The Editor is a grade 5. (${url}).`, `grade 5. (${url})`],
    [`The Editor is a grade 5 (${url}).`, `grade 5 (${url})`],
    [`The Editor is a [grade 6] (${url}).`, `[grade 6] (${url})`],
    [
      'The Editor is a [grade 6] ({{< ref "compensation-calculator#gitlab-job-grades" >}}).',
      '[grade 6] ({{< ref "compensation-calculator#gitlab-job-grades" >}})',
    ],
  ])('%s', (text, broken) => {
    const [found] = statements(text);
    expect(found!.link).toBeUndefined();
    expect(text.slice(found!.brokenLink!.span.start, found!.brokenLink!.span.end)).toBe(broken);
  });
});

describe('no grade is read from', () => {
  it.each([['Read more about [Job Grades](/handbook/x/#gitlab-job-grades).'], ['Upgrade 7 servers.'], ['A grade for everyone.']])(
    '%s',
    text => {
      expect(statements(text)).toEqual([]);
    },
  );

  it('running text that only mentions one, where whole sentences are wanted', () => {
    expect(statements('Open to all at grade 7 and above.', true)).toEqual([]);
    expect(statements('The Editor is a grade 6.', true)).toHaveLength(1);
  });
});
