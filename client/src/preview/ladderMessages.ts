// What the extension and the ladder's page say to each other besides what every page says. Types only.
import type { LadderShown, LadderViewName } from '../../../server/src/lsp/messages.ts';
import type { FromPage, PageState, ToPage } from '../panels/panelMessages.ts';

/** From the extension to the page. */
export type ToLadder =
  | ToPage
  /** The cursor of the editor stands in this level, on this line; both undefined where no editor shows the page. */
  | { readonly type: 'cursor'; readonly level: string | undefined; readonly line: number | undefined }
  /** The first line that the editor shows, counted from 0. */
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'locked'; readonly locked: boolean };

/** From the page to the extension. */
export type FromLadder =
  | FromPage
  /** Show this of the family from now on. */
  | { readonly type: 'shown'; readonly shown: LadderShown }
  /** The pane was scrolled: this line of the page, counted from 0, is the first in sight. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** Stay with this page, or follow the editor again. */
  | { readonly type: 'lock'; readonly locked: boolean }
  /** Do something with the family, or with the level that the toolbar names. */
  | { readonly type: 'run'; readonly action: string; readonly level: string | undefined }
  /** Write what the page lacks before its ladder can be drawn. */
  | { readonly type: 'write' };

/** What the page keeps for when it is shown again. */
export interface LadderState extends PageState {
  readonly view: LadderViewName;
  readonly level: string | undefined;
  /** Whether inherited bullets are shown, by view. */
  readonly inherited: Readonly<Record<LadderViewName, boolean>>;
  readonly filter: Readonly<Record<string, string>>;
  readonly locked: boolean;
  /** The column that a narrow pane shows. */
  readonly column: string | undefined;
}
