import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { isSectionOf } from '../../model/headingTree.ts';
import { type JobFamily, ownSection } from '../../model/jobFamily.ts';
import { readLevelName } from '../../model/levelName.ts';
import { levelDepth, levelSkeleton, missingLevels } from '../../model/levelTemplate.ts';
import { levelBelow, sectionBody, sectionHeadingText, sectionOrder } from '../../model/sectionTemplate.ts';
import { canonicalName, type SectionKind } from '../../profile/profile.ts';
import { type CompletionPlace, replaceItem } from './place.ts';
import { hole } from './snippet.ts';

/** Behind `#`: the sections that the level lacks, then the levels that the ladder has and the page lacks. */
export function headingItems(place: CompletionPlace): CompletionItem[] {
  return [...sectionItems(place), ...sharedSectionItems(place), ...levelItems(place)];
}

function sectionItems(place: CompletionPlace): CompletionItem[] {
  const { levelNode, family, linked } = place;
  if (!levelNode) return [];
  const title = levelNode.heading.text;
  const present = levelNode.children.filter(child => child.section);
  const depth = present[0]?.heading.level ?? Math.min(6, levelNode.heading.level + 1);
  const has = (kind: SectionKind): boolean =>
    present.some(child => isSectionOf(child, [kind])) || family.shared.some(section => section.kind === kind);
  const below = levelBelow(family, readLevelName(title, linked.profile), place.level, linked.profile);
  return sectionOrder
    .filter(kind => !has(kind))
    .map((kind, order) => {
      const heading = `${'#'.repeat(depth)} ${sectionHeadingText(family, title, kind, linked.profile)}`;
      return replaceItem(place, place.lineSpan, {
        label: heading.replace(/^#+ /, ''),
        kind: CompletionItemKind.Property,
        detail: `Section of ${title}`,
        template: `${heading}\n\n${sectionBody(family, title, kind, below, linked.ladder, linked.profile, hole)}`,
        sortText: `0${order}`,
      });
    });
}

/** The sections that stand once for the page, offered behind the last level. */
function sharedSectionItems(place: CompletionPlace): CompletionItem[] {
  const { family, linked } = place;
  if (family.levels.some(level => level.node && level.node.index > nodeIndexAt(family, place.offset))) return [];
  const kinds = linked.profile.familySections.filter(
    kind =>
      sectionOrder.includes(kind) &&
      !family.shared.some(section => section.kind === kind) &&
      !family.levels.some(level => ownSection(level, kind)),
  );
  return kinds.map((kind, order) => {
    const name = canonicalName(linked.profile, kind);
    const body = sectionBody(family, '', kind, undefined, linked.ladder, linked.profile, hole);
    return replaceItem(place, place.lineSpan, {
      label: name,
      kind: CompletionItemKind.Property,
      detail: 'Section for the whole page',
      template: `## ${name}\n\n${body}`,
      sortText: `1${order}`,
    });
  });
}

function nodeIndexAt(family: JobFamily, offset: number): number {
  return family.tree.nodes.findLast(node => node.heading.span.start <= offset)?.index ?? -1;
}

function levelItems(place: CompletionPlace): CompletionItem[] {
  const { family, linked } = place;
  const depth = levelDepth(family);
  const steps = missingLevels(family, linked.ladder, linked.profile);
  const rankBefore = place.level?.name.seniority.rank ?? 0;
  const next =
    steps.find(
      step => step.seniority.rank >= rankBefore && (!place.level || step.seniority.track === place.level.name.seniority.track),
    ) ?? steps[0];
  return steps.map((step, order) =>
    replaceItem(place, place.lineSpan, {
      label: step.title,
      kind: CompletionItemKind.Class,
      detail: `Level, grade ${step.grade}`,
      template: levelSkeleton(family, step.title, depth, linked.ladder, linked.profile, hole),
      sortText: `2${String(order).padStart(2, '0')}`,
      preselect: step === next && place.level === undefined,
    }),
  );
}
