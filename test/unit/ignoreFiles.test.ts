import fc from 'fast-check';
import ignore from 'ignore';
import { describe, expect, it } from 'vitest';
import { isIgnored } from '../../server/src/workspace/ignoreFiles.ts';

const files = (texts: Readonly<Record<string, string>>) => async (folder: string) => texts[folder];

describe('ignore files', () => {
  it.each([
    ['drafts/', 'a/drafts/b.md', true],
    ['/drafts', 'a/drafts/b.md', false],
    ['*.md\n!keep.md', 'a/keep.md', false],
    ['drafts/**\n!drafts/keep.md', 'drafts/keep.md', false],
    ['a/**/b.md', 'a/b.md', true],
    ['# b.md', 'b.md', false],
    ['\\#b.md  ', '#b.md', true],
    ['{a,b}.md', 'a.md', false],
    ['DRAFTS/', 'drafts/a.md', true],
  ])('%s on %s: %s', async (text, path, ignored) => {
    expect(await isIgnored(path, files({ '': text }))).toBe(ignored);
  });

  it('count from their own folder', async () => {
    const texts = files({ '': '*.md', a: '!/b.md', 'a*': '/b.md' });
    expect(await isIgnored('a/b.md', texts)).toBe(false);
    expect(await isIgnored('a/c/b.md', texts)).toBe(true);
    expect(await isIgnored('ax/b.md', files({ 'a*': '/b.md' }))).toBe(false);
  });

  it('leave out what git leaves out', async () => {
    const segment = fc.oneof(
      fc.constant('**'),
      fc.array(fc.constantFrom('a', 'b', '*', '?', '.', '[ab]'), { minLength: 1, maxLength: 3 }).map(parts => parts.join('')),
    );
    const line = fc
      .tuple(
        fc.constantFrom('', '!'),
        fc.constantFrom('', '/'),
        fc.array(segment, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('', '/'),
      )
      .map(([negation, start, segments, end]) => negation + start + segments.join('/') + end);
    const path = fc.array(fc.stringMatching(/^\.?[ab]{1,2}$/), { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 3 }), path, async (lines, at) => {
        fc.pre(lines.every(one => !/[^/!]\*\*|\*\*[^/]|\.\.|(?:^|\/)\.(?:\/|$)|\*\*\/?$/.test(one)));
        const text = lines.join('\n');
        expect(await isIgnored(at, files({ '': text }))).toBe(ignore().add(text).ignores(at));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    [`${'*a'.repeat(60)}b`, 'a'.repeat(255)],
    [`${'**/a/'.repeat(60)}b`, `${'a/'.repeat(2_000)}c`],
    [`${'**/'.repeat(100)}b`, `${'a/'.repeat(2_000)}c`],
  ])('%s ends soon', async (text, path) => {
    const started = performance.now();
    expect(await isIgnored(path, files({ '': text }))).toBe(false);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
