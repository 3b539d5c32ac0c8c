import { describe, expect, it } from 'vitest';
import type { List } from '../../server/src/syntax/block.ts';
import { parseFrontMatter } from '../../server/src/syntax/frontMatter.ts';
import type { ListItem } from '../../server/src/syntax/listItems.ts';
import { parsePage, shownText } from '../../server/src/syntax/page.ts';
import { textOf } from '../../server/src/text/span.ts';

/** `«whole»` marks the link, `‹text›` its text, `¦destination¦` its destination. */
function marked(source: string) {
  const text = source.replace(/[«»‹›¦]/g, '');
  const at = (mark: string): number => {
    const place = source.indexOf(mark);
    return source.slice(0, place).replace(/[«»‹›¦]/g, '').length;
  };
  const second = source.lastIndexOf('¦');
  return {
    text,
    span: { start: at('«'), end: at('»') },
    textSpan: { start: at('‹'), end: at('›') },
    destinationSpan: { start: at('¦'), end: source.slice(0, second).replace(/[«»‹›¦]/g, '').length },
  };
}

describe('the parts of a link are where they stand', () => {
  it.each([
    ['See «[‹the **oven**›](¦/oven/#hot¦)» and more', 'the oven'],
    ['See «[‹oven›](¦/oven/¦ "The oven")».', 'oven'],
    ['See «[‹oven›](<¦/two words/¦>)».', 'oven'],
    ['See «[‹oven›](¦/oven_(hot)/¦)».', 'oven'],
    ['See «[‹a \\[b\\] c›](¦/oven/¦)».', 'a [b] c'],
    ['See «[‹grade 7›](¦{{< ref "pay#grades" >}}¦)».', 'grade 7'],
    ['See «[‹grade 7›](¦{{% relref path="pay" %}}¦)».', 'grade 7'],
    ['See «[‹two\nlines›](¦/oven/¦)».', 'two lines'],
    ['See «[‹oven›][It]».\n\n[it]: ¦/oven/¦ "The oven"\n', 'oven'],
    ['See «[‹oven›][]».\n\n[Oven]: <¦/oven/¦>\n', 'oven'],
    ['See «[‹oven›]».\n\n[oven]: ¦/oven/¦\n', 'oven'],
    ['See «![‹bread›](¦/bread.png¦)».', 'bread'],
    ['See «‹¦https://example.com/oven¦›» and', 'https://example.com/oven'],
    ['See «<‹¦https://example.com/oven¦›>».', 'https://example.com/oven'],
    ['| A | B |\n|---|---|\n| «[‹oven›](¦/oven/¦)» | |\n', 'oven'],
    ['> - «[‹oven›](¦/oven/¦)»\n', 'oven'],
    ['## «[‹oven›](¦/oven/¦)» {#hot}\n', 'oven'],
  ])('%s', (source, shown) => {
    const { text, ...spans } = marked(source);
    const { links } = parsePage(text);
    expect(links).toHaveLength(1);
    expect(links[0]).toMatchObject({ ...spans, text: shown });
  });

  it('in HTML too: the start tag, and what stands between the quotes', () => {
    const text = '<p>\n<a class="x" href="/oven/#hot">oven</a> <img alt="" src=\'/bread.png\'>\n</p>\n';
    expect(parsePage(text).links.map(link => [textOf(text, link.span), textOf(text, link.destinationSpan)])).toEqual([
      ['<a class="x" href="/oven/#hot">', '/oven/#hot'],
      ['<img alt="" src=\'/bread.png\'>', '/bread.png'],
    ]);
  });

  it('and a ref’s target is', () => {
    for (const call of [
      '{{< ref "pay#grades" >}}',
      '{{% relref `pay#grades` %}}',
      '{{< ref path="pay#grades" >}}',
      '{{<ref pay#grades>}}',
    ]) {
      const text = `The ref: [ref pay#grades](${call}).`;
      const { ref } = parsePage(text).links[0]!;
      expect(ref?.target).toBe('pay#grades');
      expect(ref?.span.start).toBe(text.lastIndexOf('pay#grades'));
      expect(textOf(text, ref!.span)).toBe('pay#grades');
    }
  });

  it.each([
    ['in a code span', '`[a](/b)`'],
    ['in a fence', '```\n[a](/b)\n```'],
    ['in an escaped shortcode', '{{</* ref "b" */>}}'],
    ['in a comment', '<!-- [a](/b) <a href="/c"> -->'],
    ['with an escaped bracket', '\\[a](/b)'],
    ['without a definition', '[a][b] and [c]'],
    ['in the front matter', '---\ntitle: "[a](/b)"\n---\n'],
  ])('there is none %s', (_, text) => {
    expect(parsePage(text).links).toEqual([]);
  });
});

