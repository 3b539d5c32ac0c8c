import type { ExtendsReference, JobFamily, Level } from '../../model/jobFamily.ts';
import { spanOfLevel } from '../../model/jobFamily.ts';
import { findLevel, type LevelName, readLevelName } from '../../model/levelName.ts';
import { proseOfBlock } from '../../model/prose.ts';
import type { Profile } from '../../profile/profile.ts';
import { parsePage } from '../../syntax/page.ts';
import { type Span, textOf } from '../../text/span.ts';
import { applySpanEdits, type SpanEdit } from '../../text/spanEdit.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import { levelPlaces } from './levelPlaces.ts';
import { targetWords } from './renameSubject.ts';
import { patternOfWords, placeOfWords, respelt } from './respelling.ts';

/** Makes the page's family as it would be with another text. */
export type ReadDraft = (text: string) => JobFamily | undefined;

/** One change to a page that renames a level. */
export interface RenamingEdit extends SpanEdit {
  /** True where the whole name takes the place of a shortened one: naming the level as before does not bring that back. */
  readonly inFull?: boolean;
}

/**
 * The edits by which a page calls one of its levels otherwise: every place that names it, sentences by which levels extend
 * it, and running text of its own that has its whole name. Shortened names keep what still means the level; where one would
 * no longer, or a sentence would come to mean another level than before, the level's whole name takes its place. Undefined
 * where the page would not read the new name as that level's.
 */
export function levelRenaming(
  linked: LinkedFamily,
  level: Level,
  newName: string,
  readDraft: ReadDraft,
): readonly RenamingEdit[] | undefined {
  const { family, profile } = linked;
  const at = family.levels.indexOf(level);
  const names = family.levels.map((one, index) => (index === at ? newName : one.title));
  const edits = new PageEdits(family.page.text);
  for (const place of levelPlaces(family, level, profile))
    if (place.type === 'heading') edits.set(place.span, newName);
    else {
      const newText = respeltName(place.text, level.title, newName, at, names, profile);
      edits.set(place.span, newText, { inFull: newText === newName && !placeOfWords(place.text, level.title) });
    }
  const references = family.levels.flatMap(one => one.extends);
  for (const reference of references) {
    const target = linked.resolveExtends(reference);
    if (target?.family !== family || target.level !== level) continue;
    const span = targetWords(family.page, reference.targetSpan);
    edits.set(span, respelt(textOf(family.page.text, span), level.title, newName));
  }
  for (const span of proseThatNames(family, level))
    edits.set(span, respelt(textOf(family.page.text, span), level.title, newName));
  followRow(family, level, edits);

  let draft = readDraft(edits.applied());
  for (const reference of draft ? lostReferences(family, draft, edits, profile) : []) {
    const target = reference.target.type === 'level' ? family.levels.indexOf(reference.target.level) : -1;
    const span = targetWords(family.page, reference.targetSpan);
    if (target >= 0 && isAlone(reference, references)) edits.set(span, names[target]!, { inFull: true, certain: true });
  }
  draft = readDraft(edits.applied());
  const isSame = draft?.levels.length === family.levels.length && (!level.node || draft.levels[at]?.title === newName);
  return isSame ? edits.all() : undefined;
}

/** The link of the level's row in the page's grade table: some headings are levels only because a row leads to them. */
function followRow({ page }: JobFamily, { node, row }: Level, edits: PageEdits): void {
  if (!node || !row?.link || row.link.destination !== `#${node.heading.id}`) return;
  const at = page.headings.findIndex(heading => heading.span.start === node.heading.span.start);
  const id = parsePage(edits.applied(), undefined, page.idStyle).headings[at]?.id;
  const { start, end } = row.link.destinationSpan;
  edits.set({ start: start + 1, end }, id);
}

/** What a place that names a level says afterwards; the whole new name where the words would not mean the level any more. */
function respeltName(
  text: string,
  before: string,
  after: string,
  at: number,
  names: readonly string[],
  profile: Profile,
): string | undefined {
  const levels = names.map(name => ({ name: readLevelName(name, profile) }));
  const means = (words: string): boolean => meansLevel(words, levels, at, profile);
  const changed = respelt(text, before, after);
  if (means(changed ?? text)) return changed;
  return after;
}

function meansLevel(words: string, levels: readonly { readonly name: LevelName }[], at: number, profile: Profile): boolean {
  const match = findLevel(words, levels, profile);
  return match.type === 'found' ? match.level === levels[at] : match.type === 'ambiguous' && match.levels.includes(levels[at]!);
}

