import type { Profile } from '../../profile/profile.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import type { Span } from '../../text/span.ts';

/** What a page is to be made of, in order. */
export type Part =
  /** A stretch of a page as it is, its headings so many steps deeper; fewer than 0 is higher. */
  | { readonly type: 'taken'; readonly from: string; readonly span: Span; readonly deeper: number }
  | { readonly type: 'written'; readonly text: string };

/** A page as it is to be. */
export interface PlannedPage {
  readonly uri: string;
  /** The page that it is now; undefined for one that comes. */
  readonly was: string | undefined;
  readonly parts: readonly Part[];
}

/** The first heading of a planned page that stands in a part or behind it. */
export interface PlannedHeading {
  readonly page: string;
  readonly part: number;
}

/** A heading of a planned page, or an id that stays as it is, or a page as a whole. */
export type PlannedPlace = PlannedHeading | { readonly page: string; readonly anchor: string | undefined };

/** Words that name a place which is to be on another page: they are linked to it. */
export interface NamedPlace {
  readonly from: string;
  readonly span: Span;
  readonly to: PlannedPlace;
}

/** How the contents of some pages are to be spread over others. Every page that parts are taken from is a planned one, or gone. */
export interface PagesPlan {
  readonly pages: readonly PlannedPage[];
  /** Pages that are no more, and what is where they led. */
  readonly gone: ReadonlyMap<string, PlannedHeading>;
  readonly named: readonly NamedPlace[];
  /** How pages are read afterwards, where that is another way. */
  readonly profile?: Profile;
}

/** A planned page's text, its links as they were, and where its parts stand in it. */
export interface PageDraft {
  readonly page: PlannedPage;
  readonly text: string;
  readonly partStarts: readonly number[];
  readonly pieces: readonly Piece[];
}

/** So many characters of a page that stand in a draft as they are. */
export interface Piece {
  readonly from: string;
  readonly start: number;
  readonly length: number;
  readonly at: number;
}

/** Writes a planned page; undefined where a heading cannot stand as deep as it should. */
export function draftPage(page: PlannedPage, sourceOf: (uri: string) => PageSyntax): PageDraft | undefined {
  const partStarts: number[] = [];
  const pieces: Piece[] = [];
  let text = '';
  for (const part of page.parts) {
    partStarts.push(text.length);
    if (part.type === 'written') {
      text += part.text;
      continue;
    }
    const source = sourceOf(part.from);
    let from = part.span.start;
    const take = (end: number): void => {
      pieces.push({ from: part.from, start: from, length: end - from, at: text.length });
      text += source.text.slice(from, end);
      from = end;
    };
    if (part.deeper !== 0)
      for (const { structural, span, level } of source.headings) {
        if (!structural || span.start < part.span.start || span.start >= part.span.end) continue;
        const mark = source.text.indexOf('#', span.start);
        const depth = level + part.deeper;
        // Underlined headings have two depths only.
        if (!/^ {0,3}#/.test(source.text.slice(span.start, span.start + 4)) || depth < 1 || depth > 6) return undefined;
        take(mark);
        if (part.deeper > 0) text += '#'.repeat(part.deeper);
        else from -= part.deeper;
      }
    take(part.span.end);
  }
  return { page, text, partStarts, pieces };
}

/** Where a place of a page is in the drafts; undefined where it is in none. */
export function placeInDrafts(
  drafts: readonly PageDraft[],
  from: string,
  offset: number,
): { readonly draft: PageDraft; readonly offset: number } | undefined {
  for (const draft of drafts)
    for (const piece of draft.pieces)
      if (piece.from === from && piece.start <= offset && offset < piece.start + piece.length)
        return { draft, offset: piece.at + offset - piece.start };
  return undefined;
}
