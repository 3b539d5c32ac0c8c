import { type ExtendsReference, type JobFamily, type Level, ownSection } from '../../model/jobFamily.ts';
import { braceHole, newSection } from '../../model/sectionTemplate.ts';
import { canonicalName, type SectionKind } from '../../profile/profile.ts';
import { textOf, trimSpan } from '../../text/span.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { markOf } from './bulletText.ts';
import { sentenceOf } from './gradeTable.ts';
import { baseOwner, baseSectionOf, baseSentence, sharedSentence } from './levelPageWording.ts';
import type { NamedPlace, Part } from './pagesPlan.ts';
import type { LevelPage, Split } from './splitFamily.ts';

/** How deep a level's heading stands on a page of its own. */
const LEVEL_DEPTH = 2;

/** Text that a level needs where it stands alone. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * What stands on the page of a level: the level as it is, less deep, and what it had by standing where it did: what stands over the
 * levels, its grade of a table, the sections of the family. Undefined where it cannot be written.
 */
export function levelPageParts(linked: LinkedFamily, { level, block }: LevelPage, newline: string): Part[] | undefined {
  const { family, uri, profile } = linked;
  const deeper = Math.min(0, LEVEL_DEPTH - level.node!.heading.level);
  const insertions: Insertion[] = [];
  if (!level.grade && level.row?.grade)
    insertions.push(section(linked, level, 'job-grade', sentenceOf({ page: family.page, profile }, level), deeper));
  for (const kind of profile.baseSections) {
    if (!baseSectionOf(family, kind) || takesOverWithin(family, level, kind)) continue;
    const owner = baseOwner(family);
    if (owner === '') return undefined;
    const sentence = baseSentence(owner, kind, placeOfBase(linked, kind), profile);
    insertions.push(bulletOf(linked, level, kind, sentence, deeper, newline));
  }
  for (const kind of profile.familySections) {
    const shared = family.shared.find(one => one.kind === kind);
    if (!shared || !profile.required.sections.includes(kind) || ownSection(level, kind)) continue;
    const marks = '#'.repeat(level.node!.heading.level + deeper + 1);
    const sentence = sharedSentence(kind, `${linked.url}#${shared.heading.id}`, profile);
    insertions.push({
      at: block.end,
      text: ['', '', `${marks} ${canonicalName(profile, kind)}`, '', sentence].join(newline),
    });
  }
  const parts: Part[] = [];
  let start = block.start;
  for (const { at, text } of insertions.toSorted((a, b) => a.at - b.at)) {
    if (at < start || at > block.end) return undefined;
    parts.push({ type: 'taken', from: uri, span: { start, end: at }, deeper }, { type: 'written', text });
    start = at;
  }
  return [...parts, { type: 'taken', from: uri, span: { start, end: block.end }, deeper }];
}

/** True where a level has what stands over the levels by another one of the page, or by saying so. */
function takesOverWithin(family: JobFamily, level: Level, kind: SectionKind): boolean {
  return level.extends.some(({ kinds, target }) => {
    if (!kinds.includes(kind)) return false;
    return target.type === 'base' || (target.type === 'level' && target.level !== level && family.levels.includes(target.level));
  });
}

function placeOfBase(linked: LinkedFamily, kind: SectionKind): string {
  return `${linked.url}#${baseSectionOf(linked.family, kind)!.heading.id}`;
}

/** A bullet as the first of a level's section; the section with it where there is none. */
function bulletOf(
  linked: LinkedFamily,
  level: Level,
  kind: SectionKind,
  sentence: string,
  deeper: number,
  newline: string,
): Insertion {
  const { page } = linked.family;
  const own = ownSection(level, kind);
  if (!own) return section(linked, level, kind, `- ${sentence}`, deeper);
  const first = own.bullets[0]?.item;
  const mark = first && markOf(page, first);
  if (!first || mark === undefined) return { at: own.heading.span.end, text: `${newline}${newline}- ${sentence}` };
  const line = page.lines.lineStart(page.lines.lineAt(first.span.start));
  const gap = textOf(page.text, { start: first.markSpan.end, end: first.contentSpan.start });
  const indentation = textOf(page.text, { start: line, end: first.markSpan.start });
  return { at: first.markSpan.start, text: `${mark}${gap}${sentence}${newline}${indentation}` };
}

function section(linked: LinkedFamily, level: Level, kind: SectionKind, written: string, deeper: number): Insertion {
  const made = newSection(linked.family, level, kind, linked.ladder, linked.profile, braceHole, written);
  return {
    at: made.offset,
    text: made.text.replace(/^(\s*)(#+)/, (_, blank: string, marks: string) => blank + marks.slice(-deeper)),
  };
}

/**
 * The names in what levels take over that are on another page once the family is split, and so must be links. Undefined where one
 * cannot be.
 */
export function placesNamedElsewhere(linked: LinkedFamily, { folder, pages }: Split): readonly NamedPlace[] | undefined {
  const { family, uri } = linked;
  const list = `${folder}/_index.md`;
  const named: NamedPlace[] = [];
  for (const level of family.levels)
    for (const reference of level.extends) {
      const to = targetOf(reference);
      const isLinked = family.page.links.some(
        ({ span }) => span.start < reference.targetSpan.end && reference.targetSpan.start < span.end,
      );
      if (to === undefined || to === level || isLinked) continue;
      const page = to === 'base' ? undefined : pages.find(one => one.level === to);
      if (to === 'base' && !pages.some(one => one.level === level)) continue;
      if (/[[\]`<>*_]/.test(textOf(family.page.text, reference.targetSpan))) return undefined;
      named.push({
        from: uri,
        span: trimSpan(family.page.text, reference.targetSpan),
        to: page
          ? { page: page.uri, part: 1 }
          : { page: list, anchor: to === 'base' ? baseAnchor(family, reference) : undefined },
      });
    }
  return named;
}

function targetOf({ target }: ExtendsReference): Level | 'base' | undefined {
  return target.type === 'level' ? target.level : target.type === 'base' ? 'base' : undefined;
}

function baseAnchor(family: JobFamily, { kinds }: ExtendsReference): string | undefined {
  return (family.base.find(({ kind }) => kinds.includes(kind)) ?? family.base[0])?.heading.id;
}
