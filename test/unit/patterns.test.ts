import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { describe, expect, it } from 'vitest';
import profileSchema from '../../schemas/profile.schema.json' with { type: 'json' };
import { defaultProfile } from '../../server/src/profile/builtIn.ts';
import { builtInPatterns, patternsOf } from '../../server/src/profile/builtInPatterns.ts';
import { globMatcher, globTrouble } from '../../server/src/profile/globs.ts';
import { anyPattern, compilePattern, patternTrouble } from '../../server/src/profile/patterns.ts';

/** Patterns that take exponential or cubic time on an engine that backtracks, each with a text that makes it do so. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['(a+)+$', 'a'],
  ['(?:a|aa)+$', 'a'],
  ['(.*a){12}x', 'a'],
  ['(\\w+\\s?)*:$', 'word '],
  ['\\s+\\s+\\s+$', ' '],
  ['([a-z]+)*[A-Z]', 'ab'],
  ['.*x|.', 'a'],
];

describe('patterns of a workspace', () => {
  it.each(HOSTILE)('%s ends in time proportional to the text', (source, unit) => {
    const pattern = compilePattern(`${source}(?:)`);
    const timeOf = (length: number): number => {
      const text = `${unit.repeat(length / unit.length)}!`;
      const started = performance.now();
      pattern.test(text);
      pattern.first(text);
      pattern.all(text);
      return performance.now() - started;
    };
    timeOf(20_000);
    const [short, long] = [timeOf(20_000), timeOf(160_000)];
    expect(long).toBeLessThan(Math.max(8 * 4 * short, 1_000));
  });

  it('match what the native engine matches, with the same places and groups', () => {
    const text = 'Ein Bäcker \u{1f956} reports to the Head Baker, 5+ years, 10\u00a0years’ experience. Grade #7';
    for (const source of [
      '\\d+\\+?\\s+years?',
      'reports\\s+to\\s+(?:the\\s+)?',
      '\\bgrade\\s+#?(?<number>\\d+)',
      'b\u00e4cker',
      '[\u2018\u2019]',
      '\\u2019',
    ]) {
      const expected = Array.from(text.matchAll(new RegExp(source, 'gi')), match => [match.index, match.index + match[0].length]);
      expect(expected, source).not.toEqual([]);
      expect(
        compilePattern(source)
          .all(text)
          .map(({ start, end }) => [start, end]),
      ).toEqual(expected);
    }
    const number = compilePattern('\\bgrade\\s+#?(?<number>\\d+)').first(text)?.group('number');
    expect(number && text.slice(number.start, number.end)).toBe('7');
    expect(compilePattern('\\bgrade\\s+#?(?<number>\\d+)').first(text)?.group(1)).toEqual(number);
    expect(compilePattern('BAKER', { matchCase: true }).test(text)).toBe(false);
  });

  it('find every match of a long text', () => {
    expect(compilePattern('you\\s+will\\b').all('You will bake bread and cakes. '.repeat(400))).toHaveLength(400);
    expect(compilePattern('\\{[^{}]*\\}').all('{name}, {grade of it}; '.repeat(400))).toHaveLength(800);
  });

  it.each([
    ['(unclosed', 'is not a valid regular expression'],
    ['(?<!no )experience', /lookaround/],
    ['experience(?! of)', /lookaround/],
    ['(the) \\1', /backreference/],
    ['a{5000}', /repetition/],
    ['(?:\\w+ ){0,300}x', 'is too complex'],
    ['x'.repeat(501), 'is longer than 500 characters'],
  ])('%s is refused and matches nothing', (source, reason) => {
    expect(patternTrouble(source)).toMatch(reason);
    expect(compilePattern(source).all('no experience of the the experience')).toEqual([]);
  });

  it('of which one cannot be used leave the others as they are', () => {
    expect(anyPattern(['(?<=a)b', 'reports into ']).first('She reports into Sales')?.end).toBe(17);
  });
});

describe('built-in patterns', () => {
  it('are all that the schema calls regular expressions', () => {
    const marked = structuredClone(defaultProfile) as unknown;
    let count = 0;
    const mark = (value: unknown, schema: Schema): unknown => {
      const { $ref, properties, items, format } = schema;
      if ($ref) return mark(value, definitions[$ref.replace('#/definitions/', '')]!);
      if (Array.isArray(value)) return value.map(one => mark(one, items ?? {}));
      if (value !== null && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one, properties?.[key] ?? {})]));
      return format === 'regex' ? `pattern ${count++}` : value;
    };
    const { definitions } = profileSchema as unknown as { readonly definitions: Readonly<Record<string, Schema>> };
    const profile = mark(marked, profileSchema as unknown as Schema) as typeof defaultProfile;
    expect(patternsOf(profile).toSorted()).toEqual(Array.from({ length: count }, (_, at) => `pattern ${at}`).toSorted());
    expect(count).toBeGreaterThan(50);
  });

  it('take time proportional to the text', () => {
    const units = [
      'a',
      ' ',
      'a ',
      'extends the ',
      'the ',
      'reports to ',
      'chief ',
      '5 ',
      '5 years ',
      'grade ',
      '{',
      '{a',
      '(',
      'you ',
      'is ',
      'job levels ',
      '-',
      '"',
      'experience ',
      'A-',
    ];
    const slow: string[] = [];
    for (const source of builtInPatterns())
      for (const unit of units) {
        const timeOf = (length: number): number => {
          const text = `${unit.repeat(length / unit.length)}\u0000`;
          const started = process.cpuUsage();
          compilePattern(source).all(text);
          return process.cpuUsage(started).user / 1000;
        };
        // A second run decides: the first may have been interrupted.
        const isSlow = (): boolean => timeOf(32_000) > Math.max(60, 12 * timeOf(8_000));
        if (isSlow() && isSlow()) slow.push(`${source} on ${JSON.stringify(unit)}`);
      }
    expect(slow).toEqual([]);
  });
});

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly format?: string;
}

describe('globs', () => {
  it.each([
    ['content/job-families/**/*.md', 'content/job-families/a/b.md', true],
    ['content/job-families/**/*.md', 'content/job-families/b.md', true],
    ['content/job-families/**/*.md', 'content/job-families/.b.md', false],
    ['**/_index.md', 'a/b/_index.md', true],
    ['drafts/**', 'drafts', true],
    ['**/*.{yml,yaml}', 'a/.b/c.yml', false],
    ['[a-c]?{x,y{1,2}}', 'b-y2', true],
    ['[^a]', 'a', false],
    ['a\\*', 'a*', true],
    ['a\\*', 'ab', false],
  ])('%s on %s: %s', (glob, path, matches) => {
    expect(globMatcher([glob])(path)).toBe(matches);
    expect(picomatch.isMatch(path, glob)).toBe(matches);
  });

  it('match as picomatch does', () => {
    const segment = fc.oneof(
      fc.constant('**'),
      fc
        .array(fc.constantFrom('a', 'b', '*', '?', '.', '[ab]', '{a,bb}'), { minLength: 1, maxLength: 4 })
        .map(parts => parts.join('')),
    );
    const glob = fc.array(segment, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'));
    const name = fc.stringMatching(/^\.?[ab]{1,2}(?:\.[ab])?$/);
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map(parts => parts.join('/'));
    fc.assert(
      fc.property(glob, path, fc.boolean(), (pattern, at, dot) => {
        fc.pre(
          !pattern.endsWith('/**') &&
            !/\*\*[^/]|[^/]\*\*|\.\./.test(pattern) &&
            !/(?:^|\/)\./.test(pattern) &&
            !at.includes('..'),
        );
        expect(globMatcher([pattern], { dot })(at)).toBe(picomatch.isMatch(at, pattern, { dot }));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['+(a|+(b))', /extended glob/],
    ['!(*.md)', /starts with/],
    [`${'{a,b}'.repeat(10)}`, /alternatives/],
    ['*a'.repeat(300), /longer/],
  ])('%s is refused and matches nothing', (glob, reason) => {
    expect(globTrouble(glob)).toMatch(reason);
    expect(globMatcher([glob])('aaaaaaaaaa')).toBe(false);
  });

  it.each([
    [`${'*a'.repeat(30)}b`, 'a'.repeat(255)],
    [`${'**/a/'.repeat(30)}b`, `${'a/'.repeat(2_000)}c`],
    [`${'*?'.repeat(100)}b`, 'a'.repeat(255)],
  ])('%s ends soon', (glob, path) => {
    const started = performance.now();
    expect(globMatcher([glob])(path)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
