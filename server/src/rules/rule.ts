import type { JobFamily } from '../model/jobFamily.ts';
import type { Profile } from '../profile/profile.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Fix, LinkData, RelatedPlace, Severity } from './finding.ts';
import type { ReportSetting } from './ruleSettings.ts';
import type { Suppressions } from './suppression.ts';

/** An option of a rule: what it may be set to and what it is where nobody sets it. Settings and schemas are made of it. */
export type RuleOption =
  | {
      readonly type: 'number';
      readonly default: number;
      readonly minimum: number;
      readonly maximum: number;
      readonly description: string;
    }
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | { readonly type: 'choice'; readonly default: string; readonly choices: readonly string[]; readonly description: string };

export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** The values of a rule's options, those that nobody set included. */
export type OptionValues<O extends RuleOptions> = { readonly [K in keyof O]: O[K]['default'] };

/** What a rule may ask. Everything is loaded; nothing here reads or waits. */
export interface RuleContext<O extends RuleOptions = RuleOptions> {
  readonly options: OptionValues<O>;
  /** What the page's own comments turn off. Only complete in the check of the rule that runs last, `unused-suppression`. */
  readonly suppressions: Suppressions;
  /** Every rule's code, and whether the rule runs. */
  readonly knownCodes: ReadonlyMap<string, boolean>;
  readonly uri: string;
  readonly linked: LinkedFamily;
  readonly family: JobFamily;
  readonly page: PageSyntax;
  readonly text: string;
  readonly profile: Profile;
}

/** What a rule says of a place. Severity and code are the rule's own, unless it says a lower severity here. */
export interface Report {
  readonly span: Span;
  readonly message: string;
  /** A function where making the fixes takes a search: they are then made when somebody asks for them. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  readonly related?: readonly RelatedPlace[];
  readonly data?: LinkData;
  readonly severity?: Severity;
  /**
   * Tells what is said here from what the rule may say of the same place, or of the same words elsewhere, whatever the language of
   * the message: a section's kind, a level's name. Findings are known again by it.
   */
  readonly about?: string;
}

/**
 * An executable example. Each text is one fixture: `//- path` starts a file, the first one is the page that is checked, and
 * pages that no fixture writes (the grade page among them) are those of the test support. `bad` gives findings of this rule
 * exactly at the places marked by `//~ ^^^` lines and none of any other rule at warning or above is looked at; `good` gives
 * none of this rule; `fixed` is the page after the finding's preferred fix. `options` are set for all three.
 */
export interface RuleExample {
  readonly title?: string;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly bad: string;
  readonly good: string;
  readonly fixed?: string;
}

export interface Rule<O extends RuleOptions = RuleOptions> {
  /** Kebab-case, permanent: suppressions, settings and other tools name it. */
  readonly code: string;
  /** Where users set no other; `off` where the rule is only for those who want it. */
  readonly severity: Severity | 'off';
  /** `once` for advice that a page often ignores in many places; `each` if not given. */
  readonly report?: ReportSetting;
  /** One sentence: what is wrong where it reports. */
  readonly summary: string;
  /** Why that matters, and what to do: markdown, for the documentation page. */
  readonly rationale: string;
  readonly options?: O;
  readonly examples: readonly RuleExample[];
  check(context: RuleContext<O>, report: (finding: Report) => void): void;
}

/** Marks a rule as one; its file's name is its code in camel case, and `registry.ts` lists it. */
export function defineRule<const O extends RuleOptions = Record<never, never>>(rule: Rule<O>): Rule {
  return rule as unknown as Rule;
}
