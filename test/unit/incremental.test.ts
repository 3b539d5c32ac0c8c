import { describe, expect, it } from 'vitest';
import { parsePage } from '../../server/src/syntax/page.ts';
import { plainBlocks } from '../support/plainBlocks.ts';

/** Long enough that the parser keeps what stands around an edit. */
const filler = Array.from({ length: 40 }, (_, i) => `Words of paragraph ${i} that nobody touches.\n`).join('\n');
const around = (middle: string): string => `${filler}\n${middle}\n${filler}`;

describe('an edit is seen at once', () => {
  it.each([
    ['a heading loses its indentation', '    ## Baker\n', '## Baker\n'],
    ['a heading is indented', '## Baker\n', '    ## Baker\n'],
    ['a bullet loses its indentation', '- one\n  - two\n', '- one\n- two\n'],
    ['a bullet is indented', '- one\n- two\n', '- one\n  - two\n'],
    ['a fence is closed', '```\n## Baker\n', '```\n## Baker\n```\n'],
    ['a fence is taken away', '```\n## Baker\n```\n', '## Baker\n'],
    ['a line becomes a heading', 'Baker\n\n', 'Baker\n---\n'],
    ['a link gets its definition', '[baker]\n\nx\n', '[baker]\n\n[baker]: /x/\n'],
    ['a comment is opened', '## Baker\n', '<!--\n## Baker\n'],
    ['a row joins a table', '| A |\n|---|\n\n| B |\n', '| A |\n|---|\n| B |\n'],
    ['a quotation is opened', '## Baker\n', '> ## Baker\n'],
    ['a shortcode is opened in a line', 'See {{ ref "x" >}} ## x\n', 'See {{< ref "x" >}} ## x\n'],
  ])('%s', (_, before, after) => {
    const page = parsePage(around(after), parsePage(around(before)));
    const fresh = parsePage(around(after));
    for (const part of ['headings', 'links'] as const) expect(page[part]).toEqual(fresh[part]);
    expect(plainBlocks(page)).toEqual(plainBlocks(fresh));
    expect(fresh.blocks.length).toBeGreaterThanOrEqual(40);
  });

  it.each([
    ['loses its indentation', '    ## Baker\n\nWords.\n', '## Baker\n\nWords.\n'],
    ['is indented', '## Baker\n\nWords.\n', '    ## Baker\n\nWords.\n'],
  ])('the first line %s', (_, before, after) => {
    const headings = (text: string, previous?: string): string[] =>
      parsePage(text, previous === undefined ? undefined : parsePage(previous)).headings.map(heading => heading.text);
    expect(headings(after, before)).toEqual(headings(after));
    expect(headings(after)).not.toEqual(headings(before));
  });
});

describe('front matter is read again only where it may have changed', () => {
  const page = '---\ntitle: Baker\n---\n\n## Baker\n';
  it.each([
    ['behind it', page, `${page}\nWords.\n`],
    ['within it', page, page.replace('Baker', 'Cook')],
    ['before it', page, `\n${page}`],
    ['right behind its last dash', '---\ntitle: Baker\n---', '---\ntitle: Baker\n---x'],
    ['on its closing line', '---\ntitle: Baker\n---\n', '---\ntitle: Baker\n--- x\n'],
    ['in the line end behind it', '---\ntitle: Baker\n---\r', '---\ntitle: Baker\n---\r\nx'],
  ])('after an edit %s', (_, before, after) => {
    const read = (one: ReturnType<typeof parsePage>) =>
      one.frontMatter && { ...one.frontMatter, yaml: one.frontMatter.yaml?.value };
    expect(read(parsePage(after, parsePage(before)))).toEqual(read(parsePage(after)));
  });
});
