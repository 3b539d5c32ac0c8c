import type { GradeStatement } from '../model/gradeStatement.ts';
import { gradeOf, type JobFamily, type Level, lineOfLevel, type Section, spanOfLevel } from '../model/jobFamily.ts';
import { canonicalName, type SectionKind, type Track } from '../profile/profile.ts';
import type { Finding } from '../rules/finding.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { type ExtendsNote, extendsNotes } from './extendsNote.ts';
import { type FindingMark, PageFindings } from './findingMarks.ts';
import { inLadderOrder, stepOf } from './levelOrder.ts';
import { BulletTexts, type LevelSection, levelSection, ownSource } from './levelSection.ts';
import { type NextFamily, nextFamilies } from './nextFamilies.ts';
import { placeAt, type SourcePlace } from './richText.ts';
import { type TextBlock, textBlocksOf } from './textBlock.ts';

/** A job family as the ladder pane, its exports and its comparisons show it. Plain data: no page or workspace is needed to render it. */
export interface LadderView {
  /** `''` where the page has no title. */
  readonly title: string;
  readonly titlePlace: SourcePlace;
  /** In ladder order, lowest first. */
  readonly levels: readonly LevelView[];
  /** False for a ladder in a form of its own, in which no level needs a grade. */
  readonly needsGrades: boolean;
  /** The steps of the ladder, highest first. */
  readonly steps: readonly LadderStep[];
  /** The tracks that have a level, individual contributors first. */
  readonly tracks: readonly Track[];
  /** The section kinds that any level, the base or the family has, in the order of the matrix. */
  readonly sections: readonly SectionName[];
  /** What stands over the levels and applies to each of them; none where it is a level's own at the same time. */
  readonly base: readonly FamilySection[];
  /** What stands once for the page. */
  readonly shared: readonly FamilySection[];
  readonly nextFamilies: readonly NextFamily[];
  /** The gravest first. */
  readonly findings: readonly FindingMark[];
}

/** A grade, or the place of levels without one, with the levels that stand on it. */
export interface LadderStep {
  /** Undefined for levels that state no grade: they stand where their seniority usually does. */
  readonly grade: number | undefined;
  readonly levels: readonly LevelView[];
}

export interface SectionName {
  readonly kind: SectionKind;
  readonly title: string;
}

export interface LevelView {
  /** Unique on the page, made of letters, digits, `-` and `_`; stays the same while the level's heading does. */
  readonly id: string;
  /** Id of its heading on the site; `''` for the page level. */
  readonly anchor: string;
  readonly title: string;
  readonly place: SourcePlace;
  /** The stretch of the page that is this level's: first and last line, counted from 0. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly grade: { readonly number: number; readonly place: SourcePlace } | undefined;
  /** Its short mark, as in "L3"; undefined without one. */
  readonly label: string | undefined;
  readonly track: Track;
  /** In the order of the matrix. */
  readonly sections: readonly LevelSection[];
  readonly extends: readonly ExtendsNote[];
  readonly findings: readonly FindingMark[];
}

/** A section of the base or of the family as a whole. */
export interface FamilySection {
  readonly kind: SectionKind;
  readonly place: SourcePlace;
  readonly blocks: readonly TextBlock[];
}

/** The order of sections in the matrix and in a level's text. Grades stand in their heads, Levels and the like are no content. */
export const SHOWN_SECTIONS: readonly SectionKind[] = [
  'responsibilities',
  'requirements',
  'performance-indicators',
  'nice-to-haves',
  'career-ladder',
  'hiring-process',
];

/** The kinds of a family's sections in the order of the matrix: the known ones, then a company's own as the page has them. */
export function shownKinds(family: JobFamily): readonly SectionKind[] {
  let kinds = knownKinds.get(family);
  if (!kinds) {
    const all = [...family.base, ...family.levels.flatMap(level => level.sections)].map(section => section.kind);
    kinds = [...SHOWN_SECTIONS, ...new Set(all.filter(kind => kind.startsWith('own:')))];
    knownKinds.set(family, kinds);
  }
  return kinds;
}

const knownKinds = new WeakMap<JobFamily, readonly SectionKind[]>();

const TRACKS: readonly Track[] = ['individual-contributor', 'management'];

