import type { Severity } from './finding.ts';
import type { OptionValues, Rule, RuleOption, RuleOptions } from './rule.ts';

/** What a user may set a rule to: a severity, or a severity, how often it reports, and the rule's options by name. */
export type RuleSetting =
  | SeveritySetting
  | ({
      readonly severity?: SeveritySetting;
      readonly report?: ReportSetting;
      /** True to leave out what the rule reports at a lower severity than its own. Only presets set it. */
      readonly ownSeverityOnly?: boolean;
    } & Readonly<Record<string, unknown>>);

/** `once`: the information that a rule finds on a page is one finding, at the first place, with the others as related places. */
export type ReportSetting = 'each' | 'once';

export type SeveritySetting = Severity | 'off';

/** Settings by rule code. Codes that no rule has, and values that an option cannot take, count for nothing. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** From grave to light. */
export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** How a rule runs: undefined where it is turned off. */
export interface RuleRun {
  readonly severity: Severity;
  readonly report: ReportSetting;
  readonly ownSeverityOnly: boolean;
  readonly options: OptionValues<RuleOptions>;
}

/** As far as a rule's settings go. */
type SettableRule = Pick<Rule, 'code' | 'severity' | 'report' | 'options'>;

const knownRuns = new WeakMap<RuleSettings, Map<SettableRule, RuleRun | undefined>>();

/**
 * What a rule's setting amounts to together with its own defaults. The same for the same settings: what is kept of a page by
 * a rule's options counts on until they change.
 */
export function ruleRun(rule: SettableRule, settings: RuleSettings): RuleRun | undefined {
  let runs = knownRuns.get(settings);
  if (!runs) {
    runs = new Map();
    knownRuns.set(settings, runs);
  }
  let run = runs.get(rule);
  if (!run && !runs.has(rule)) {
    run = readRun(rule, settings);
    runs.set(rule, run);
  }
  return run;
}

function readRun(rule: SettableRule, settings: RuleSettings): RuleRun | undefined {
  const setting = settings[rule.code];
  const given = typeof setting === 'string' ? { severity: setting } : (setting ?? {});
  const severity = isSeveritySetting(given.severity) ? given.severity : rule.severity;
  if (severity === 'off') return undefined;
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => [
    name,
    fits(option, given[name]) ? given[name] : option.default,
  ]);
  const report = given.report === 'each' || given.report === 'once' ? given.report : (rule.report ?? 'each');
  return { severity, report, ownSeverityOnly: given.ownSeverityOnly === true, options: Object.fromEntries(options) };
}

/** The lighter of two severities. */
export function lighter(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) > severities.indexOf(b) ? a : b;
}

function isSeveritySetting(value: unknown): value is SeveritySetting {
  return value === 'off' || severities.some(severity => severity === value);
}

function fits(option: RuleOption, value: unknown): boolean {
  switch (option.type) {
    case 'number':
      return typeof value === 'number' && option.minimum <= value && value <= option.maximum;
    case 'boolean':
      return typeof value === 'boolean';
    case 'choice':
      return option.choices.some(choice => choice === value);
  }
}
