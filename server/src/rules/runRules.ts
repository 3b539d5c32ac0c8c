import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Finding, Fix } from './finding.ts';
import { rules } from './registry.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { lighter, type RuleRun, type RuleSettings, ruleRun } from './ruleSettings.ts';
import { readSuppressions } from './suppression.ts';
import { unusedSuppression } from './unusedSuppression.ts';

/** What a run may be told from outside. */
export interface RunOptions {
  /** What users set of the rules; their own defaults where nothing is. */
  readonly settings?: RuleSettings;
  /** Asked between two rules; true ends the run with what was found. */
  readonly isCancelled?: () => boolean;
  /** Told when a rule throws: that rule's findings are lost, the others' are not. */
  readonly onRuleFailed?: (code: string, error: unknown) => void;
}

/**
 * *Validated*: all findings of a family, in page order, those left out that the page's own comments turn off. Where two
 * rules would tell the same broken link, the more specific one (the earlier in the registry) does.
 */
export function runRules(linked: LinkedFamily, options: RunOptions = {}): Finding[] {
  const { page } = linked.family;
  const runs = new Map(rules.map(rule => [rule, ruleRun(rule, options.settings ?? {})]));
  const context: Omit<RuleContext, 'options'> = {
    uri: linked.uri,
    linked,
    family: linked.family,
    page,
    text: page.text,
    profile: linked.profile,
    suppressions: readSuppressions(page),
    knownCodes: new Map([...runs].map(([rule, run]) => [rule.code, run !== undefined])),
  };
  const isCovered = ({ code, span }: Finding): boolean =>
    context.suppressions.directives.length > 0 && context.suppressions.covers(code, page.lines.lineAt(span.start));
  let findings: Finding[] = [];
  for (const [rule, run] of runs) {
    if (options.isCancelled?.()) break;
    if (rule === unusedSuppression) findings = withoutRepeatedLinks(findings).filter(finding => !isCovered(finding));
    if (!run) continue;
    try {
      findings.push(...runRule(rule, run, context));
    } catch (error) {
      options.onRuleFailed?.(rule.code, error);
    }
  }
  return findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function runRule(rule: Rule, run: RuleRun, context: Omit<RuleContext, 'options'>): Finding[] {
  const findings: Finding[] = [];
  rule.check({ ...context, options: run.options }, report => findings.push(findingOf(rule, run, report)));
  return findings;
}

function findingOf(rule: Rule, run: RuleRun, report: Report): Finding {
  let made: readonly Fix[] | undefined;
  return {
    code: rule.code,
    severity: lighter(run.severity, report.severity ?? run.severity),
    message: report.message,
    span: report.span,
    related: report.related ?? [],
    get fixes() {
      made ??= typeof report.fixes === 'function' ? report.fixes() : (report.fixes ?? []);
      return made;
    },
    data: report.data,
  };
}

function withoutRepeatedLinks(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(finding => {
    if (!finding.data) return true;
    const key = `${finding.span.start}-${finding.span.end}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}
