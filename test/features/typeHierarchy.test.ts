import { describe, expect, it } from 'vitest';
import { bakerPage, bakerPath } from '../support/bakerPage.ts';
import { memoryRoot } from '../support/memoryWorkspace.ts';
import { openFixture } from './support.ts';

const source = `//- ${bakerPath}
${bakerPage}
#### Requirements

- Extends the Baker requirements
- Extends the [Cook](/job-families/kitchen/cook/) requirements
- Extends the Pastry Chef requirements
//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Job Grade

The Cook is a grade 6.

## Requirements

- Extends the [senior one](/job-families/kitchen/baker/#senior-baker) requirements
//- content/job-families/kitchen/leads.md
---
title: Kitchen Leads
---

## Lead Baker

### Job Grade

The Lead Baker is a grade 8.

### Requirements

- Extends the Senior Baker requirements
`;

async function hierarchyAt(words: string, into: string) {
  const fixture = openFixture(source.replace(words, words.replace(into, `<|>${into}`)));
  const { service, uri, position } = fixture;
  const items = await service.typeHierarchyItems(uri, position);
  const told = (one: (typeof items)[number]): string =>
    `${one.uri.slice(memoryRoot.length).split('/').at(-1)}: ${one.name}, ${one.detail}`;
  const all = async (ask: (item: (typeof items)[number]) => Promise<typeof items>): Promise<string[]> =>
    (await Promise.all(items.map(ask))).flat().map(told);
  return {
    items: items.map(told),
    above: await all(item => service.supertypes(item)),
    below: await all(item => service.subtypes(item)),
  };
}

describe('the type hierarchy', () => {
  it('of a level has above what it extends and below who extends it, each once, across pages', async () => {
    expect(await hierarchyAt('### Senior Baker', 'Baker')).toEqual({
      items: ['baker.md: Senior Baker, grade 7 · Baker'],
      above: ['baker.md: Baker, grade 6', 'cook.md: Cook, grade 6'],
      below: ['cook.md: Cook, grade 6', 'leads.md: Lead Baker, grade 8 · Kitchen Leads'],
    });
  });

  it('of an Extends bullet is that of the level it names, on whatever page', async () => {
    expect(await hierarchyAt('- Extends the Baker resp', 'xtends')).toEqual({
      items: ['baker.md: Baker, grade 6'],
      above: [],
      below: ['baker.md: Senior Baker, grade 7 · Baker'],
    });
    expect((await hierarchyAt('- Extends the [Cook]', 'ook')).items).toEqual(['cook.md: Cook, grade 6']);
  });

  it('is none where no level is named that is known', async () => {
    for (const [words, into] of [
      ['- Bake bread', 'bread'],
      ['- Extends the Pastry Chef', 'Chef'],
      ['## Levels', 'vels'],
    ] as const)
      expect((await hierarchyAt(words, into)).items).toEqual([]);
  });

  it('is none of what a client makes up', async () => {
    const { service, uri } = openFixture(source);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const data of [undefined, null, 7, { anchor: 7 }, { anchor: 'gone' }]) {
      const item = { name: 'x', kind: 5 as const, uri, range, selectionRange: range, data };
      expect(await service.supertypes(item)).toEqual([]);
      expect(await service.subtypes(item)).toEqual([]);
    }
  });
});
