import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { semanticTokensLegend } from '../../server/src/features/semanticTokens.ts';

const root = join(import.meta.dirname, '../..');

interface Contribution {
  readonly path: string;
  readonly scopeName: string;
  readonly injectTo: readonly string[];
}

const manifest: {
  readonly contributes: {
    readonly grammars: readonly Contribution[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, unknown>> }[];
  };
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const contributed = manifest.contributes.grammars;

/** What of VS Code's own grammar of markdown ours are laid into, built as that is: a heading is one match, its text looked at again. */
const markdown: IRawGrammar = {
  scopeName: 'text.html.markdown',
  patterns: [
    { include: '#fenced' },
    {
      match: '(?:^|\\G)[ ]{0,3}(#{1,6}\\s+(.*?)(\\s+#{1,6})?\\s*)$',
      name: 'markup.heading.markdown',
      captures: { 1: { name: 'heading.markdown', patterns: [{ include: '#heading' }] } },
    },
    { match: '`[^`]*`', name: 'markup.inline.raw.string.markdown markup.raw' },
  ],
  repository: {
    fenced: { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    heading: {
      match: '(#{1,6})\\s+(.*?)(?:\\s+(#{1,6}))?\\s*$',
      captures: {
        1: { name: 'punctuation.definition.heading.markdown' },
        2: { name: 'entity.name.section.markdown', patterns: [{ match: '`[^`]*`', name: 'markup.inline.raw.string.markdown' }] },
      },
    },
    $self: {},
    $base: {},
  } as unknown as IRawGrammar['repository'],
};

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
const onigLib = loadWASM(wasm).then(() => ({ createOnigScanner, createOnigString }));
const registry = new Registry({
  onigLib,
  loadGrammar: async scopeName => {
    if (scopeName === markdown.scopeName) return markdown;
    const ours = contributed.find(one => one.scopeName === scopeName);
    return ours ? parseRawGrammar(readFileSync(join(root, ours.path), 'utf8'), ours.path) : null;
  },
  getInjections: scopeName => contributed.filter(one => one.injectTo.includes(scopeName)).map(one => one.scopeName),
});

/** The pieces of a text that one of our grammars names, each with the last part of its name that is ours. */
async function named(text: string): Promise<string[]> {
  const grammar = await registry.loadGrammar(markdown.scopeName);
  let state = INITIAL;
  return text.split('\n').flatMap(line => {
    const { tokens, ruleStack } = grammar!.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const own = scopes.findLast(scope => scope.endsWith('.job-family'));
      return own ? [`${own.replace('.job-family', '')}: ${line.slice(startIndex, endIndex)}`] : [];
    });
  });
}

it.each([
  ['The Senior Baker is a [grade 7](/handbook/x/#y).', 'constant.numeric.grade: grade 7'],
  ['The {add the role name} bakes', 'invalid.deprecated.hole: {add the role name}'],
  ['- Extends the Baker requirements', 'keyword.control.extends: Extends'],
  ['{{% note %}}', 'entity.name.tag.shortcode: note'],
  ['### Senior Baker', 'entity.name.type.class.level: Senior Baker'],
  ['### Staff Baker, Bread & Cakes {#staff}', 'entity.name.type.class.level: Staff Baker, Bread & Cakes'],
  ['### Pastry Baker (Intermediate)', 'entity.name.type.class.level: Pastry Baker (Intermediate)'],
  ['#### {add a section}', 'invalid.deprecated.hole: {add a section}'],
])('the grammar marks what is special in “%s”', async (line, mark) => {
  expect(await named(line)).toContain(mark);
});

it('a link’s destination by a shortcode is marked as one, within the link of a grade', async () => {
  expect(await named('a [grade 7]({{< ref "x#y" >}})')).toEqual(
    expect.arrayContaining(['constant.numeric.grade: grade 7', 'entity.name.tag.shortcode: ref', 'string.quoted.double: "x#y"']),
  );
});

it.each([
  ['a heading that no level has', '## Staff meetings and other events'],
  ['a heading in other words', '## Lead Time'],
  ['inline code', 'Write `{add the role name}` there'],
  ['a code block', '```\n- Extends the Baker\n### Senior Baker\n```'],
  ['prose', 'This extends what a Senior Baker does; grade 7 it is.'],
])('nothing is marked in %s', async (_, text) => {
  expect(await named(text)).toEqual([]);
});

it('the words that the server tells are coloured by kinds that it tells', () => {
  const selectors = manifest.contributes.semanticTokenScopes.flatMap(one => Object.keys(one.scopes));
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  const told = tokenTypes.flatMap(type => [type, ...tokenModifiers.map(modifier => `${type}.${modifier}`)]);
  expect(told).toEqual(expect.arrayContaining(selectors));
});
