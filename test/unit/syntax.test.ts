import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../server/src/syntax/frontMatter.ts';
import { outlinePage } from '../../server/src/syntax/outline.ts';
import { parsePage } from '../../server/src/syntax/page.ts';
import { findShortcodes, maskShortcodes, refTarget } from '../../server/src/syntax/shortcode.ts';
import { LineIndex } from '../../server/src/text/lineIndex.ts';
import { applySpanEdits, differenceOf } from '../../server/src/text/spanEdit.ts';

describe('lines', () => {
  it('end at \\n, \\r\\n and a lone \\r; columns are UTF-16 units', () => {
    const text = 'a😀b\r\nc\rd\n';
    const lines = new LineIndex(text);
    expect(Array.from({ length: lines.lineCount }, (_, line) => lines.lineText(line))).toEqual(['a😀b', 'c', 'd', '']);
    for (let offset = 0; offset <= text.length; offset++) {
      const back = lines.offsetAt(lines.positionAt(offset));
      // Between \r and \n there is no place of its own.
      expect(back).toBe(text.slice(offset - 1, offset + 1) === '\r\n' ? offset - 1 : offset);
    }
  });

  it('clamp what lies outside', () => {
    const lines = new LineIndex('ab\nc');
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(4);
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.positionAt(-3)).toEqual({ line: 0, character: 0 });
  });
});

describe('edits', () => {
  it('are made wherever they stand in the list, and never over each other', () => {
    const edits = [
      { span: { start: 4, end: 5 }, newText: 'E' },
      { span: { start: 0, end: 0 }, newText: '>' },
    ];
    expect(applySpanEdits('abcde', edits)).toBe('>abcdE');
    expect(() =>
      applySpanEdits('abc', [
        { span: { start: 0, end: 2 }, newText: '' },
        { span: { start: 1, end: 3 }, newText: '' },
      ]),
    ).toThrow(RangeError);
  });

  it('the difference of two texts turns one into the other', () => {
    for (const [before, after] of [
      ['abc', 'abxc'],
      ['aaa', 'aa'],
      ['', 'x'],
      ['same', 'same'],
    ] as const) {
      const difference = differenceOf(before, after);
      expect(difference ? applySpanEdits(before, [difference]) : before).toBe(after);
    }
  });
});

