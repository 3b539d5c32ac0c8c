import * as l10n from '@vscode/l10n';
import type { Location, Range } from 'vscode-languageserver-types';
import type { JobFamily, Level } from '../model/jobFamily.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { extendedFrom, inOrder, placesOf } from './references.ts';

/** What a lens over a level counts: who extends it, or every place that speaks of it. */
export type CountingLensKind = 'extendedBy' | 'references';

/** The lenses over a level: those that count, and the one that compares it with the level below. */
export type CodeLensKind = CountingLensKind | 'compare';

/** A lens without its words yet. */
export interface LevelLens {
  readonly kind: CodeLensKind;
  /** The level's name in its heading. */
  readonly range: Range;
  /** Id of the level's heading; `''` for the page level. */
  readonly anchor: string;
}

/** What a lens says, and the places that it opens. */
export interface ResolvedLens {
  readonly title: string;
  readonly places: readonly Location[];
}

/**
 * The lenses over a family's levels, in page order. Costs no search: what they say is found by `resolveCodeLens`. `levelBelow`: the
 * level that one is compared with; a level without one has no such lens.
 */
export function codeLenses(
  family: JobFamily,
  kinds: readonly CodeLensKind[],
  levelBelow: (level: Level) => Level | undefined,
): LevelLens[] {
  return family.levels.flatMap(level =>
    kinds
      .filter(kind => kind !== 'compare' || levelBelow(level) !== undefined)
      .map(kind => ({ kind, range: family.page.lines.rangeOf(level.nameSpan), anchor: level.anchor })),
  );
}

/** What a lens that counts places says now. Everything must be loaded, as for references. */
export function resolveCodeLens(workspace: Workspace, uri: string, kind: CountingLensKind, anchor: string): ResolvedLens {
  const target = { uri, anchor: anchor === '' ? undefined : anchor };
  const places = inOrder(kind === 'extendedBy' ? extendedFrom(workspace, target) : placesOf(workspace, target));
  return { title: titleOf(kind, places.length), places };
}

function titleOf(kind: CountingLensKind, count: number): string {
  if (kind === 'extendedBy') return count === 0 ? l10n.t`extended by none` : l10n.t`extended by ${count}`;
  if (count === 0) return l10n.t`no references`;
  return count === 1 ? l10n.t`1 reference` : l10n.t`${count} references`;
}
