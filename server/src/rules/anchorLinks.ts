import { slugOf } from '../syntax/headingIds.ts';
import { writtenTarget } from '../syntax/link.ts';
import type { PageSyntax } from '../syntax/page.ts';
import type { SpanEdit } from '../text/spanEdit.ts';

/** The edits that keep a page's own links to a heading alive when its text becomes another. */
export function linksTo(page: PageSyntax, anchor: string, newText: string): SpanEdit[] {
  const places = new Map<number, SpanEdit>();
  for (const link of page.links) {
    const { target, span } = writtenTarget(link);
    // Several links may share one definition.
    if (target === `#${anchor}`) places.set(span.start, { span, newText: `#${slugOf(newText)}` });
  }
  return [...places.values()];
}
