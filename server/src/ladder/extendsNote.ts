import type { ExtendsReference, Level } from '../model/jobFamily.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { stepOf } from './levelOrder.ts';
import { ownSource, sourceOf } from './levelSection.ts';
import { placeAt, type SourcePlace } from './richText.ts';

/** What a level takes over, said once for each level or base it takes over from. */
export interface ExtendsNote {
  /** Title of the level as the page names it, or as it is written where no such level is known; undefined: the base. */
  readonly title: string | undefined;
  /** The other page's family; undefined where it is this one. */
  readonly family: string | undefined;
  /** Id of that level in the view; undefined where it is not one of this page. */
  readonly levelId: string | undefined;
  /** Where the level stands that it extends; undefined where it is not known. */
  readonly target: SourcePlace | undefined;
  /** Where the level says so. */
  readonly place: SourcePlace;
  /** How far it goes: to the next step below, over steps in between, up the ladder, to itself, to another page, to the base, or nowhere. */
  readonly reach: 'next' | 'skips' | 'upwards' | 'itself' | 'elsewhere' | 'base' | 'unknown';
}

/** What a level takes over. `ordered`: the family's levels in ladder order; `ids`: how the view calls them. */
export function extendsNotes(
  linked: LinkedFamily,
  level: Level,
  ordered: readonly Level[],
  ids: ReadonlyMap<Level, string>,
): ExtendsNote[] {
  const notes = new Map<unknown, ExtendsNote>();
  for (const reference of level.extends) {
    const resolved = linked.resolveExtends(reference);
    const key = resolved ? (resolved.level ?? resolved.family) : nameOf(reference);
    if (notes.has(key)) continue;
    const place = placeAt(ownSource(linked), reference.span.start);
    if (!resolved) {
      notes.set(key, {
        title: nameOf(reference),
        family: undefined,
        levelId: undefined,
        target: undefined,
        place,
        reach: 'unknown',
      });
      continue;
    }
    const here = resolved.family === linked.family;
    const offset = resolved.level?.nameSpan.start ?? resolved.family.base[0]?.heading.span.start ?? 0;
    notes.set(key, {
      title: resolved.level?.title,
      family: here ? undefined : resolved.family.title,
      levelId: here && resolved.level ? ids.get(resolved.level) : undefined,
      target: placeAt(sourceOf(linked, resolved.family), offset),
      place,
      reach: !here ? 'elsewhere' : resolved.level ? reachOf(level, resolved.level, ordered) : 'base',
    });
  }
  return [...notes.values()];
}

/**
 * Steps are counted among the levels of the target's track, so that a first management level may extend the level it grew from; levels
 * that stand side by side are on one step.
 */
function reachOf(level: Level, target: Level, ordered: readonly Level[]): ExtendsNote['reach'] {
  if (target === level) return 'itself';
  if (stepOf(target) > stepOf(level)) return 'upwards';
  const isBetween = (one: Level): boolean => stepOf(one) > stepOf(target) && stepOf(one) < stepOf(level);
  return ordered.some(one => one.track === target.track && one.track === level.track && isBetween(one)) ? 'skips' : 'next';
}

function nameOf(reference: ExtendsReference): string | undefined {
  const { target } = reference;
  switch (target.type) {
    case 'level':
      return target.level.title;
    case 'base':
      return undefined;
    case 'link':
    case 'unknown':
    case 'ambiguous':
      return target.name;
  }
}