it('blocks end before the line end, whichever it is', () => {
  const text = '## A\n\nB\n---\n\nC\nc\n\n- D\n  - d\n\n| E |\n|---|\n| e |\n\n> F\n\n```\nG\n```\n\n***\n';
  const told = (source: string): string[] => {
    const { headings, blocks } = parsePage(source);
    const items = blocks.flatMap(block => (block.type === 'list' ? block.items : []));
    const rows = blocks.flatMap(block => (block.type === 'table' ? [block.header, ...block.rows] : []));
    return [...headings, ...blocks, ...items, ...rows].map(one => textOf(source, one.span).replaceAll('\r\n', '\n'));
  };
  expect(told(text.replaceAll('\n', '\r\n'))).toEqual(told(text));
  expect(told(text)).toContain('| e |');
});

describe('lists', () => {
  const text = `- first **point**
  on two lines

  Another paragraph.
  1. nested
     - deeper
  2. second
* other list
*
- [ ] to do

3) third
`;
  const lists = parsePage(text).blocks.filter((block): block is List => block.type === 'list');
  const page = parsePage(text);
  const told = (item: ListItem): unknown =>
    item.children.length === 0
      ? shownText(page, item.contentSpan).text.trim()
      : [shownText(page, item.contentSpan).text.trim(), ...item.children.map(told)];

  it('have their items with the first paragraph and what is nested', () => {
    expect(lists.map(list => [list.ordered, list.items.map(told)])).toEqual([
      [false, [['first point on two lines', ['nested', 'deeper'], 'second']]],
      [false, ['other list', '']],
      [false, ['to do']],
      [true, ['third']],
    ]);
  });

  it('have their marks where they stand', () => {
    expect(lists.flatMap(list => list.items.map(item => textOf(text, item.markSpan)))).toEqual(['-', '*', '*', '-', '3)']);
  });

  it('hold headings that are no part of the page’s structure', () => {
    expect(parsePage('- ## In a list\n\n> ## Quoted\n\n## Own\n').headings.map(one => [one.text, one.structural])).toEqual([
      ['In a list', false],
      ['Quoted', false],
      ['Own', true],
    ]);
  });
});

describe('front matter', () => {
  it.each([
    ['plain', 'Baker of bread', 'Baker of bread', 'Baker of bread'],
    ['in double quotes', '"Baker: \\"bread\\""', '"Baker: \\"bread\\""', 'Baker: "bread"'],
    ['in single quotes', "'Baker''s'", "'Baker''s'", "Baker's"],
    ['with a remark behind', 'Baker # of bread', 'Baker', 'Baker'],
    ['a list', '[Baker, "Cook"]', '[Baker, "Cook"]', ['Baker', 'Cook']],
    ['a block', '>-\n  Baker\n  of bread', '>-\n  Baker\n  of bread', 'Baker of bread'],
    ['nothing', '', '', null],
  ])('has a value %s where it stands', (_, written, span, value) => {
    for (const newline of ['\n', '\r\n']) {
      const text = `---\nlayout: x\ntitle: ${written}\nRoleName: y\n---\n\nBody\n`.replaceAll('\n', newline);
      const entry = parseFrontMatter(text)!.entries.find(one => one.key === 'title')!;
      expect(textOf(text, entry.keySpan)).toBe('title');
      expect(textOf(text, entry.valueSpan)).toBe(span.replaceAll('\n', newline));
      expect(entry.value).toEqual(value);
    }
  });

  it('with a key that stands twice is told where it stands again, as the site would fail on it', () => {
    const text = '---\ntitle: Baker\nlayout: x\ntitle: Cook\n---\n';
    const { errors, entries } = parseFrontMatter(text)!;
    expect(entries.map(entry => entry.key)).toEqual(['title', 'layout', 'title']);
    expect(errors.map(error => [textOf(text, error.span), error.message])).toEqual([
      ['title', 'This key stands twice in the front matter.'],
    ]);
    expect(errors[0]!.span.start).toBe(text.lastIndexOf('title'));
  });

  it.each([
    ['not in the first line', '\n---\ntitle: Baker\n---\n'],
    ['behind other words', 'x\n---\ntitle: Baker\n---\n'],
    ['of four dashes', '----\ntitle: Baker\n----\n'],
  ])('is none %s', (_, text) => {
    expect(parseFrontMatter(text)).toBeUndefined();
  });

  it('ends at the first closing line, and rules of the page are its own', () => {
    const text = '---\ntitle: Baker\n---\n\nBody\n\n---\n\nmore: words\n';
    expect(parseFrontMatter(text)!.entries.map(entry => entry.key)).toEqual(['title']);
    expect(parsePage(text).headings).toEqual([]);
  });
});
