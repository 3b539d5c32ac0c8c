import type { Profile } from '../profile/profile.ts';
import type { DocumentKind } from '../workspace/documentKinds.ts';
import type { LinkedDocument } from '../workspace/linkedDocument.ts';
import type { OptionValues, Report, Rule, RuleOptions } from './rule.ts';

/** What a rule for YAML documents may ask. Everything is loaded; nothing here reads or waits. */
export interface DocumentRuleContext<O extends RuleOptions = RuleOptions> {
  readonly options: OptionValues<O>;
  readonly uri: string;
  readonly document: LinkedDocument;
  readonly text: string;
  readonly profile: Profile;
}

/** A rule for documents that are no pages. Its examples begin with the path of one (`//- data/…`). */
export interface DocumentRule<O extends RuleOptions = RuleOptions> extends Omit<Rule<O>, 'check'> {
  /** The documents that it looks at. */
  readonly subject: DocumentKind;
  check(context: DocumentRuleContext<O>, report: (finding: Report) => void): void;
}

/** Marks a rule for documents as one; its file's name is its code in camel case, and `registry.ts` lists it. */
export function defineDocumentRule<const O extends RuleOptions = Record<never, never>>(rule: DocumentRule<O>): DocumentRule {
  return rule as unknown as DocumentRule;
}
