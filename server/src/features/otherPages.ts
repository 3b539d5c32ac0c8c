import type { PageOutline } from '../syntax/outline.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { ListedFamily } from './workspaceSymbols.ts';

/** What an editor's question may ask of other pages than its own; they are read where they are not read yet. */
export interface OtherPages {
  /** Undefined where there is no such page. */
  text(uri: string): Promise<string | undefined>;
  /** Undefined where there is no such page. */
  outline(uri: string): Promise<PageOutline | undefined>;
  /** Undefined where there is no such page. */
  syntax(uri: string): Promise<PageSyntax | undefined>;
  /** Every job family of the workspace. */
  families(): Promise<readonly ListedFamily[]>;
}

/** Where a place of a page is, for an editor that opens it: a line where an anchor is a heading's, since editors know no ids. */
export function addressOf(uri: string, anchor: string | undefined, outline: PageOutline | undefined): string {
  const heading = anchor === undefined ? undefined : outline?.headings.find(one => one.id === anchor);
  return heading ? `${uri}#L${heading.line + 1}` : uri;
}
