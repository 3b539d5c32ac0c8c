import type { Profile, SectionKind, SeniorityWord } from '../profile/profile.ts';
import type { GradeLadder } from './gradeLadder.ts';
import { type JobFamily, type Level, ownSection } from './jobFamily.ts';
import { readLevelName, wordsOf } from './levelName.ts';
import {
  fillTemplate,
  gradeForName,
  type HoleWriter,
  levelBelow,
  sectionBody,
  sectionHeadingText,
  sectionOrder,
} from './sectionTemplate.ts';

/** A step of the ladder that a page has no level for. */
export interface MissingLevel {
  readonly title: string;
  readonly seniority: SeniorityWord;
  readonly grade: number;
}

interface Step {
  readonly title: string;
  readonly seniority: SeniorityWord;
}

/** The levels that the ladder has and the page lacks, individual contributors first, junior to senior. */
export function missingLevels(family: JobFamily, ladder: GradeLadder, profile: Profile): MissingLevel[] {
  return missingSteps(family, profile).flatMap(step => {
    const grade = gradeForName(family, readLevelName(step.title, profile), ladder, profile);
    return grade === undefined ? [] : [{ ...step, grade }];
  });
}

function missingSteps(family: JobFamily, profile: Profile): Step[] {
  const role = roleName(family, profile);
  const field = fieldName(family) ?? role;
  const steps = profile.seniority
    .filter(seniority => seniority.words !== undefined && !family.levels.some(level => level.name.seniority === seniority))
    .map(seniority => ({ seniority, title: titleOf(seniority, role, field, profile) }));
  const height = (step: Step): number => (step.seniority.track === 'management' ? 100 : 0) + step.seniority.rank;
  return steps.sort((a, b) => height(a) - height(b));
}

function titleOf(seniority: SeniorityWord, role: string, field: string, profile: Profile): string {
  if (seniority.unmarked) return `${role} (${profile.names.unmarkedSuffix})`;
  return seniority.track === 'management' ? `${seniority.words![0]}, ${field}` : `${seniority.words![0]} ${role}`;
}

/** What the page's individual contributors are called without their seniority. */
function roleName(family: JobFamily, profile: Profile): string {
  const names = family.levels.filter(level => level.track !== 'management').map(level => withoutSeniority(level.title, profile));
  return (
    names.sort((a, b) => names.filter(one => one === b).length - names.filter(one => one === a).length)[0] ??
    withoutSeniority(family.title, profile)
  );
}

/** What the page's managers lead: the part behind the comma. */
function fieldName(family: JobFamily): string | undefined {
  return family.levels
    .filter(level => level.track === 'management')
    .flatMap(level => /(?:,\s+|\s+of\s+)(.+)$/i.exec(level.title)?.[1] ?? [])[0];
}

function withoutSeniority(title: string, profile: Profile): string {
  const bare = title.replace(/\s*\([^()]*\)\s*$/, '');
  const seniority = new Set(
    profile.seniority
      .filter(one => one.track !== 'management')
      .flatMap(one => one.words ?? [])
      .flatMap(word => wordsOf(word, profile)),
  );
  const words = bare.split(' ');
  while (words.length > 1 && wordsOf(words[0]!, profile).every(word => seniority.has(word))) words.shift();
  return words.join(' ');
}

/** The depth, 1 to 6, of most of the page's level headings; where it has none, the one that a level would have. */
export function levelDepth(family: JobFamily): number {
  const depths = family.levels.flatMap(level => level.node?.heading.level ?? []);
  if (depths.length > 0)
    return depths.sort((a, b) => depths.filter(one => one === b).length - depths.filter(one => one === a).length)[0]!;
  return family.tree.nodes.some(node => node.section?.kinds.includes('levels')) ? 3 : 2;
}

/** A new level as the page writes its others: heading, introduction, sections with what they begin with; lines end with `\n`. */
export function levelSkeleton(
  family: JobFamily,
  title: string,
  depth: number,
  ladder: GradeLadder,
  profile: Profile,
  hole: HoleWriter,
): string {
  const name = readLevelName(title, profile);
  const marks = '#'.repeat(Math.min(6, depth + 1));
  const sections = skeletonKinds(family, profile).map(kind => {
    const below = profile.extendableSections.includes(kind) ? levelBelow(family, name, undefined, profile, kind) : undefined;
    const body = sectionBody(family, title, kind, below, ladder, profile, hole);
    return `${marks} ${sectionHeadingText(family, title, kind, profile)}\n\n${body}`;
  });
  return [`${'#'.repeat(depth)} ${title}`, fillTemplate(profile.levelIntroduction, { level: title }, hole), ...sections].join(
    '\n\n',
  );
}

/** The sections that a level of this page has by custom, and those that the profile wants and no shared section gives. */
function skeletonKinds(family: JobFamily, profile: Profile): SectionKind[] {
  const levels = family.levels.filter(level => level.node);
  const customary = (kind: SectionKind): boolean =>
    levels.filter((level: Level) => ownSection(level, kind)).length * 2 > levels.length;
  const wanted = (kind: SectionKind): boolean =>
    profile.required.sections.includes(kind) && !family.shared.some(section => section.kind === kind);
  return sectionOrder.filter(
    kind => kind === 'job-grade' || profile.baseSections.includes(kind) || customary(kind) || wanted(kind),
  );
}
