import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentRule } from '../../server/src/rules/documentRule.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import { documentRules, rules } from '../../server/src/rules/registry.ts';
import type { Rule, RuleExample } from '../../server/src/rules/rule.ts';
import { applySpanEdits } from '../../server/src/text/spanEdit.ts';
import { checkExample } from '../support/checkExample.ts';
import { readFixture } from '../support/fixture.ts';

async function findingsOf(files: Record<string, string>, rule: Rule | DocumentRule, example: RuleExample): Promise<Finding[]> {
  const { findings, failures } = await checkExample(files, rule, example);
  expect(failures).toEqual([]);
  return findings.filter(finding => finding.code === rule.code);
}

for (const rule of [...rules, ...documentRules]) {
  describe(rule.code, () => {
    for (const [index, example] of rule.examples.entries()) {
      const name = example.title ?? `example ${index + 1}`;
      it(`${name}: the bad page has the findings that are marked`, async () => {
        const { files, marks } = readFixture(example.bad);
        const text = Object.values(files)[0]!;
        expect(marks).not.toEqual([]);
        const found = await findingsOf(files, rule, example);
        expect(found.map(finding => text.slice(finding.span.start, finding.span.end))).toEqual(
          marks.map(mark => text.slice(mark.start, mark.end)),
        );
        expect(found.map(finding => finding.span.start)).toEqual(marks.map(mark => mark.start));
      });
      it(`${name}: the good page has none`, async () => {
        expect(await findingsOf(readFixture(example.good).files, rule, example)).toEqual([]);
      });
      if (example.fixed !== undefined) {
        it(`${name}: the preferred fixes give the fixed page, which is clean`, async () => {
          const { files } = readFixture(example.bad);
          const [path, text] = Object.entries(files)[0]!;
          const found = await findingsOf(files, rule, example);
          const edits = found.flatMap(finding => finding.fixes.find(fix => fix.preferred)?.edits ?? []);
          const fixed = applySpanEdits(text, edits);
          expect(fixed).toBe(Object.values(readFixture(example.fixed!).files)[0]);
          expect(await findingsOf({ ...files, [path]: fixed }, rule, example)).toEqual([]);
        });
      }
    }
  });
}

it('every rule file is in the registry', () => {
  const folder = join(import.meta.dirname, '../../server/src/rules');
  const notRules = [
    'anchorLinks.ts',
    'countedWords.ts',
    'disableFixes.ts',
    'documentRule.ts',
    'documentTroubles.ts',
    'finding.ts',
    'fixAll.ts',
    'fixes.ts',
    'gradeLinks.ts',
    'inheritance.ts',
    'levelMeant.ts',
    'linkData.ts',
    'nearest.ts',
    'performanceIndicators.ts',
    'phrases.ts',
    'placeholders.ts',
    'quoted.ts',
    'grouping.ts',
    'presets.ts',
    'registry.ts',
    'rule.ts',
    'ruleSettings.ts',
    'runRules.ts',
    'similarity.ts',
    'suppression.ts',
    'schemaTrouble.ts',
    'wordList.ts',
    'wording.ts',
  ];
  const files = readdirSync(folder).filter(file => file.endsWith('.ts') && !notRules.includes(file));
  const camel = (code: string): string => `${code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}.ts`;
  expect(files.sort()).toEqual([...rules, ...documentRules].map(rule => camel(rule.code)).sort());
});
