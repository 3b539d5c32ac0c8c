import { describe, expect, it } from 'vitest';
import { hoverText, openFixture } from './support.ts';

const family = (body: string): string => `---
title: Baker
---

## Levels

### Baker (Intermediate)

#### Job Grade

The Baker (Intermediate) is a [grade 6](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Responsibilities

- Bake bread
- Clean the oven

### Senior Baker

${body}
`;

const grade =
  'The Senior Baker is a [gra<|>de 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).';

describe('hover on a grade', () => {
  it('shows its rows in the ladder and the levels that have it, on this page and on others', async () => {
    const text = await hoverText(
      openFixture(`${family(`#### Job Grade\n\n${grade}`)}//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Senior Cook

### Job Grade

The Senior Cook is a grade 7.
`),
    );
    expect(text).toContain('**Grade 7**');
    expect(text).toContain('| Job Grades |');
    expect(text).toContain('Senior |');
    expect(text).toContain('2 levels in 2 families');
    expect(text).toContain('[Senior Cook](<file:///workspace/content/job-families/kitchen/cook.md#L5>), Cook');
  });

  it('says so where the ladder has no such grade', async () => {
    const text = await hoverText(openFixture(family('#### Job Grade\n\nThe Senior Baker is a grade 1<|>3.')));
    expect(text).toContain('The ladder has no such grade.');
  });
});

describe('hover on a level', () => {
  it('shows grade, track, own and inherited bullets', async () => {
    const text = await hoverText(
      openFixture(
        family(`#### Responsibilities\n\n- Extends the Baker responsibilities\n- Teach apprentices`).replace(
          '### Senior Baker',
          '### Sen<|>ior Baker',
        ),
      ),
    );
    expect(text).toContain('No grade · individual contributor');
    expect(text).toContain('Responsibilities: 1 own, 2 inherited');
    expect(text).toContain('Requirements: none');
  });
});

describe('hover on whom somebody reports to', () => {
  const reporting = (sentence: string): string =>
    `${family(`${sentence}\n\n#### Job Grade\n\nThe Senior Baker is a grade 7.`)}//- content/job-families/kitchen/head.md
---
title: Kitchen Management
---

## Head of Kitchen

### Job Grade

The Head of Kitchen is a grade 10.
//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Senior Cook

### Job Grade

The Senior Cook is a grade 7.

## Staff Cook

### Job Grade

The Staff Cook is a grade 8.
`;

  it('shows the level of another page, by its name or by a link', async () => {
    for (const name of ['He<|>ad of Kitchen', '[Bo<|>ss](/job-families/kitchen/head/#head-of-kitchen)'])
      expect(await hoverText(openFixture(reporting(`The Senior Baker reports to the ${name}.`)))).toBe(
        '**[Head of Kitchen](<file:///workspace/content/job-families/kitchen/head.md#L5>)**, in Kitchen Management\n\nGrade 10 · management',
      );
  });

  it('shows the family of that title where no level has it, and a level of the same page', async () => {
    expect(await hoverText(openFixture(reporting('The Senior Baker reports to the Co<|>ok brigade.')))).toBeUndefined();
    expect(await hoverText(openFixture(reporting('The Senior Baker reports to the Co<|>ok, who is kind.')))).toContain(
      'cook.md>)**\n\nA job family with 2 levels.',
    );
    expect(await hoverText(openFixture(reporting('All report to the Bak<|>er (Intermediate) or above.')))).toContain('Grade 6');
  });
});

describe('hover on an Extends bullet', () => {
  it('lists what is inherited', async () => {
    const text = await hoverText(
      openFixture(family('#### Responsibilities\n\n- Extends the Ba<|>ker responsibilities\n- Teach apprentices')),
    );
    expect(text).toContain('Takes over from **Baker \\(Intermediate\\)**');
    expect(text).toContain('- Bake bread\n- Clean the oven');
    expect(text).not.toContain('Teach apprentices');
  });

  it('says that nothing is inherited where the level is not known', async () => {
    const text = await hoverText(openFixture(family('#### Responsibilities\n\n- Extends the Pastry Ch<|>ef responsibilities')));
    expect(text).toContain('No level “Pastry Chef” is known');
  });

  it('shows the text of a hostile page as text', async () => {
    const source = family('#### Responsibilities\n\n- Extends the Ba<|>ker responsibilities').replace(
      '- Bake bread',
      '- Bake <img src=x onerror=alert(1)> [bread](javascript:alert(1))',
    );
    const text = await hoverText(openFixture(source));
    expect(text).not.toMatch(/<img|\]\(javascript/);
  });
});

it('there is no hover on plain words', async () => {
  expect(await hoverText(openFixture(family('Mixes do<|>ugh.')))).toBeUndefined();
});
