import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import { isSectionOf } from '../../model/headingTree.ts';
import { type JobFamily, type Level, ownSection } from '../../model/jobFamily.ts';
import { readLevelName, wordsOf } from '../../model/levelName.ts';
import {
  fillTemplate,
  gradeForName,
  levelBelow,
  sectionBody,
  sectionHeadingText,
  sectionOrder,
} from '../../model/sectionTemplate.ts';
import { canonicalName, type Profile, type SectionKind, type SeniorityWord } from '../../profile/profile.ts';
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
  const steps = missingSteps(family, linked.profile).flatMap(step => {
    const grade = gradeForName(family, readLevelName(step.title, linked.profile), linked.ladder, linked.profile);
    return grade === undefined ? [] : [{ ...step, grade }];
  });
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
      template: levelSkeleton(family, step.title, depth, place),
      sortText: `2${String(order).padStart(2, '0')}`,
      preselect: step === next && place.level === undefined,
    }),
  );
}

interface Step {
  readonly title: string;
  readonly seniority: SeniorityWord;
}

/** The steps of the profile's seniority that no level of the page has, individual contributors first, junior to senior. */
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

function levelDepth(family: JobFamily): number {
  const depths = family.levels.flatMap(level => level.node?.heading.level ?? []);
  if (depths.length > 0)
    return depths.sort((a, b) => depths.filter(one => one === b).length - depths.filter(one => one === a).length)[0]!;
  return family.tree.nodes.some(node => node.section?.kinds.includes('levels')) ? 3 : 2;
}

function levelSkeleton(family: JobFamily, title: string, depth: number, place: CompletionPlace): string {
  const { profile, ladder } = place.linked;
  const below = levelBelow(family, readLevelName(title, profile), undefined, profile);
  const marks = '#'.repeat(Math.min(6, depth + 1));
  const sections = skeletonKinds(family, profile).map(
    kind =>
      `${marks} ${sectionHeadingText(family, title, kind, profile)}\n\n${sectionBody(family, title, kind, below, ladder, profile, hole)}`,
  );
  return [`${'#'.repeat(depth)} ${title}`, fillTemplate(profile.levelIntroduction, { level: title }, hole), ...sections].join(
    '\n\n',
  );
}

/** The sections that a level of this page has by custom, and those that the profile wants and no shared section gives. */
function skeletonKinds(family: JobFamily, profile: Profile): SectionKind[] {
  const levels = family.levels.filter(level => level.node);
  const customary = (kind: SectionKind): boolean =>
    levels.filter((level: Level) => ownSection(level, kind)).length * 2 > levels.length;
  return sectionOrder.filter(kind => kind === 'job-grade' || profile.baseSections.includes(kind) || customary(kind));
}
