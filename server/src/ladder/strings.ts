import * as l10n from '@vscode/l10n';
import type { LadderViewName } from '../lsp/messages.ts';
import type { SectionKind, Track } from '../profile/profile.ts';
import type { Severity } from '../rules/finding.ts';
import { attributes } from './html.ts';
import type { LadderAction } from './toolbarHtml.ts';

/** Every text of the ladder that is not the page's own, in the editor's language. */
export type LadderStrings = ReturnType<typeof ladderStrings>;

/** The language that pages are written in: their levels are known by English sentences, whatever the profile. */
const PAGE_LANGUAGE = 'en';

/** Looks the texts up, once for a whole drawing: a large one says some of them thousands of times. */
export function ladderStrings() {
  // Not translated but told: which language these texts are in.
  const language = l10n.t`en`;
  return {
    /** As HTML's `lang` names it. */
    language,
    /** The attribute of the page's own prose, where it is in another language than these texts: it is read aloud as what it is. */
    ofPage: attributes({ lang: language === PAGE_LANGUAGE ? undefined : PAGE_LANGUAGE }),
    /** The attribute of these texts, where they stand within such prose. */
    withinPage: attributes({ lang: language === PAGE_LANGUAGE ? undefined : language }),
    untitled: l10n.t`Untitled job family`,
    views: l10n.t`View`,
    viewName: (view: LadderViewName): string => ({ ladder: l10n.t`Ladder`, matrix: l10n.t`Matrix`, level: l10n.t`Level` })[view],
    filter: l10n.t`Filter`,
    section: l10n.t`Section`,
    allSections: l10n.t`All sections`,
    trackName: l10n.t`Track`,
    allTracks: l10n.t`Both tracks`,
    allGrades: l10n.t`All grades`,
    /** The box that shows or hides inherited bullets. */
    inherited: l10n.t`Inherited`,
    actionName: (action: LadderAction): string =>
      ({ compare: l10n.t`Compare…`, map: l10n.t`Career map`, export: l10n.t`Export…` })[action],
    lock: l10n.t`Lock`,
    lockHint: l10n.t`Stay with this job family when another one is edited`,
    nothingLeft: l10n.t`No level and no bullet has this.`,
    clearFilter: l10n.t`Clear the filter`,
    /** What a level that is asked for by itself says where nothing stands in it. */
    nothingWritten: l10n.t`Nothing is written here yet.`,
    /** Said before where a part of a level's text comes from, to those who do not see the margin. */
    comesFrom: l10n.t`From`,
    grade: l10n.t`Grade`,
    noGrade: l10n.t`no grade`,
    base: l10n.t`Base`,
    baseNote: l10n.t`applies to every level`,
    wholeFamily: l10n.t`for the whole family`,
    nextFamilies: l10n.t`Next families:`,
    columnShown: l10n.t`Column shown`,
    none: l10n.t`none`,
    noLevels: l10n.t`This page has no level yet: add a Job Grade section at the top, or under a heading for each level.`,
    noGrades: l10n.t`No level has a grade yet: add a Job Grade section.`,
    /** The button beside these two. */
    addJobGrade: l10n.t`Add a Job Grade section`,
    pageMissing: l10n.t`no such page`,
    newHere: l10n.t`New at this level`,
    /** Said of a level's section that holds nothing but the base's. */
    baseOnly: l10n.t`as in the base`,
    track: (track: Track): string => (track === 'management' ? l10n.t`Management` : l10n.t`Individual contributor`),
    levels: (count: number): string => (count === 1 ? l10n.t`1 level` : l10n.t`${count} levels`),
    gradeNumber: (grade: number): string => l10n.t`grade ${grade}`,
    /** The beginning of a range of grades; a dash and the highest follow. */
    gradesFrom: (lowest: number): string => l10n.t`grades ${lowest}`,
    findings: (count: number): string => (count === 1 ? l10n.t`1 finding` : l10n.t`${count} findings`),
    severity: (severity: Severity): string =>
      ({ error: l10n.t`Error`, warning: l10n.t`Warning`, information: l10n.t`Information`, hint: l10n.t`Hint` })[severity],
    /** A number of bullets of a section, as on a card. */
    bullets: (kind: SectionKind, title: string, own: number): string =>
      (own === 1 && oneBullet(kind)) || `${own} ${title.toLowerCase()}`,
    /** Behind it, in brackets: how many are inherited besides. */
    inheritedBullets: (count: number): string => l10n.t`+${count} inherited`,
    /** `from`: the levels' titles; undefined: the base. */
    inheritedFrom: (count: number, from: readonly (string | undefined)[]): string =>
      l10n.t`+${count} inherited from ${from.map(title => title ?? l10n.t`base`).join(', ')}`,
    /** Said before what a level extends. */
    extends: l10n.t`extends`,
    extendsBase: l10n.t`base`,
    skipsSteps: l10n.t`skips a step`,
    upwards: l10n.t`a step above`,
    itself: l10n.t`which is itself`,
    fromFamily: (family: string): string => l10n.t`in ${family}`,
    unknownLevel: l10n.t`not known`,
    /** `line` counts from 0, what is said from 1. */
    line: (line: number): string => l10n.t`Line ${line + 1}`,
  };
}

/** One bullet of a section that is called by its plural; undefined where one is called like many. */
function oneBullet(kind: SectionKind): string | undefined {
  switch (kind) {
    case 'responsibilities':
      return l10n.t`1 responsibility`;
    case 'requirements':
      return l10n.t`1 requirement`;
    case 'performance-indicators':
      return l10n.t`1 performance indicator`;
    case 'nice-to-haves':
      return l10n.t`1 nice-to-have`;
    default:
      return undefined;
  }
}
