// What the extension and the map's page say to each other besides what every page says. Types only.
import type { FromPage, PageState } from '../panels/panelMessages.ts';

/** What a map is of. */
export interface MapSubject {
  /** The page of the family, as VS Code spells it. */
  readonly uri: string;
  readonly scope: 'family' | 'department';
  readonly steps: number;
}

/** From the page to the extension. */
export type FromCareerMap =
  | FromPage
  /** A button of the page: another reach. */
  | { readonly type: 'reach'; readonly scope: MapSubject['scope']; readonly steps: number };

/** What the page keeps for when it is shown again. */
export interface CareerMapState extends PageState {
  /** How far the drawing was scrolled to the right, in pixels. */
  readonly drawn: number;
}
