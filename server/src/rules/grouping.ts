import * as l10n from '@vscode/l10n';
import type { Finding } from './finding.ts';
import { documentRules, rules } from './registry.ts';
import { type RuleSettings, ruleRun } from './ruleSettings.ts';

/**
 * Returns the findings of the page `uri` as they are shown: the information and the hints of a rule that reports `once` become one finding
 * each, at the first place, with the others as related places. Errors and warnings stay at their places, and the order stays.
 */
export function groupedFindings(findings: readonly Finding[], uri: string, settings: RuleSettings): readonly Finding[] {
  const once = codesReportedOnce(settings);
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!once.has(finding.code) || finding.severity === 'error' || finding.severity === 'warning') continue;
    const group = groups.get(keyOf(finding));
    if (group) group.push(finding);
    else groups.set(keyOf(finding), [finding]);
  }
  return findings.flatMap(finding => {
    const group = groups.get(keyOf(finding));
    if (!group || group.length === 1) return [finding];
    return group[0] === finding ? [grouped(group, uri)] : [];
  });
}

function grouped(group: readonly Finding[], uri: string): Finding {
  const [first, ...others] = group as readonly [Finding, ...Finding[]];
  const { code, severity, span, data, about } = first;
  return {
    code,
    severity,
    span,
    data,
    about,
    message: l10n.t`${first.message} (${group.length} times on this page)`,
    related: [...first.related, ...others.map(other => ({ uri, span: other.span, message: other.message }))],
    get fixes() {
      return first.fixes;
    },
  };
}

const known = new WeakMap<RuleSettings, ReadonlySet<string>>();

/** The codes of the rules that report once a page under these settings, which do not change from edit to edit. */
function codesReportedOnce(settings: RuleSettings): ReadonlySet<string> {
  let codes = known.get(settings);
  if (!codes) {
    const once = [...rules, ...documentRules].filter(rule => ruleRun(rule, settings)?.report === 'once');
    codes = new Set(once.map(({ code }) => code));
    known.set(settings, codes);
  }
  return codes;
}

function keyOf({ code, severity }: Finding): string {
  return `${severity} ${code}`;
}
