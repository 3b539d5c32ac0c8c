import type { Profile } from '../profile/profile.ts';
import type { YamlDocument } from '../syntax/yamlDocument.ts';
import type { Span } from '../text/span.ts';
import { destinationOfUrl } from './catalogue.ts';
import type { DocumentNote } from './documentIndex.ts';
import { type DocumentKind, documentKinds } from './documentKinds.ts';
import { Inputs } from './inputs.ts';
import type { ResolvedLink } from './resolveLink.ts';
import type { Workspace } from './workspace.ts';

/**
 * A YAML document of a known kind together with what it leads to. A view on the workspace as it was loaded: it stays true
 * until a file changes, and asking it reads nothing.
 */
export class LinkedDocument {
  private constructor(
    readonly uri: string,
    readonly kind: DocumentKind,
    readonly yaml: YamlDocument,
    private readonly workspace: Workspace,
    /** What of other files this document's answers were made of. */
    readonly inputs: Inputs,
  ) {}

  /** Loads all that a document's findings need; undefined where the file is gone or no document of a known kind. */
  static async load(uri: string, workspace: Workspace): Promise<LinkedDocument | undefined> {
    const kind = workspace.documents.kindOf(uri);
    if (kind === undefined) return undefined;
    for (;;) {
      const { version } = workspace;
      if (!(await workspace.loadText(uri))) return undefined;
      const inputs = new Inputs(workspace);
      inputs.ask('own text', () => workspace.revisionOf(uri));
      const document = new LinkedDocument(uri, kind, workspace.yaml(uri)!, workspace, inputs);
      await documentKinds[kind].load(document, workspace);
      if (workspace.version === version) return document;
    }
  }

  get profile(): Profile {
    return this.workspace.profile;
  }

  /** What is known to be wrong with the document as a whole, from where it is used. */
  get notes(): readonly DocumentNote[] {
    return this.workspace.documents.notesOn(this.uri);
  }

  /** Returns where a note shows: the value that it is about, else the first line with anything on it. */
  placeOfNote({ path }: DocumentNote): Span {
    const value = path && this.yaml.valueSpan(path);
    if (value && value.end > value.start) return value;
    const { lines } = this.yaml;
    let line = 0;
    while (line < lines.lineCount - 1 && /^\s*(?:#.*)?$/.test(lines.lineText(line))) line++;
    return { start: lines.lineStart(line), end: lines.lineEnd(line) };
  }

  /** Where a URL that stands in the document leads. */
  resolveUrl(written: string): ResolvedLink {
    const { inputs } = this;
    const destination = destinationOfUrl(written, this.profile);
    if (destination.type !== 'site') return { type: 'unchecked' };
    const { url, anchor } = destination;
    const anchored = anchor === undefined ? url : `${url}#${anchor}`;
    const uri = inputs.pageAt(url);
    if (uri === undefined)
      return inputs.isGeneratedPage(url) || !inputs.knowsSiteBeside(this.uri)
        ? { type: 'unchecked' }
        : { type: 'missing-page', url: anchored, anchor };
    const ids = anchor === undefined ? undefined : this.idsOf(uri);
    return anchor === undefined || ids === undefined || ids.has(anchor)
      ? { type: 'ok', uri, anchor }
      : { type: 'missing-anchor', url: anchored, uri, anchor };
  }

  /** The ids of a page that was loaded. */
  idsOf(uri: string): ReadonlySet<string> | undefined {
    return this.inputs.outline(uri)?.ids;
  }

  /** Every URL of the site. */
  urls(): Iterable<string> {
    return this.inputs.urls();
  }

  /** The URLs of the pages whose path makes them job families, in order. */
  familyUrls(): readonly string[] {
    return this.inputs.familyPages().flatMap(uri => this.inputs.urlOf(uri) ?? []);
  }
}
