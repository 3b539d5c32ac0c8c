import { findShortcodes, refTarget } from '../syntax/shortcode.ts';
import { type Span, textOf } from '../text/span.ts';
import { catalogueUrls, destinationOfUrl } from '../workspace/catalogue.ts';
import { linksTo, type PageTarget, scannedTarget } from '../workspace/linksTo.ts';
import { decode } from '../workspace/routes.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { FileEdit } from './fileEdits.ts';

/**
 * The edits that make every link of the workspace, and every URL of a catalogue, follow the headings of a page: those to the
 * ids of `moved` get the new ones. All outlines and catalogues must be loaded.
 */
export function anchorEdits(workspace: Workspace, page: string, moved: ReadonlyMap<string, string>): FileEdit[] {
  if (moved.size === 0) return [];
  const edits: FileEdit[] = [];
  for (const { uri, outline } of workspace.outlines()) {
    for (const { destination, line, character } of outline.links) {
      if (!destination.includes('#')) continue;
      const place = anchorPlace(destination);
      const target = destination.startsWith('#')
        ? { uri, anchor: decode(destination.slice(1)) }
        : scannedTarget(workspace, uri, { destination });
      const id = target?.uri === page && target.anchor !== undefined ? moved.get(target.anchor) : undefined;
      if (!place || id === undefined) continue;
      const start = { line, character: character + place.start };
      const range = { start, end: { line, character: character + place.end } };
      edits.push({ uri, range, newText: writtenLike(textOf(destination, place), id) });
    }
  }
  return [...edits, ...catalogueEdits(workspace, page, moved)];
}

/** Where the anchor of a destination stands in it, by a URL or a Hugo `ref`. */
function anchorPlace(destination: string): Span | undefined {
  const [call] = destination.includes('{{') ? findShortcodes(destination) : [];
  const ref = call && refTarget(destination, call);
  const within = ref?.span ?? { start: 0, end: destination.length };
  const hash = textOf(destination, within).indexOf('#');
  return hash < 0 ? undefined : { start: within.start + hash + 1, end: within.end };
}

/** An id in the form in which another was written: percent-encoded where that was. */
function writtenLike(written: string, id: string): string {
  return written.includes('%') ? encodeURIComponent(id) : id;
}

function catalogueEdits(workspace: Workspace, page: string, moved: ReadonlyMap<string, string>): FileEdit[] {
  return workspace.documents.ofKind('catalogue').flatMap(uri => {
    const yaml = workspace.yaml(uri);
    return (yaml ? catalogueUrls(yaml) : []).flatMap(({ written, span }) => {
      const read = destinationOfUrl(written, workspace.profile);
      const isHere = read.type === 'site' && read.anchor !== undefined && workspace.index.pageAt(read.url) === page;
      const id = isHere ? moved.get(read.anchor!) : undefined;
      const at = yaml!.text.indexOf('#', span.start);
      if (id === undefined || at < 0 || at >= span.end) return [];
      const quote = /["']$/.test(textOf(yaml!.text, span)) ? 1 : 0;
      return [{ uri, range: yaml!.lines.rangeOf({ start: at + 1, end: span.end - quote }), newText: id }];
    });
  });
}

/**
 * The edits that make links to a page, or to one id on it, say its new name where they say its old one and nothing else. The
 * pages that link there must be loaded (`pagesLinkingTo`).
 */
export function linkTextEdits(workspace: Workspace, target: PageTarget, before: string, after: string): FileEdit[] {
  return pagesLinkingTo(workspace, target).flatMap(uri => {
    const page = workspace.syntax(uri);
    return (page?.links ?? []).flatMap(link => {
      if ((link.form !== 'inline' && link.form !== 'reference') || textOf(page!.text, link.textSpan) !== before) return [];
      const to = link.destination.startsWith('#')
        ? { uri, anchor: decode(link.destination.slice(1)) }
        : scannedTarget(workspace, uri, link);
      return to?.uri === target.uri && to.anchor === target.anchor
        ? [{ uri, range: page!.lines.rangeOf(link.textSpan), newText: after }]
        : [];
    });
  });
}

/** The pages that have a link to a page, or to one id on it, in order. */
export function pagesLinkingTo(workspace: Workspace, target: PageTarget): readonly string[] {
  return [...new Set(linksTo(workspace, target).map(({ uri }) => uri))].filter(uri => workspace.index.has(uri));
}
