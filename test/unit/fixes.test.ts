import { describe, expect, it } from 'vitest';
import type { Fix } from '../../server/src/rules/finding.ts';
import type { RuleSettings } from '../../server/src/rules/ruleSettings.ts';
import { runRules } from '../../server/src/rules/runRules.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { defaultPath } from '../support/fixture.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';

const anchor = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';

/** The fixes that a rule offers on a page, and the page's last line after each. */
async function fixed(code: string, text: string, settings: RuleSettings = {}): Promise<{ fix: Fix; after: string }[]> {
  const linked = await linkFamily({ [defaultPath]: text });
  const findings = runRules(linked, { settings }).filter(finding => finding.code === code);
  return findings.flatMap(({ fixes }) =>
    fixes.map(fix => ({ fix, after: applySpanEdits(text, fix.edits).trimEnd().split('\n').at(-1)! })),
  );
}

const lines = async (code: string, text: string): Promise<string[]> => (await fixed(code, text)).map(({ after }) => after);

describe('a link on a grade', () => {
  const page = (sentence: string): string => `---\ntitle: Gardener\n---\n\n## Gardener\n\n### Job Grade\n\n${sentence}\n`;

  it.each([
    ['The Gardener is a grade 6.', `The Gardener is a [grade 6](${anchor}).`],
    ['The Gardener is a [grade 6].', `The Gardener is a [grade 6](${anchor}).`],
    ['The Gardener is a grade [6].', `The Gardener is a grade [6](${anchor}).`],
    ['The Gardener is a grade 6. (/handbook/x/#y).', 'The Gardener is a [grade 6](/handbook/x/#y).'],
    ['The Gardener is a grade 6. (/handbook/x/#y)', 'The Gardener is a [grade 6](/handbook/x/#y).'],
  ])('%s', async (written, wanted) => {
    const [first, ...others] = await fixed('unlinked-grade', page(written));
    expect(first?.after).toBe(wanted);
    expect(first?.fix.safe).toBe(true);
    expect(others).toEqual([]);
  });

  it('is made by itself in a whole grade sentence only', async () => {
    const { fix } = (
      await fixed('unlinked-grade', page('In the north the Gardener is a grade 6, as far as there are beds.'))
    )[0]!;
    expect(fix.safe).toBe(false);
  });

  it('is made neither in prose about grades nor within other brackets', async () => {
    expect(
      await lines(
        'unlinked-grade',
        page(`The Gardener is a [grade 6](${anchor}).\n\n**Market:** There is little data for a grade 9, yet.`),
      ),
    ).toEqual([]);
    expect(await lines('unlinked-grade', page('The Gardener [is a grade 6 or so].'))).not.toContain(
      expect.stringContaining('[['),
    );
  });
});

describe('a link within the site', () => {
  const link = (href: string): string => `---\ntitle: Gardener\n---\n\nSee [this](${href})\n`;

  it.each([
    ['/https://handbook.gitlab.com/handbook/values/#one', '/handbook/values/#one'],
    ['/https:/handbook.gitlab.com/handbook/values/', '/handbook/values/'],
    ['/handbook.gitlab.com/handbook/values/', '/handbook/values/'],
    ['/https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['https://about.gitlab.com/handbook/values/', '/handbook/values/'],
    ['//handbook//values/', '/handbook/values/'],
  ])('%s is repaired whole', async (written, wanted) => {
    expect(await lines('absolute-site-link', link(written))).toEqual([`See [this](${wanted})`]);
  });

  it('to a file with a dot in its path stays', async () => {
    expect(await lines('absolute-site-link', link('/release.notes/values/'))).toEqual([]);
  });
});

describe('a pronoun', () => {
  const bullet = (text: string): string => `---\ntitle: Gardener\n---\n\n- ${text}\n`;

  it.each([
    ['If asked, he/she should answer', ['- If asked, they should answer']],
    ['If asked, he/she answers', []],
    ['If asked, she quickly answers', []],
    ['If asked, he must read and answers', []],
    ['Beds that he or she works on', []],
    ['Talks about her/his work', ['- Talks about their work']],
  ])('%s', async (written, wanted) => {
    expect(await lines('gendered-pronoun', bullet(written))).toEqual(wanted);
  });
});

describe('a repeated bullet', () => {
  const page = (low: string, high: string): string => `---
title: Gardener
---

## Gardener

### Job Grade

The Gardener is a [grade 6](${anchor}).

### Requirements

- ${low}

## Senior Gardener

### Job Grade

The Senior Gardener is a [grade 7](${anchor}).

### Requirements

- Extends the Gardener requirements
- Joy in the work
- ${high}
`;
  const isRepeat = async (low: string, high: string): Promise<boolean> =>
    (await lines('restated-bullet', page(low, high))).length > 0;

  it.each([
    ['Care for roses and hedges in all seasons', 'Care for roses and hedges in all seasons'],
    ['Care for the roses and the hedges in all of our seasons', 'Care for roses and hedges in all seasons'],
  ])('is one: %s, %s', async (low, high) => expect(await isRepeat(low, high)).toBe(true));

  it.each([
    ['3-5 years of care for roses and hedges', '5+ years of care for roses and hedges'],
    ['3-5 years of care for roses and hedges', '5 years of care for roses and hedges'],
    ['Budgets of 2 or 10 million for roses and hedges', 'Budgets of 10 million for roses and hedges'],
    ['Do not work with roses and hedges at night', 'Do work with roses and hedges at night'],
    ['Basic care for roses and hedges in all seasons', 'Care for roses and hedges in all seasons'],
    ['Care for roses or tall hedges in all seasons', 'Care for tall hedges roses in all seasons'],
    ['Preferably a degree in care for roses and hedges', 'A degree in care for roses and hedges'],
    ['Knows C', 'Knows C++'],
    ['At least two people to care for roses and hedges', 'People to care for roses and hedges'],
  ])('is none: %s, %s', async (low, high) => expect(await isRepeat(low, high)).toBe(false));
});

describe('a number of years', () => {
  it('is taken away neither at the lowest grades nor where another bullet would say the same', async () => {
    const page = (grade: number, ...bullets: string[]): string =>
      `---\ntitle: Gardener\n---\n\n## Gardener\n\n### Job Grade\n\nThe Gardener is a [grade ${grade}](${anchor}).\n\n### Requirements\n\n${bullets.map(one => `- ${one}`).join('\n')}\n`;
    expect(await lines('years-of-experience', page(6, '3+ years of experience with roses'))).toEqual(['- Experience with roses']);
    expect(await lines('years-of-experience', page(5, '3+ years of experience with roses'))).toEqual([]);
    expect(await lines('years-of-experience', page(6, 'Experience with red roses', '3+ years of experience with roses'))).toEqual(
      [],
    );
    expect(
      await lines('years-of-experience', page(6, '3+ years of experience with roses or 5+ years of experience with hedges')),
    ).toEqual([]);
  });
});
