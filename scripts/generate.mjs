// @ts-check
// npm run generate [-- --check]: writes docs/rules/ from the rules themselves; with --check it only tells what is stale.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './root.mjs';
import { schemaPlugin } from './schemaPlugin.mjs';
import { yamlPlugin } from './yamlPlugin.mjs';

/** @typedef {Omit<import('../server/src/rules/rule.ts').Rule, 'check'> & { subject?: string }} Rule */
/** @typedef {import('../server/src/rules/rule.ts').RuleExample} RuleExample */

const folder = path.join(root, 'docs', 'rules');

/** Every page below docs/rules/ as it should be: file name to text. @returns {Promise<Map<string, string>>} */
export async function rulePages() {
  const rules = await loadRules();
  /** @type {Map<string, string>} */
  const pages = new Map([['README.md', indexPage(rules)]]);
  for (const rule of rules) pages.set(`${rule.code}.md`, rulePage(rule));
  return pages;
}

/** The files that differ from what they should be, are missing, or should not be there. @returns {Promise<string[]>} */
export async function staleRulePages() {
  const pages = await rulePages();
  const present = readFolder();
  const stale = [...pages].filter(([name, text]) => present.get(name) !== text).map(([name]) => name);
  // A page measured or written by hand may stand beside the generated ones; only a rule's page without a rule is stale.
  const orphans = [...present].filter(([name, text]) => !pages.has(name) && text.includes(GENERATED)).map(([name]) => name);
  return [...stale, ...orphans];
}

const GENERATED = '<!-- Generated from the rule by `npm run generate`. -->';

function readFolder() {
  try {
    return new Map(readdirSync(folder).map(name => [name, readFileSync(path.join(folder, name), 'utf8')]));
  } catch {
    return new Map();
  }
}

/** @returns {Promise<readonly Rule[]>} */
async function loadRules() {
  const work = mkdtempSync(path.join(tmpdir(), 'job-family-rules-'));
  try {
    const outfile = path.join(work, 'rules.mjs');
    await build({
      entryPoints: [path.join(root, 'server', 'src', 'rules', 'registry.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      plugins: [yamlPlugin.esbuild, schemaPlugin.esbuild],
    });
    const { rules, documentRules } = await import(pathToFileURL(outfile).href);
    return [...rules, ...documentRules];
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** @param {readonly Rule[]} rules */
function indexPage(rules) {
  const rows = rules.map(
    rule => `| [\`${rule.code}\`](${rule.code}.md) | ${rule.severity} | ${rule.summary} | ${hasFix(rule) ? 'yes' : ''} |`,
  );
  return `# Rules\n\n${GENERATED}\n\n| rule | severity | what it tells | quick fix |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** @param {Rule} rule */
function rulePage(rule) {
  const parts = [
    `# ${rule.code}`,
    GENERATED,
    rule.summary,
    `Severity: ${rule.severity}. ${hasFix(rule) ? 'A quick fix mends it.' : 'It has no quick fix.'}`,
    '## Why',
    rule.rationale.trim(),
    ...optionParts(rule),
    '## Examples',
    ...rule.examples.flatMap(example => exampleParts(example, rule.subject === undefined ? 'markdown' : 'yaml')),
    '[All rules](README.md)',
  ];
  return `${parts.join('\n\n')}\n`;
}

/** @param {Rule} rule */
function optionParts(rule) {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return [];
  const rows = options.map(
    ([name, option]) => `| \`${name}\` | ${valuesOf(option)} | \`${option.default}\` | ${option.description} |`,
  );
  return ['## Options', ['| option | values | default | what it does |', '|---|---|---|---|', ...rows].join('\n')];
}

/** @param {import('../server/src/rules/rule.ts').RuleOption} option */
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
    'Told, at the words that are marked:',
    fenced(marked(example.bad), language),
    ...(example.fixed === undefined ? [] : ['After the quick fix:', fenced(withoutMarks(example.fixed), language)]),
    ...(example.fixed === example.good ? [] : ['Not told:', fenced(withoutMarks(example.good), language)]),
  ];
}

/** @param {Rule} rule */
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const stale = await staleRulePages();
    for (const name of stale) console.error(`docs/rules/${name} is stale: run npm run generate`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    const stale = await staleRulePages();
    const pages = await rulePages();
    mkdirSync(folder, { recursive: true });
    for (const name of stale) {
      const text = pages.get(name);
      if (text === undefined) rmSync(path.join(folder, name));
      else writeFileSync(path.join(folder, name), text);
      console.log(`docs/rules/${name} ${text === undefined ? 'removed' : 'written'}`);
    }
    if (stale.length === 0) console.log('docs/rules is current.');
  }
}
