import picomatch from 'picomatch/posix';
import type { Profile } from '../profile/profile.ts';
import { type DocumentKind, documentKinds } from './documentKinds.ts';
import { pathOf } from './siteIndex.ts';

/** The YAML documents of a workspace by kind, kept as files come and go. Knows paths, never contents. */
export class DocumentIndex {
  private readonly kinds = new Map<string, DocumentKind>();
  private readonly matchers: readonly { readonly kind: DocumentKind; readonly matches: (path: string) => boolean }[];

  constructor(profile: Profile) {
    this.matchers = Object.entries(documentKinds).map(([kind, { globs }]) => ({
      kind: kind as DocumentKind,
      matches: picomatch([...globs(profile)], { dot: true }),
    }));
  }

  add(uri: string): void {
    const kind = this.kindOf(uri);
    if (kind) this.kinds.set(uri, kind);
  }

  remove(uri: string): void {
    this.kinds.delete(uri);
  }

  /** What a file is by its path, known or not; undefined where it is none of these documents. */
  kindOf(uri: string): DocumentKind | undefined {
    if (!/\.ya?ml$/i.test(uri)) return undefined;
    return this.matchers.find(({ matches }) => matches(pathOf(uri)))?.kind;
  }

  /** The known documents, of one kind or of all, in order. */
  ofKind(kind?: DocumentKind): readonly string[] {
    return [...this.kinds].flatMap(([uri, one]) => (kind === undefined || one === kind ? [uri] : [])).sort();
  }
}
