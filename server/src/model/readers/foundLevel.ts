import type { Track } from '../../profile/profile.ts';
import type { Span } from '../../text/span.ts';
import type { HeadingNode } from '../headingTree.ts';
import type { ReadLevelName } from './levelNames.ts';

/** A level that a reader found on a page. */
export interface OpenLevel {
  readonly title: string;
  readonly label: string | undefined;
  readonly name: ReadLevelName | undefined;
  readonly track: Track | undefined;
  /** Where it is named. */
  readonly nameSpan: Span;
  /** Its headings: the first names it; further ones repeat it in other parts of the page. Empty for a level of a table or of YAML. */
  readonly nodes: readonly HeadingNode[];
  /** The id of its cell; `''` without one. For a level with a heading, the heading's counts. */
  readonly anchor: string;
  /** All of it, for a level without a heading. */
  readonly span: Span;
  /** What cells or keys contain; a level with a heading has what is under it besides. */
  readonly sections: readonly OpenSection[];
}

/** A section of a level that is no heading's: a column, a row, a topic. */
export interface OpenSection {
  readonly name: string;
  readonly nameSpan: Span;
  readonly items: readonly Span[];
}

/** What makes two names those of one level. */
export function keyOf({ title, label }: { readonly title: string; readonly label: string | undefined }): string {
  return `${label ?? ''}|${title.toLowerCase().replace(/\s+/g, ' ')}`;
}