/** The sentences that name a level by words and mean another one, or none, in the draft. */
function lostReferences(family: JobFamily, draft: JobFamily, edits: PageEdits, profile: Profile): readonly ExtendsReference[] {
  const now = new Map<number, string[]>();
  for (const { span, meaning } of meanings(draft)) now.set(span.start, [...(now.get(span.start) ?? []), meaning]);
  const before = new Map<number, { meaning: string[]; references: ExtendsReference[] }>();
  for (const { span, meaning, reference } of meanings(family)) {
    const known = before.get(span.start) ?? { meaning: [], references: [] };
    before.set(span.start, known);
    known.meaning.push(meaning);
    known.references.push(reference);
  }
  return [...before].flatMap(([start, { meaning, references }]) => {
    if (meaning.join() === now.get(edits.moved(start))?.join()) return [];
    return references.filter(one => {
      const words = textOf(family.page.text, targetWords(family.page, one.targetSpan));
      // "Above" and the like are no name.
      return findLevel(words, family.levels, profile, [family.title]).type !== 'unknown';
    });
  });
}

function* meanings(
  family: JobFamily,
): Iterable<{ readonly span: Span; readonly meaning: string; readonly reference: ExtendsReference }> {
  for (const level of family.levels)
    for (const reference of level.extends) {
      const { target } = reference;
      const whose = target.type === 'level' ? family.levels.indexOf(target.level) : target.type;
      yield { span: reference.span, meaning: `${reference.kinds.join('+')} of ${whose}`, reference };
    }
}

/** False where the same words name several levels: "the Intermediate and Senior Baker". */
function isAlone(reference: ExtendsReference, all: readonly ExtendsReference[]): boolean {
  const { target, targetSpan } = reference;
  return all.every(
    other =>
      other.targetSpan.start !== targetSpan.start ||
      (other.target.type === 'level' && target.type === 'level' && other.target.level === target.level),
  );
}

/** Where running text below the level's heading has its whole name, by itself and as no part of a longer one. */
function proseThatNames(family: JobFamily, level: Level): readonly Span[] {
  const name = patternOfWords(level.title, 'gu');
  // A single word may mean anything.
  if (!name || !level.node || !/\S\s+\S/.test(level.title)) return [];
  const { start, end } = spanOfLevel(family, level);
  const spans: Span[] = [];
  for (const placed of family.page.parts) {
    if (placed.span.start < start || placed.span.start >= end) continue;
    const source = family.page.text.slice(placed.span.start, placed.span.start + placed.part.tree.length + 1);
    for (const { span, text } of proseOfBlock({ source, part: placed.part }))
      for (const match of text.matchAll(name)) {
        const from = placed.span.start + span.start + match.index;
        if (!isPartOfName(text, match.index, match.index + match[0].length))
          spans.push({ start: from, end: from + match[0].length });
      }
  }
  return spans;
}

function isPartOfName(text: string, start: number, end: number): boolean {
  const before = /(?<![.!?:]\s*)(?<!\p{L})(\p{Lu}[\p{L}.&-]*)\s+$/u.exec(text.slice(0, start))?.[1];
  return (
    (before !== undefined && !/^(?:The|An?|Each|Every|Our|This)$/.test(before)) ||
    /^(?:,?\s+\p{Lu}|\s+\(|-)/u.test(text.slice(end))
  );
}

/** Edits of one text, none over another. */
class PageEdits {
  private edits: RenamingEdit[] = [];

  constructor(private readonly text: string) {}

  /** Puts words at a place; undefined leaves it as it is. The first that is said of a place counts, unless it is `certain`. */
  set(span: Span, newText: string | undefined, { inFull = false, certain = false } = {}): void {
    const touching = (edit: SpanEdit): boolean =>
      edit.span.start === span.start || (edit.span.start < span.end && span.start < edit.span.end);
    if (certain) this.edits = this.edits.filter(edit => !touching(edit));
    else if (this.edits.some(touching)) return;
    if (newText !== undefined) this.edits.push({ span, newText, ...(inFull && { inFull }) });
  }

  all(): readonly RenamingEdit[] {
    return this.edits.filter(({ span, newText }) => textOf(this.text, span) !== newText);
  }

  applied(): string {
    return applySpanEdits(this.text, this.edits);
  }

  /** Where an offset is once the edits are made. */
  moved(offset: number): number {
    return this.edits.reduce(
      (at, { span, newText }) => (span.end <= offset ? at + newText.length - (span.end - span.start) : at),
      offset,
    );
  }
}
