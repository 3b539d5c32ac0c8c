import type { OutlineHeading } from '../../syntax/outline.ts';
import { normaliseUrl } from '../../workspace/routes.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ListedFamily } from '../workspaceSymbols.ts';

/** An address of the site and the page it leads to. */
export interface SiteAddress {
  readonly url: string;
  readonly uri: string;
  readonly isFamily: boolean;
  /** The page's own URL, where this is another one that its front matter gives it. */
  readonly aliasOf: string | undefined;
  /** The page's title, where the page has been read. */
  readonly title: string | undefined;
}

/** What completion may ask beyond its own page. */
export interface CompletionHost {
  /** Every address that leads to a page of the site. */
  addresses(): Iterable<SiteAddress>;
  /** The page at a URL. */
  pageAt(url: string): string | undefined;
  /** The page that a Hugo `ref` on the page `from` means. */
  pageOfRef(ref: string, from: string): string | undefined;
  /** What a `ref` writes to mean a page. */
  refTo(uri: string): string | undefined;
  /** The headings of a page; empty where there is no such page. Reads it where it is not read yet. */
  headingsOf(uri: string): Promise<readonly OutlineHeading[]>;
  /** How many pages that have been read call each shortcode, by its name. */
  shortcodes(): ReadonlyMap<string, number>;
  /** The URLs that pages link to, that no page has, and that end with this part: a page of that name has moved, perhaps. */
  lostUrls(lastPart: string): readonly string[];
  /** Every family of the workspace. Reads those that are not read yet. */
  families(): Promise<readonly ListedFamily[]>;
}

/** What completion asks of a workspace. */
export function completionHost(workspace: Workspace, families: CompletionHost['families']): CompletionHost {
  const { index } = workspace;
  return {
    *addresses() {
      const families = new Set(index.familyPages());
      for (const uri of index.pages) {
        const url = index.urlOf(uri);
        if (url === undefined) continue;
        const address = (one: string): SiteAddress => ({
          uri,
          url: one,
          isFamily: families.has(uri),
          aliasOf: one === url ? undefined : url,
          get title() {
            return workspace.outline(uri)?.site.title;
          },
        });
        yield address(url);
        for (const alias of index.aliasesOf(uri)) if (alias !== url) yield address(alias);
      }
    },
    pageAt: url => index.pageAt(url),
    pageOfRef: (ref, from) => index.pageOfRef(ref, from),
    refTo: uri => index.refTo(uri),
    headingsOf: async uri => ((await workspace.loadOutline(uri)) ? (workspace.outline(uri)?.headings ?? []) : []),
    shortcodes() {
      const counts = new Map<string, number>();
      for (const { outline } of workspace.outlines())
        for (const name of outline.shortcodes) counts.set(name, (counts.get(name) ?? 0) + 1);
      return counts;
    },
    lostUrls(lastPart) {
      const lost = new Set<string>();
      for (const { outline } of workspace.outlines())
        for (const { destination } of outline.links) {
          if (!destination.startsWith('/') || !destination.includes(`/${lastPart}`)) continue;
          const url = normaliseUrl(destination.split(/[?#]/)[0]!);
          if (url.endsWith(`/${lastPart}/`) && index.pageAt(url) === undefined && !index.isGeneratedPage(url)) lost.add(url);
        }
      return [...lost].sort();
    },
    families,
  };
}
