import { describe, expect, it } from 'vitest';
import { appliedEdits } from '../support/appliedEdits.ts';
import { readFixture } from '../support/fixture.ts';
import { memoryRoot } from '../support/memoryWorkspace.ts';
import { openFixture } from './support.ts';

const ladder = '/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades';

/** Lines that a renaming changes, as they are afterwards, by page; the refusal where it is not made. */
async function renamed(source: string, newName: string): Promise<Record<string, string[]> | string> {
  const fixture = openFixture(source);
  const { files } = readFixture(source);
  const outcome = await fixture.service.rename(fixture.uri, fixture.position, newName);
  if (outcome.type === 'refused') return outcome.message;
  const textOf = (uri: string): string => files[decodeURIComponent(uri.slice(memoryRoot.length + 1))] ?? '';
  return Object.fromEntries(
    [...appliedEdits(outcome.edits, textOf)].map(([uri, after]) => {
      const before = new Set(textOf(uri).split('\n'));
      return [uri.split('/').at(-1), after.split('\n').filter(line => !before.has(line))];
    }),
  );
}

const family = (levels: string): string => `//- content/job-families/kitchen/baker.md
---
title: Kitchen Baker
---

## Levels

${levels}`;

const seniorBaker = (heading = '### Senior Ba<|>ker'): string =>
  family(`| Level | Grade |
|---|---|
| [Baker](#baker) | Grade 6 |
| [Senior Baker](#senior-baker) | Grade 7 |

### Baker

#### Baker Job Grade

The Baker is a [grade 6](${ladder}).

#### Baker Responsibilities

- Heat the ovens, see [what seniors do](#senior-baker-responsibilities)

${heading}

The Senior Baker reports to the Head of Kitchen.

#### Senior Baker Job Grade

The Senior Baker is a [grade 7](${ladder}).

#### Senior Baker Responsibilities

- Extends the Baker responsibilities
- Lead a Senior Baker Guild

### Staff Baker

#### Staff Baker Job Grade

The Staff Baker is a [grade 8](${ladder}).

#### Staff Baker Responsibilities

- All of the responsibilities of the Senior Baker, plus:

#### Staff Baker Requirements

- Includes all [Senior level requirements](#senior-baker-responsibilities)
`);

const elsewhere = `//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Senior Cook

### Job Grade

The Senior Cook is a grade 7.

### Responsibilities

- Extends the Senior Baker responsibilities
- Talks to the [Senior Baker](/job-families/kitchen/baker/#senior-baker)

## Staff Cook

### Job Grade

The Staff Cook is a grade 8.

### Responsibilities

- Extends the [responsibilities of the Senior Baker]({{< ref "baker#senior-baker-responsibilities" >}})
//- content/handbook/kitchen.md
See <a href="../../job-families/kitchen/baker/#senior-baker">them</a> and \`[code](/job-families/kitchen/baker/#senior-baker)\`.

[them]: https://handbook.gitlab.com/job-families/kitchen/baker/#senior-baker
`;

const everywhere = {
  'baker.md': [
    '| [Master Baker](#master-baker) | Grade 7 |',
    '- Heat the ovens, see [what seniors do](#master-baker-responsibilities)',
    '### Master Baker',
    'The Master Baker reports to the Head of Kitchen.',
    '#### Master Baker Job Grade',
    `The Master Baker is a [grade 7](${ladder}).`,
    '#### Master Baker Responsibilities',
    '- All of the responsibilities of the Master Baker, plus:',
    '- Includes all [Master level requirements](#master-baker-responsibilities)',
  ],
  'cook.md': [
    '- Extends the Master Baker responsibilities',
    '- Talks to the [Master Baker](/job-families/kitchen/baker/#master-baker)',
    '- Extends the [responsibilities of the Master Baker]({{< ref "baker#master-baker-responsibilities" >}})',
  ],
  'kitchen.md': [
    'See <a href="../../job-families/kitchen/baker/#master-baker">them</a> and `[code](/job-families/kitchen/baker/#senior-baker)`.',
    '[them]: https://handbook.gitlab.com/job-families/kitchen/baker/#master-baker',
  ],
};

