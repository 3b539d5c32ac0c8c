import * as l10n from '@vscode/l10n';
import type { Link } from '../../syntax/link.ts';
import { containsSpan, touches } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import type { LinkedFamily } from '../../workspace/linkedFamily.ts';
import type { Refactoring } from './refactoring.ts';

/** The edit that writes a link in another form; undefined where it has that, or would lead elsewhere by it. */
type Rewrite = (linked: LinkedFamily, link: Link) => SpanEdit | undefined;

/** Writes the link at the cursor by Hugo's `ref`, which the site's build checks. */
export const linkToRef = ofLink('refactor.rewrite.jobFamily.linkToRef', () => l10n.t`Write this link as a Hugo ref`, asRef);

/** Writes the `ref` at the cursor as the URL that it leads to. */
export const refToLink = ofLink('refactor.rewrite.jobFamily.refToLink', () => l10n.t`Write this ref as a URL`, asUrl);

export const allLinksToRefs = ofPage(
  'source.jobFamily.linksToRefs',
  () => l10n.t`Write all links to other pages as Hugo refs`,
  asRef,
);

export const allRefsToLinks = ofPage(
  'source.jobFamily.refsToLinks',
  () => l10n.t`Write all Hugo refs of the page as URLs`,
  asUrl,
);

function ofLink(kind: string, title: () => string, rewrite: Rewrite): Refactoring {
  return {
    kind,
    leaves: 'same',
    offer({ linked, page, span }) {
      const link = page.links.find(one => touches(one.span, span.start));
      const edit = link && rewrite(linked, link);
      return edit && { title: title(), edits: () => [edit] };
    },
  };
}

function ofPage(kind: string, title: () => string, rewrite: Rewrite): Refactoring {
  return {
    kind,
    leaves: 'same',
    offer({ linked, page }) {
      if (!page.links.some(link => rewrite(linked, link))) return undefined;
      return { title: title(), edits: () => page.links.flatMap(link => rewrite(linked, link) ?? []) };
    },
  };
}

function asRef(linked: LinkedFamily, link: Link): SpanEdit | undefined {
  if (link.ref || linked.profile.site.headingIds !== 'hugo' || /[?"{]/.test(link.destination)) return undefined;
  const target = otherPage(linked, link);
  const page = target && linked.refTo(target.uri);
  // Within <…> the marks of the call would end the destination.
  if (!page || linked.family.page.text.charAt(link.destinationSpan.start - 1) === '<') return undefined;
  return { span: link.destinationSpan, newText: `{{< ref "${page}${anchorOf(target.anchor)}" >}}` };
}

function asUrl(linked: LinkedFamily, link: Link): SpanEdit | undefined {
  // A call with more beside it is no destination that a URL could take the place of.
  if (!link.ref || !/^\{\{[<%][^{}]*[%>]\}\}$/.test(link.destination)) return undefined;
  const target = otherPage(linked, link);
  const url = target && linked.urlOf(target.uri);
  return url === undefined
    ? undefined
    : { span: link.destinationSpan, newText: `${linked.hrefTo(url)}${anchorOf(target!.anchor)}` };
}

function anchorOf(anchor: string | undefined): string {
  return anchor === undefined ? '' : `#${anchor}`;
}

/** The other page, and the id on it, that a link leads to; undefined where it leads to none, or is a part of a heading's id. */
function otherPage(linked: LinkedFamily, link: Link): { readonly uri: string; readonly anchor: string | undefined } | undefined {
  if (link.form !== 'inline') return undefined;
  if (linked.family.page.headings.some(heading => containsSpan(heading.span, link.span))) return undefined;
  const resolved = linked.resolveLink(link);
  return resolved.type === 'ok' && resolved.uri !== linked.uri ? resolved : undefined;
}
