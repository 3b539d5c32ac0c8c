import * as l10n from '@vscode/l10n';
import type { DocumentLink } from 'vscode-languageserver-types';
import type { PageOutline } from '../syntax/outline.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';
import { addressOf, type OtherPages } from './otherPages.ts';

/**
 * The links of a page that lead to a page of the workspace, as the site resolves them: each at its destination, with the place
 * it leads to and that page's title and heading as the tooltip. All others are left to the editor.
 */
export async function documentLinks(linked: LinkedFamily, pages: OtherPages): Promise<DocumentLink[]> {
  const { links, lines } = linked.family.page;
  const found: DocumentLink[] = [];
  // Two links by reference have one destination.
  const told = new Set<number>();
  for (const link of links) {
    const resolved = linked.resolveLink(link);
    if (resolved.type !== 'ok' || told.has(link.destinationSpan.start)) continue;
    told.add(link.destinationSpan.start);
    const outline = await pages.outline(resolved.uri);
    found.push({
      range: lines.rangeOf(link.destinationSpan),
      target: addressOf(resolved.uri, resolved.anchor, outline),
      tooltip: tooltipOf(outline, resolved.anchor),
    });
  }
  return found;
}

/** "Title of the page › Heading"; less where less is known. */
function tooltipOf(outline: PageOutline | undefined, anchor: string | undefined): string {
  const heading = anchor === undefined ? undefined : outline?.headings.find(one => one.id === anchor);
  return (
    [outline?.site.title, heading?.text].filter(text => text !== undefined && text !== '').join(' › ') || l10n.t`Open the page`
  );
}
