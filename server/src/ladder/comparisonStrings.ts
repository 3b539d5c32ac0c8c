import { englishStrings, type LadderStrings } from './strings.ts';

/** Every text of a comparison that is not the pages' own, so that it can be said in another language. */
export interface ComparisonStrings
  extends Pick<LadderStrings, 'line' | 'gradeNumber' | 'noGrade' | 'track' | 'untitled' | 'fromFamily'> {
  readonly changed: string;
  /** Said before words that the other level has not, for who does not see how they are marked. */
  readonly gone: string;
  readonly new: string;
  readonly fromBase: string;
  readonly wholeFamily: string;
  readonly noSections: string;
  readonly noSuchSection: string;
  from(level: string): string;
  onlyAt(level: string): string;
  counted(count: number, what: string): string;
  same(count: number): string;
  /** The buttons of the pane. */
  readonly tools: string;
  readonly swap: string;
  readonly unfoldSame: string;
  readonly asText: string;
  readonly choose: string;
  /** Said behind it, for who does not see where the button stands. */
  inPlaceOf(level: string): string;
  /** Of a bullet that stands at two places: leads to the second. */
  alsoAt(level: string): string;
}

export const englishComparisonStrings: ComparisonStrings = {
  ...englishStrings,
  changed: 'Changed',
  gone: 'only here: ',
  new: 'new: ',
  fromBase: 'from the base',
  wholeFamily: 'for the whole family',
  noSections: 'Neither level has a section yet.',
  noSuchSection: 'no such section',
  tools: 'Comparison',
  swap: 'Swap sides',
  unfoldSame: 'Show what is the same',
  asText: 'Compare as text',
  choose: 'Choose\u2026',
  inPlaceOf: level => ` another level in place of ${level}`,
  from: level => `from ${level}`,
  onlyAt: level => `Only at ${level}`,
  counted: (count, what) => `${count} ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  same: count => `${count} the same`,
  alsoAt: level => `at ${level}`,
};
