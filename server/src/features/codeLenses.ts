import type { Location, Range } from 'vscode-languageserver-types';
import type { JobFamily } from '../model/jobFamily.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { counted } from './markdownText.ts';
import { extendedFrom, inOrder, placesOf } from './references.ts';

/** What a lens over a level tells: who extends it, or every place that speaks of it. */
export type CodeLensKind = 'extendedBy' | 'references';

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

/** The lenses over a family's levels, in page order. Costs no search: what they say is found by `resolveCodeLens`. */
export function codeLenses(family: JobFamily, kinds: readonly CodeLensKind[]): LevelLens[] {
  return family.levels.flatMap(level =>
    kinds.map(kind => ({ kind, range: family.page.lines.rangeOf(level.nameSpan), anchor: level.anchor })),
  );
}

/** What a lens says now. Everything must be loaded, as for references. */
export function resolveCodeLens(workspace: Workspace, uri: string, kind: CodeLensKind, anchor: string): ResolvedLens {
  const target = { uri, anchor: anchor === '' ? undefined : anchor };
  const places = inOrder(kind === 'extendedBy' ? extendedFrom(workspace, target) : placesOf(workspace, target));
  return { title: titleOf(kind, places.length), places };
}

function titleOf(kind: CodeLensKind, count: number): string {
  if (kind === 'references') return count === 0 ? 'no references' : counted(count, 'reference');
  return count === 0 ? 'extended by none' : `extended by ${count}`;
}
