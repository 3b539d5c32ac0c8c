// What the extension and the ladder page's script say to each other. Types only: both sides are bundled by themselves.

/** From the extension to the page. */
export type ToPane =
  | {
      readonly type: 'show';
      /** The job family's page. */
      readonly uri: string;
      /** The body, as the server made it. */
      readonly html: string;
      readonly cursorLevel: string | undefined;
    }
  | { readonly type: 'cursor'; readonly level: string | undefined }
  /** There is no ladder to show; the text says why. */
  | { readonly type: 'notice'; readonly text: string };

/** From the page to the extension. */
export type FromPane =
  /** The script runs and wants to be told what to show. */
  | { readonly type: 'ready' }
  /** Go to a line, counted from 0; of the family's page where `uri` is undefined. */
  | { readonly type: 'open'; readonly uri: string | undefined; readonly line: number }
  /** Go to a web address. */
  | { readonly type: 'browse'; readonly href: string }
  /** Back to the editor that the ladder is of. */
  | { readonly type: 'back' };

/** What the page keeps for when it is shown again, after a reload of the window too. */
export interface PaneState {
  readonly uri: string;
  readonly view: 'ladder' | 'matrix';
  /** How far each view was scrolled down, in pixels. */
  readonly scroll: Readonly<Record<'ladder' | 'matrix', number>>;
  /** Ids of the parts that are unfolded. */
  readonly open: readonly string[];
  /** The column that a narrow pane shows. */
  readonly column: string | undefined;
}
