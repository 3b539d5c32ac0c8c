import { Tree } from '@lezer/common';
import { ownCopy } from '../text/ownCopy.ts';
import { movedSpan, type Span } from '../text/span.ts';
import { differenceOf } from '../text/spanEdit.ts';
import type { InSteps } from '../text/steps.ts';
import { type Block, blockAt } from './block.ts';
import type { Heading } from './heading.ts';
import { type HeadingIdStyle, HeadingIds } from './headingIds.ts';
import { type Link, movedEnd, movedLink } from './link.ts';
import { type OfPart, PagePart } from './pagePart.ts';
import { movedShortcode, type Shortcode } from './shortcode.ts';

/** A top-level block of a page, headings among them, where it stands. */
export class PlacedPart implements OfPart {
  readonly span: Span;
  /** Undefined for a heading. */
  readonly block: Block | undefined;
  /** Its links, but those by reference. */
  readonly links: readonly Link[];

  constructor(
    text: string,
    readonly start: number,
    readonly part: PagePart,
  ) {
    this.span = { start, end: start + part.tree.length };
    this.block = blockAt(text, start, part);
    const { links } = part.links;
    this.links = links.length === 0 ? NO_LINKS : links.map(link => movedLink(link, start));
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

/** The parts of a page in order. Those of an earlier state count on if neither their tree nor their text has changed. */
export function* readParts(
  tree: Tree,
  page: PageSource,
  previous?: PageSource & { readonly parts: readonly PlacedPart[] },
): InSteps<PlacedPart[]> {
  const parts: PlacedPart[] = [];
  const earlier = previous && new EarlierParts(page, previous);
  let nextShortcode = 0;
  const { shortcodes } = page;
  for (const { block, start } of blocksOf(tree, 0)) {
    const end = start + block.length;
    // One that begins in the block before may reach into this one.
    while (nextShortcode < shortcodes.length && shortcodes[nextShortcode]!.span.end <= start) nextShortcode++;
    const within = shortcodesIn(shortcodes, nextShortcode, start, end);
    parts.push(
      earlier?.find(block, start, within) ??
        new PlacedPart(page.text, start, new PagePart(ownCopy(page.text.slice(start, end + 1)), block, within, page.idStyle)),
    );
    if (parts.length % PARTS_A_STEP === 0) yield;
  }
  return parts;
}

/** So many parts are read in one step. */
const PARTS_A_STEP = 50;

const NO_SHORTCODES: readonly Shortcode[] = [];

/** The shortcodes that reach into a stretch, from the first that may on, with places counted from its beginning. */
function shortcodesIn(shortcodes: readonly Shortcode[], first: number, start: number, end: number): readonly Shortcode[] {
  if (first >= shortcodes.length || shortcodes[first]!.span.start >= end) return NO_SHORTCODES;
  const found: Shortcode[] = [];
  for (let at = first; at < shortcodes.length && shortcodes[at]!.span.start < end; at++)
    found.push(movedShortcode(shortcodes[at]!, -start));
  return found;
}

/** The headings of a page with their ids, which depend on those before. */
export function headingsOf(parts: readonly PlacedPart[]): Heading[] {
  const ids = new HeadingIds();
  return parts.flatMap(({ start, part }) =>
    part.headings.map(({ level, span, contentSpan, text, slug, customId, structural }) => {
      if (customId !== undefined) ids.reserve(customId);
      return {
        level,
        span: movedSpan(span, start),
        contentSpan: movedSpan(contentSpan, start),
        text,
        id: customId ?? ids.unique(slug),
        structural,
      };
    }),
  );
}

/** The stretches of a page that are code or comments, in order. */
export function hiddenIn(parts: readonly PlacedPart[]): Span[] {
  return parts.flatMap(({ part, start }) => part.hidden.map(span => movedSpan(span, start)));
}

/** The page's links in order of their place; those that name a definition the page does not have are none. */
export function linksOf(parts: readonly PlacedPart[]): Link[] {
  const links = parts.flatMap(part => part.links);
  if (parts.some(({ part }) => part.links.references.length > 0)) links.push(...linksByReference(parts));
  return links.sort((a, b) => a.span.start - b.span.start);
}

function linksByReference(parts: readonly PlacedPart[]): Link[] {
  const definitions = new Map<string, Pick<Link, 'destination' | 'destinationSpan' | 'ref'>>();
  for (const { part, start } of parts)
    for (const { label, to } of part.links.definitions) if (!definitions.has(label)) definitions.set(label, movedEnd(to, start));
  return parts.flatMap(({ part, start }) =>
    part.links.references.flatMap(({ label, link: { span, text, textSpan } }): Link[] => {
      const end = definitions.get(label);
      return end ? [{ form: 'reference', text, span: movedSpan(span, start), textSpan: movedSpan(textSpan, start), ...end }] : [];
    }),
  );
}

/** The parts of an earlier state, looked for in page order. */
class EarlierParts {
  private readonly parts: readonly PlacedPart[];
  private next = 0;
  private readonly changeStart: number;
  private readonly changeEnd: number;
  private readonly by: number;

  constructor(
    private readonly page: PageSource,
    previous: PageSource & { readonly parts: readonly PlacedPart[] },
  ) {
    // What the parser is shown of a page with conflict markers is not told by its letters alone.
    const told = previous.idStyle === page.idStyle && previous.conflictMarkers.length === 0 && page.conflictMarkers.length === 0;
    this.parts = told ? previous.parts : [];
    const change = differenceOf(previous.text, page.text);
    this.changeStart = change?.span.start ?? page.text.length + 1;
    this.changeEnd = change ? change.span.start + change.newText.length : this.changeStart;
    this.by = page.text.length - previous.text.length;
  }

  find(tree: Tree, start: number, shortcodes: readonly Shortcode[]): PlacedPart | undefined {
    const end = start + tree.length;
    const isBefore = end < this.changeStart;
    if (!isBefore && start < this.changeEnd) return undefined;
    const was = isBefore ? start : start - this.by;
    while (this.next < this.parts.length && this.parts[this.next]!.start < was) this.next++;
    const found = this.parts[this.next];
    if (found?.start !== was || found.part.tree !== tree || !sameShortcodes(found.part.shortcodes, shortcodes, tree.length))
      return undefined;
    return was === start ? found : new PlacedPart(this.page.text, start, found.part);
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

/** The blocks of a document's tree, which the parser keeps in groups of groups, and where each begins. */
function* blocksOf(tree: Tree, from: number): Iterable<{ readonly block: Tree; readonly start: number }> {
  for (let index = 0; index < tree.children.length; index++) {
    const child = tree.children[index];
    // Blocks are trees of their own, never packed together with others: each carries what the parser knows it again by.
    if (!(child instanceof Tree)) continue;
    const start = from + tree.positions[index]!;
    if (child.type.isAnonymous) yield* blocksOf(child, start);
    else yield { block: child, start };
  }
}
