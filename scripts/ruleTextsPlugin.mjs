// @ts-check
// Leaves out of a bundle what a rule says only to its documentation page and to the tests: rationale and examples, half of
// what the rules are. Any object that has both is a rule; other objects stay as they are.
import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';

const LEFT_OUT = new Map([
  ['rationale', "''"],
  ['examples', '[]'],
]);

/**
 * A rule's source without these texts.
 *
 * @param {string} file its name, for messages
 * @param {string} source TypeScript
 */
export function withoutRuleTexts(file, source) {
  const { program, errors } = parseSync(file, source);
  // What is wrong with it, esbuild says better.
  if (errors.length > 0) return source;
  /** @type {{ start: number, end: number, text: string }[]} */
  const edits = [];
  new Visitor({
    ObjectExpression({ properties }) {
      const texts = properties.flatMap(property => {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') return [];
        const text = LEFT_OUT.get(property.key.name);
        return text === undefined ? [] : [{ start: property.value.start, end: property.value.end, text }];
      });
      if (texts.length === LEFT_OUT.size) edits.push(...texts);
    },
  }).visit(program);
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source);
}

/** @type {import('esbuild').Plugin} */
export const ruleTextsPlugin = {
  name: 'rule-texts',
  setup(build) {
    build.onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/]\w+\.ts$/ }, ({ path }) => ({
      contents: withoutRuleTexts(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};
