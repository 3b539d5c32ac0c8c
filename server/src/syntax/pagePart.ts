import { Tree } from '@lezer/common';
import { type Span, shifted } from '../text/span.ts';
import { differenceOf } from '../text/spanEdit.ts';
import { type Block, blockAt } from './block.ts';
import { BlockText, detached, type OfBlock } from './blockText.ts';
import type { Heading } from './heading.ts';
import { type HeadingIdStyle, HeadingIds } from './headingIds.ts';
import { type Link, shiftedLink } from './link.ts';
import type { Shortcode } from './shortcode.ts';

/** A top-level block of a page, headings among them, where it stands. */
export class PagePart implements OfBlock {
  readonly span: Span;
  /** Undefined for a heading. */
  readonly block: Block | undefined;
  /** Its links, but those by reference. */
  readonly links: readonly Link[];

  constructor(
    text: string,
    readonly start: number,
    readonly own: BlockText,
  ) {
    this.span = { start, end: start + own.tree.length };
    this.block = blockAt(text, start, own);
    const { links } = own.links;
    this.links = links.length === 0 ? NO_LINKS : links.map(link => shiftedLink(link, start));
  }
}

const NO_LINKS: readonly Link[] = [];

/** What of a page decides how its blocks are read. */
export interface PageSource {
  readonly text: string;
  readonly idStyle: HeadingIdStyle;
  readonly shortcodes: readonly Shortcode[];
  readonly conflictMarkers: readonly Span[];
}

/** The parts of a page in order. Those of an earlier state count on where neither their tree nor their text has changed. */
export function readParts(
  tree: Tree,
  page: PageSource,
  previous?: PageSource & { readonly parts: readonly PagePart[] },
): PagePart[] {
  const parts: PagePart[] = [];
  const earlier = previous && new EarlierParts(page, previous);
  let nextShortcode = 0;
  for (const { tree: block, start } of topLevel(tree)) {
    const end = start + block.length;
    const { shortcodes } = page;
    // One that begins in the block before may reach into this one.
    while (nextShortcode < shortcodes.length && shortcodes[nextShortcode]!.span.end <= start) nextShortcode++;
    const within: Shortcode[] = [];
    for (let at = nextShortcode; at < shortcodes.length && shortcodes[at]!.span.start < end; at++)
      within.push(moved(shortcodes[at]!, -start));
    parts.push(
      earlier?.find(block, start, within) ??
        new PagePart(page.text, start, new BlockText(detached(page.text.slice(start, end + 1)), block, within, page.idStyle)),
    );
  }
  return parts;
}

/** The headings of a page with their ids, which depend on those before. */
export function headingsOfPage(parts: readonly PagePart[]): Heading[] {
  const ids = new HeadingIds();
  return parts.flatMap(({ start, own }) =>
    own.headings.map(({ level, span, contentSpan, text, slug, customId, structural }) => {
      if (customId !== undefined) ids.reserve(customId);
      return {
        level,
        span: shifted(span, start),
        contentSpan: shifted(contentSpan, start),
        text,
        id: customId ?? ids.generate(slug),
        structural,
      };
    }),
  );
}

/** The parts of an earlier state, looked for in page order. */
class EarlierParts {
  private readonly parts: readonly PagePart[];
  private next = 0;
  private readonly changeStart: number;
  private readonly changeEnd: number;
  private readonly by: number;

  constructor(
    private readonly page: PageSource,
    previous: PageSource & { readonly parts: readonly PagePart[] },
  ) {
    // What the parser is shown of a page with conflict markers is not told by its letters alone.
    const told = previous.idStyle === page.idStyle && previous.conflictMarkers.length === 0 && page.conflictMarkers.length === 0;
    this.parts = told ? previous.parts : [];
    const change = differenceOf(previous.text, page.text);
    this.changeStart = change?.span.start ?? page.text.length + 1;
    this.changeEnd = change ? change.span.start + change.newText.length : this.changeStart;
    this.by = page.text.length - previous.text.length;
  }

  find(tree: Tree, start: number, shortcodes: readonly Shortcode[]): PagePart | undefined {
    const end = start + tree.length;
    const isBefore = end < this.changeStart;
    if (!isBefore && start < this.changeEnd) return undefined;
    const was = isBefore ? start : start - this.by;
    while (this.next < this.parts.length && this.parts[this.next]!.start < was) this.next++;
    const found = this.parts[this.next];
    if (found?.start !== was || found.own.tree !== tree || !sameShortcodes(found.own.shortcodes, shortcodes, tree.length))
      return undefined;
    return was === start ? found : new PagePart(this.page.text, start, found.own);
  }
}

/** True where the same shortcodes stand within a block, and none reaches into it from elsewhere. */
function sameShortcodes(before: readonly Shortcode[], now: readonly Shortcode[], length: number): boolean {
  return (
    before.length === now.length &&
    now.every(({ span }, i) => {
      const other = before[i]!.span;
      return span.start >= 0 && span.end <= length && span.start === other.start && span.end === other.end;
    })
  );
}

function moved(shortcode: Shortcode, by: number): Shortcode {
  return { ...shortcode, span: shifted(shortcode.span, by), argsSpan: shifted(shortcode.argsSpan, by) };
}

/** The blocks of a document's tree, which the parser keeps in groups of groups. */
function* topLevel(tree: Tree, from = 0): Iterable<{ readonly tree: Tree; readonly start: number }> {
  for (const [index, child] of tree.children.entries()) {
    // Blocks are trees of their own, never packed together with others: each carries what the parser knows it again by.
    if (!(child instanceof Tree)) continue;
    const start = from + tree.positions[index]!;
    if (child.type.isAnonymous) yield* topLevel(child, start);
    else yield { tree: child, start };
  }
}
