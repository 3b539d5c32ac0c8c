import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import { levelMentions } from '../model/levelMentions.ts';
import type { Heading } from '../syntax/heading.ts';
import type { Link } from '../syntax/link.ts';
import { containsSpan, type Span, touches } from '../text/span.ts';
import type { LinkedFamily } from '../workspace/linkedFamily.ts';

/**
 * The places of the page that speak of what stands at an offset: of a level's name every place that names it and the links to
 * its heading; of any other heading, or a link to one, the heading and the links to it. Empty anywhere else.
 */
export function documentHighlights(linked: LinkedFamily, offset: number): DocumentHighlight[] {
  const { family } = linked;
  const mentions = levelMentions(family, linked.profile);
  const link = family.page.links.find(one => touches(one.span, offset));
  const heading = link
    ? headingBehind(linked, link)
    : family.page.headings.find(one => touches(one.contentSpan, offset) && !mentions.some(({ span }) => touches(span, offset)));
  const level =
    mentions.find(({ span }) => touches(span, offset))?.level ?? family.levels.find(one => one.node?.heading === heading);
  const target = level ? level.node?.heading : heading;
  const named = mentions.filter(one => one.level === level);
  const places: { readonly span: Span; readonly isHeading: boolean }[] = level
    ? named.map(({ span, form }) => ({ span, isHeading: form === 'heading' }))
    : heading
      ? [{ span: heading.contentSpan, isHeading: true }]
      : [];
  if (target)
    for (const one of family.page.links)
      if (headingBehind(linked, one) === target && !places.some(({ span }) => containsSpan(one.span, span)))
        places.push({ span: one.span, isHeading: false });
  return places
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, isHeading }) => ({
      range: family.page.lines.rangeOf(span),
      kind: isHeading ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

/** The heading of this page that a link leads to. */
function headingBehind(linked: LinkedFamily, link: Link): Heading | undefined {
  const resolved = linked.resolveLink(link);
  if (resolved.type !== 'ok' || resolved.uri !== linked.uri || resolved.anchor === undefined) return undefined;
  return linked.family.page.headings.find(one => one.id === resolved.anchor);
}
