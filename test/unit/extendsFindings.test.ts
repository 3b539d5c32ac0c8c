import { describe, expect, it } from 'vitest';
import { runRules } from '../../server/src/rules/runRules.ts';
import { bakeryPage } from '../support/extendsSentences.ts';
import { linkFamily } from '../support/memoryWorkspace.ts';

const CODES =
  /^(?:missing-inherited-section|unknown-extended-level|ambiguous-extended-level|extends-itself|extends-more-senior|extends-wrong-kind|misspelled-extends|copied-bullets)$/;

/** The codes of what is found about Extends sentences on a page. */
async function found(page: string): Promise<readonly string[]> {
  const linked = await linkFamily({ 'content/job-families/food/kitchen.md': page });
  return runRules(linked).flatMap(({ code }) => (CODES.test(code) ? [code] : []));
}

/** A cook, whose part is given, and a senior cook who extends the cook's requirements. */
const kitchen = (cook: string, senior = '- Extends the Cook requirements', level = 'Senior Cook'): string => `---
title: Kitchen
---

## Levels

### Cook

#### Job Grade

The Cook is a grade 6.

${cook}

### ${level}

#### Job Grade

The ${level} is a grade 7.

#### Requirements

${senior}
- Patience
`;

describe('a section that is not there to inherit', () => {
  it('is reported', async () => {
    expect(await found(kitchen('#### Responsibilities\n\n- Cook'))).toEqual(['missing-inherited-section']);
  });

  it.each([
    ['has bullets under a heading of its own', '#### What you bring\n\n- Taste'],
    ['has a misspelled heading', '#### Requirments\n\n- Taste'],
    ['has bullets right under its grade', '- Taste'],
    ['has a table under a heading of its own', '#### Skills\n\n| Skill | Why |\n|---|---|\n| Taste | Soup |'],
    [
      'inherits it from a page that is not there',
      '#### Requirements\n\n- Extends the [Baker](/job-families/bakery/baker/) requirements',
    ],
  ])('is not reported where the level %s', async (_, cook) => {
    expect(await found(kitchen(cook))).not.toContain('missing-inherited-section');
  });

  it('is reported as the wrong section alone where the bullet names the other one', async () => {
    expect(await found(kitchen('#### Responsibilities\n\n- Cook', '- Extends the Cook responsibilities'))).toEqual([
      'extends-wrong-kind',
    ]);
  });
});

describe('a level that is not there', () => {
  it.each(['Extends the Waiter requirements', 'Extends that of the Senior Waiter requirements', 'Extends Manager, Waiters'])(
    'is reported: %s',
    async sentence => {
      expect(await found(kitchen('#### Requirements\n\n- Taste', `- ${sentence}`))).toEqual(['unknown-extended-level']);
    },
  );

  it.each([
    'Extends Kubernetes clusters',
    'Extends customer requirements into recipes',
    'Extends Cook training to all kitchens',
    'Extend the Waiter requirements list of the kitchen',
    'Exends the Waiter requirements',
    'Meets all Waiter requirements',
    'Inherits old recipes',
  ])('is not seen in prose: %s', async sentence => {
    expect(await found(kitchen('#### Requirements\n\n- Taste', `- ${sentence}`))).toEqual([]);
  });

  it('is reported once where a sentence says so twice', async () => {
    const twice = '- Extends the Waiter requirements\n- Extends the Waiter requirements as well';
    expect(await found(kitchen('#### Requirements\n\n- Taste', twice))).toEqual(['unknown-extended-level']);
  });
});

describe('a more senior level', () => {
  it.each([
    ['Extends the Cook requirements', ['extends-more-senior']],
    ['Extends the Cook requirements, but without knives', []],
    ['All Cook requirements except for the first', []],
    ['Extends the Cook requirements, amended as follows:', []],
  ])('%s', async (sentence, expected) => {
    const page = kitchen('#### Requirements\n\n- Taste', `- ${sentence}`, 'Junior Cook').replace('is a grade 7', 'is a grade 5');
    expect(await found(page)).toEqual(expected);
  });
});

describe('sentences that nobody writes', () => {
  const long = (part: string): string => part.repeat(4000);
  it.each([
    ['commas', `Extends the requirements${long(' ,')} responsibilities`],
    ['names', `Extends ${long('Baker and ')}requirements`],
    ['slashes', `Extends Baker${long('/Senior Baker')}`],
    ['brackets', `Extends ${long('(Baker ')}requirements`],
    ['quantifiers', `${long('All ')}Baker requirements`],
    ['a long word', `Extends ${long('b')} requirements`],
    ['verbs', `${long('Extends ')}Baker`],
  ])('are read to an end: %s', async (_, sentence) => {
    await expect(found(bakeryPage({ sentence, section: 'Requirements', position: 'bullet' }))).resolves.toBeInstanceOf(Array);
  });
});
