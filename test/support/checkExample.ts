import type { DocumentRule } from '../../server/src/rules/documentRule.ts';
import type { Finding } from '../../server/src/rules/finding.ts';
import type { Rule, RuleExample } from '../../server/src/rules/rule.ts';
import { type RunOptions, runDocumentRules, runRules } from '../../server/src/rules/runRules.ts';
import { linkDocument, linkFamily } from './memoryWorkspace.ts';

/** What all rules find on the first of an example's files, by the example's options, and which of them threw. */
export async function checkExample(
  files: Record<string, string>,
  rule: Rule | DocumentRule,
  example: RuleExample,
): Promise<{ readonly findings: readonly Finding[]; readonly failures: readonly unknown[] }> {
  const failures: unknown[] = [];
  const options = files['.no-grade-page'] === undefined ? {} : { gradePage: false };
  const runOptions: RunOptions = {
    onRuleFailed: (code, error) => failures.push(code, error),
    // A rule that is off by default is shown at work.
    settings: { [rule.code]: { ...(rule.severity === 'off' ? { severity: 'warning' } : {}), ...example.options } },
  };
  const findings =
    'subject' in rule
      ? runDocumentRules(await linkDocument(files, options), runOptions)
      : runRules(await linkFamily(files, options), runOptions);
  return { findings, failures };
}
