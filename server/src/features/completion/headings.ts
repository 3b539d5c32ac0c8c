import * as l10n from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { type HeadingNode, isSectionOf } from '../../model/headingTree.ts';
import { readLevelName } from '../../model/levelName.ts';
import type { LevelStep } from '../../model/levelSteps.ts';
import { levelBody, levelDepth, missingLevels } from '../../model/levelTemplate.ts';
import { levelBelow, sectionBody, sectionHeadingText, sectionOrder } from '../../model/sectionTemplate.ts';
import { canonicalName, type SectionKind } from '../../profile/profile.ts';
import { type CompletionPlace, replaceItem } from './place.ts';
import { hole } from './snippet.ts';

/** A heading that can be written, what follows it, and how deep it is. */
interface OfferedHeading {
  readonly text: string;
  readonly depth: number;
  readonly kind: CompletionItemKind;
  readonly detail: string;
  /** What follows the heading; empty where nothing does. */
  readonly body: string;
}

/**
 * Behind `#`: the sections that the level lacks, those that stand once for the page, and the levels that the ladder has and the page
 * lacks. Those as deep as what is typed come first, of sections the one that follows next, of levels the next one up.
 */
export function headingItems(place: CompletionPlace): CompletionItem[] {
  const marks = /#{1,6}/.exec(place.before)![0];
  const groups = [levelSections(place), pageSections(place), levels(place)];
  const ordered = [true, false].flatMap(fitting =>
    groups.flatMap(group => group.filter(({ depth }) => (depth === marks.length) === fitting)),
  );
  return ordered.map(({ text, depth, kind, detail, body }, order) =>
    replaceItem(place, place.lineSpan, {
      label: text,
      kind,
      detail,
      template: [`${'#'.repeat(depth)} ${text}`, ...(body === '' ? [] : [body])].join('\n\n'),
      // Whatever depth is typed: the item brings its own.
      filterText: `${/^\s*/.exec(place.before)![0]}${marks} ${text}`,
      sortText: String(order).padStart(3, '0'),
      preselect: order === 0,
    }),
  );
}

function levelSections(place: CompletionPlace): OfferedHeading[] {
  const { levelNode, family, linked } = place;
  if (!levelNode) return [];
  const { profile } = linked;
  const title = levelNode.heading.text;
  const present = levelNode.children.filter(child => child.section && !isBeingWritten(child, place));
  const depth = present[0]?.heading.level ?? Math.min(6, levelNode.heading.level + 1);
  const below = levelBelow(family, readLevelName(title, profile), place.level, profile);
  const has = (kind: SectionKind): boolean =>
    present.some(child => isSectionOf(child, [kind])) || family.shared.some(section => section.kind === kind);
  const before = present.filter(child => child.heading.span.start < place.lineSpan.start);
  const reached = Math.max(-1, ...before.flatMap(child => child.section!.kinds).map(kind => sectionOrder.indexOf(kind)));
  // What is required comes first, from here on before what should stand further up.
  const rank = (kind: SectionKind): number =>
    (profile.required.sections.includes(kind) ? 0 : 2) + (sectionOrder.indexOf(kind) > reached ? 0 : 1);
  return sectionOrder
    .filter(kind => !has(kind))
    .toSorted((a, b) => rank(a) - rank(b))
    .map(kind => ({
      text: sectionHeadingText(family, title, kind, profile),
      depth,
      kind: CompletionItemKind.Property,
      detail: l10n.t`Section of ${title}`,
      body: sectionBody(family, title, kind, below, linked.ladder, profile, hole),
    }));
}

/** The sections that stand once for the page: over the first level those of all levels, behind the last one the family's. */
function pageSections(place: CompletionPlace): OfferedHeading[] {
  const { family, linked, lineSpan } = place;
  const { profile, ladder } = linked;
  const nodes = family.levels.flatMap(level => level.node ?? []);
  const sections = (kinds: readonly SectionKind[], body: (kind: SectionKind) => string): OfferedHeading[] =>
    kinds.map(kind => ({
      text: canonicalName(profile, kind),
      depth: 2,
      kind: CompletionItemKind.Property,
      detail: l10n.t`Section for the whole page`,
      body: body(kind),
    }));
  const bodyOf = (kind: SectionKind): string => sectionBody(family, '', kind, undefined, ladder, profile, hole);
  const stands = (kind: SectionKind): boolean =>
    family.tree.nodes.some(node => isSectionOf(node, [kind]) && !isBeingWritten(node, place));
  const above = nodes.every(node => node.heading.span.start > lineSpan.start);
  // A page whose levels have all for themselves is not asked to have it twice.
  const isShared = nodes.length === 0 || stands('levels') || family.base.length > 0;
  const overLevels = above && isShared ? [...profile.baseSections, 'levels' as const].filter(kind => !stands(kind)) : [];
  const last = nodes.every(node => node.heading.span.start <= lineSpan.start);
  const behindLevels = last ? profile.familySections.filter(kind => sectionOrder.includes(kind) && !stands(kind)) : [];
  return [...sections(overLevels, kind => (kind === 'levels' ? '' : bodyOf(kind))), ...sections(behindLevels, bodyOf)];
}

function levels(place: CompletionPlace): OfferedHeading[] {
  const { family, linked } = place;
  const depth = levelDepth(family);
  const steps = missingLevels(family, linked.ladder, linked.profile);
  const next = nextStep(steps, place);
  return steps
    .toSorted((a, b) => Number(b === next) - Number(a === next))
    .map(step => ({
      text: step.title,
      depth,
      kind: CompletionItemKind.Class,
      detail: l10n.t`Level, grade ${step.grade}`,
      body: levelBody(family, step.title, depth, linked.ladder, linked.profile, hole),
    }));
}

/** True for a heading on the cursor's line with nothing under it yet: its name may be a section's before it is written out. */
function isBeingWritten({ heading, blocks, children }: HeadingNode, { lineSpan }: CompletionPlace): boolean {
  const isHere = lineSpan.start <= heading.span.start && heading.span.start <= lineSpan.end;
  return isHere && blocks.length === 0 && children.length === 0;
}

/** The step that follows the level over the cursor: the nearest above it in its track, else in any; the unmarked one where none does. */
function nextStep<Step extends LevelStep>(steps: readonly Step[], { family, lineSpan }: CompletionPlace): Step | undefined {
  const before = family.levels.findLast(level => level.node && level.node.heading.span.start < lineSpan.start);
  if (!before) return steps.find(step => step.seniority.unmarked) ?? steps[0];
  const higher = steps
    .filter(step => step.seniority.rank > before.name.seniority.rank)
    .toSorted((a, b) => a.seniority.rank - b.seniority.rank);
  return higher.find(step => (step.seniority.track ?? 'individual-contributor') === before.track) ?? higher[0] ?? steps[0];
}
