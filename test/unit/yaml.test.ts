import { describe, expect, it } from 'vitest';
import { YamlDocument } from '../../server/src/syntax/yamlDocument.ts';
import { placeInYaml } from '../../server/src/syntax/yamlPlace.ts';

/** Where the cursor `<|>` is: part, path and what is written there. */
function placeAt(source: string): string | undefined {
  const offset = source.indexOf('<|>');
  const document = new YamlDocument(source.replace('<|>', ''));
  const place = placeInYaml(document, offset);
  return place && `${place.part} /${place.path.join('/')} “${document.text.slice(place.span.start, place.span.end)}”`;
}

describe('where a cursor is in YAML', () => {
  it.each([
    ['<|>', 'open / “”'],
    ['ti<|>', 'open / “ti”'],
    ['title: Editor\nde<|>sc\nsummary: x\n', 'open / “desc”'],
    ['ti<|>tle: Editor\n', 'key /title “title”'],
    ['"ti<|>tle": Editor\n', 'key /title “"title"”'],
    ['title:<|>\n', 'value /title “”'],
    ['title: <|>\n', 'value /title “”'],
    ['title: Ed<|>itor # c\n', 'value /title “Editor”'],
    ['title: "a: <|>b"\n', 'value /title “"a: b"”'],
    ['url: /a:b/<|>c\n', 'value /url “/a:b/c”'],
    ['a:\n  b:\n    c<|>\n', 'open /a/b “c”'],
    ['a:\n  b: 1\n  <|>\nd: 2\n', 'open /a “”'],
    ['a:\n  b: 1\n<|>\nd: 2\n', 'open / “”'],
    ['a:\n  - x\n  - y<|>\n', 'open /a/1 “y”'],
    ['a:\n- x\n- <|>\nb: 1\n', 'open /a/1 “”'],
    ['- title: X\n  description: <|>\n', 'value /0/description “”'],
    ['- title: X\n- title: Y\n  desc<|>\n- title: Z\n', 'open /1 “desc”'],
    ['- title: X\n  description:\n    - /a/\n    - /b<|>/\n', 'open /0/description/1 “/b/”'],
    ['- title: X\n  description:\n  - /a/\n  - <|>\n- title: Y\n', 'open /0/description/1 “”'],
    ['- ti<|>: X\n', 'key /0/ti “ti”'],
    ['- a: 1\n\n  # remark\n  b: <|>2\n', 'value /0/b “2”'],
    ['- - a\n  - b<|>\n', 'open /0/1 “b”'],
    ['a: [x, y<|>z]\n', 'open /a/1 “yz”'],
    ['a: [<|>]\n', 'open /a/0 “”'],
    ['a: {b: 1, c<|>: 2}\n', 'key /a/c “c”'],
    ['a: {b: 1, c: <|>2}\n', 'value /a/c “2”'],
    ['a: {b: 1, c<|>}\n', 'open /a “c”'],
    ['a: x # re<|>mark\n', undefined],
    ['a: |\n  te<|>xt\nb: 1\n', undefined],
    ['a:\r\n  b: 1\r\n  c: <|>2\r\n', 'value /a/c “2”'],
  ])('%j', (source, expected) => {
    expect(placeAt(source)).toBe(expected);
  });
});

describe('the places of what stands in YAML', () => {
  const text =
    'title:  "Editor" # c\r\nlist:\r\n  - a\r\n  - b: [1, 22]\r\n    c: |\r\n      long\r\n      text\r\nempty:\r\nlast: x\r\n';
  const document = new YamlDocument(text);
  const at = (...path: (string | number)[]): string | undefined => {
    const span = document.valueSpan(path);
    return span && text.slice(span.start, span.end);
  };

  it('values', () => {
    expect(at('title')).toBe('"Editor"');
    expect(at('list', 0)).toBe('a');
    expect(at('list', 1, 'b', 1)).toBe('22');
    expect(at('list', 1, 'c')).toBe('|\r\n      long\r\n      text');
    expect(at('last')).toBe('x');
    expect(document.valueSpan(['empty'])).toEqual({ start: text.indexOf('empty:') + 6, end: text.indexOf('empty:') + 6 });
    expect(at('list', 7)).toBeUndefined();
    expect(at('title', 'x')).toBeUndefined();
  });

  it('keys, and entries of lists', () => {
    const key = document.keySpan(['list', 1, 'c'])!;
    expect(text.slice(key.start, key.end)).toBe('c');
    expect(text.slice(document.keySpan(['list', 0])!.start, document.keySpan(['list', 0])!.end)).toBe('a');
  });
});

describe('YAML that cannot be read', () => {
  it.each([
    ['brackets within brackets', '['.repeat(20_000)],
    ['maps within maps', '{a: '.repeat(20_000)],
    ['dashes behind dashes', `${'- '.repeat(20_000)}x`],
    ['question marks', `${'? '.repeat(20_000)}x`],
    ['steps of indentation', Array.from({ length: 3_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    [
      'aliases of aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}\n`,
    ],
  ])('%s are told and do no harm', (_, text) => {
    const document = new YamlDocument(text);
    expect(document.errors.length).toBeGreaterThan(0);
    expect(placeInYaml(document, text.length - 1)).not.toBeNull();
  });

  it('quoted text that goes on at the beginning of a line is read, as the site reads it', () => {
    const text = 'a: "one\r\ntwo"\r\nb: x\r\n';
    const document = new YamlDocument(text);
    expect(document.errors).toEqual([]);
    expect(document.value).toEqual({ a: 'one two', b: 'x' });
    expect(document.valueSpan(['a'])).toEqual({ start: 3, end: 13 });
    expect(new YamlDocument('a: "one\nb: x\n').errors).toHaveLength(1);
    expect(new YamlDocument(`${'a: "\n'.repeat(20_001)}b: x\n`).errors.length).toBeGreaterThan(0);
  });

  it('keys that stand twice, at any depth', () => {
    const text = 'a:\n  b: 1\n  b: 2\nc: 3\nc: 4\n';
    const { errors } = new YamlDocument(text);
    expect(errors.map(({ span }) => text.slice(span.start, span.end + 3))).toEqual(['c: 4', 'b: 2']);
    expect(errors[0]!.message).toBe('This key stands twice in the file.');
  });
});
