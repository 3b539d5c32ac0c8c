import { describe, expect, it } from 'vitest';
import { frontMatterText, frontMatterTexts, parseFrontMatter } from '../../server/src/syntax/frontMatter.ts';
import { outlinePage } from '../../server/src/syntax/outline.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { textOf } from '../../server/src/text/span.ts';

const BODY = '\n## Weaver\n';

describe.each([
  ['TOML', '+++\n# A remark\ntitle = "Weaver"\naliases = ["/old/", \'/older/\']\n[params]\ntitle = "Another"\n+++\n'],
  [
    'TOML over several lines',
    '+++\r\n"title" = \'Weaver\' # a remark\r\naliases = [\r\n  "/old/", # the first\r\n  "/older/"\r\n]\r\n+++\r\n',
  ],
  ['JSON', '{\n  "title": "Weaver",\n  "params": { "title": "Another" },\n  "aliases": ["/old/", "/older/"]\n}\n'],
  ['JSON on one line', '{"aliases":["/old/","/older/"],"title":"Weaver"}\n'],
  ['TOML after a byte order mark', '\uFEFF+++\ntitle = "Weaver"\naliases = ["/old/", "/older/"]\n+++\n'],
])('%s front matter', (_, head) => {
  it('gives title and aliases with their places', () => {
    const frontMatter = parseFrontMatter(head + BODY);
    expect(frontMatterText(frontMatter, 'title')).toBe('Weaver');
    expect(frontMatterTexts(frontMatter, 'aliases')).toEqual(['/old/', '/older/']);
    const entry = frontMatter!.entries.find(one => one.key === 'title')!;
    expect(textOf(head, entry.keySpan).replace(/["']/g, '')).toBe('title');
    expect(textOf(head, entry.valueSpan).slice(1, -1)).toBe('Weaver');
  });

  it('is no text of the page', () => {
    const page = parsePage(head + BODY);
    expect([page.headings.map(heading => heading.text), page.blocks.length]).toEqual([['Weaver'], 0]);
    const outline = outlinePage(head + BODY);
    expect([outline.site.title, outline.site.aliases, outline.headings.map(one => one.text)]).toEqual([
      'Weaver',
      ['/old/', '/older/'],
      ['Weaver'],
    ]);
  });
});

describe('other beginnings', () => {
  it.each([
    ['{add the title}\n'],
    ['{{< toc >}}\n'],
    ['{"title": "Weaver"} and more\n'],
    ['{ "title": "Weaver"\n'],
    ['++ title\n'],
    ['++++\ntitle = "Weaver"\n++++\n'],
  ])('%j is no front matter', text => {
    expect(parseFrontMatter(text)).toBeUndefined();
  });

  it('TOML that is not closed is reported', () => {
    expect(parseFrontMatter('+++\ntitle = "Weaver"\n')?.errors.map(error => error.about)).toEqual(['closing']);
  });

  it.each([
    [`+++\n${'a = ["\n'.repeat(50_000)}+++\n`],
    [`+++\n${"a = '''\n".repeat(50_000)}+++\n`],
    [`{"a":${'['.repeat(200_000)}`],
    [`{${'"a":1,'.repeat(50_000)}}\n`],
    [`{"${'\\'.repeat(200_000)}`],
  ])('hostile text takes no long time: %.12j', text => {
    expect(() => parseFrontMatter(text)).not.toThrow();
  });
});
