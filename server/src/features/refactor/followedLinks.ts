import { ancestorsOf, buildHeadingTree } from '../../model/headingTree.ts';
import type { Link } from '../../syntax/link.ts';
import type { PageSyntax } from '../../syntax/page.ts';
import { textOf } from '../../text/span.ts';
import type { SpanEdit } from '../../text/spanEdit.ts';
import { type PageTarget, scannedTarget } from '../../workspace/linksTo.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { destinationTo } from '../linkSpelling.ts';
import { type PageDraft, type PagesPlan, type PlannedPlace, placeInDrafts } from './pagesPlan.ts';

/** The drafts of pages with the workspace before and after. */
export interface DraftedPages {
  readonly plan: PagesPlan;
  readonly drafts: readonly PageDraft[];
  readonly before: Workspace;
  /** The workspace with the drafts in it. */
  readonly after: Workspace;
  readonly sources: readonly string[];
}

/** Where each place of the pages is afterwards. */
export type FollowedPlace = (target: PageTarget) => PageTarget;

/** Follows headings, other ids and pages from where they are to where they will be; undefined where one would be lost unseen. */
export function followedPlaces({ plan, drafts, before, after, sources }: DraftedPages): FollowedPlace | undefined {
  const places = new Map<string, PageTarget>();
  for (const uri of sources) {
    const page = before.syntax(uri)!;
    // Notes are numbered anew wherever they stand.
    if ([...page.ids].some(id => /^fn(?:ref)?:/.test(id))) return undefined;
    const owners = drafts.filter(draft => draft.pieces.some(piece => piece.from === uri));
    for (const id of page.ids) {
      const owner = owners.find(draft => after.syntax(draft.page.uri)!.ids.has(id));
      if (owner) places.set(keyOf({ uri, anchor: id }), { uri: owner.page.uri, anchor: id });
    }
    for (const heading of page.headings) {
      places.delete(keyOf({ uri, anchor: heading.id }));
      const place = placeInDrafts(drafts, uri, heading.contentSpan.start);
      if (!place) continue;
      const now = after.syntax(place.draft.page.uri)!.headings.find(one => one.contentSpan.start === place.offset);
      if (!now) return undefined;
      places.set(keyOf({ uri, anchor: heading.id }), { uri: place.draft.page.uri, anchor: now.id });
    }
    // One that is left out is followed to the one that stood over it.
    for (const node of buildHeadingTree(page, before.profile).nodes) {
      const key = keyOf({ uri, anchor: node.heading.id });
      const above = ancestorsOf(node).find(one => places.has(keyOf({ uri, anchor: one.heading.id })));
      if (!places.has(key) && above) places.set(key, places.get(keyOf({ uri, anchor: above.heading.id }))!);
    }
  }
  const moved = new Map(plan.pages.flatMap(({ uri, was }) => (was === undefined ? [] : [[was, uri] as const])));
  return ({ uri, anchor }) => {
    const exact = anchor === undefined ? undefined : places.get(keyOf({ uri, anchor }));
    if (exact) return exact;
    const instead = plan.gone.get(uri);
    if (instead) return plannedTarget(instead, drafts, after);
    return { uri: moved.get(uri) ?? uri, anchor };
  };
}

function plannedTarget(place: PlannedPlace, drafts: readonly PageDraft[], after: Workspace): PageTarget {
  if (!('part' in place)) return { uri: place.page, anchor: place.anchor };
  const start = drafts.find(draft => draft.page.uri === place.page)!.partStarts[place.part]!;
  return { uri: place.page, anchor: after.syntax(place.page)!.headings.find(heading => heading.span.start >= start)?.id };
}

/** A draft's edits by which its links lead where they led, and where each of its links leads by then, in order. */
export interface FollowedDraft {
  readonly edits: readonly SpanEdit[];
  readonly targets: readonly (PageTarget | undefined)[];
}

