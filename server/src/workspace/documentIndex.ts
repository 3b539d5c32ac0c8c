import { globPath } from '../profile/globPath.ts';
import { globMatcher } from '../profile/globs.ts';
import type { Profile } from '../profile/profile.ts';
import type { YamlPath } from '../syntax/yamlDocument.ts';
import { type DocumentKind, documentKinds } from './documentKinds.ts';

/** What is wrong with a document as a whole, and which part of the configuration that is, in words of no language. */
export interface DocumentNote {
  readonly message: string;
  readonly about: string;
  /** Where in the document; its beginning if there is no such place. */
  readonly path?: YamlPath;
}

/** A document that the configuration names, and what is wrong with it as a whole. */
export interface NamedDocument {
  readonly kind: DocumentKind;
  readonly notes: readonly DocumentNote[];
}

/** The YAML documents of a workspace by kind, kept as files come and go. Knows paths, never contents. */
export class DocumentIndex {
  private readonly kinds = new Map<string, DocumentKind>();
  private readonly matchers: readonly { readonly kind: DocumentKind; readonly matches: (path: string) => boolean }[];

  /** `named`: documents that are known by what names them, whatever their path. */
  constructor(
    profile: Profile,
    private readonly named: ReadonlyMap<string, NamedDocument>,
    private readonly folders: readonly string[],
  ) {
    this.matchers = Object.entries(documentKinds).map(([kind, { globs }]) => ({
      kind: kind as DocumentKind,
      matches: globMatcher(globs(profile), { dot: true }),
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
    return this.named.get(uri)?.kind ?? this.matchers.find(({ matches }) => matches(globPath(uri, this.folders)))?.kind;
  }

  /** What is known to be wrong with a document as a whole, from outside. */
  notesOn(uri: string): readonly DocumentNote[] {
    return this.named.get(uri)?.notes ?? [];
  }

  /** The known documents, of one kind or of all, in order. */
  ofKind(kind?: DocumentKind): readonly string[] {
    return [...this.kinds].flatMap(([uri, one]) => (kind === undefined || one === kind ? [uri] : [])).sort();
  }
}
