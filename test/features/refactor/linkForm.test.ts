import { describe, expect, it } from 'vitest';
import { refactor } from './support.ts';

const toRef = 'refactor.rewrite.jobFamily.linkToRef';
const toUrl = 'refactor.rewrite.jobFamily.refToLink';
const allToRefs = 'source.jobFamily.linksToRefs';
const allToUrls = 'source.jobFamily.refsToLinks';

const others = `//- content/handbook/baking/_index.md
---
title: Baking
aliases: [/handbook/old-baking/]
---

## Ovens
//- content/handbook/tins.md
---
title: Tins
---
`;

const page = (...bullets: readonly string[]): string =>
  `---\ntitle: Baker\n---\n\n## Responsibilities\n\n${bullets.map(bullet => `- ${bullet}\n`).join('')}\n## Job Grade\n\nThe Baker is a grade 6.\n`;

describe('a link of the site', () => {
  it.each([
    ['with an anchor', '[bread](/handbook/baking/#ovens)', '[bread]({{< ref "/handbook/baking#ovens" >}})'],
    ['without one', '[bread](/handbook/tins/)', '[bread]({{< ref "/handbook/tins" >}})'],
    ['with a title', '[bread](/handbook/tins/ "All tins")', '[bread]({{< ref "/handbook/tins" >}} "All tins")'],
  ])('%s is written as a ref and back', async (_, url, ref) => {
    const cursor = (text: string): string => `${page(text.replace('bread', 'br<|>ead'))}${others}`;
    expect(await refactor(cursor(url)).after(toRef)).toBe(page(ref));
    expect(await refactor(cursor(ref)).after(toUrl)).toBe(page(url));
  });

  it('by its host, an alias or a relative path becomes a ref to the page itself', async () => {
    for (const url of [
      'https://handbook.gitlab.com/handbook/baking/#ovens',
      '/handbook/old-baking/#ovens',
      '../../../handbook/baking/#ovens',
    ])
      expect(await refactor(`${page(`[br<|>ead](${url})`)}${others}`).after(toRef)).toBe(
        page('[bread]({{< ref "/handbook/baking#ovens" >}})'),
      );
  });

  it.each([
    ['leads to no page', '[br<|>ead](/handbook/nowhere/)'],
    ['leads to no heading', '[br<|>ead](/handbook/baking/#nowhere)'],
    ['leads to another site', '[br<|>ead](https://example.com/handbook/baking/)'],
    ['stays on the page', '[br<|>ead](#job-grade)'],
    ['stands between angle brackets', '[br<|>ead](</handbook/tins/>)'],
    ['has a query', '[br<|>ead](/handbook/tins/?a=1)'],
  ])('is left as it is where it %s', async (_, bullet) => {
    expect(await refactor(`${page(bullet)}${others}`).offered()).toEqual([]);
  });
});

describe('all links of a page', () => {
  const urls = page('[Bread](/handbook/baking/#ovens)', '[Tins](/handbook/tins/) and [others](https://example.com/)<|>');
  const refs = page(
    '[Bread]({{< ref "/handbook/baking#ovens" >}})',
    '[Tins]({{< ref "/handbook/tins" >}}) and [others](https://example.com/)<|>',
  );

  it('are written as refs and back, those of other sites aside', async () => {
    const bare = (text: string): string => text.replace('<|>', '');
    expect(await refactor(`${urls}${others}`, '\r\n').after(allToRefs)).toBe(bare(refs).replaceAll('\n', '\r\n'));
    expect(await refactor(`${refs}${others}`, '\r\n').after(allToUrls)).toBe(bare(urls).replaceAll('\n', '\r\n'));
  });

  it('are offered the one way only that there is something to do', async () => {
    expect(await refactor(`${refs}${others}`).offered()).toEqual(['Write all Hugo refs of the page as URLs']);
  });
});
