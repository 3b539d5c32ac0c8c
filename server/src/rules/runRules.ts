import type { LineIndex } from '../text/lineIndex.ts';
import type { LinkedDocument } from '../workspace/linkedDocument.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { DocumentRuleContext } from './documentRule.ts';
import type { Finding, Fix } from './finding.ts';
import { documentRules, rules } from './registry.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { lighter, type RuleRun, type RuleSettings, ruleRun } from './ruleSettings.ts';
import { readSuppressions, readYamlSuppressions, type Suppressions } from './suppression.ts';
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
  const suppressions = readSuppressions(page);
  const settings = options.settings ?? DEFAULTS;
  const context: Omit<RuleContext, 'options'> = {
    uri: linked.uri,
    linked,
    family: linked.family,
    page,
    text: page.text,
    profile: linked.profile,
    suppressions,
    knownCodes: knownCodes(settings),
  };
  const findings = withoutSuppressed(runAll(OTHERS, context, options), suppressions, page.lines);
  // What turned off nothing is known when all the others have spoken.
  return inOrder([...findings, ...runAll([unusedSuppression], context, options)]);
}

const OTHERS = rules.filter(rule => rule !== unusedSuppression);

/** Where nobody set anything. */
const DEFAULTS: RuleSettings = {};

const codes = new WeakMap<RuleSettings, ReadonlyMap<string, boolean>>();

/** Every rule's code, and whether it runs. Settings do not change from edit to edit. */
function knownCodes(settings: RuleSettings): ReadonlyMap<string, boolean> {
  let known = codes.get(settings);
  if (!known) {
    known = new Map([...rules, ...documentRules].map(rule => [rule.code, ruleRun(rule, settings) !== undefined]));
    codes.set(settings, known);
  }
  return known;
}

/** The same for a YAML document: by the rules for documents of its kind. */
export function runDocumentRules(document: LinkedDocument, options: RunOptions = {}): Finding[] {
  const { text, lines } = document.yaml;
  const context: Omit<DocumentRuleContext, 'options'> = { uri: document.uri, document, text, profile: document.profile };
  const ofKind = documentRules.filter(rule => rule.subject === document.kind);
  return inOrder(withoutSuppressed(runAll(ofKind, context, options), readYamlSuppressions(text, lines), lines));
}

/** A rule as far as running it goes, whatever it looks at. */
interface RunnableRule<C> extends Omit<Rule, 'check'> {
  check(context: C & Pick<RuleContext, 'options'>, report: (finding: Report) => void): void;
}

function runAll<C>(all: readonly RunnableRule<C>[], context: C, options: RunOptions): Finding[] {
  const findings: Finding[] = [];
  for (const rule of all) {
    if (options.isCancelled?.()) break;
    const run = ruleRun(rule, options.settings ?? DEFAULTS);
    if (!run) continue;
    try {
      findings.push(...runRule(rule, run, context));
    } catch (error) {
      options.onRuleFailed?.(rule.code, error);
    }
  }
  return withoutRepeatedLinks(findings);
}

function withoutSuppressed(findings: readonly Finding[], suppressions: Suppressions, lines: LineIndex): readonly Finding[] {
  if (suppressions.directives.length === 0) return findings;
  return findings.filter(({ code, span }) => !suppressions.covers(code, lines.lineAt(span.start)));
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function runRule<C>(rule: RunnableRule<C>, run: RuleRun, context: C): Finding[] {
  const findings: Finding[] = [];
  rule.check({ ...context, options: run.options }, report => {
    if (run.ownSeverityOnly && report.severity !== undefined) return;
    findings.push(findingOf(rule, run, report));
  });
  return findings;
}

function findingOf(rule: Pick<Rule, 'code'>, run: RuleRun, report: Report): Finding {
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
    about: report.about,
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
