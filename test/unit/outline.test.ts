import { describe, expect, it } from 'vitest';
import { scanBlocks } from '../../server/src/syntax/blockScan.ts';
import { outlinePage } from '../../server/src/syntax/outline.ts';
import { parsePage } from '../../server/src/syntax/page.ts';

const ids = (text: string): string[] => [...outlinePage(text).ids];

describe('headings are found by a look at each line', () => {
  it.each([
    ['with closing marks', '## Baker ##\n\n### Cook #\n\n## C#\n', ['baker', 'cook', 'c']],
    ['behind one that is no heading', '#baker\n\n####### Cook\n\n# Chef\n', ['chef']],
    ['behind a fence, not within', '```\n## Baker\n```\n\n## Cook\n', ['cook']],
    ['behind a longer fence', '````\n```\n## Baker\n````\n## Cook\n', ['cook']],
    ['not behind a fence that is never closed', '## Cook\n\n~~~\n## Baker\n', ['cook']],
    ['behind a comment, not within', '<!--\n\n## Baker\n-->\n## Cook\n', ['cook']],
    ['behind a comment on one line', '<!-- x -->\n## Cook\n', ['cook']],
    ['right behind a list', '- one\n## Cook\n', ['cook']],
    ['behind code within a list', '1. one\n\n   ```sh\n   two\n   ```\n\n## Cook\n', ['cook']],
    ['with line ends of two characters', '## Baker\r\n\r\n```\r\n## x\r\n```\r\n\r\n## Cook\r\n', ['baker', 'cook']],
    ['with front matter', '---\ntitle: x\n---\n## Cook\n', ['cook']],
  ])('%s', (_, text, wanted) => {
    expect(scanBlocks(text.replaceAll('\r', ' '), text.startsWith('---') ? text.indexOf('## ') : 0)).toBeDefined();
    expect(ids(text)).toEqual(wanted);
    expect(ids(text)).toEqual([...parsePage(text).ids]);
  });

  it.each([
    ['underlined headings', 'Baker\n---\n'],
    ['headings within quotations', '> ## Baker\n'],
    ['headings within lists', '- ## Baker\n'],
    ['headings that may be code', '- x\n\n    ## Baker\n'],
    ['headings within raw HTML', '<div>\n## Baker\n</div>\n'],
    ['code within a list that looks like headings', '- x\n  ```\n  ## Baker\n  ```\n'],
  ])('and left to the parser: %s', (_, text) => {
    expect(scanBlocks(text, 0)).toBeUndefined();
    expect(ids(text)).toEqual([...parsePage(text).ids]);
  });
});

describe('an outline', () => {
  it('knows the keys of the front matter that the site goes by', () => {
    const site = (yaml: string) => outlinePage(`---\n${yaml}---\n`).site;
    expect(site('title: Baker, Senior\n').title).toBe('Baker, Senior');
    expect(site('title: "Baker: one"\ndescription: x\n').title).toBe('Baker: one');
    expect(site('title: >\n  Baker\n  one\n').title).toBe('Baker one');
    expect(site('title: 12\n').title).toBeUndefined();
    expect(site('layout: job_family_page\ntitle: x\naliases: [/a/, /b/]\nslug: c\nurl: /d/\n')).toEqual({
      title: 'x',
      layout: 'job_family_page',
      url: '/d/',
      slug: 'c',
      aliases: ['/a/', '/b/'],
    });
    expect(outlinePage('no front matter').site.title).toBeUndefined();
  });

  it('knows where the page links to and where that is written', () => {
    const text = [
      '---',
      'title: x',
      '---',
      'See [a](/a/#b "title"), [c](<d e.md>) and ![i](i.png) `[no](/no/)`.',
      '```',
      '[no](/no/)',
      '```',
      '[r]: ../r/',
      '[^1]: [f]({{< ref "f#g" >}})',
      '<a href="/h/">h</a> https://x.test/y.',
    ].join('\n');
    const lines = text.split('\n');
    const links = outlinePage(text).links;
    expect(links.map(link => link.destination)).toEqual([
      '/a/#b',
      'd e.md',
      'i.png',
      '../r/',
      '{{< ref "f#g" >}}',
      '/h/',
      'https://x.test/y',
    ]);
    for (const { line, character, destination } of links)
      expect(lines[line]!.slice(character, character + destination.length)).toBe(destination);
  });
});
