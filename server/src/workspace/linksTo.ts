import type { ScannedLink } from '../syntax/linkScan.ts';
import { findShortcodes, refTarget } from '../syntax/shortcode.ts';
import type { Range } from '../text/lineIndex.ts';
import { catalogueUrls, destinationOfUrl } from './catalogue.ts';
import { readDestination } from './linkTarget.ts';
import type { Workspace } from './workspace.ts';

/** A page, or an id on it. */
export interface PageTarget {
  readonly uri: string;
  /** Undefined for the page as a whole. */
  readonly anchor: string | undefined;
}

/** A stretch of a file. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/**
 * Every link of the workspace to a page, or to one id on it: where its destination stands. Of catalogues the URLs that name
 * the page. All outlines must be loaded (`loadAll`), and the catalogues.
 */
export function linksTo(workspace: Workspace, target: PageTarget): Place[] {
  const mayLead = telling(workspace, target.uri);
  const places: Place[] = [];
  for (const { uri, outline } of workspace.outlines()) {
    const isOwn = uri === target.uri;
    for (const link of outline.links) {
      if (!mayLead(link.destination) && !(isOwn && link.destination.startsWith('#'))) continue;
      const to = scannedTarget(workspace, uri, link);
      if (to?.uri === target.uri && (target.anchor === undefined || to.anchor === target.anchor))
        places.push({ uri, range: rangeOfScanned(link) });
    }
  }
  return target.anchor === undefined ? [...places, ...catalogueEntriesOf(workspace, target.uri)] : places;
}

/** Where a link of a page's outline leads; undefined where to no page of the workspace. */
export function scannedTarget(
  workspace: Pick<Workspace, 'index' | 'profile'>,
  uri: string,
  { destination }: Pick<ScannedLink, 'destination'>,
): PageTarget | undefined {
  const { index, profile } = workspace;
  const [call] = destination.startsWith('{{') ? findShortcodes(destination) : [];
  const ref = call && refTarget(destination, call);
  const written = destination.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const read = readDestination({ destination: written, form: 'inline', ref }, index.linkBaseOf(uri), profile);
  switch (read.type) {
    case 'external':
    case 'file':
      return undefined;
    case 'ref': {
      const page = index.pageOfRef(read.page, uri);
      return page === undefined ? undefined : { uri: page, anchor: read.anchor };
    }
    case 'site': {
      const page = read.url === index.urlOf(uri) ? uri : index.pageAt(read.url);
      return page === undefined ? undefined : { uri: page, anchor: read.anchor };
    }
  }
}

export function rangeOfScanned({ line, character, destination }: ScannedLink): Range {
  return { start: { line, character }, end: { line, character: character + destination.length } };
}

/** Rules out most destinations by their letters alone: one that leads to the page names it, or is only dots and slashes. */
function telling(workspace: Workspace, uri: string): (destination: string) => boolean {
  const { index } = workspace;
  const urls = [index.urlOf(uri) ?? '', ...index.aliasesOf(uri)];
  const file = decodeURIComponent(uri.split('/').at(-1) ?? '').replace(/\.(?:md|markdown)(?:\.erb)?$/i, '');
  const names = [...urls.map(url => url.split('/').at(-2) ?? ''), ...(/^_?index$/i.test(file) ? [] : [file])];
  // A name that may be written percent-encoded or in other letters proves nothing.
  if (names.some(name => !/^[\w.-]+$/.test(name))) return () => true;
  const wanted = new RegExp(`^[./]*(?:[?#]|$)|${[...new Set(names)].map(escapeRegExp).join('|')}|%`, 'i');
  return destination => wanted.test(destination);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function catalogueEntriesOf(workspace: Workspace, target: string): Place[] {
  return workspace.documents.ofKind('catalogue').flatMap(uri => {
    const yaml = workspace.yaml(uri);
    return (yaml ? catalogueUrls(yaml) : []).flatMap(({ written, span }) => {
      const read = destinationOfUrl(written, workspace.profile);
      return read.type === 'site' && workspace.index.pageAt(read.url) === target
        ? [{ uri, range: yaml!.lines.rangeOf(span) }]
        : [];
    });
  });
}
