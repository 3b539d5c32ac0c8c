// What the extension and the script of any panel's page say to each other. Types only: both sides are bundled by themselves.

/** From the extension to the page. */
export type ToPage =
  | {
      readonly type: 'show';
      /** What it is of: kept by the page, and given back when VS Code restores the panel. */
      readonly subject: unknown;
      /** The body, as the server made it, cut at the marks of its parts: parts stand at odd indices. */
      readonly pieces: readonly string[];
    }
  /** Some parts of what is shown are others now: their indices among the pieces, and what they are. */
  | { readonly type: 'change'; readonly parts: readonly (readonly [index: number, html: string])[] }
  /** There is nothing to show; the text says why. */
  | { readonly type: 'notice'; readonly text: string };

/** From the page to the extension. */
export type FromPage =
  /** The script runs and wants to be told what to show. */
  | { readonly type: 'ready' }
  /** Go to a line, counted from 0; of the subject's own page where `uri` is undefined. */
  | { readonly type: 'open'; readonly uri: string | undefined; readonly line: number }
  /** Go to a web address. */
  | { readonly type: 'browse'; readonly href: string }
  /** Back to the editor that the content is of. */
  | { readonly type: 'back' };

/** What each page keeps for when it is shown again, after a reload of the window too. */
export interface PageState {
  readonly subject: unknown;
  /** How far it was scrolled down, in pixels. */
  readonly scroll: number;
  /** Ids of the parts that are unfolded. */
  readonly open: readonly string[];
}
