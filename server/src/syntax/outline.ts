import { ownCopy } from '../text/ownCopy.ts';
import { scanBlocks } from './blockScan.ts';
import { frontMatterText, frontMatterTexts, parseFrontMatter } from './frontMatter.ts';
import { frontMatterBounds } from './frontMatterBounds.ts';
import { headingParts, readHeadingIds } from './heading.ts';
import { type HeadingIdStyle, HeadingIds } from './headingIds.ts';
import { collectIds, hiddenBlocks, mayHaveMoreIds } from './ids.ts';
import { type ScannedLink, scanLinks } from './linkScan.ts';
import { parseBlocks, parseMarkdown } from './markdown.ts';
import { findConflictMarkers, maskForMarkdown, unixLineEnds } from './mask.ts';
import { findShortcodes, maskShortcodes, type Shortcode } from './shortcode.ts';

/** A heading as an outline knows it. */
export interface OutlineHeading {
  readonly id: string;
  /** Its source text, marks and attributes left out. */
  readonly text: string;
  readonly level: number;
  /** Counted from 0. */
  readonly line: number;
}

/** What of a page's front matter its site goes by. */
export interface SiteFrontMatter {
  readonly title: string | undefined;
  readonly layout: string | undefined;
  readonly url: string | undefined;
  readonly slug: string | undefined;
  readonly aliases: readonly string[];
}

/**
 * What other pages need to know of a page: a few keys of its front matter, its headings, the ids on it, where it links to.
 * Small, and no part of it holds on to the page's text.
 */
export interface PageOutline {
  readonly site: SiteFrontMatter;
  readonly headings: readonly OutlineHeading[];
  readonly ids: ReadonlySet<string>;
  /** Names of the shortcodes that the page calls: some make ids that only the site knows. */
  readonly shortcodes: ReadonlySet<string>;
  /** Its links in order, those within code left out. */
  readonly links: readonly ScannedLink[];
}

/** The outline of a page; never throws. */
export function outlinePage(text: string, idStyle: HeadingIdStyle = 'hugo'): PageOutline {
  const frontMatter = frontMatterEnd(text);
  const shortcodes = findShortcodes(text);
  const { headings, ids } = (idStyle === 'hugo' && scanned(text, frontMatter, shortcodes)) || parsed(text, shortcodes, idStyle);
  return {
    site: siteFrontMatter(text, frontMatter),
    headings,
    ids,
    shortcodes: shortcodes.length === 0 ? NONE : new Set(shortcodes.map(call => ownCopy(call.name))),
    links: scanLinks(text, frontMatter),
  };
}

const NONE: ReadonlySet<string> = new Set();

type HeadingsAndIds = Pick<PageOutline, 'headings' | 'ids'>;

/** By the beginnings of its lines alone: most pages need no more. Undefined where the parser must say. */
function scanned(text: string, from: number, shortcodes: readonly Shortcode[]): HeadingsAndIds | undefined {
  // What is rare is left to the parser: conflicts, lone carriage returns.
  if (text.includes('<<<<<<< ') || (text.includes('\r') && /\r(?!\n)/.test(text))) return undefined;
  const masked = unixLineEnds(maskShortcodes(text, shortcodes));
  const blocks = scanBlocks(masked, from);
  if (!blocks) return undefined;
  if (blocks.hidden.some(block => !block.certain && mayHaveMoreIds(text.slice(block.start, block.end)))) return undefined;
  if (mayHaveMoreIds(text) && /^(?: {4}| {0,3}\t)[^\n]*(?:<|\[\^|\{[#.\w])/m.test(text)) return undefined;
  const ids = new HeadingIds();
  const headings = blocks.headings.map(({ level, contentSpan, line }) => {
    const parts = headingParts(text, contentSpan, shortcodes, 'hugo');
    if (parts.customId !== undefined) ids.reserve(parts.customId);
    const id = parts.customId ?? ids.generate(parts.idSource);
    return { id: ownCopy(id), text: ownCopy(text.slice(parts.contentSpan.start, parts.contentSpan.end)), level, line };
  });
  return { headings, ids: copied(collectIds(text, () => blocks.hidden, headings)) };
}

/** By the parser: exact for any page. */
function parsed(text: string, shortcodes: readonly Shortcode[], idStyle: HeadingIdStyle): HeadingsAndIds {
  const masked = maskForMarkdown(text, parseFrontMatter(text), shortcodes, findConflictMarkers(text));
  // Ids of what a reader sees need what stands within the lines.
  const tree = idStyle === 'github' ? parseMarkdown(masked).tree : parseBlocks(masked);
  const headings = readHeadingIds(text, tree, shortcodes, idStyle);
  let line = 0;
  let from = 0;
  const outlined = headings.map(heading => {
    for (let at = text.indexOf('\n', from); at >= 0 && at < heading.span.start; at = text.indexOf('\n', from)) {
      line++;
      from = at + 1;
    }
    return { id: ownCopy(heading.id), text: ownCopy(heading.text), level: heading.level, line };
  });
  return { headings: outlined, ids: copied(collectIds(text, () => hiddenBlocks(tree), headings)) };
}

function copied(ids: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...ids].map(ownCopy));
}

/** Where the markdown starts: after the front matter, if there is any that is closed. */
function frontMatterEnd(text: string): number {
  const bounds = frontMatterBounds(text);
  return bounds?.closed ? bounds.span.end : 0;
}

/** Reads the few keys that matter. Most front matter is plain lines, which cost no parse of its YAML. */
function siteFrontMatter(text: string, end: number): SiteFrontMatter {
  if (end === 0) return NO_FRONT_MATTER;
  const head = text.slice(0, end);
  const title = PLAIN_TITLE.exec(head);
  if (title && !/^\s*["']?(?:layout|url|slug|aliases)\b|[{]/m.test(head) && head.split(/^["']?title\b/m).length === 2) {
    const value = (title[1] ?? title[2] ?? title[3])!.trim();
    return { ...NO_FRONT_MATTER, title: value === '' ? undefined : ownCopy(value) };
  }
  const frontMatter = parseFrontMatter(head);
  const one = (key: string): string | undefined => {
    const value = frontMatterText(frontMatter, key);
    return value === undefined ? undefined : ownCopy(value);
  };
  return {
    title: one('title'),
    layout: one('layout'),
    url: one('url'),
    slug: one('slug'),
    aliases: frontMatterTexts(frontMatter, 'aliases').map(ownCopy),
  };
}

/** A title on one line whose value YAML reads as it stands there: quoted without escapes, or of letters and blanks. */
const PLAIN_TITLE =
  /^title:[ \t]+(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|(\p{L}[\p{L}\p{M}\p{N} ,&()/.'’–-]*\p{L}))[ \t]*(?:\r?\n)(?=\S)/mu;

const NO_FRONT_MATTER: SiteFrontMatter = {
  title: undefined,
  layout: undefined,
  url: undefined,
  slug: undefined,
  aliases: [],
};
