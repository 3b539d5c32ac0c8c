// @ts-check
// The words that the extension and its server show, as VS Code wants them for translation: l10n/bundle.l10n.json.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { root } from '../root.mjs';

/**
 * Every text that a source gives to `l10n.t`, VS Code's own in the client and that of `@vscode/l10n` in the server, sorted, by itself:
 * of a template the text with `{0}`, `{1}` … for what is filled in. Throws where one is not written out, since nobody could translate it.
 *
 * @returns {Record<string, string>}
 */
export function localizedStrings() {
  const texts = ['client/src', 'server/src'].flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .flatMap(name => stringsOf(`${folder}/${name}`, readFileSync(path.join(root, folder, name), 'utf8'))),
  );
  return Object.fromEntries([...new Set(texts)].sort().map(text => [text, text]));
}

/**
 * @param {string} file its name, for messages
 * @param {string} source TypeScript
 * @returns {string[]}
 */
function stringsOf(file, source) {
  /** @type {string[]} */
  const texts = [];
  /** @param {{ start: number, end: number }} node */
  const isLocalizer = ({ start, end }) => /\bl10n\.t$/u.test(source.slice(start, end));
  new Visitor({
    CallExpression({ callee, arguments: [first], start }) {
      if (!isLocalizer(callee)) return;
      if (first?.type === 'Literal' && typeof first.value === 'string') texts.push(first.value);
      else throw new Error(`${file}: ${source.slice(start, start + 60)}: the text is not written out.`);
    },
    TaggedTemplateExpression({ tag, quasi }) {
      if (!isLocalizer(tag)) return;
      texts.push(quasi.quasis.map(({ value }, at) => (at === 0 ? '' : `{${at - 1}}`) + (value.cooked ?? value.raw)).join(''));
    },
  }).visit(parseSync(file, source).program);
  return texts;
}
