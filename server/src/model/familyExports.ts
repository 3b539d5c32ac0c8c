import type { Profile, SectionKind, Track } from '../profile/profile.ts';
import type { Range } from '../text/lineIndex.ts';
import { ownCopy } from '../text/ownCopy.ts';
import { type ExtendsReference, gradeOf, type JobFamily, type Level } from './jobFamily.ts';
import { levelOfRow, superiorOnPage } from './levelMentions.ts';
import { superiorsOf } from './reportsTo.ts';

/** What other pages, and lists of a whole workspace, need to know of a job family. No part of it holds on to the page. */
export interface FamilyExports {
  readonly title: string;
  readonly levels: readonly LevelExports[];
  /** Where it names a level without a link and takes nothing over: rows of its grade table, whom somebody reports to. */
  readonly named: readonly NamedExports[];
}

export interface NamedExports {
  readonly range: Range;
  readonly target:
    | { readonly type: 'level'; readonly anchor: string }
    /** A name that no level of this page has: perhaps another page's. */
    | { readonly type: 'unknown'; readonly name: string };
}

export interface LevelExports {
  readonly title: string;
  /** Id of its heading; `''` for the page level. */
  readonly anchor: string;
  /** Its name in the form in which names are compared: words, lower case, one spelling each. */
  readonly nameKey: string;
  readonly grade: number | undefined;
  readonly track: Track;
  /** Its heading; for the page level the title's value or the page's start. */
  readonly range: Range;
  readonly extends: readonly ExtendsExports[];
}

export interface ExtendsExports {
  readonly kinds: readonly SectionKind[];
  readonly range: Range;
  readonly target:
    | { readonly type: 'level'; readonly anchor: string }
    | { readonly type: 'base' }
    | { readonly type: 'link'; readonly destination: string; readonly name: string }
    | { readonly type: 'unknown'; readonly name: string }
    | { readonly type: 'ambiguous' };
}

/** The exports of a family that was read by this profile. */
export function exportsOfFamily(family: JobFamily, profile: Profile): FamilyExports {
  return {
    title: ownCopy(family.title),
    levels: family.levels.map(level => exportsOfLevel(family, level)),
    named: namedIn(family, profile),
  };
}

function namedIn(family: JobFamily, profile: Profile): NamedExports[] {
  const { lines } = family.page;
  const rows = family.gradeRows.flatMap((row): NamedExports[] => {
    const level = row.link ? undefined : levelOfRow(family, row, profile);
    return level ? [{ range: lines.rangeOf(row.titleSpan), target: { type: 'level', anchor: ownCopy(level.anchor) } }] : [];
  });
  const superiors = superiorsOf(family.page, profile).flatMap((superior): NamedExports[] => {
    if (superior.link) return [];
    const level = superiorOnPage(family, superior, profile);
    const target: NamedExports['target'] = level
      ? { type: 'level', anchor: ownCopy(level.anchor) }
      : { type: 'unknown', name: ownCopy(superior.name) };
    return [{ range: lines.rangeOf(superior.span), target }];
  });
  return [...rows, ...superiors];
}

/** Names that are spelt alike in every respect have the same key. */
export function nameKeyOf(name: Level['name']): string {
  return name.words.join(' ');
}

function exportsOfLevel(family: JobFamily, level: Level): LevelExports {
  const { lines } = family.page;
  return {
    title: ownCopy(level.title),
    anchor: ownCopy(level.anchor),
    nameKey: nameKeyOf(level.name),
    grade: gradeOf(level)?.grade,
    track: level.track,
    range: lines.rangeOf(level.nameSpan),
    extends: level.extends.map(reference => ({
      kinds: reference.kinds,
      range: lines.rangeOf(reference.span),
      target: exportsOfTarget(reference),
    })),
  };
}

function exportsOfTarget({ target }: ExtendsReference): ExtendsExports['target'] {
  switch (target.type) {
    case 'level':
      return { type: 'level', anchor: ownCopy(target.level.anchor) };
    case 'link':
      return { type: 'link', destination: ownCopy(target.link.destination), name: ownCopy(target.name) };
    case 'unknown':
      return { type: 'unknown', name: ownCopy(target.name) };
    case 'base':
    case 'ambiguous':
      return { type: target.type };
  }
}
