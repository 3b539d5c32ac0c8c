import type { Profile } from '../profile/profile.ts';
import { frontMatterText } from '../syntax/frontMatter.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { Span } from '../text/span.ts';
import { readExtends } from './extends.ts';
import { type GradeLadder, ladderOfProfile, lowestManagementGrade } from './gradeLadder.ts';
import { readGradeRows, rowsOfLevels } from './gradeTable.ts';
import { buildHeadingTree, type HeadingNode, isSectionOf } from './headingTree.ts';
import type { JobFamily, Level } from './jobFamily.ts';
import { readLevelName, trackOf } from './levelName.ts';
import { type FoundLevel, findLevelHeadings } from './levels.ts';
import { buildOpenFamily } from './readers/openFamily.ts';
import { type PageContext, readOpenLadder } from './readers/openLadder.ts';
import { assignSections } from './sections.ts';

type BuildingLevel = { -readonly [K in keyof Level]: Level[K] };

/**
 * Reads a page as a job family; never throws. `ladder` decides what a "W Manager, X" is: the profile's if none is given. `context`: what
 * other pages say of this one.
 */
export function buildJobFamily(
  page: PageSyntax,
  profile: Profile,
  ladder: GradeLadder = ladderOfProfile(profile),
  context?: PageContext,
): JobFamily {
  const stated = frontMatterText(page.frontMatter, 'title');
  const titleEntry = page.frontMatter?.entries.find(entry => entry.key === 'title');
  // Where nothing makes a site of the pages, the first heading is the title.
  const heading = profile.ownLadder && stated === undefined ? page.headings.find(one => one.level === 1) : undefined;
  const title = stated ?? heading?.text;
  const titleSpan = stated !== undefined && titleEntry ? titleEntry.valueSpan : (heading?.contentSpan ?? { start: 0, end: 0 });
  const roleNames = [title, frontMatterText(page.frontMatter, 'RoleName')].filter(name => name !== undefined);
  const tree = buildHeadingTree(page, profile, roleNames);
  // Pages with grade sections are written as the profile says; others may have any form.
  if (profile.ownLadder && !tree.nodes.some(node => isSectionOf(node, ['job-grade']))) {
    const open = readOpenLadder(page, tree, profile, context);
    if (open) return buildOpenFamily(page, tree, open, profile, ladder);
  }
  const gradeRows = readGradeRows(page, tree, profile);

  const found = findLevelHeadings(page, tree, gradeRows, roleNames, profile);
  const levels = found.map((one): BuildingLevel => startLevel(one, title ?? '', titleSpan, profile));
  const byNode = new Map<HeadingNode, Level>(levels.flatMap(level => (level.node ? [[level.node, level] as const] : [])));
  const rows = rowsOfLevels(levels, gradeRows, profile);
  for (const level of levels) {
    level.row = rows.get(level);
    level.track = trackOf(level.name, (level.grade ?? level.row?.grade)?.grade, lowestManagementGrade(ladder), profile);
  }
  const { sections, base, baseOf, shared } = assignSections(page, tree, levels, byNode, roleNames, profile);
  for (const level of levels) level.sections = sections.get(level) ?? [];
  const extended = readExtends(page, levels, base, tree, profile, title);
  const marked = new Map(base.map(section => [section, extended.marked(section)] as const));
  for (const level of levels) {
    level.extends = extended.references.get(level) ?? [];
    level.sections = level.sections.map(section => extended.marked(section));
    level.base = baseOf.get(level)!.map(section => marked.get(section)!);
  }
  return { page, tree, title: title ?? '', titleSpan, levels, base: [...marked.values()], shared, gradeRows, isOpen: false };
}

function startLevel(found: FoundLevel, pageTitle: string, titleSpan: Span, profile: Profile): BuildingLevel {
  const { node } = found;
  const heading = node?.heading;
  const title = node ? node.name : ((found.grade ?? found.gradeResource)?.subject?.name ?? pageTitle);
  return {
    title,
    anchor: heading?.id ?? '',
    name: readLevelName(title, profile),
    node: found.node,
    nameSpan: (found.grade?.inHeading && found.grade.subject?.span) || (heading?.contentSpan ?? titleSpan),
    track: 'individual-contributor',
    label: undefined,
    rank: undefined,
    grade: found.grade,
    gradeResource: found.gradeResource,
    ungraded: found.ungraded,
    row: undefined,
    sections: [],
    base: [],
    extends: [],
    introBlocks: found.node?.blocks ?? [],
  };
}
