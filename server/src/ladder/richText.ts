import type { Link } from '../syntax/link.ts';
import type { PageSyntax } from '../syntax/page.ts';
import { linksWithin, shownText } from '../syntax/page.ts';
import { withoutComments } from '../text/htmlComments.ts';
import { beginningWithin, containsSpan, type Span } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import type { Destination } from '../workspace/linkTarget.ts';

/** A place in a page's source. */
export interface SourcePlace {
  /** The page; undefined for the one the ladder is of. */
  readonly uri: string | undefined;
  /** Counted from 0. */
  readonly line: number;
}

/** Where a link in a text leads. */
export type LinkTarget =
  | {
      readonly type: 'place';
      readonly place: SourcePlace;
      readonly anchor: string | undefined;
      /** Its address on the site, from the root, the anchor included; undefined for a file of no site. */
      readonly address: string | undefined;
    }
  | { readonly type: 'web'; readonly url: string }
  /** No such page: the text is shown, and leads nowhere. */
  | { readonly type: 'missing'; readonly url: string }
  /**
   * Nothing in the workspace that a reader of the ladder could go to: a script, a file, a page of an unknown site. `address`:
   * where the site has it, if anywhere.
   */
  | { readonly type: 'none'; readonly address: string | undefined };

/** A stretch of a page's text, ready to be rendered without that page. */
export interface RichText {
  /** What a reader sees of it, on one line. */
  readonly plain: string;
  /** Markdown without HTML and images; a link's destination is `link:N`, N its place in `links`. */
  readonly markdown: string;
  readonly links: readonly LinkTarget[];
}

/** Whose text it is: the family that was loaded, and the page, which may be that of another family it takes over from. */
export interface TextSource {
  readonly linked: LinkedFamily;
  readonly uri: string;
  readonly page: PageSyntax;
  /** True where places are to name their page even if it is the loaded family's: what is shown is then of several pages. */
  readonly namesPages?: boolean;
}

/** The text of a span: a paragraph, a bullet's first paragraph, or a whole table or quotation. */
export function richTextOf(source: TextSource, span: Span): RichText {
  const links: LinkTarget[] = [];
  const replacements = [
    ...linkReplacements(source, span, links),
    ...htmlReplacements(source.page, span),
    ...shortcodeReplacements(source.page, span),
  ];
  const markdown = replaced(source.page.text, span, replacements);
  return { plain: shownText(source.page, span).text.replace(/\s+/g, ' ').trim(), markdown, links };
}

/** The place of an offset of the source's page. */
export function placeAt(source: TextSource, offset: number): SourcePlace {
  return { uri: namedPage(source, source.uri), line: source.page.lines.lineAt(offset) };
}

/** Where a link of the source's page leads. */
export function targetOf(source: TextSource, link: Link): LinkTarget {
  const { linked } = source;
  const written = link.destination.trim();
  const isWeb = /^(?:https?:\/\/|mailto:)/i.test(written);
  // On another page, `#x` means that page; `resolveLink` would look for it here.
  if (source.uri !== linked.uri && written.startsWith('#')) return atAnchor(source, source.uri, written.slice(1));
  const resolved = linked.resolveLink(link);
  switch (resolved.type) {
    case 'ok':
      return atAnchor(source, resolved.uri, resolved.anchor);
    case 'missing-anchor':
      // A page without a file is one that only the site knows.
      return resolved.uri === '' ? { type: 'none', address: resolved.url } : atAnchor(source, resolved.uri, undefined);
    case 'missing-page':
      return { type: 'missing', url: resolved.url };
    case 'unchecked': {
      const destination = linked.destinationOf(link);
      const page = destination.type === 'site' ? linked.pageAt(destination.url) : undefined;
      if (page !== undefined && destination.type === 'site') return atAnchor(source, page, destination.anchor);
      return isWeb ? { type: 'web', url: written } : { type: 'none', address: addressOf(destination) };
    }
  }
}

function atAnchor(source: TextSource, uri: string, anchor: string | undefined): LinkTarget {
  const line = anchor === undefined ? undefined : source.linked.lineOfAnchor(uri, anchor);
  const url = source.linked.urlOf(uri);
  return {
    type: 'place',
    place: { uri: namedPage(source, uri), line: line ?? 0 },
    anchor,
    address: url === undefined ? undefined : withAnchor(url, anchor),
  };
}

function addressOf(destination: Destination): string | undefined {
  switch (destination.type) {
    case 'site':
      return withAnchor(destination.url, destination.anchor);
    case 'file':
      return destination.url;
    case 'external':
    case 'ref':
      return undefined;
  }
}

function withAnchor(url: string, anchor: string | undefined): string {
  return anchor === undefined ? url : `${url}#${anchor}`;
}

function namedPage({ linked, namesPages }: TextSource, uri: string): string | undefined {
  return uri === linked.uri && namesPages !== true ? undefined : uri;
}

interface Replacement {
  readonly span: Span;
  readonly text: string;
}

function linkReplacements(source: TextSource, span: Span, links: LinkTarget[]): Replacement[] {
  return linksWithin(source.page, span).flatMap((link): Replacement[] => {
    if (link.form === 'html') return [];
    if (link.form === 'image') return [{ span: link.span, text: escapeMarkdown(link.text) }];
    const destination = `](link:${links.push(targetOf(source, link)) - 1})`;
    if (link.form === 'autolink') return [{ span: link.span, text: `[${escapeMarkdown(link.text)}${destination}` }];
    return [{ span: { start: link.textSpan.end, end: link.span.end }, text: destination }];
  });
}

function htmlReplacements(page: PageSyntax, span: Span): Replacement[] {
  const found: Replacement[] = [];
  page.markdown.tree.iterate({
    from: span.start,
    to: span.end,
    enter(node) {
      const here = { start: Math.max(node.from, span.start), end: Math.min(node.to, span.end) };
      if (here.end <= here.start) return;
      if (/^(?:HTMLTag|Comment|CommentBlock|ProcessingInstruction|ProcessingInstructionBlock|LinkReference)$/.test(node.name))
        found.push({ span: here, text: ' ' });
      else if (node.name === 'HTMLBlock') found.push({ span: here, text: withoutTags(page.text.slice(here.start, here.end)) });
    },
  });
  return found;
}

/** Shortcodes are shown as the code they are: what they print is only known to the site. */
function shortcodeReplacements(page: PageSyntax, span: Span): Replacement[] {
  return beginningWithin(page.shortcodes, span).flatMap(({ span: call }) => {
    const text = page.text.slice(call.start, call.end).replace(/\s+/g, ' ');
    return containsSpan(span, call) && !text.includes('`') ? [{ span: call, text: `\`${text}\`` }] : [];
  });
}

/** The text with every replacement made; one that begins within another is left out. */
function replaced(text: string, span: Span, replacements: readonly Replacement[]): string {
  let result = '';
  let from = span.start;
  for (const one of [...replacements].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    if (one.span.start < from) continue;
    result += text.slice(from, one.span.start) + one.text;
    from = one.span.end;
  }
  return result + text.slice(from, span.end);
}

function withoutTags(block: string): string {
  return withoutComments(block)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/^[ \t]+/gm, '');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|~<>&]/g, '\\$&').replace(/\s+/g, ' ');
}
