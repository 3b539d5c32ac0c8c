import { countedWords, wordModeOf } from '../rules/countedWords.ts';
import { genderCodedLanguage } from '../rules/genderCodedLanguage.ts';
import { type RuleSettings, ruleRun } from '../rules/ruleSettings.ts';
import type { Span } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';

/** Returns where the masculine-coded words of a page are, as its rule counts them, whether the rule is turned off or not. */
export function masculineWords(linked: LinkedFamily, settings: RuleSettings): readonly Span[] {
  const mode = ruleRun(genderCodedLanguage, settings)?.options.mode;
  const context = { page: linked.family.page, profile: linked.profile, linked, family: linked.family };
  return countedWords(context, wordModeOf(String(mode)))
    .filter(({ word }) => word.coding === 'masculine')
    .map(({ span }) => span);
}
