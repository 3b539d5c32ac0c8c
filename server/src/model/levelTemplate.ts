import type { Profile, SectionKind } from '../profile/profile.ts';
import type { GradeLadder } from './gradeLadder.ts';
import { type JobFamily, type Level, ownSection } from './jobFamily.ts';
import { readLevelName } from './levelName.ts';
import { type LevelStep, missingSteps } from './levelSteps.ts';
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
export interface MissingLevel extends LevelStep {
  readonly grade: number;
}

/** The levels that the ladder has and the page lacks, individual contributors first, junior to senior. */
export function missingLevels(family: JobFamily, ladder: GradeLadder, profile: Profile): MissingLevel[] {
  return missingSteps(family, profile).flatMap(step => {
    const grade = gradeForName(family, readLevelName(step.title, profile), ladder, profile);
    return grade === undefined ? [] : [{ ...step, grade }];
  });
}

/** The depth, 1 to 6, of most of the page's level headings; where it has none, the one that a level would have. */
export function levelDepth(family: JobFamily): number {
  const depths = family.levels.flatMap(level => level.node?.heading.level ?? []);
  if (depths.length > 0)
    return depths.sort((a, b) => depths.filter(one => one === b).length - depths.filter(one => one === a).length)[0]!;
  return family.tree.nodes.some(node => node.section?.kinds.includes('levels')) ? 3 : 2;
}

/** What stands under a new level's heading, as the page writes its others: introduction, sections with what they begin with; lines end with `\n`. */
export function levelBody(
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
  return [fillTemplate(profile.levelIntroduction, { level: title }, hole), ...sections].join('\n\n');
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