describe('rename of a level', () => {
  it('reaches a heading that is a level only because a row of the grade table leads to it', async () => {
    const source = `//- content/job-families/kitchen/baking.md
---
title: Baking
---

## Job Grades

| Level | Grade |
|---|---|
| [Manager, Baking](#manager-baking) | [Grade 8](${ladder}) |
| [Director of Baking](#director-of-baking) | [Grade 10](${ladder}) |

## Manager, Ba<|>king

### Responsibilities

- Plan the week

## Director of Baking

### Responsibilities

- Extends the Manager, Baking responsibilities
`;
    expect(await renamed(source, 'Manager, Harbour Baking')).toEqual({
      'baking.md': [
        `| [Manager, Harbour Baking](#manager-harbour-baking) | [Grade 8](${ladder}) |`,
        '## Manager, Harbour Baking',
        '- Extends the Manager, Harbour Baking responsibilities',
      ],
    });
  });

  it('reaches all that names it, and every link to its headings, on every page', async () => {
    expect(await renamed(seniorBaker() + elsewhere, 'Master Baker')).toEqual(everywhere);
  });

  it.each([
    ['an Extends bullet', 'of the Senior Baker, plus', 'of the Senior Ba<|>ker, plus'],
    ['the row of the grade table', '[Senior Baker](#', '[Sen<|>ior Baker](#'],
    ['the sentence of its grade', 'The Senior Baker is', 'The Senior<|> Baker is'],
    ['a heading of its sections', '#### Senior Baker Resp', '#### Sen<|>ior Baker Resp'],
  ])('is the same from %s', async (_, words, withCursor) => {
    const page = seniorBaker('### Senior Baker').replace(words, withCursor);
    expect(await renamed(page + elsewhere, 'Master Baker')).toEqual(everywhere);
  });

  it('is the same from a bullet of another page', async () => {
    const [, cook, handbook] = elsewhere.split(/(?=^\/\/- )/m).length === 2 ? ['', ...elsewhere.split(/(?=^\/\/- )/m)] : [];
    const source = `${cook!.replace('Extends the Senior Baker', 'Extends the Senior Ba<|>ker')}${seniorBaker('### Senior Baker')}${handbook}`;
    const changed = await renamed(source, 'Master Baker');
    expect(changed).toEqual(everywhere);
  });

  it('writes the whole name where a shortened one would mean the level no more', async () => {
    const page = family(`### Senior Bak<|>er

#### Job Grade

The Senior Baker is a grade 7.

#### Responsibilities

- Bake bread

### Staff Baker

#### Job Grade

The Staff Baker is a grade 8.

#### Responsibilities

- Extends the Sr. Baker responsibilities

#### Requirements

- Extends that of the Senior requirements
`);
    expect(await renamed(page, 'Pastry Cook')).toEqual({
      'baker.md': [
        '### Pastry Cook',
        'The Pastry Cook is a grade 7.',
        '- Extends the Pastry Cook responsibilities',
        '- Extends that of the Pastry Cook requirements',
      ],
    });
  });

  it('names another level in full where its shortened name would mean the renamed one', async () => {
    const page = family(`### Baker (Intermediate)

#### Job Grade

The Baker (Intermediate) is a grade 6.

#### Responsibilities

- Bake bread

### Pastry Co<|>ok

#### Job Grade

The Pastry Cook is a grade 6.

### Senior Baker

#### Job Grade

The Senior Baker is a grade 7.

#### Responsibilities

- Extends the Bakers responsibilities
`);
    expect(await renamed(page, 'Bakers')).toEqual({
      'baker.md': ['### Bakers', 'The Bakers is a grade 6.', '- Extends the Baker (Intermediate) responsibilities'],
    });
  });

  it('keeps the line break in a name that stands on two lines', async () => {
    const page = family(`### Senior Pastry Co<|>ok

The day of a Senior
Pastry Cook begins early.

#### Job Grade

The Senior Pastry Cook is a grade 7.

#### Responsibilities

- Bakes what is asked of a Senior Pastry
  Cook
`);
    expect(await renamed(page, 'Master Pastry Cook')).toEqual({
      'baker.md': [
        '### Master Pastry Cook',
        'The day of a Master',
        'The Master Pastry Cook is a grade 7.',
        '- Bakes what is asked of a Master Pastry',
      ],
    });
  });

  it('counts the ids of headings that stand twice', async () => {
    const page = family(`### Baker

#### Responsibilities

- See [seniors](#responsibilities-1), [masters](#master-baker-responsibilities) and [more](#master-baker-responsibilities-1)

#### Job Grade

The Baker is a grade 6.

### Senior Bak<|>er

#### Job Grade

The Senior Baker is a grade 7.

#### Senior Baker Responsibilities

- Bake bread, see [below](#senior-baker-responsibilities)

## Specialties

### Bread

#### Master Baker Responsibilities

- Knead
`);
    expect(await renamed(page, 'Master Baker')).toMatchObject({
      'baker.md': expect.arrayContaining([
        '- Bake bread, see [below](#master-baker-responsibilities)',
        '- See [seniors](#responsibilities-1), [masters](#master-baker-responsibilities-1) and [more](#master-baker-responsibilities-1)',
      ]),
    });
  });

  it('leaves alone an id that is set by hand, and the links to it', async () => {
    const page = family(`### Senior Bak<|>er {#sb}

See [here](#sb).

#### Job Grade

The Senior Baker is a grade 7.
`);
    expect(await renamed(page, 'Master Baker')).toEqual({
      'baker.md': ['### Master Baker {#sb}', 'The Master Baker is a grade 7.'],
    });
  });

  it('leaves alone what another level is called, and a longer name that holds this one', async () => {
    const page = family(`### Bread Bak<|>er

The Bread Baker works with a Senior Bread Baker, the Bread Baker, Night Shift, and the Bread Baker.

#### Job Grade

The Senior Bread Baker is a grade 7.

### Senior Bread Baker

#### Job Grade

The Senior Bread Baker is a grade 7.
`);
    expect(await renamed(page, 'Cake Baker')).toEqual({
      'baker.md': [
        '### Cake Baker',
        'The Cake Baker works with a Senior Bread Baker, the Bread Baker, Night Shift, and the Cake Baker.',
      ],
    });
  });

  it('of a page without levels is that of its title', async () => {
    const page = `//- content/job-families/kitchen/baker.md
---
title: "Kitchen Ba<|>ker"
---

## Job Grade

The Kitchen Baker is a grade 6.

## Responsibilities

- Bake bread
//- content/handbook/kitchen.md
The [Kitchen Baker](/job-families/kitchen/baker/), [one](/job-families/kitchen/baker/), [Kitchen Baker](/elsewhere/).
`;
    expect(await renamed(page, 'Oven Baker: bread')).toEqual({
      'baker.md': ['title: "Oven Baker: bread"', 'The Oven Baker: bread is a grade 6.'],
      'kitchen.md': [
        'The [Oven Baker: bread](/job-families/kitchen/baker/), [one](/job-families/kitchen/baker/), [Kitchen Baker](/elsewhere/).',
      ],
    });
  });

  it.each([
    ['', 'The new name is empty.'],
    ['   ', 'The new name is empty.'],
    ['Staff Baker', 'This page has the heading “Staff Baker” already.'],
    ['staff  Baker', 'This page has the heading “Staff Baker” already.'],
    ['levels', 'This page has the heading “Levels” already.'],
    ['Requirements', '“Requirements” could not be read as a name at this place.'],
    ['Master #', '“Master #” could not be read as a name at this place.'],
    ['Master [Baker]', 'A level’s name is plain words: it has none of [ ] | < > { } ` * and \\.'],
    ['Master\nBaker', 'A name stands on one line.'],
  ])('to %j is refused', async (newName, message) => {
    expect(await renamed(seniorBaker(), newName)).toBe(message);
  });

  it('to what it is called changes nothing', async () => {
    expect(await renamed(seniorBaker() + elsewhere, 'Senior Baker')).toEqual({});
  });
});

