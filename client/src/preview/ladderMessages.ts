// What the extension and the ladder's page say to each other besides what every page says. Types only.
import type { FromPage, PageState, ToPage } from '../panels/panelMessages.ts';

/** From the extension to the page. */
export type ToLadder =
  | ToPage
  /** The cursor of the editor stands in this level. */
  | { readonly type: 'cursor'; readonly level: string | undefined };

/** From the page to the extension. */
export type FromLadder = FromPage;

/** What the page keeps for when it is shown again. */
export interface LadderState extends PageState {
  readonly view: 'ladder' | 'matrix';
  /** The column that a narrow pane shows. */
  readonly column: string | undefined;
}
