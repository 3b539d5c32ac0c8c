import type { LadderViewName } from '../lsp/messages.ts';
import type { SectionKind, Track } from '../profile/profile.ts';
import type { Severity } from '../rules/finding.ts';
import type { LadderAction } from './toolbarHtml.ts';

/** Every text of the ladder that is not the page's own, so that it can be said in another language. */
export interface LadderStrings {
  readonly untitled: string;
  readonly views: string;
  viewName(view: LadderViewName): string;
  readonly filter: string;
  readonly section: string;
  readonly allSections: string;
  readonly trackName: string;
  readonly allTracks: string;
  readonly allGrades: string;
  /** The box that shows or hides inherited bullets. */
  readonly inherited: string;
  actionName(action: LadderAction): string;
  readonly lock: string;
  readonly lockHint: string;
  readonly nothingLeft: string;
  readonly clearFilter: string;
  /** What a level that is asked for by itself says where nothing stands in it. */
  readonly nothingWritten: string;
  /** Said before where a part of a level's text comes from, to those who do not see the margin. */
  readonly comesFrom: string;
  readonly grade: string;
  readonly noGrade: string;
  readonly base: string;
  readonly baseNote: string;
  readonly wholeFamily: string;
  readonly nextFamilies: string;
  readonly columnShown: string;
  readonly none: string;
  readonly noLevels: string;
  readonly noGrades: string;
  /** The button beside these two. */
  readonly addJobGrade: string;
  readonly pageMissing: string;
  readonly newHere: string;
  /** Said of a level's section that holds nothing but the base's. */
  readonly baseOnly: string;
  track(track: Track): string;
  levels(count: number): string;
  gradeNumber(grade: number): string;
  /** The beginning of a range of grades; a dash and the highest follow. */
  gradesFrom(lowest: number): string;
  findings(count: number): string;
  severity(severity: Severity): string;
  /** A number of bullets of a section, as on a card. */
  bullets(kind: SectionKind, title: string, own: number): string;
  /** Behind it, in brackets: how many are inherited besides. */
  inheritedBullets(count: number): string;
  /** `from`: the levels' titles; undefined: the base. */
  inheritedFrom(count: number, from: readonly (string | undefined)[]): string;
  /** Said before what a level extends. */
  readonly extends: string;
  readonly extendsBase: string;
  readonly skipsSteps: string;
  readonly upwards: string;
  readonly itself: string;
  fromFamily(family: string): string;
  readonly unknownLevel: string;
  /** `line` counts from 0, what is said from 1. */
  line(line: number): string;
}

export const englishStrings: LadderStrings = {
  untitled: 'Untitled job family',
  views: 'View',
  viewName: view => ({ ladder: 'Ladder', matrix: 'Matrix', level: 'Level' })[view],
  filter: 'Filter',
  section: 'Section',
  allSections: 'All sections',
  trackName: 'Track',
  allTracks: 'Both tracks',
  allGrades: 'All grades',
  inherited: 'Inherited',
  actionName: action => ({ compare: 'Compare…', map: 'Career map', export: 'Export…' })[action],
  lock: 'Lock',
  lockHint: 'Stay with this job family when another one is edited',
  nothingLeft: 'No level and no bullet has this.',
  clearFilter: 'Clear the filter',
  nothingWritten: 'Nothing is written here yet.',
  comesFrom: 'From',
  grade: 'Grade',
  noGrade: 'no grade',
  base: 'Base',
  baseNote: 'applies to every level',
  wholeFamily: 'for the whole family',
  nextFamilies: 'Next families:',
  columnShown: 'Column shown',
  none: 'none',
  noLevels: 'This page has no level yet: add a Job Grade section at the top, or under a heading for each level.',
  noGrades: 'No level has a grade yet: add a Job Grade section.',
  addJobGrade: 'Add a Job Grade section',
  pageMissing: 'no such page',
  newHere: 'New at this level',
  baseOnly: 'as in the base',
  track: track => (track === 'management' ? 'Management' : 'Individual contributor'),
  levels: count => `${count} ${count === 1 ? 'level' : 'levels'}`,
  gradeNumber: grade => `grade ${grade}`,
  gradesFrom: lowest => `grades ${lowest}`,
  findings: count => `${count} ${count === 1 ? 'finding' : 'findings'}`,
  severity: severity => ({ error: 'Error', warning: 'Warning', information: 'Information', hint: 'Hint' })[severity],
  bullets: (kind, title, own) => `${own} ${bulletWord(kind, title, own)}`,
  inheritedBullets: count => `+${count} inherited`,
  inheritedFrom: (count, from) => `+${count} inherited from ${from.map(title => title ?? 'base').join(', ')}`,
  extends: 'extends',
  extendsBase: 'base',
  skipsSteps: 'skips a step',
  upwards: 'a step above',
  itself: 'which is itself',
  fromFamily: family => `in ${family}`,
  unknownLevel: 'not known',
  line: line => `Line ${line + 1}`,
};

const SINGULAR: Partial<Record<SectionKind, string>> = {
  responsibilities: 'responsibility',
  requirements: 'requirement',
  'performance-indicators': 'performance indicator',
  'nice-to-haves': 'nice-to-have',
};

function bulletWord(kind: SectionKind, title: string, count: number): string {
  return (count === 1 && SINGULAR[kind]) || title.toLowerCase();
}
