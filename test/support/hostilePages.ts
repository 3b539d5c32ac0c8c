/** The start of any page. */
const HEAD = '---\ntitle: Baker\n---\n\n';

const times = (text: string, count: number): string => text.repeat(count);
const many = (count: number, make: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => make(number)).join('');
const levels = (count: number, make: (number: number) => string): string => `${HEAD}## Levels\n\n${many(count, make)}`;
const body = (text: string): string => `${HEAD}## Levels\n\n### Baker\n\n#### Baker Responsibilities\n\n${text}\n`;
const level = (name: string, bullets: string): string =>
  `### ${name}\n\n#### ${name} Job Grade\n\nThe ${name} is a grade 6.\n\n#### ${name} Responsibilities\n\n${bullets}\n`;

/** A word of letters for a number. */
function word(number: number): string {
  const rest = Math.floor(number / 26);
  return (rest > 0 ? word(rest) : '') + String.fromCharCode(97 + (number % 26));
}

/** Pages that nobody writes, by what they consist of: a size that takes well under a second, and the page of a size. */
export const hostilePages: Readonly<Record<string, readonly [number, (size: number) => string]>> = {
  'no-break spaces in a heading': [20000, n => `${HEAD}## a${times('\u00a0', n)}b\n`],
  'no-break spaces and tabs in a sentence': [20000, n => body(`- The Baker is${times('\u00a0\t', n)} a grade 6`)],
  'spaces before a line end': [20000, n => body(`- a${times(' \t', n)}\n  b`)],
  'one footnote defined again and again': [5000, n => body(times('[^1]: note\n\n', n) + times('a[^1] ', n))],
  'arguments of a shortcode': [10000, n => body(`{{< x ${times('a="b" ', n)}>}}`)],
  'comment marks in a shortcode': [10000, n => body(`{{< x ${times('/* ', n)}>}}`)],
  'shortcodes with an open quote': [10000, n => body(`${times('{{< ref "', n)}>}}`)],
  'open tags with an address': [10000, n => body(`- ${times('<a href=', n)}`)],
  'open links in raw HTML': [3000, n => body(`<div>\n${times('<a href="x" ', n)}\n</div>`)],
  'spaces within a tag': [10000, n => body(`<div>\n<a${times(' ', n)}x\n</div>`)],
  'addresses without brackets': [10000, n => body(`- ${times('www.a.b ', n)}`)],
  'brackets after an address': [10000, n => body(`- http://a.b/${times(')', n)}`)],
  'entities after an address': [5000, n => body(`- http://a.b/${times('&amp;', n)}`)],
  'an address of one long word': [20000, n => body(`- http://${times('a', n)}.b.c.d`)],
  'a run of asterisks': [20000, n => body(`- ${times('*', n)}a${times('*', n)}`)],
  'a run of backticks': [20000, n => body(`- ${times('`', n)}a`)],
  'spaces in a table’s second line': [10000, n => `${HEAD}| a |\n|${times(' ', n)}x\n`],
  'rows with too many cells': [300, n => `${HEAD}| Title | Grade |\n|---|---|\n${many(n, i => `${times('| a ', i % 50)}|\n`)}`],
  'underlined headings': [5000, n => HEAD + times('a\n-\n', n)],
  'Extends sentences in one bullet': [
    2000,
    n =>
      HEAD +
      '## Levels\n\n' +
      level('Baker', '- a') +
      level('Senior Baker', `- ${times('Extends the Baker responsibilities. ', n)}`),
  ],
  'levels that extend the one above': [
    150,
    n => levels(n, () => level('Senior Baker', '- All responsibilities of the level above\n- a')),
  ],
  'a long subject of a grade sentence': [5000, n => body(`- The ${times('very ', n)}Baker is a grade 6`)],
  'escapes in front matter': [10000, n => `---\ntitle: "${times('\\"', n)}"\n---\n# A\n`],
  'open quotes in front matter': [5000, n => `---\n${many(n, i => `k${i}: "x\n`)}---\n# A\n`],
  'equal keys in a bracketed map': [3000, n => `---\ntitle: {${times('a: 1, ', n)}}\n---\n# A\n`],
  'lists of lists in front matter': [10000, n => `---\n${times('- - x\n', n)}---\n# A\n`],
  'short references': [10000, n => body(`[a]: /x\n\n${times('[a] ', n)}`)],
  'nested tags': [10000, n => body(`- ${times('<b>', n)}a${times('</b>', n)}`)],
  'open placeholders': [5000, n => body(`- ${times('{add ', n)}`)],
  'levels of one name': [
    300,
    n => levels(n, () => '### Senior Baker\n\n#### Responsibilities\n\n- Extends the responsibilities above\n'),
  ],
  'a number with dashes': [10000, n => body(`- ${times('1-', n)} years of experience`)],
  'years without end': [5000, n => body(`- 5${times(' ', 8)}${times('years    of    ', n)}`)],
  'merge conflicts in front matter': [
    3000,
    n => `---\n${times('<<<<<<< a\ntitle: x\n=======\ntitle: y\n>>>>>>> b\n', n)}---\n# A\n`,
  ],
  'codes in a comment': [10000, n => body(`<!-- job-family-disable ${times('abc ', n)}-->`)],
  'rules turned off and on': [
    3000,
    n => body(times('<!-- job-family-disable -->\n\nHe is a guru.\n\n<!-- job-family-enable -->\n\n', n)),
  ],
  'open comments on one line': [5000, n => body(`- ${times('<!-- job-family-disable-next-line x ', n)}`)],
  'lists within quotations': [300, n => body(times(`${times('> - ', 20)}a\n`, n))],
  'lists of one point each': [50, n => body(many(n, i => `${times('   ', i)}1. a\n`))],
  'images nested up to the bound': [20, n => body(times(`- ${times('![', 60)}${times('](x)', 60)}\n\n`, n))],
  'open links up to the bound': [40, n => body(times(`- ${times('[a](', 400)}\n\n`, n))],
  'sections with open comments': [1000, n => HEAD + times('## Requirements\n\n<!-- \n\n', n)],
  abbreviations: [5000, n => body(`- ${times('Sr. Baker ', n)}`)],
  'a diagram': [
    3000,
    n => `${HEAD}## Career Ladder\n\n\`\`\`mermaid\ngraph LR;\n${many(n, i => `  a${i}[Baker ${i}]-->a${i + 1};\n`)}\`\`\`\n`,
  ],
  'remarks in brackets in headings': [
    5000,
    n => `${HEAD}## Levels\n\n### Baker ${times('(a) ', n)}\n\n#### Requirements ${times('(a) ', n)}\n\n- a\n`,
  ],
  '“and” in a heading': [5000, n => `${HEAD}## ${times('Requirements and ', n)}x\n\n- a\n`],
  'commas in the name of a level': [5000, n => `${HEAD}## Levels\n\n### Manager${times(', Baking', n)}\n\n- a\n`],
  'linked superiors': [3000, n => body(times('Reports to [the Manager](#x). ', n))],
  'open brackets after a grade': [3000, n => body(times('The Baker is a grade 6 (', n))],
  'words with wide gaps': [10000, n => body(`- ${times('a        ', n)}`)],
  hyphens: [10000, n => body(`- ${times('a-', n)}`)],
  'links to headings of nearly that name': [
    3000,
    n => body(`${times('[x](#nowhere-at-all) ', 50)}\n\n${many(n, i => `## nowhere-at-al ${word(i)}\n`)}`),
  ],
  'links with long anchors': [
    100,
    n => HEAD + many(n, i => `## ${times('heading ', 50)}${word(i)}\n\n[x](#${times('heading-', 50)}q${word(i)})\n\n`),
  ],
};
