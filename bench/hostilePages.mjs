// @ts-check
// Pages that nobody writes: chance of three kinds, and monsters by name. The same seed gives the same pages.
import { createRandom } from './text.mjs';

/** @typedef {import('./text.mjs').Random} Random */

/** What job families are made of, and markdown at its worst. */
const MARKDOWN = [
  '---\n',
  'title: Baker\n',
  'aliases: [/x/]\n',
  '## Levels\n\n',
  '### Senior Baker\n\n',
  '### Baker (Intermediate)\n\n',
  '### Manager, Baking\n\n',
  '#### Senior Baker Job Grade\n\n',
  '## Job Grade\n\n',
  'The Senior Baker is a [grade 7](/handbook/total-rewards/#gitlab-job-grades).\n',
  'The {add the role name} is a grade #5 (/x).\n\n',
  '#### Responsibilities\n\n',
  '### Requirements\n',
  '## Performance Indicators\n\n',
  '## Career Ladder\n\n',
  '## Hiring Process\n\n',
  '- Extends the Baker responsibilities\n',
  '- All Senior Baker requirements plus:\n',
  '- Same requirements as the [Baker](#baker) and also:\n',
  '- You will dominate the market, he said\n',
  '  - a nested one\n',
  '1. first\n',
  '| Title | Grade |\n|---|---|\n| [Baker](#baker) | [Grade 6](/x) |\n',
  '```\n',
  '> ',
  '{{< ref "x#y" >}}',
  '{{% a',
  '{{</* b */>}}',
  '<a id="b">',
  '<script>alert(1)</script>',
  '<!-- job-family-disable-next-line broken-link -->\n',
  '<!-- ',
  '[ref]: /x\n',
  '[ref][]',
  '![i](j.png "',
  '[^1]',
  '[^1]: note\n',
  '**',
  '_',
  '`',
  '\\',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '***\n',
  '===\n',
  '<<<<<<< ours\n',
  '\r\n',
  '\r',
  '\uFEFF',
  '\uD800',
  '\u0000',
  '\u2028',
  'é😀İß',
  '{#id}',
  '{.c id="x"}',
];

/** What front matter is made of, and YAML at its worst. */
const YAML = [
  'title: ',
  'aliases:\n',
  '  - /x/\n',
  '- ',
  '? ',
  ': ',
  '&a ',
  '*a ',
  '!!binary ',
  '!x ',
  '"',
  "'",
  '|\n',
  '>-\n',
  '{a: ',
  '}',
  '[',
  ']',
  '\n',
  '\n  ',
  '\n      ',
  '\t',
  '# comment\n',
  '%YAML 1.2\n',
  '---\n',
  '...\n',
  '<<: *a\n',
  '.inf',
  '0x1F',
  '2026-01-01',
  'null',
  '~',
  'é😀',
  '\uFEFF',
  '\u0000',
];

/** How a page of chance is written, by the name of its kind. */
export const kinds = /** @type {const} */ ({
  bytes: (/** @type {Random} */ random) => {
    const bytes = Uint8Array.from({ length: random.integer(0, 2000) }, () => random.integer(0, 255));
    return new TextDecoder().decode(bytes);
  },
  markdown: (/** @type {Random} */ random) =>
    Array.from({ length: random.integer(0, 120) }, () => random.pick(MARKDOWN)).join(''),
  yaml: (/** @type {Random} */ random) =>
    `---\n${Array.from({ length: random.integer(0, 60) }, () => random.pick(YAML)).join('')}\n---\n\n## Levels\n`,
});

/**
 * Pages of chance, the kinds in turn.
 *
 * @param {number} count
 * @param {number} seed
 */
export function* chancePages(count, seed) {
  const random = createRandom(seed);
  const names = /** @type {(keyof typeof kinds)[]} */ (Object.keys(kinds));
  for (let number = 0; number < count; number++) {
    const kind = names[number % names.length] ?? 'markdown';
    yield { kind, text: kinds[kind](random) };
  }
}

const LEVEL = '### Senior Baker\n\n#### Responsibilities\n\n- Bake\n\n';
const page = (/** @type {string} */ body) => `---\ntitle: Baker\n---\n\n## Levels\n\n${LEVEL}${body}`;

/**
 * Monsters by name.
 *
 * @type {Readonly<Record<string, () => string>>}
 */
export const monsters = {
  'a line of 1 MB': () => page(`- ${'bake bread and [rolls](#x) '.repeat(38_000)}\n`),
  'a word of 1 MB': () => page(`- ${'a'.repeat(1_000_000)}\n`),
  'a line of 1 MB of brackets': () => page('['.repeat(1_000_000)),
  'a line of 1 MB of stars': () => page('*a '.repeat(333_000)),
  'a line of 1 MB of backticks': () => page('`a``b'.repeat(200_000)),
  'a line of 1 MB of shortcode signs': () => page('{{< '.repeat(250_000)),
  'a line of 1 MB of tags': () => page('<a '.repeat(333_000)),
  '100,000 headings': () => page(Array.from({ length: 100_000 }, (_, n) => `### Baker ${n}\n`).join('')),
  '100,000 equal headings': () => page('### Baker\n'.repeat(100_000)),
  '300 levels that extend each other': () =>
    page(
      Array.from(
        { length: 300 },
        (_, n) => `### Baker ${n}\n\n#### Responsibilities\n\n- Extends the Baker ${n + 1} responsibilities\n\n`,
      ).join(''),
    ),
  'a table of 50,000 rows': () => page(`| Title | Grade |\n|---|---|\n${'| [Baker](#baker) | Grade 6 |\n'.repeat(50_000)}`),
  '2,000 levels with sections and grades': () =>
    page(
      Array.from(
        { length: 2_000 },
        (_, n) => `### Baker ${n}\n\n#### Job Grade\n\nThe Baker ${n} is a grade 6.\n\n#### Responsibilities\n\n- Bake ${n}\n\n`,
      ).join(''),
    ),
  'quotations nested 10,000 deep': () => page(`${'> '.repeat(10_000)}x\n`),
  'lists nested 2,000 deep': () => page(Array.from({ length: 2_000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')),
  'lists nested 8,000 deep on a line': () => page(`${'- '.repeat(8_000)}x\n`),
  'YAML nested 10,000 deep': () => `---\ntitle: ${'['.repeat(10_000)}\n---\n\n${LEVEL}`,
  'a YAML bomb of aliases': () =>
    `---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`).join('\n')}\n---\n\n${LEVEL}`,
  'front matter of 1 MB': () =>
    `---\n${Array.from({ length: 40_000 }, (_, n) => `key${n}: a value of ${n}`).join('\n')}\n---\n\n${LEVEL}`,
  'lone surrogates': () => page(`- ${'\uD800a\uDC00 '.repeat(20_000)}\n`),
  'a section of 110,000 bullets': () => page(`- Bake bread and carry it to the [oven](#oven)\n`.repeat(110_000)),
};
