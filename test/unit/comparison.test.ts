import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareLevels, type LevelComparison } from '../../server/src/ladder/comparison.ts';
import { comparisonHtml } from '../../server/src/ladder/comparisonHtml.ts';
import { nextLevelDown } from '../../server/src/ladder/levelOrder.ts';
import { wordDifference } from '../../server/src/ladder/wordDifference.ts';
import { LinkedFamily } from '../../server/src/workspace/linkedFamily.ts';
import { brokenPromise, told } from '../support/compared.ts';
import { linkFamily, memoryRoot, memoryWorkspace } from '../support/memoryWorkspace.ts';
import { times } from '../support/randomTests.ts';

const path = 'content/job-families/kitchen/baker.md';
const chefPath = 'content/job-families/kitchen/chef.md';
const page = `---
title: Baker
---

## Requirements

- Knows *flour*

## Levels

### Senior Baker

#### Job Grade

The Senior Baker is a grade 7.

#### Responsibilities

- Extends the Baker responsibilities
- Teaches two apprentices to bake
  - In the morning shift
- Orders the flour

### Baker

#### Job Grade

The Baker is a grade 6.

#### Responsibilities

- Bakes **bread**
- Cleans [the oven](/job-families/kitchen/chef/)

#### Hiring Process

A talk with the chef.

### Manager, Bakery

#### Job Grade

The Manager, Bakery is a grade 8.

#### Responsibilities

- Bakes bread
- Teaches three apprentices to bake
  - In the evening shift
  - At school
`;
const chef = `---
title: Chef
---

## Job Grade

The Chef is a grade 8.

## Responsibilities

- Extends the [Senior Baker](/job-families/kitchen/baker/#senior-baker) responsibilities
- Cooks
`;

async function families(): Promise<{ baker: LinkedFamily; chef: LinkedFamily }> {
  const { workspace } = memoryWorkspace({ [path]: page, [chefPath]: chef });
  const link = async (of: string) => (await LinkedFamily.load(`${memoryRoot}/${of}`, workspace))!;
  return { baker: await link(path), chef: await link(chefPath) };
}

async function compared(here: string, there: string): Promise<LevelComparison> {
  const all = await families();
  const side = (title: string) => {
    const linked = title === 'Chef' ? all.chef : all.baker;
    return { linked, level: linked.family.levels.find(level => level.title === title)! };
  };
  return compareLevels(side(here), side(there));
}

describe('two levels beside each other', () => {
  it('tells what is new at the next level, and what both have by taking over as the same', async () => {
    expect(told(await compared('Baker', 'Senior Baker'))).toEqual([
      'Responsibilities',
      '= Bakes bread',
      '= Cleans the oven',
      '+ Teaches two apprentices to bake',
      '+ Orders the flour',
      'Requirements',
      '= Knows flour',
      'Hiring Process',
      '- A talk with the chef.',
    ]);
  });

  it('marks the words that a bullet changed, and those of the bullets below it', async () => {
    const comparison = await compared('Senior Baker', 'Manager, Bakery');
    const responsibilities = comparison.sections.filter(({ kind }) => kind === 'responsibilities');
    expect(told({ ...comparison, sections: responsibilities })).toEqual([
      'Responsibilities',
      '= Bakes bread',
      '~ Teaches [two] apprentices to bake / In the [morning] shift → Teaches [three] apprentices to bake / In the [evening] shift / [At school]',
      '- Cleans the oven',
      '- Orders the flour',
    ]);
  });

  it('says of each bullet where it comes from, and on which page and line it stands', async () => {
    const { sections } = await compared('Chef', 'Baker');
    const points = sections[0]!.onlyHere;
    expect(points.map(({ text, origin }) => [text.plain, origin.type, origin.level, origin.family])).toEqual([
      ['Teaches two apprentices to bake', 'level', 'Senior Baker', 'Baker'],
      ['Orders the flour', 'level', 'Senior Baker', 'Baker'],
      ['Cooks', 'own', 'Chef', undefined],
    ]);
    const line = (text: string, words: string): number => text.split('\n').findIndex(one => one.includes(words));
    expect(points.map(({ place }) => place)).toEqual([
      { uri: `${memoryRoot}/${path}`, line: line(page, '- Teaches two') },
      { uri: `${memoryRoot}/${path}`, line: line(page, '- Orders') },
      { uri: `${memoryRoot}/${chefPath}`, line: line(chef, '- Cooks') },
    ]);
  });

  it('shows it as HTML with every id once, words marked as deleted and inserted, and a place with its page for everything', async () => {
    const html = comparisonHtml(await compared('Senior Baker', 'Manager, Bakery'));
    expect(html).toMatch(/<del>.*two<\/del> apprentices/);
    expect(html).toMatch(/<ins>.*three<\/ins> apprentices/);
    expect(html).toContain('Only at Senior Baker');
    expect(html).toContain('from Baker');
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(match => match[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, rest] of html.matchAll(/data-line="\d+"([^>]*)>/g)) expect(rest).toContain('data-uri="file:///workspace/');
  });

  it('leaves out a bullet that only extends, and keeps one that says more or leads nowhere', async () => {
    const linked = await linkFamily({
      [path]: page
        .replace('- Orders', '- Extends the Pastry Wizard responsibilities\n- Orders')
        .replace(
          '- Extends the Baker responsibilities',
          '- Extends the Baker responsibilities, and sees to it every day that whoever bakes in this bakery is glad to',
        ),
    });
    const level = (title: string) => ({ linked, level: linked.family.levels.find(one => one.title === title)! });
    const { sections } = compareLevels(level('Baker'), level('Senior Baker'));
    expect(sections[0]!.onlyThere.map(({ text }) => text.plain)).toEqual([
      'Extends the Baker responsibilities, and sees to it every day that whoever bakes in this bakery is glad to',
      'Teaches two apprentices to bake',
      'Extends the Pastry Wizard responsibilities',
      'Orders the flour',
    ]);
    expect(sections[0]!.same.map(({ here }) => here.text.plain)).toEqual(['Bakes bread', 'Cleans the oven']);
  });

  it('finds the level below by the ladder: the nearest lower step of the same track', async () => {
    const { baker } = await families();
    const below = baker.family.levels.map(level => [level.title, nextLevelDown(baker.family, level)?.title]);
    expect(below).toEqual([
      ['Senior Baker', 'Baker'],
      ['Baker', undefined],
      ['Manager, Bakery', undefined],
    ]);
  });

  it('of two levels on the step below takes the one that is extended', async () => {
    const family = (extended: string): string =>
      ['Baker, Bread', 'Baker, Cake', 'Senior Baker']
        .map(
          (title, index) =>
            `## ${title}\n\n### Job Grade\n\nThe ${title} is a grade ${index < 2 ? 6 : 7}.\n\n### Responsibilities\n\n- ${title === 'Senior Baker' ? `Extends the ${extended} responsibilities` : `Bakes ${index}`}\n`,
        )
        .join('\n');
    for (const extended of ['Baker, Bread', 'Baker, Cake']) {
      const { family: read } = await linkFamily({ [path]: `---\ntitle: Baker\n---\n\n${family(extended)}` });
      expect(nextLevelDown(read, read.levels.at(-1)!)?.title).toBe(extended);
    }
  });
});

