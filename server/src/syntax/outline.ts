import { type FrontMatter, parseFrontMatter } from './frontMatter.ts';
import { readHeadingIds } from './heading.ts';
import type { HeadingIdStyle } from './headingIds.ts';
import { collectIds } from './ids.ts';
import { parseBlocks, parseMarkdown } from './markdown.ts';
import { findConflictMarkers, maskForMarkdown } from './mask.ts';
import { findShortcodes } from './shortcode.ts';

/** A heading as an outline knows it. */
export interface OutlineHeading {
  readonly id: string;
  /** Its source text, marks and attributes left out. */
  readonly text: string;
  readonly level: number;
  /** Counted from 0. */
  readonly line: number;
}

/** What other pages need to know of a page that is no job family: its front matter, its headings and the ids on it. */
export interface PageOutline {
  readonly frontMatter: FrontMatter | undefined;
  readonly headings: readonly OutlineHeading[];
  readonly ids: ReadonlySet<string>;
  /** Names of the shortcodes that the page calls: some make ids that only the site knows. */
  readonly shortcodes: ReadonlySet<string>;
}

/** The outline of a page; never throws. */
export function outlinePage(text: string, idStyle: HeadingIdStyle = 'hugo'): PageOutline {
  const frontMatter = parseFrontMatter(text);
  const shortcodes = findShortcodes(text);
  const masked = maskForMarkdown(text, frontMatter, shortcodes, findConflictMarkers(text));
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
    return { id: heading.id, text: heading.text, level: heading.level, line };
  });
  return {
    frontMatter,
    headings: outlined,
    ids: collectIds(text, tree, headings),
    shortcodes: new Set(shortcodes.map(call => call.name)),
  };
}
