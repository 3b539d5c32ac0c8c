// @ts-check
// The words that the extension itself shows, as VS Code wants them for translation: l10n/bundle.l10n.json.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { root } from '../root.mjs';

/**
 * Every text that a source of the client gives to `vscode.l10n.t`, sorted, by itself. Throws where one is not written out, since nobody
 * could translate it.
 *
 * @returns {Record<string, string>}
 */
export function clientStrings() {
  const folder = path.join(root, 'client', 'src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'));
  const texts = sources.flatMap(name => stringsOf(name, readFileSync(path.join(folder, name), 'utf8')));
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
  new Visitor({
    CallExpression({ callee, arguments: [first], start }) {
      if (!/\bl10n\.t$/u.test(source.slice(callee.start, callee.end))) return;
      if (first?.type === 'Literal' && typeof first.value === 'string') texts.push(first.value);
      else throw new Error(`client/src/${file}: ${source.slice(start, start + 60)}: the text is not written out.`);
    },
  }).visit(parseSync(file, source).program);
  return texts;
}