/** A family and the findings of its page as a view. Reads nothing: all that it needs was loaded with the family. */
export function ladderView(linked: LinkedFamily, findings: readonly Finding[]): LadderView {
  const { family } = linked;
  const source = ownSource(linked);
  const pageFindings = new PageFindings(family, findings);
  const texts = new BulletTexts(linked, pageFindings);
  const ordered = inLadderOrder(family);
  const ids = idsOf(family.levels);
  const levels = ordered.map(level => levelView(linked, level, ids, ordered, texts));
  const familySection = (section: Section): FamilySection => ({
    kind: section.kind,
    place: placeAt(source, section.heading.span.start),
    blocks: textBlocksOf(source, section.blocks, span => pageFindings.within(span)),
  });
  const isOwn = (section: Section): boolean => family.levels.some(level => level.sections.some(own => own.node === section.node));
  const isShown = (section: Section): boolean => shownKinds(family).includes(section.kind) && !isOwn(section);
  const base = family.base.filter(isShown).map(familySection);
  const shared = family.shared.filter(isShown).map(familySection);
  const kinds = new Set([...base, ...shared, ...levels.flatMap(level => level.sections)].map(section => section.kind));
  return {
    title: family.title,
    titlePlace: placeAt(source, family.titleSpan.start),
    levels,
    needsGrades: !family.isOpen,
    steps: stepsOf(ordered, levels),
    tracks: TRACKS.filter(track => levels.some(level => level.track === track)),
    sections: shownKinds(family)
      .filter(kind => kinds.has(kind))
      .map(kind => ({ kind, title: canonicalName(linked.profile, kind) })),
    base,
    shared,
    nextFamilies: nextFamilies(linked),
    findings: pageFindings.all,
  };
}

function levelView(
  linked: LinkedFamily,
  level: Level,
  ids: ReadonlyMap<Level, string>,
  ordered: readonly Level[],
  texts: BulletTexts,
): LevelView {
  const { family } = linked;
  const source = ownSource(linked);
  const span = spanOfLevel(family, level);
  const lines = family.page.lines;
  const firstLine = lines.lineAt(span.start);
  // The heading of what follows is not this level's any more.
  const lastLine = Math.max(firstLine, lines.lineAt(span.end) - (span.end < family.page.text.length ? 1 : 0));
  const grade = gradeOf(level);
  return {
    id: ids.get(level)!,
    anchor: level.anchor,
    title: level.title,
    place: level.node ? { uri: undefined, line: lineOfLevel(family, level) } : placeAt(source, level.nameSpan.start),
    firstLine,
    lastLine,
    grade: grade && gradeView(grade, source.page.lines.lineAt(grade.span.start)),
    label: level.label,
    track: level.track,
    sections: shownKinds(family).flatMap(kind => levelSection(linked, level, kind, texts) ?? []),
    extends: extendsNotes(linked, level, ordered, ids),
    findings: texts.findings.ofLevel(level),
  };
}

function gradeView(grade: GradeStatement, line: number): NonNullable<LevelView['grade']> {
  return { number: grade.grade, place: { uri: undefined, line } };
}

function stepsOf(ordered: readonly Level[], views: readonly LevelView[]): LadderStep[] {
  const steps: { grade: number | undefined; step: number; levels: LevelView[] }[] = [];
  ordered.forEach((level, index) => {
    const view = views[index]!;
    const step = steps.find(one => one.grade === view.grade?.number && one.step === stepOf(level));
    if (step) step.levels.push(view);
    else steps.push({ grade: view.grade?.number, step: stepOf(level), levels: [view] });
  });
  return steps.sort((a, b) => b.step - a.step).map(({ grade, levels }) => ({ grade, levels }));
}

/** Ids by the levels' anchors, which may hold characters that an id list cannot, and may stand twice on a page. */
export function idsOf(levels: readonly Level[]): Map<Level, string> {
  const ids = new Map<Level, string>();
  const taken = new Set<string>();
  for (const level of levels) {
    const base = level.anchor.replace(/[^\p{L}\p{N}_-]/gu, '') || 'page';
    let id = base;
    for (let count = 2; taken.has(id); count++) id = `${base}_${count}`;
    taken.add(id);
    ids.set(level, id);
  }
  return ids;
}
