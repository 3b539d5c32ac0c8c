import { describe, expect, it } from 'vitest';
import { refactor } from './support.ts';

const repeated = 'refactor.extract.jobFamily.repeatedBullets';
const inherited = 'refactor.inline.jobFamily.inheritedBullets';
const shared = 'refactor.extract.jobFamily.sharedBullets';

/** A page of levels with a grade each, and the bullets of their responsibilities. */
function page(levels: Readonly<Record<string, string>>, base = ''): string {
  const grades: Readonly<Record<string, number>> = { Baker: 6, 'Senior Baker': 7, 'Staff Baker': 8 };
  const written = Object.entries(levels).map(
    ([name, bullets]) =>
      `### ${name}\n\n#### Job Grade\n\nThe ${name} is a grade ${grades[name]}.${bullets === '' ? '' : `\n\n#### Responsibilities\n\n${bullets}`}\n`,
  );
  return `---\ntitle: Baker\n---\n\n${base}## Levels\n\n${written.join('\n')}`;
}

describe('replacing repeated bullets by an Extends bullet', () => {
  it('takes over from the level below where all of its bullets are repeated', async () => {
    const refactored = refactor(
      page({ Baker: '- Bake bread\n- Clean tins', 'Senior Baker': '- Teach\n- Bake bread<|>\n- Clean tins.\n- Buy flour' }),
    );
    expect(await refactored.offered()).toContain('Replace 2 repeated bullets by “Extends the Baker responsibilities”');
    expect(await refactored.after(repeated)).toBe(
      page({
        Baker: '- Bake bread\n- Clean tins',
        'Senior Baker': '- Extends the Baker responsibilities\n- Teach\n- Buy flour',
      }),
    );
  });

  it('counts what the level below takes over itself, and what stands below a bullet', async () => {
    const refactored = refactor(
      page({
        Baker: '- Bake:\n  - bread\n  - rolls',
        'Senior Baker': '- Extends the Baker responsibilities\n- Teach',
        'Staff Baker': '* Bake:\n  - bread\n  - rolls\n* Teach<|>\n* Plan',
      }),
    );
    expect(await refactored.after(repeated)).toBe(
      page({
        Baker: '- Bake:\n  - bread\n  - rolls',
        'Senior Baker': '- Extends the Baker responsibilities\n- Teach',
        'Staff Baker': '* Extends the Senior Baker responsibilities\n* Plan',
      }),
    );
  });

  it.each([
    ['a bullet is not repeated', '- Bake bread\n- Clean tins', '- Bake bread<|>\n- Teach'],
    ['where a link leads differs', '- Bake [bread](/a/)\n- Clean tins', '- Bake [bread](/b/)<|>\n- Clean tins'],
    ['what stands below it differs', '- Bake\n  - bread\n- Clean tins', '- Bake<|>\n- Clean tins'],
    [
      'it takes over already',
      '- Bake bread\n- Clean tins',
      '- Extends the Baker responsibilities\n- Bake bread<|>\n- Clean tins',
    ],
  ])('is not offered where %s', async (_, baker, senior) => {
    const refactored = refactor(page({ Baker: baker, 'Senior Baker': senior }));
    expect((await refactored.offered()).join()).not.toContain('repeated');
  });

  it('writing out what is inherited is its reverse', async () => {
    const before = page({ Baker: '- Bake bread\n- Clean tins', 'Senior Baker': '- Bake bread<|>\n- Clean tins\n- Teach' });
    const extending = (await refactor(before).after(repeated))!;
    const back = await refactor(extending.replace('Extends', 'Ext<|>ends')).after(inherited);
    expect(back).toBe(before.replace('<|>', ''));
  });
});

describe('writing out what is inherited', () => {
  it('puts the bullets with all below them in the place of the Extends bullet, in its style', async () => {
    const refactored = refactor(
      page({
        Baker: '- Bake:\n  - bread\n  - rolls\n- Clean tins',
        'Senior Baker': '* Teach\n* Extends that<|> of the Baker responsibilities\n* Plan',
      }),
      '\r\n',
    );
    expect(await refactored.offered()).toContain('Write out the 2 bullets that are inherited');
    expect(await refactored.after(inherited)).toBe(
      page({
        Baker: '- Bake:\n  - bread\n  - rolls\n- Clean tins',
        'Senior Baker': '* Teach\n* Bake:\n  - bread\n  - rolls\n* Clean tins\n* Plan',
      }).replaceAll('\n', '\r\n'),
    );
  });

  it('lets links of another page lead where they led', async () => {
    const other = 'content/job-families/department/pastry.md';
    const refactored = refactor(
      `${page({ Baker: '- Extends the [Pastry Cook](/job-families/department/pastry/)<|> responsibilities\n- Bake bread' })}//- ${other}
---
title: Pastry Cook
---

## Responsibilities

- Follow [the plan](#the-plan)

## Job Grade

The Pastry Cook is a grade 6.

## The plan
`,
    );
    expect(await refactored.after(inherited)).toBe(
      page({ Baker: '- Follow [the plan](/job-families/department/pastry/#the-plan)\n- Bake bread' }),
    );
  });

  it.each([
    ['the bullet says more', '- Extends the Baker responsibilities while teach<|>ing others'],
    ['it takes over from several', '- Extends the Baker and<|> Staff Baker responsibilities'],
    ['the cursor is on another bullet', '- Extends the Baker responsibilities\n- Teach<|>'],
  ])('is not offered where %s', async (_, senior) => {
    const refactored = refactor(page({ Baker: '- Bake bread', 'Senior Baker': senior, 'Staff Baker': '- Plan' }));
    expect((await refactored.offered()).join()).not.toContain('inherited');
  });
});

describe('moving bullets that all levels share to the base', () => {
  const levels = {
    Baker: '- Bake bread\n- Clean tins',
    'Senior Baker': '- Teach\n- Clean tins<|>',
    'Staff Baker': '- Extends the Senior Baker responsibilities',
  };
  const after = {
    Baker: '- Bake bread',
    'Senior Baker': '- Teach',
    'Staff Baker': '- Extends the Senior Baker responsibilities',
  };

  it('makes a new section over the levels, and links to sections that are numbered follow', async () => {
    const base = 'See [Bakers](#responsibilities).\n\n';
    expect(await refactor(page(levels, base)).after(shared)).toBe(
      page(after, 'See [Bakers](#responsibilities-1).\n\n## Responsibilities\n\n- Clean tins\n\n'),
    );
  });

  it('adds to the section that is there, and says so', async () => {
    const refactored = refactor(page(levels, '## Responsibilities\n\n- Be kind\n\n'));
    expect(await refactored.offered()).toContain('Move the bullet that all levels share to the Responsibilities over the levels');
    expect(await refactored.after(shared)).toBe(page(after, '## Responsibilities\n\n- Be kind\n- Clean tins\n\n'));
  });

  it('takes out a section of which nothing is left', async () => {
    const refactored = refactor(page({ Baker: '- Clean tins\n- Bake bread', 'Senior Baker': '- Clean tins<|>' }));
    const moved = await refactored.after(shared);
    expect(moved).toContain('## Responsibilities\n\n- Clean tins\n\n## Levels');
    expect(moved).toContain('The Senior Baker is a grade 7.');
    expect(moved!.match(/#### Responsibilities/g)).toHaveLength(1);
  });

  it('is not offered where a level lacks the bullet', async () => {
    const refactored = refactor(page({ ...levels, 'Staff Baker': '- Plan' }));
    expect((await refactored.offered()).join()).not.toContain('share');
  });
});