describe('of any two levels', () => {
  const words = fc.constantFrom(
    'bakes',
    'bread',
    'and',
    'cake',
    'teaches',
    'others',
    'well',
    'the',
    'flour,',
    '*today*',
    '[here](#x)',
  );
  const bullet = fc.array(words, { minLength: 1, maxLength: 7 }).map(all => all.join(' '));
  const bullets = fc.array(fc.tuple(bullet, fc.array(bullet, { maxLength: 2 })), { maxLength: 6 });
  const levels = fc.array(bullets, { minLength: 2, maxLength: 4 });

  it('a level beside itself is the same, swapped sides mirror, and every bullet is told once', async () => {
    await fc.assert(
      fc.asyncProperty(levels, fc.boolean(), async (all, extending) => {
        const titles = ['Junior Baker', 'Baker', 'Senior Baker', 'Staff Baker'];
        const text = all
          .map((points, index) => {
            const list = points.map(([own, below]) => [`- ${own}`, ...below.map(child => `  - ${child}`)].join('\n'));
            const first = extending && index > 0 ? [`- Extends the ${titles[index - 1]} responsibilities`] : [];
            return `## ${titles[index]}\n\n### Job Grade\n\nThe ${titles[index]} is a grade ${5 + index}.\n\n### Responsibilities\n\n${[...first, ...list].join('\n')}\n`;
          })
          .join('\n');
        const linked = await linkFamily({ [path]: `---\ntitle: Baker\n---\n\n${text}` });
        for (const here of linked.family.levels)
          for (const there of linked.family.levels)
            expect(brokenPromise({ linked, level: here }, { linked, level: there })).toBeUndefined();
      }),
      { numRuns: times({ short: 20, full: 60 }) },
    );
  });

  it('the runs of two texts are the texts, and what is common is the same in both', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (here, there) => {
        const difference = wordDifference(here, there);
        expect(difference.here.map(run => run.text).join('')).toBe(here);
        expect(difference.there.map(run => run.text).join('')).toBe(there);
        const common = (runs: typeof difference.here): string =>
          runs
            .flatMap(run => (run.common ? [run.text] : []))
            .join('')
            .replace(/\s+/g, '');
        expect(common(difference.here)).toBe(common(difference.there));
      }),
    );
  });

  it('words that only join others are no common ground between two differences', () => {
    const { here, there } = wordDifference('Coordinate and support new programs', 'Oversee and execute programs');
    expect(here.map(run => run.text)).toEqual(['Coordinate and support new', ' programs']);
    expect(there.map(run => run.text)).toEqual(['Oversee and execute', ' programs']);
  });

  it('texts that have hardly a word in common cost no search for it', () => {
    const many = (word: string): string => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
    expect(wordDifference(many('a'), many('b')).here).toHaveLength(1);
  });
});
