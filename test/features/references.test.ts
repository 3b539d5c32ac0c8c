import { describe, expect, it } from 'vitest';
import { gradePage, memoryRoot } from '../support/memoryWorkspace.ts';
import { openFixture } from './support.ts';

const others = `//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Senior Cook

### Job Grade

The Senior Cook is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

### Responsibilities

- Extends the [Senior Baker](/job-families/kitchen/baker/#senior-baker) responsibilities

## Staff Cook

### Responsibilities

- Extends the Senior Baker responsibilities
- Works with the [Baker](../baker/)

### Job Grade

The Staff Cook is a grade 8 and reports to the Senior Baker.
//- content/handbook/kitchen.md
---
title: Kitchen
aliases: [/handbook/food/]
---

## Ovens

See [the baker]({{< ref "baker#senior-baker" >}}), <a href="/job-families/kitchen/baker/">again</a> and \`[code](/job-families/kitchen/baker/)\`.

[reference]: https://handbook.gitlab.com/job-families/kitchen/baker/#senior-baker
//- data/job_families.yml
- title: Baker
  description: /job-families/kitchen/baker/
`;
const baker = (cursorIn: (page: string) => string): string =>
  `//- content/job-families/kitchen/baker.md\n${cursorIn(`---
title: Baker
---

## Levels

| Title | Grade |
|---|---|
| Baker | 6 |
| Sr. Baker | 7 |

### Baker

The Baker reports to the Senior Baker.

#### Job Grade

The Baker is a grade 6.

### Senior Baker

#### Job Grade

The Senior Baker is a [grade 7](/handbook/total-rewards/compensation/compensation-calculator/#gitlab-job-grades).

#### Responsibilities

- Extends the Baker responsibilities
- Heat the [ovens](/handbook/food/#ovens), see [above](#senior-baker)
`)}${others}`;

/** The places told, as page and the words that stand there. */
async function referencesAt(words: string, into: string, includeDeclaration = false): Promise<string[]> {
  const source = baker(page => page.replace(words, words.replace(into, `<|>${into}`)));
  const fixture = openFixture(source);
  const texts = new Map(
    source
      .split(/^\/\/- /m)
      .slice(1)
      .map(part => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1).replace('<|>', '')]),
  );
  const found = await fixture.service.references(fixture.uri, fixture.position, includeDeclaration);
  return found.map(({ uri, range }) => {
    const path = uri.slice(memoryRoot.length + 1);
    const line = (texts.get(path) ?? '').split('\n')[range.start.line] ?? '';
    return `${path.split('/').at(-1)}: ${line.slice(range.start.character, range.end.character)}`;
  });
}

describe('references', () => {
  const ofSeniorBaker = [
    'kitchen.md: {{< ref "baker#senior-baker" >}}',
    'kitchen.md: https://handbook.gitlab.com/job-families/kitchen/baker/#senior-baker',
    'baker.md: Sr. Baker',
    'baker.md: Senior Baker',
    'baker.md: #senior-baker',
    'cook.md: Extends the [Senior Baker](/job-families/kitchen/baker/#senior-baker) responsibilities',
    'cook.md: Extends the Senior Baker responsibilities',
    'cook.md: Senior Baker',
  ];

  it('of a level are the links to its heading, what extends it, its row and who reports to it, on every page', async () => {
    expect(await referencesAt('### Senior Baker', 'Baker')).toEqual(ofSeniorBaker);
  });

  it('of words that name a level are those of the level', async () => {
    expect(await referencesAt('| Sr. Baker', 'Baker')).toEqual(ofSeniorBaker);
    expect(await referencesAt('reports to the Senior Baker', 'Baker')).toEqual(ofSeniorBaker);
    expect(await referencesAt('The Senior Baker is', 'Baker')).toEqual(ofSeniorBaker);
  });

  it('include the heading itself where that is asked for', async () => {
    expect((await referencesAt('### Senior Baker', 'Baker', true))[0]).toBe('baker.md: Senior Baker');
  });

  it('of an Extends bullet are those of the level it names', async () => {
    expect(await referencesAt('- Extends the Baker', 'Extends')).toEqual([
      'baker.md: Baker',
      'baker.md: Extends the Baker responsibilities',
    ]);
  });

  it('of a grade are the levels that have it', async () => {
    expect(await referencesAt('[grade 7]', 'grade')).toEqual(['baker.md: Senior Baker', 'cook.md: Senior Cook']);
  });

  it('of a row of the ladder’s page are the levels with its grade', async () => {
    const { service, uri, position } = openFixture(
      `//- ${gradePage.path}\n${gradePage.text.replace('| 7 | |', '| 7 |<|> |')}${baker(page => page)}`,
    );
    const found = await service.references(uri, position, false);
    expect(found.map(place => place.uri.split('/').at(-1))).toEqual(['baker.md', 'cook.md']);
  });

  it('of a link are those of what it leads to, also under another address', async () => {
    expect(await referencesAt('[ovens](/handbook', 'ovens')).toEqual(['baker.md: /handbook/food/#ovens']);
  });

  it('anywhere else are the links to the page, its entries in catalogues among them', async () => {
    expect(await referencesAt('title: Baker', 'Baker')).toEqual([
      'kitchen.md: {{< ref "baker#senior-baker" >}}',
      'kitchen.md: /job-families/kitchen/baker/',
      'kitchen.md: https://handbook.gitlab.com/job-families/kitchen/baker/#senior-baker',
      'baker.md: #senior-baker',
      'cook.md: /job-families/kitchen/baker/#senior-baker',
      'cook.md: ../baker/',
      'job_families.yml: /job-families/kitchen/baker/',
    ]);
  });
});

describe('workspace symbols', () => {
  it('are families and levels with their grade, found by letters in order', async () => {
    const { service } = openFixture(baker(page => page));
    const found = async (query: string): Promise<string[]> =>
      (await service.workspaceSymbols(query)).map(one => (one.containerName ? `${one.containerName} › ${one.name}` : one.name));
    expect((await found('')).sort()).toEqual([
      'Baker',
      'Baker › Baker · grade 6',
      'Baker › Senior Baker · grade 7',
      'Cook',
      'Cook › Senior Cook · grade 7',
      'Cook › Staff Cook · grade 8',
    ]);
    expect(await found('senbak')).toEqual(['Baker › Senior Baker · grade 7']);
    expect(await found('staff cook')).toEqual(['Cook › Staff Cook · grade 8']);
    expect((await found('cook'))[0]).toBe('Cook');
    expect(await found('xyz')).toEqual([]);
    expect(await found('bakersen')).toEqual(['Baker › Senior Baker · grade 7']);
  });

  it('by a family’s name are its levels too, behind those that have it themselves', async () => {
    const { service } = openFixture(
      baker(page => page.replace('title: Baker', 'title: Bakery').replace('### Baker', '### Oven Keeper')),
    );
    expect((await service.workspaceSymbols('bakery')).map(one => one.name)).toEqual([
      'Bakery',
      'Oven Keeper · grade 6',
      'Senior Baker · grade 7',
    ]);
  });

  it('follow what is typed', async () => {
    const { service, uri, text } = openFixture(baker(page => page));
    await service.workspaceSymbols('');
    service.setDocument(uri, text.replace('### Senior Baker', '### Master Baker'));
    expect((await service.workspaceSymbols('master')).map(one => one.name)).toEqual(['Master Baker · grade 7']);
  });
});
