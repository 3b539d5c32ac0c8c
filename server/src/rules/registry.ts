import { missingJobGrade } from './missingJobGrade.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order of the documentation. A test fails where a rule's file is not listed here. */
export const rules: readonly Rule[] = [missingJobGrade];

/** The rule of a code; undefined where there is none. */
export function ruleOf(code: string): Rule | undefined {
  return rules.find(rule => rule.code === code);
}