/** Undefined where a link cannot be followed, or is none any more. */
export function followDraft(draft: PageDraft, drafted: DraftedPages, followed: FollowedPlace): FollowedDraft | undefined {
  const { before, after, sources, plan, drafts } = drafted;
  const page = after.syntax(draft.page.uri)!;
  const edits = new Map<number, SpanEdit>();
  const targets = new Map<Link, PageTarget | undefined>();
  const taken = new Set(draft.pieces.map(piece => piece.from));
  for (const uri of sources)
    for (const link of taken.has(uri) ? before.syntax(uri)!.links : []) {
      const place = placeInDrafts([draft], uri, link.span.start);
      if (!place) continue;
      const now = page.links.find(one => one.span.start === place.offset && one.form === link.form);
      if (!now) return undefined;
      const target = scannedTarget(before, uri, link);
      if (!target) {
        // A file that is written from where this page stands would be sought elsewhere.
        const isFileFromHere = /^(?![a-z][a-z\d+.-]*:|[/#]|\{\{)[^?#]*\.[a-z\d]{2,5}(?:[?#]|$)/i.test(link.destination);
        if (isFileFromHere && before.index.urlOf(uri) !== after.index.urlOf(draft.page.uri)) return undefined;
        continue;
      }
      const to = followed(target);
      targets.set(now, to);
      const written = textOf(page.text, now.destinationSpan);
      const isOwnNow = to.uri === draft.page.uri && target.uri !== uri && to.anchor !== undefined && !written.includes('{{');
      const newText = isOwnNow ? `#${to.anchor}` : destinationTo(after.index, draft.page.uri, written, to);
      if (newText === undefined) return undefined;
      if (newText === written) continue;
      const known = edits.get(now.destinationSpan.start);
      if (known && known.newText !== newText) return undefined;
      edits.set(now.destinationSpan.start, { span: now.destinationSpan, newText });
    }
  // What is written anew names places by where they are now, too.
  for (const link of page.links) {
    const target = targets.has(link) ? undefined : scannedTarget(before, draft.page.was ?? draft.page.uri, link);
    const isTracked = draft.pieces.some(piece => piece.at <= link.span.start && link.span.start < piece.at + piece.length);
    if (!target || isTracked || !sources.includes(target.uri)) continue;
    const to = followed(target);
    const newText = destinationTo(after.index, draft.page.uri, link.destination, to);
    if (newText === undefined) return undefined;
    targets.set(link, to);
    if (newText !== link.destination) edits.set(link.destinationSpan.start, { span: link.destinationSpan, newText });
  }
  const wraps: { readonly at: number; readonly target: PageTarget }[] = [];
  for (const { from, span, to } of plan.named) {
    const start = placeInDrafts([draft], from, span.start);
    const last = placeInDrafts([draft], from, span.end - 1);
    if (!start || !last) continue;
    const target = plannedTarget(to, drafts, after);
    const url = after.index.urlOf(target.uri);
    if (url === undefined || wraps.some(wrap => wrap.at === start.offset)) return undefined;
    wraps.push({ at: start.offset, target });
    const end = last.offset + 1;
    edits.set(start.offset, {
      span: { start: start.offset, end },
      newText: `[${page.text.slice(start.offset, end)}](${url}${target.anchor === undefined ? '' : `#${target.anchor}`})`,
    });
  }
  const all = [...page.links.map(link => ({ at: link.span.start, target: targets.get(link) })), ...wraps];
  return { edits: [...edits.values()], targets: all.sort((a, b) => a.at - b.at).map(({ target }) => target) };
}

/** True where a page's links lead where they are meant to. */
export function linksLead(
  page: PageSyntax,
  uri: string,
  after: Workspace,
  targets: readonly (PageTarget | undefined)[],
): boolean {
  if (page.links.length !== targets.length) return false;
  return page.links.every((link, at) => {
    const wanted = targets[at];
    if (!wanted) return true;
    const to = scannedTarget(after, uri, link);
    return to?.uri === wanted.uri && to.anchor === wanted.anchor;
  });
}

function keyOf({ uri, anchor }: PageTarget): string {
  return `${uri}#${anchor ?? ''}`;
}
