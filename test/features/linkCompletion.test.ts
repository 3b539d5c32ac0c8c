import { describe, expect, it } from 'vitest';
import type { CompletionItem, InsertReplaceEdit } from 'vscode-languageserver-types';
import { accept, completionsAt, openFixture } from './support.ts';

const baking = `//- content/handbook/baking/_index.md
---
title: The Craft of Bread
description: How bread is made here.
aliases: [/handbook/bakery/]
---

## Ovens and tins

Ovens are hot.

## Flour
`;
const cook = `//- content/job-families/kitchen/cook.md
---
title: Cook
---

## Cook

### Responsibilities

- Call {{< team "kitchen" >}}
`;
const page = (line: string): string => `---
title: Baker
---

## Baker

${line}

### Responsibilities

- Bake
${baking}${cook}`;

const offered = async (line: string): Promise<CompletionItem[]> => completionsAt(openFixture(page(line)));
const labels = async (line: string): Promise<string[]> => (await offered(line)).map(item => item.label);

async function take(line: string, label: string): Promise<string> {
  const fixture = openFixture(page(line));
  const item = (await completionsAt(fixture, false)).find(one => one.label === label);
  if (!item) throw new Error(`“${label}” is not offered`);
  return accept(fixture, item).split('\n')[6]!;
}

describe('in a link', () => {
  it('offers the headings of this page behind #', async () => {
    expect(await labels('See [it](#resp<|>).')).toEqual(['#baker', '#responsibilities']);
  });

  it('offers job families before other pages, and aliases last and marked', async () => {
    const items = (await offered('See [it](/<|>)')).filter(item => /\/(?:bak|kitchen)/.test(item.label));
    expect(items.map(item => [item.label, item.detail])).toEqual([
      ['/job-families/kitchen/cook/', 'Job family'],
      ['/handbook/baking/', 'Page'],
      ['/handbook/bakery/', 'Alias of /handbook/baking/'],
    ]);
  });

  it('finds a page by parts of its address in order, from within a word, and replaces the whole of it', async () => {
    expect(await labels('See [it](/hand/baki<|>ry-x/).')).toEqual(['/handbook/baking/']);
    expect(await take('See [it](/hand/baki<|>ry-x/).', '/handbook/baking/')).toBe('See [it](/handbook/baking/).');
    expect(await labels('See [it](bakin<|>)')).toEqual(['/handbook/baking/']);
  });

  it('finds a page by its title once it is read, in an editor that matches letters by itself', async () => {
    const fixture = openFixture(page('See [it](craft<|>)'));
    await fixture.service.loadAll();
    const [item] = await completionsAt(fixture);
    expect(item).toMatchObject({ label: '/handbook/baking/', detail: 'Page “The Craft of Bread”', filterText: 'craft' });
  });

  it('offers the headings of a page behind its #, by its alias too', async () => {
    expect(await take('See [it](/handbook/baking/#<|>x)', '/handbook/baking/#ovens-and-tins')).toBe(
      'See [it](/handbook/baking/#ovens-and-tins)',
    );
    expect(await labels('See [it](/handbook/bakery/#<|>)')).toEqual([
      '/handbook/bakery/#ovens-and-tins',
      '/handbook/bakery/#flour',
    ]);
  });

  it('offers them in definitions of links and in HTML too', async () => {
    expect(await labels('[it]: /handbook/baki<|>')).toEqual(['/handbook/baking/']);
    expect(await labels('<a href="/handbook/baki<|>">it</a>')).toEqual(['/handbook/baking/']);
  });

  it('says what stands on a page and below a heading when it is asked, and not before', async () => {
    const { service } = openFixture(page(''));
    const [address] = await offered('See [it](/handbook/baking<|>)');
    expect(address!.documentation).toBeUndefined();
    expect(await service.completionDocumentation(address!.data)).toBe('**The Craft of Bread**\n\nHow bread is made here.');
    const [heading] = await offered('See [it](/handbook/baking/#<|>)');
    expect(await service.completionDocumentation(heading!.data)).toBe(
      '**The Craft of Bread** › **Ovens and tins**\n\nOvens are hot.',
    );
    for (const foreign of [undefined, null, 3, {}, { uri: 4 }, { uri: 'file:///gone.md' }])
      expect(await service.completionDocumentation(foreign)).toBeUndefined();
  });

  it('leaves it to the user of an editor that can whether the rest of a word stays', async () => {
    const fixture = openFixture(page('See [it](/handbook/ba<|>x)'));
    const asked = { snippets: true, insertReplace: true };
    const [item] = (await fixture.service.completion(fixture.uri, fixture.position, asked)).items;
    const { insert, replace } = item!.textEdit as InsertReplaceEdit;
    const { offsetAt } = fixture.lines;
    const text = ({ start, end }: InsertReplaceEdit['insert']): string =>
      fixture.text.slice(offsetAt.call(fixture.lines, start), offsetAt.call(fixture.lines, end));
    expect([text(insert), text(replace)]).toEqual(['/handbook/ba', '/handbook/bax']);
  });

  it('shows so many of many pages, and asks again when more is typed', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `//- content/handbook/rolls/roll-${at}.md\nRoll\n`).join('');
    const fixture = openFixture(`${page('See [it](/handbook/roll<|>)')}${many}`);
    const list = await fixture.service.completion(fixture.uri, fixture.position, { snippets: true });
    expect(list.isIncomplete).toBe(true);
    expect(list.items.length).toBeLessThan(500);
    const narrowed = openFixture(`${page('See [it](/handbook/roll-499<|>)')}${many}`);
    const rest = await narrowed.service.completion(narrowed.uri, narrowed.position, { snippets: true });
    expect([rest.isIncomplete, rest.items.map(item => item.label)]).toEqual([false, ['/handbook/rolls/roll-499/']]);
  });
});

describe('in a Hugo ref', () => {
  it('offers pages by the path that a ref has, families first', async () => {
    const found = (await labels('See [it]({{< ref "<|>" >}})')).filter(label => /bak|cook/.test(label));
    expect(found).toEqual(['/job-families/kitchen/cook', '/handbook/baking']);
    expect(await take('See [it]({{< relref "bak<|>er" >}})', '/handbook/baking')).toBe(
      'See [it]({{< relref "/handbook/baking" >}})',
    );
  });

  it('offers headings behind #, of this page where no other is named', async () => {
    expect(await labels('See [it]({{% ref "/handbook/baking#<|>" %}})')).toEqual([
      '/handbook/baking#ovens-and-tins',
      '/handbook/baking#flour',
    ]);
    expect(await labels('See [it]({{< ref "#<|>" >}})')).toEqual(['#baker', '#responsibilities']);
  });
});

describe('behind {{<', () => {
  it('offers the shortcodes of the workspace, the most used first, and Hugo’s and the profile’s', async () => {
    const fixture = openFixture(page('{{< <|>'));
    await fixture.service.loadAll();
    const found = await completionsAt(fixture);
    expect(found[0]).toMatchObject({ label: 'team', detail: 'Shortcode, on 1 page' });
    expect(found.map(item => item.label)).toEqual(expect.arrayContaining(['ref', 'relref', 'performance-indicators']));
  });

  it('closes the call where it is not closed', async () => {
    expect(await take('{{< perf<|>', 'performance-indicators')).toBe('{{< performance-indicators >}}');
    expect(await take('See {{%<|>', 'ref')).toBe('See {{% ref "{add page#heading}" %}}');
    expect(await take('{{< perf<|>orm "x" >}}', 'performance-indicators')).toBe('{{< performance-indicators "x" >}}');
  });
});
