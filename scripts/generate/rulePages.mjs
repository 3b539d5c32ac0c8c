// @ts-check
// The pages of docs/rules/ from the rules themselves.

/** A rule as far as its page goes, whatever it looks at. @typedef {Omit<import('../../server/src/rules/rule.ts').Rule, 'check'> & { subject?: string }} AnyRule */
/** @typedef {import('../../server/src/rules/rule.ts').RuleExample} RuleExample */

/** What each preset sets each rule to, by code. @typedef {ReadonlyMap<string, ReadonlyMap<string, string>>} PresetSeverities */

/** Stands in every page that is made here, so that one whose rule is gone can be told from one written by hand. */
export const GENERATED = '<!-- Generated from the rule by `npm run generate`. -->';

/**
 * Every page as it should be: file name to text.
 * @param {readonly AnyRule[]} rules
 * @param {PresetSeverities} presets
 * @returns {Map<string, string>}
 */
export function rulePages(rules, presets) {
  const pages = new Map([['README.md', indexPage(rules, presets)]]);
  for (const rule of rules) pages.set(`${rule.code}.md`, rulePage(rule, presets));
  return pages;
}

/** @param {readonly AnyRule[]} rules @param {PresetSeverities} presets */
function indexPage(rules, presets) {
  const names = [...presets.keys()];
  const rows = rules.map(rule => {
    const severities = names.map(name => presets.get(name)?.get(rule.code));
    return `| [\`${rule.code}\`](${rule.code}.md) | ${severities.join(' | ')} | ${rule.summary} | ${hasFix(rule) ? 'yes' : ''} |`;
  });
  const intro = 'The severity under each [preset](../configuration.md#presets). `recommended` is the default.';
  const header = `| rule | ${names.join(' | ')} | reports | quick fix |\n|---|${'---|'.repeat(names.length)}---|---|`;
  return `# Rules\n\n${GENERATED}\n\n${intro}\n\n${header}\n${rows.join('\n')}\n`;
}

/** @param {AnyRule} rule @param {PresetSeverities} presets */
function rulePage(rule, presets) {
  const severities = [...presets].map(([name, ofRule]) => `${ofRule.get(rule.code)} (${name})`);
  const parts = [
    `# ${rule.code}`,
    GENERATED,
    rule.summary,
    `Severity: ${severities.join(', ')}.${rule.report === 'once' ? ' Reported once a page, except with `strict`.' : ''} ${hasFix(rule) ? 'It has a quick fix.' : 'It has no quick fix.'}`,
    '## Why',
    rule.rationale.trim(),
    ...optionParts(rule),
    '## Examples',
    ...rule.examples.flatMap(example => exampleParts(example, rule.subject === undefined ? 'markdown' : 'yaml')),
    '[All rules](README.md)',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** @param {AnyRule} rule */
function optionParts(rule) {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return [];
  const rows = options.map(
    ([name, option]) => `| \`${name}\` | ${valuesOf(option)} | \`${option.default}\` | ${option.description} |`,
  );
  return ['## Options', ['| option | values | default | what it does |', '|---|---|---|---|', ...rows].join('\n')];
}

/** @param {import('../../server/src/rules/rule.ts').RuleOption} option */
function valuesOf(option) {
  switch (option.type) {
    case 'number':
      return `${option.minimum} to ${option.maximum}`;
    case 'boolean':
      return '`true`, `false`';
    case 'choice':
      return option.choices.map(choice => `\`${choice}\``).join(', ');
  }
}

/**
 * @param {RuleExample} example
 * @param {'markdown' | 'yaml'} language
 */
function exampleParts(example, language) {
  return [
    ...(example.title === undefined ? [] : [`### ${example.title}`]),
    ...(example.options === undefined
      ? []
      : [
          `With ${Object.entries(example.options)
            .map(([name, value]) => `\`${name}: ${value}\``)
            .join(', ')}.`,
        ]),
    'Reported, at the marked words:',
    fenced(marked(example.bad), language),
    ...(example.fixed === undefined ? [] : ['After the quick fix:', fenced(withoutMarks(example.fixed), language)]),
    ...(example.fixed === example.good ? [] : ['Not reported:', fenced(withoutMarks(example.good), language)]),
  ];
}

/** @param {AnyRule} rule */
function hasFix(rule) {
  return rule.examples.some(example => example.fixed !== undefined);
}

/**
 * Where files other than the page are told by their path, so is each of a document.
 *
 * @param {string} text
 * @param {'markdown' | 'yaml'} language
 */
function fenced(text, language) {
  const told = language === 'yaml' ? text.replace(/^\n*<!-- (.+) -->$/gm, '\n# $1') : text;
  return `\`\`\`\`${language}\n${told.trim()}\n\`\`\`\``;
}

/** Further files of an example are told by their path. @param {string} text */
function withoutMarks(text) {
  return text.replace(/^\/\/~.*\n/gm, '').replace(/^\/\/- (.+)$/gm, '\n<!-- $1 -->');
}

/** The carets stay below what they mark. @param {string} text */
function marked(text) {
  return text.replace(/^\/\/~(.*)$/gm, (_, marks) => `   ${marks}`).replace(/^\/\/- (.+)$/gm, '\n<!-- $1 -->');
}
