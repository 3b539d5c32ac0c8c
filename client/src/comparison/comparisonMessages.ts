// What the extension and the comparison's page say to each other besides what every page says. Types only.
import type { FromPage, PageState } from '../panels/panelMessages.ts';

/** From the page to the extension. */
export type FromComparison =
  | FromPage
  /** A button of the page: swap the sides, choose another level for one, open VS Code's own diff editor. */
  | { readonly type: 'swap' }
  | { readonly type: 'choose'; readonly side: 'left' | 'right' }
  | { readonly type: 'text' };

/** What the page keeps for when it is shown again. */
export interface ComparisonState extends PageState {
  /** Whether what is the same is unfolded in every section. */
  readonly unfolded: boolean;
}