describe('rename of a heading', () => {
  const page = `//- content/handbook/kitchen.md
---
title: Kitchen
---

## Hot Ov<|>ens {.red}

See [Hot Ovens](#hot-ovens), [them](#hot-ovens "title") and [tins](#tins).

## Tins
//- content/job-families/kitchen/baker.md
- Heat the [Hot Ovens](/handbook/kitchen/#hot-ovens), not the [Hot Ovens](/handbook/kitchen/)
//- data/job_families.yml
- title: Ovens
  description: /handbook/kitchen/#hot-ovens
`;

  it('reaches the links to it, on pages of any kind and in catalogues', async () => {
    expect(await renamed(page, 'Cold *Ovens*')).toEqual({
      'kitchen.md': ['## Cold *Ovens* {.red}', 'See [Cold *Ovens*](#cold-ovens), [them](#cold-ovens "title") and [tins](#tins).'],
      'baker.md': ['- Heat the [Cold *Ovens*](/handbook/kitchen/#cold-ovens), not the [Hot Ovens](/handbook/kitchen/)'],
      'job_families.yml': ['  description: /handbook/kitchen/#cold-ovens'],
    });
  });

  it('of a section keeps its level’s name', async () => {
    const source = seniorBaker('### Senior Baker').replace('Senior Baker Resp', 'Senior Baker Re<|>sp');
    expect(await renamed(source, 'Senior Baker Duties')).toEqual({
      'baker.md': [
        '- Heat the ovens, see [what seniors do](#senior-baker-duties)',
        '#### Senior Baker Duties',
        '- Includes all [Senior level requirements](#senior-baker-duties)',
      ],
    });
  });

  it('to the name of one beside it is refused', async () => {
    const source = seniorBaker('### Senior Baker').replace('Senior Baker Resp', 'Senior Baker Re<|>sp');
    expect(await renamed(source, 'Senior Baker Job Grade')).toBe('This page has the heading “Senior Baker Job Grade” already.');
  });
});