describe('front matter', () => {
  it('is told alike whatever its line ends: places and troubles are the same', () => {
    const text = '---\ntitle: A\nb: >\n  x\nc: [\nd "e: f\n g\n---\n';
    const told = (written: string): unknown => {
      const page = parseFrontMatter(written)!;
      const lines = new LineIndex(written);
      return [
        page.entries.map(entry => [entry.key, lines.rangeOf(entry.keySpan), lines.rangeOf(entry.valueSpan)]),
        page.errors.map(error => [error.message, lines.rangeOf(error.span)]),
      ];
    };
    expect(told(text.replaceAll('\n', '\r\n'))).toEqual(told(text));
  });

  it('has its keys and values where they stand', () => {
    const text =
      '\uFEFF---\r\ntitle: "A: b"\r\ndescription: >\r\n  two\r\n  lines\r\naliases:\r\n  - /x/\r\nempty:\r\n---\r\n\r\nBody\r\n';
    const found = parseFrontMatter(text)!;
    expect(found.errors).toEqual([]);
    expect(found.entries.map(entry => [entry.key, text.slice(entry.keySpan.start, entry.keySpan.end), entry.value])).toEqual([
      ['title', 'title', 'A: b'],
      ['description', 'description', 'two lines\n'],
      ['aliases', 'aliases', ['/x/']],
      ['empty', 'empty', null],
    ]);
    const title = found.entries[0]!;
    expect(text.slice(title.valueSpan.start, title.valueSpan.end)).toBe('"A: b"');
    expect(text.slice(found.span.end)).toBe('\r\nBody\r\n');
  });

  it('that is not closed is told, and the page is read all the same', () => {
    const page = parsePage('---\ntitle: A\n\n## Editor\n');
    expect(page.frontMatter!.errors[0]!.message).toContain('not closed');
    expect(page.headings.map(heading => heading.text)).toContain('Editor');
  });

  it.each([
    ['a line that is no key', '---\ntitle: A\nnonsense\n---\n'],
    ['a quote that is not closed', '---\ntitle: "A\n---\n'],
    ['a colon in a plain value', '---\ntitle: A: b: c\n---\n'],
  ])('with %s is told in plain words', (_, text) => {
    const { errors } = parseFrontMatter(text)!;
    expect(errors.length).toBeGreaterThan(0);
    expect(errors[0]!.message).not.toMatch(/implicit|scalar|flow/i);
  });

  it('with aliases of aliases does not grow without bound', () => {
    const lines = [
      'a0: &a0 [x,x,x,x,x,x,x,x,x,x]',
      ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 10 }, () => `*a${i}`).join(',')}]`),
    ];
    const { errors } = parseFrontMatter(`---\n${lines.join('\n')}\n---\n`)!;
    expect(errors.map(error => error.message).join()).toContain('too many aliases');
  });
});

describe('shortcodes', () => {
  it('are masked by as much text: words in a line, nothing on a line of their own', () => {
    const text = '{{< toc >}}\n[grade 7]({{< ref "calculator#grades" >}}) {{% x %}}y{{% /x %}}\n';
    const masked = maskShortcodes(text, findShortcodes(text));
    expect(masked).toHaveLength(text.length);
    expect(masked.split('\n')[0]!.trim()).toBe('');
    expect(masked.split('\n')[1]).toMatch(/^\[grade 7\]\(s+\) s+ys+$/);
  });

  it('give the target of a ref, but not of an escaped one', () => {
    const text = '{{< ref "calculator#grades" >}} {{% relref path="/a/b" %}} {{</* ref "x" */>}} {{< figure src="x" >}}';
    expect(findShortcodes(text).map(call => refTarget(text, call)?.target)).toEqual([
      'calculator#grades',
      '/a/b',
      undefined,
      undefined,
    ]);
  });

  it('are called by their path', () => {
    const text = '{{% grades/table %}} {{< a/b/c x="y/z" >}} {{</* a/b */>}} {{< toc />}} {{% /grades/table %}}';
    expect(findShortcodes(text).map(call => [call.name, call.args])).toEqual([
      ['grades/table', ''],
      ['a/b/c', 'x="y/z"'],
      ['a/b', ''],
      ['toc', '/'],
      ['grades/table', ''],
    ]);
  });

  it('that are never closed are text', () => {
    expect(findShortcodes('{{< a {{% b '.repeat(20_000))).toEqual([]);
  });
});

describe('ids of headings', () => {
  it.each([
    ['# Hello, World & more_2', 'hello-world--more_2'],
    ['## With [link](/a/b)', 'with-linkab'],
    ['## <i class="fa"></i> Team', 'i-classfai-team'],
    ['## Über größe', 'über-größe'],
    ['## Own {#my-id}', 'my-id'],
    ['## Own {id="other" .big}', 'other'],
    ['## The {Role}', 'the-role'],
    ['Two lines\nof it\n---', 'of-it'],
  ])('%s', (source, id) => {
    expect(parsePage(source).headings[0]!.id).toBe(id);
  });

  it('repeat with numbers, as many as there are', () => {
    expect(parsePage('# A\n# A\n# A\n').headings.map(heading => heading.id)).toEqual(['a', 'a-1', 'a-2']);
    const many = parsePage('# A\n'.repeat(20_000)).headings.map(heading => heading.id);
    expect(new Set(many).size).toBe(20_000);
  });

  it('stand beside those of raw HTML and footnotes, but not of code', () => {
    const text = '# A\n\n<a name="here"></a> and `<a id="not">`[^1]\n\n```html\n<p id="nor">\n```\n\n[^1]: Note\n';
    expect([...parsePage(text).ids].sort()).toEqual(['a', 'fn:1', 'fnref:1', 'here']);
    expect([...outlinePage(text).ids].sort()).toEqual(['a', 'fn:1', 'fnref:1', 'here']);
  });
});

describe('links', () => {
  it.each([
    ['inline', '[text](/a/#b "title")', '/a/#b'],
    ['inline', '[text](</a b/>)', '/a b/'],
    ['reference', '[text][ref]\n\n[Ref]: /c/', '/c/'],
    ['reference', '[ref]\n\n[ref]: /d/', '/d/'],
    ['autolink', '<https://example.com/e>', 'https://example.com/e'],
    ['autolink', 'https://example.com/f', 'https://example.com/f'],
    ['image', '![alt](/g.png)', '/g.png'],
    ['html', '<a class="x" href="/h/">text</a>', '/h/'],
  ])('%s: %s', (form, text, destination) => {
    const [link] = parsePage(text).links;
    expect(link).toMatchObject({ form, destination });
    expect(text.slice(link!.destinationSpan.start, link!.destinationSpan.end)).toBe(destination);
  });

  it('in code are none', () => {
    expect(parsePage('`[a](/b)`\n\n    [c](/d)\n').links).toEqual([]);
  });
});

it('tables have their cells, empty ones too, whatever stands at the ends of their lines', () => {
  const text = '| Title | Grade |  \n|---|---| \n| [A](#a) |  |\nB | x\\|y \n';
  const table = parsePage(text).blocks[0]!;
  expect(
    table.type === 'table' && [table.header, ...table.rows].map(row => row.cells.map(cell => text.slice(cell.start, cell.end))),
  ).toEqual([
    ['Title', 'Grade'],
    ['[A](#a)', ''],
    ['B', 'x\\|y'],
  ]);
});

it('conflict markers are found, and make no heading of the line above', () => {
  const page = parsePage('## A\n\n<<<<<<< ours\nOne\n=======\nTwo\n>>>>>>> theirs\n');
  expect(page.conflictMarkers).toHaveLength(3);
  expect(page.headings.map(heading => heading.text)).toEqual(['A']);
});
