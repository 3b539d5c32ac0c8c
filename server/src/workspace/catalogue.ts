import type { Profile } from '../profile/profile.ts';
import type { YamlDocument } from '../syntax/yamlDocument.ts';
import type { Span } from '../text/span.ts';
import type { LinkedDocument } from './linkedDocument.ts';
import { readDestination } from './linkTarget.ts';
import type { Workspace } from './workspace.ts';

/** A URL of a catalogue and where it stands, its quotes included. */
export interface CatalogueUrl {
  readonly written: string;
  readonly span: Span;
}

const known = new WeakMap<YamlDocument, readonly CatalogueUrl[]>();

/** The URLs of a catalogue in order; those that are no text, or empty, left out. */
export function catalogueUrls(yaml: YamlDocument): readonly CatalogueUrl[] {
  let urls = known.get(yaml);
  if (!urls) {
    urls = readUrls(yaml);
    known.set(yaml, urls);
  }
  return urls;
}

const knownFamilies = new WeakMap<YamlDocument, ReadonlySet<string>>();

/** The families that a catalogue names a page of, by `familyOfUrl`. */
export function cataloguedFamilies(yaml: YamlDocument, profile: Profile): ReadonlySet<string> {
  let families = knownFamilies.get(yaml);
  if (!families) {
    const destinations = catalogueUrls(yaml).map(({ written }) => destinationOfUrl(written, profile));
    families = new Set(destinations.flatMap(one => (one.type === 'site' ? [familyOfUrl(one.url)] : [])));
    knownFamilies.set(yaml, families);
  }
  return families;
}

/** What a family's pages have in common: the folder below the department that they stand in, or the page itself. */
export function familyOfUrl(url: string): string {
  return `${url.split('/').slice(0, 4).join('/')}/`;
}

/** Where a URL in a YAML document leads, as far as its words tell. */
export function destinationOfUrl(written: string, profile: Profile): ReturnType<typeof readDestination> {
  return readDestination({ destination: written, form: 'inline', ref: undefined }, { pageUrl: '/', folderUrl: '/' }, profile);
}

/** Loads the pages whose headings a catalogue names. */
export async function loadCatalogueTargets({ yaml }: LinkedDocument, workspace: Workspace): Promise<void> {
  await workspace.loadListing();
  const destinations = catalogueUrls(yaml)
    .map(({ written }) => destinationOfUrl(written, workspace.profile))
    .filter(destination => destination.type === 'site');
  for (const { url, anchor } of destinations) {
    const page = anchor === undefined ? undefined : workspace.index.pageAt(url);
    if (page !== undefined) await workspace.loadOutline(page);
  }
}

function readUrls(yaml: YamlDocument): CatalogueUrl[] {
  if (!Array.isArray(yaml.value)) return [];
  return yaml.value.flatMap((entry: unknown, index) => {
    const description = entry !== null && typeof entry === 'object' ? (entry as Record<string, unknown>).description : undefined;
    const path = [index, 'description'];
    const listed = Array.isArray(description)
      ? description.map((url, at) => ({ url, path: [...path, at] }))
      : [{ url: description, path }];
    return listed.flatMap(({ url, path }) => {
      const span = typeof url === 'string' && url.trim() !== '' ? yaml.valueSpan(path) : undefined;
      return span ? [{ written: String(url).trim(), span }] : [];
    });
  });
}