describe('rename of a title', () => {
  it('reaches links of this text to the page, and no other level', async () => {
    const source = seniorBaker('### Senior Baker').replace('Kitchen Baker', 'Kitchen <|>Baker');
    const linking =
      '//- content/handbook/kitchen.md\n[Kitchen Baker](/job-families/kitchen/baker/) or [me](/job-families/kitchen/baker/)\n';
    expect(await renamed(source + linking, 'Oven Baker')).toEqual({
      'baker.md': ['title: Oven Baker'],
      'kitchen.md': ['[Oven Baker](/job-families/kitchen/baker/) or [me](/job-families/kitchen/baker/)'],
    });
  });
});

describe('what can be renamed', () => {
  /** The words that would be edited and what the editor fills in, or the refusal. */
  async function prepared(source: string): Promise<string> {
    const fixture = openFixture(source);
    const place = await fixture.service.prepareRename(fixture.uri, fixture.position);
    if (place.type === 'refused') return place.message;
    const { start, end } = place.range;
    const words = fixture.text.slice(fixture.lines.offsetAt(start), fixture.lines.offsetAt(end));
    return words === place.placeholder ? words : `${words} → ${place.placeholder}`;
  }
  const at = (words: string, withCursor: string): string => seniorBaker('### Senior Baker').replace(words, withCursor);
  const refused = 'Only the name of a level, a heading or the title can be renamed here.';

  it.each([
    ['a level’s heading', at('### Senior Baker', '### Senior Ba<|>ker'), 'Senior Baker'],
    ['a bullet that names it in part', at('[Senior level', '[Senior<|> level'), 'Senior level requirements → Senior Baker'],
    ['any other heading', at('## Levels', '## <|>Levels'), 'Levels'],
    ['the title', at('title: Kitchen', 'title: Kit<|>chen'), 'Kitchen Baker'],
    ['plain text', at('Heat the ovens', 'Heat the <|>ovens'), refused],
    ['another key', at('title: Kitchen', 'ti<|>tle: Kitchen'), refused],
    ['an Extends bullet beside the name', at('- Extends the Baker', '- Ext<|>ends the Baker'), refused],
    ['the grade', at('Grade 7', 'Gra<|>de 7'), refused],
  ])('at %s', async (_, source, expected) => {
    expect(await prepared(source)).toBe(expected);
  });
});
