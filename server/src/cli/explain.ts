import { documentRules, rules } from '../rules/registry.ts';
import type { Rule } from '../rules/rule.ts';
import type { Console } from './console.ts';
import type { CliEnvironment } from './environment.ts';
import { exitCode } from './exitCode.ts';
import { readRuleText } from './ruleTexts.ts';
import { didYouMean, UsageError } from './usageError.ts';

const all: readonly Pick<Rule, 'code' | 'severity' | 'summary'>[] = [...rules, ...documentRules];

/** `job-family explain`: prints what the documentation says of rules, in markdown. Throws a UsageError for a code that no rule has. */
export function explainRules(codes: readonly string[], environment: CliEnvironment, console: Console): number {
  const wanted = codes.map(code => {
    const rule = all.find(one => one.code === code);
    if (rule) return rule;
    const nearest = didYouMean(
      code,
      all.map(one => one.code),
    );
    throw new UsageError(`There is no rule “${code}”.${nearest} All codes: job-family rules.`);
  });
  for (const { code, severity, summary } of wanted) {
    const text = readRuleText(environment.documentationFolder, code);
    if (text === undefined) console.note('The documentation of the rules is not installed, so there is only this:');
    environment.stdout.write(text ?? `# ${code}\n\n${summary}\n\nSeverity: ${severity}.\n`);
  }
  return exitCode.clean;
}

/** `job-family rules`: lists all rules, as a table for people or as JSON. */
export function listRules(format: 'text' | 'json', { stdout }: CliEnvironment): number {
  if (format === 'json') {
    const listed = all.map(({ code, severity, summary }) => ({ code, severity, summary }));
    stdout.write(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
    return exitCode.clean;
  }
  const width = (of: (rule: (typeof all)[number]) => string): number => Math.max(...all.map(rule => of(rule).length));
  const codeWidth = width(rule => rule.code);
  const severityWidth = width(rule => rule.severity);
  for (const { code, severity, summary } of all)
    stdout.write(`${code.padEnd(codeWidth)}  ${severity.padEnd(severityWidth)}  ${summary}\n`);
  return exitCode.clean;
}
