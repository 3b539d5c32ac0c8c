import * as l10n from '@vscode/l10n';
import { ladderStrings } from './strings.ts';

/** Every text of a comparison that is not the pages' own, in the editor's language. */
export type ComparisonStrings = ReturnType<typeof comparisonStrings>;

/** Looks the texts up, once for a whole comparison. */
export function comparisonStrings() {
  return {
    ...ladderStrings(),
    changed: l10n.t`Changed`,
    /** Said before words that the other level has not, for who does not see how they are marked. */
    gone: l10n.t`only here:`,
    new: l10n.t`new:`,
    fromBase: l10n.t`from the base`,
    noSections: l10n.t`Neither level has a section yet.`,
    noSuchSection: l10n.t`no such section`,
    from: (level: string): string => l10n.t`from ${level}`,
    onlyAt: (level: string): string => l10n.t`Only at ${level}`,
    changedCount: (count: number): string => l10n.t`${count} changed`,
    onlyAtCount: (count: number, level: string): string => l10n.t`${count} only at ${level}`,
    same: (count: number): string => l10n.t`${count} the same`,
    /** The buttons of the pane. */
    tools: l10n.t`Comparison`,
    swap: l10n.t`Swap sides`,
    unfoldSame: l10n.t`Show what is the same`,
    asText: l10n.t`Compare as text`,
    choose: l10n.t`Choose…`,
    /** Said behind it, for who does not see where the button stands. */
    inPlaceOf: (level: string): string => l10n.t`another level in place of ${level}`,
    /** Of a bullet that stands at two places: leads to the second. */
    alsoAt: (level: string): string => l10n.t`at ${level}`,
  };
}
