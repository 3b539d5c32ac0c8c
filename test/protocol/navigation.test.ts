import { describe, expect, it } from 'vitest';
import { connections, transports } from '../support/connections.ts';

const baker = 'content/job-families/kitchen/baker.md';
const kitchen = 'content/handbook/kitchen.md';
const files = {
  [baker]: `---
title: Baker
---

## Levels

### Baker

#### Job Grade

The Baker is a grade 6.

#### Responsibilities

- Bake bread
- Heat the [ovens](/handbook/kitchen/#ovens)

### Senior Baker

The Senior Baker reports to the Head Cook.

#### Job Grade

The Senior Baker is a grade 7.

#### Responsibilities

- Extends the Baker responsibilities
`,
  [kitchen]: '---\ntitle: Kitchen\n---\n\n## Ovens\n\nHot and many.\n',
};

const cook = {
  path: 'content/job-families/kitchen/cook.md',
  text: `---
title: Cook
---

## Cook

### Job Grade

The Cook is a grade 6.

### Responsibilities

- Extends the [Senior Baker](/job-families/kitchen/baker/#senior-baker) responsibilities

## Head Cook

### Job Grade

The Head Cook is a grade 10.
`,
};

describe.each(transports)('the server, %s', (_, start) => {
  const connectTo = connections(start);

  it('foldingRangeProvider: folds front matter, levels, sections and lists', async () => {
    const page = await (await connectTo(files)).open(baker);
    const starts = (await page.foldingRanges()).map(({ startLine }) => startLine);
    for (const words of ['---', '### Baker', '#### Responsibilities', '- Bake bread'])
      expect(starts).toContain(page.at(words).line);
  });

  it('selectionRangeProvider: grows a selection at each of several places', async () => {
    const page = await (await connectTo(files)).open(baker);
    const ranges = await page.selectionRanges([page.at('Bake bread', 1), page.at('Senior Baker', 1)]);
    expect(ranges?.map(({ range }) => range)).toEqual([
      { start: page.at('Bake bread'), end: page.at(' bread') },
      { start: page.at('Senior Baker'), end: page.at('Senior Baker', 'Senior'.length) },
    ]);
    expect(ranges?.[0]?.parent?.range).toEqual({ start: page.at('Bake bread'), end: page.at('Bake bread', 'Bake bread'.length) });
  });

  it('documentHighlightProvider: marks every place that names a level', async () => {
    const page = await (await connectTo(files)).open(baker);
    const marked = (await page.highlights(page.at('### Senior Baker', 6))).map(({ range }) => range.start);
    expect(marked).toEqual([page.at('### Senior Baker', 4), page.at('Senior Baker is')]);
  });

  it('documentLinkProvider: links to where the site does', async () => {
    const { open, uri } = await connectTo(files);
    const page = await open(baker);
    const target = await open(kitchen);
    expect(await page.links()).toEqual([
      {
        range: { start: page.at('/handbook/kitchen/#ovens'), end: page.at(')\n\n### Senior') },
        target: `${uri(kitchen)}#L${target.at('## Ovens').line + 1}`,
        tooltip: 'Kitchen › Ovens',
      },
    ]);
  });

  it('typeHierarchyProvider: tells what a level extends and who extends it, also of pages that are not open', async () => {
    const { client, open, uri } = await connectTo({ ...files, [cook.path]: cook.text });
    const page = await open(baker);
    expect(await page.typeHierarchy(page.at('Bake bread'))).toBeNull();
    const [senior] = (await page.typeHierarchy(page.at('### Senior Baker', 6)))!;
    expect(senior).toMatchObject({ name: 'Senior Baker', detail: 'grade 7 · Baker', uri: page.uri });
    expect((await client.supertypes(senior!)).map(one => one.name)).toEqual(['Baker']);
    expect(await client.subtypes(senior!)).toEqual([
      expect.objectContaining({ name: 'Cook', detail: 'grade 6', uri: uri(cook.path) }),
    ]);
  });

  it('hoverProvider, definitionProvider, referencesProvider: lead by links, and by the name of whom a level reports to', async () => {
    const { open, uri } = await connectTo({ ...files, [cook.path]: cook.text });
    const page = await open(baker);
    expect(JSON.stringify(await page.hover(page.at('[ovens]', 2)))).toContain('Hot and many.');
    expect(JSON.stringify(await page.hover(page.at('#### Responsibilities', 6)))).toContain('Every level needs one');
    const other = await open(cook.path);
    const [level] = await page.definition(page.at('Head Cook', 2));
    expect([level?.targetUri, level?.targetRange.start]).toEqual([uri(cook.path), other.at('## Head Cook')]);
    const found = await other.references(other.at('## Head Cook', 5));
    expect(found).toEqual([
      { uri: page.uri, range: { start: page.at('Head Cook'), end: page.at('Head Cook', 'Head Cook'.length) } },
    ]);
  });
});
