import { countWhile } from '../text/countWhile.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { beginningWithin, firstFrom, type Span } from '../text/span.ts';
import { allAtOnce, type InSteps } from '../text/steps.ts';
import type { Block } from './block.ts';
import { type FrontMatter, parseFrontMatter, wholeFrontMatter } from './frontMatter.ts';
import type { Heading } from './heading.ts';
import type { HeadingIdStyle } from './headingIds.ts';
import { collectIds } from './ids.ts';
import { type InlineText, inlineTextOf } from './inlineText.ts';
import type { Link } from './link.ts';
import { type MarkdownTree, markdownInSteps, parseMarkdown } from './markdown.ts';
import { findConflictMarkers, maskForMarkdown } from './mask.ts';
import { headingsOf, hiddenIn, linksOf, type PlacedPart, readParts } from './placedPart.ts';
import { findShortcodes, type Shortcode } from './shortcode.ts';
import { YamlDocument } from './yamlDocument.ts';

/**
 * *Parsed*: everything a page's text says by itself, with exact spans. A caller may ask for any of it at any time; nothing
 * here knows of profiles, of other pages, or of what a job family is.
 */
export interface PageSyntax {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly shortcodes: readonly Shortcode[];
  readonly markdown: MarkdownTree;
  /** Whose ids the headings have. */
  readonly idStyle: HeadingIdStyle;
  /** All that stands at the top of the page, headings among it, in order. */
  readonly parts: readonly PlacedPart[];
  /** All headings in page order. */
  readonly headings: readonly Heading[];
  /** The page's top-level blocks in order, headings left out. */
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** Every id a link can lead to on this page: headings', raw HTML's, footnotes'. */
  readonly ids: ReadonlySet<string>;
  /** Merge-conflict markers (`<<<<<<<`, `=======`, `>>>>>>>`) at line starts. */
  readonly conflictMarkers: readonly Span[];
}

/**
 * Parses a page; never throws. `previous` is an earlier state of the same page: what an edit left alone is reused. `idStyle`:
 * whose ids its headings have.
 */
export function parsePage(text: string, previous?: PageSyntax, idStyle: HeadingIdStyle = 'hugo'): PageSyntax {
  return allAtOnce(pageInSteps(text, previous, idStyle));
}

/** The same in steps: long pages take longer than an editor may wait. */
export function* pageInSteps(text: string, previous?: PageSyntax, idStyle: HeadingIdStyle = 'hugo'): InSteps<PageSyntax> {
  if (previous?.text === text && previous.idStyle === idStyle) return previous;
  const lines = new LineIndex(text);
  const frontMatter = sameFrontMatter(text, previous) ?? parseFrontMatter(text, lines);
  const shortcodes = findShortcodes(text);
  const conflictMarkers = findConflictMarkers(text);
  const masked = maskForMarkdown(text, frontMatter, shortcodes, conflictMarkers);
  yield;
  const markdown = yield* markdownInSteps(masked, previous?.markdown);
  const read = { text, idStyle, shortcodes, conflictMarkers };
  const parts = yield* readParts(markdown.tree, read, previous);
  const headings = headingsOf(parts);
  return {
    ...read,
    lines,
    frontMatter,
    markdown,
    parts,
    headings,
    blocks: parts.flatMap(part => part.block ?? []),
    links: linksOf(parts),
    ids: collectIds(text, () => hiddenIn(parts), headings),
  };
}

/** Parses a YAML file as a page that is nothing but front matter: all its places are those of the file. Never throws. */
export function parseYamlPage(text: string, idStyle: HeadingIdStyle = 'hugo'): PageSyntax {
  const lines = new LineIndex(text);
  const span = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length };
  const frontMatter = wholeFrontMatter(new YamlDocument(text, span, 'file', lines), span);
  const markdown = parseMarkdown(maskForMarkdown(text, frontMatter, [], []));
  const read = { text, idStyle, shortcodes: [], conflictMarkers: findConflictMarkers(text) };
  return { ...read, lines, frontMatter, markdown, parts: [], headings: [], blocks: [], links: [], ids: new Set() };
}

/** The front matter of an earlier state, where the edit was behind it. */
function sameFrontMatter(text: string, previous: PageSyntax | undefined): FrontMatter | undefined {
  const frontMatter = previous?.frontMatter;
  if (!frontMatter?.closed) return undefined;
  const before = previous!.text.slice(0, frontMatter.span.end);
  // Without a line end, what was typed may have gone on with the closing line.
  return before.endsWith('\n') && text.startsWith(before) ? frontMatter : undefined;
}

/** What a reader sees of a stretch of the page that lies within one block. */
export function shownText(page: PageSyntax, span: Span): InlineText {
  const { parts } = page;
  const part = parts[countWhile(parts, one => one.span.start <= span.start) - 1];
  // What lies in one block is read from that: to look for it in the whole tree takes as long as there is text before it.
  return part && span.end <= part.span.end
    ? inlineTextOf(page.text, part.part.tree, span, part.start)
    : inlineTextOf(page.text, page.markdown.tree, span);
}

/** The links that lie within a span and touch another, in order. Costs what it returns, however many links the page has. */
export function linksTouching({ links }: PageSyntax, touched: Span, within: Span): readonly Link[] {
  let furthest = furthestEnds.get(links);
  if (!furthest) {
    let end = 0;
    furthest = links.map(({ span }) => (end = Math.max(end, span.end)));
    furthestEnds.set(links, furthest);
  }
  const found: Link[] = [];
  // Links may lie within links: no link before this one, and not this one alone, must end before the span.
  for (let at = firstFrom(links, touched.end + 1) - 1; at >= 0 && furthest[at]! >= touched.start; at--) {
    const { span } = links[at]!;
    if (span.start < within.start) break;
    if (span.end >= touched.start && span.end <= within.end) found.push(links[at]!);
  }
  return found.reverse();
}

/** Of each link of a page, where the furthest of it and all before ends. */
const furthestEnds = new WeakMap<readonly Link[], readonly number[]>();

/** The links that lie within a span, in order. */
export function linksWithin(page: PageSyntax, span: Span): readonly Link[] {
  return beginningWithin(page.links, span).filter(link => link.span.end <= span.end);
}
