import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  LocationLink,
  Position,
  Range,
} from 'vscode-languageserver-types';
import { codeActionsFor } from './features/codeActions.ts';
import { completionAt } from './features/completion/completion.ts';
import { definitionAt } from './features/definition.ts';
import { diagnosticOf } from './features/diagnostics.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { hoverAt } from './features/hover.ts';
import { documentCompletion } from './features/schema/documentCompletion.ts';
import { schemaHover } from './features/schema/schemaHover.ts';
import { ladderHtml } from './ladder/ladderHtml.ts';
import { ladderView } from './ladder/ladderView.ts';
import { type FamilyJson, familyJson } from './ladder/modelJson.ts';
import type { LadderResult } from './lsp/messages.ts';
import { defaultProfile } from './profile/builtIn.ts';
import type { Profile } from './profile/profile.ts';
import type { Finding } from './rules/finding.ts';
import { type RunOptions, runDocumentRules, runRules } from './rules/runRules.ts';
import type { LineIndex } from './text/lineIndex.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { documentKinds } from './workspace/documentKinds.ts';
import { LinkedDocument } from './workspace/linkedDocument.ts';
import { type FamilyPage, LinkedFamily } from './workspace/linkedFamily.ts';
import { Workspace } from './workspace/workspace.ts';
import type { WorkspaceHost } from './workspace/workspaceHost.ts';

/** What a language service is made with. */
export interface ServiceOptions {
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
  readonly profile?: Profile;
  /** URI of the folder with a documentation page a rule. */
  readonly documentationFolder?: string | undefined;
  /** Told when a rule throws on a page; the host's log where nobody else wants to know. */
  readonly onRuleFailed?: (message: string) => void;
}

/** Says that an answer is no longer wanted. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** The findings of a page and the lines their spans are told by. */
export interface PageFindings {
  readonly findings: readonly Finding[];
  readonly lines: LineIndex;
}

/**
 * The engine's only door: text in, answers out. Positions and ranges are LSP's, counted from 0 in UTF-16 units. Every
 * question about a page that is no job family, or that is gone, is answered by `undefined` or an empty list; none throws
 * because of what a page says. URIs may come in any spelling; those it gives by itself are canonical.
 */
export class LanguageService {
  private readonly workspace: Workspace;
  private readonly linked = new Map<string, { readonly version: number; readonly family: Promise<LinkedFamily | undefined> }>();
  private readonly linkedDocuments = new Map<
    string,
    { readonly version: number; readonly document: Promise<LinkedDocument | undefined> }
  >();
  private readonly checked = new WeakMap<LinkedFamily | LinkedDocument, readonly Finding[]>();

  constructor(
    private readonly host: WorkspaceHost,
    private readonly options: ServiceOptions,
  ) {
    this.workspace = new Workspace(host, options.profile ?? defaultProfile, options.folders.map(canonicalUri));
  }

  /** Sets the text of an open document; it stands over the file's until `closeDocument`. */
  setDocument(uri: string, text: string): void {
    this.workspace.setDocument(canonicalUri(uri), text);
  }

  closeDocument(uri: string): Promise<void> {
    this.linked.delete(canonicalUri(uri));
    this.linkedDocuments.delete(canonicalUri(uri));
    return this.workspace.closeDocument(canonicalUri(uri));
  }

  /** A file was created, changed or deleted on disk. */
  fileChanged(uri: string): Promise<void> {
    return this.workspace.fileChanged(canonicalUri(uri));
  }

  /** The findings of a page or YAML document in its order; undefined where it is neither a job family nor a known document. */
  async findings(uri: string, cancellation?: Cancellation): Promise<PageFindings | undefined> {
    const linked = (await this.link(uri)) ?? (await this.linkDocument(uri));
    if (!linked) return undefined;
    let findings = this.checked.get(linked);
    if (!findings) {
      const options: RunOptions = {
        isCancelled: () => cancellation?.isCancellationRequested === true,
        onRuleFailed: (code, error) =>
          this.ruleFailed(
            `The rule ${code} failed on ${uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          ),
      };
      findings = linked instanceof LinkedDocument ? runDocumentRules(linked, options) : runRules(linked, options);
      if (!cancellation?.isCancellationRequested) this.checked.set(linked, findings);
    }
    return { findings, lines: linked instanceof LinkedDocument ? linked.yaml.lines : linked.family.page.lines };
  }

  async diagnostics(uri: string, cancellation?: Cancellation): Promise<Diagnostic[]> {
    const found = await this.findings(uri, cancellation);
    return found ? found.findings.map(finding => diagnosticOf(finding, found.lines, uri, this.diagnosticOptions)) : [];
  }

  async codeActions(uri: string, range: Range, cancellation?: Cancellation): Promise<CodeAction[]> {
    const found = await this.findings(uri, cancellation);
    return found ? codeActionsFor(found.findings, found.lines, uri, range, this.diagnosticOptions) : [];
  }

  async hover(uri: string, position: Position): Promise<Hover | undefined> {
    const document = await this.linkDocument(uri);
    if (document)
      return schemaHover(document.yaml, documentKinds[document.kind].schema.schema, document.yaml.lines.offsetAt(position));
    const linked = await this.link(uri);
    return linked && hoverAt(linked, linked.family.page.lines.offsetAt(position), { allFamilies: () => this.allFamilies() });
  }

  /** Where the words at a place lead; empty where nowhere that is known. */
  async definition(uri: string, position: Position): Promise<LocationLink[]> {
    const linked = await this.link(uri);
    if (!linked) return [];
    return definitionAt(linked, linked.family.page.lines.offsetAt(position), {
      textOf: other => this.workspace.text(other),
      headingLines: async other => {
        await this.workspace.loadText(other);
        return new Map(this.workspace.outline(other)?.headings.map(heading => [heading.id, heading.line] as const));
      },
    });
  }

  /** `snippets`: whether the client fills in snippets. */
  async completion(uri: string, position: Position, snippets: boolean): Promise<CompletionList> {
    const document = await this.linkDocument(uri);
    if (document) return documentCompletion(document, document.yaml.lines.offsetAt(position));
    const linked = await this.link(uri);
    if (!linked) return { isIncomplete: false, items: [] };
    const host = {
      urls: () => this.workspace.index.urls(),
      headingsAt: async (url: string) => {
        const page = this.workspace.index.pageAt(url);
        return page !== undefined && (await this.workspace.loadText(page)) ? this.workspace.outline(page)?.headings : undefined;
      },
    };
    return completionAt(linked, linked.family.page.lines.offsetAt(position), host, snippets);
  }

  async documentSymbols(uri: string): Promise<DocumentSymbol[]> {
    const linked = await this.link(uri);
    return linked ? documentSymbols(linked.family) : [];
  }

  /** The ladder pane's content; undefined where the page is no job family. */
  async ladder(uri: string): Promise<LadderResult | undefined> {
    const linked = await this.link(uri);
    if (!linked) return undefined;
    const found = await this.findings(uri);
    const view = ladderView(linked, found?.findings ?? []);
    return {
      title: view.title,
      html: ladderHtml(view),
      levels: view.levels.map(({ id, firstLine, lastLine }) => ({ id, firstLine, lastLine })),
    };
  }

  /** The model of a page for other tools; undefined where it is no job family. `pathOf` says how pages are named. */
  async model(uri: string, pathOf: (uri: string) => string): Promise<FamilyJson | undefined> {
    const linked = await this.link(uri);
    return linked && familyJson(linked, pathOf);
  }

  /** Every page of the workspace whose path makes it a job family, in order. */
  async familyPages(): Promise<readonly string[]> {
    await this.workspace.loadListing();
    return this.workspace.familyPages();
  }

  /** True where a file exists and is a job family. */
  async isFamily(uri: string): Promise<boolean> {
    const page = canonicalUri(uri);
    return (await this.workspace.loadText(page)) && this.workspace.isFamily(page);
  }

  /** Globs of the YAML documents that have findings, besides pages. */
  get documentGlobs(): readonly string[] {
    return Object.values(documentKinds).flatMap(({ globs }) => globs(this.workspace.profile));
  }

  /** Every YAML document of the workspace that has findings of its own, in order. */
  async documents(): Promise<readonly string[]> {
    await this.workspace.loadListing();
    return this.workspace.documents.ofKind();
  }

  /** True where a file exists and is such a document. */
  async isDocument(uri: string): Promise<boolean> {
    const document = canonicalUri(uri);
    return this.workspace.documents.kindOf(document) !== undefined && (await this.workspace.loadText(document));
  }

  private ruleFailed(message: string): void {
    if (this.options.onRuleFailed) this.options.onRuleFailed(message);
    else this.host.log(message);
  }

  private get diagnosticOptions(): { documentationFolder: string | undefined; textOf: (uri: string) => string | undefined } {
    return { documentationFolder: this.options.documentationFolder, textOf: uri => this.workspace.text(uri) };
  }

  private async allFamilies(): Promise<FamilyPage[]> {
    const pages: FamilyPage[] = [];
    for (const uri of await this.familyPages()) {
      await this.workspace.loadText(uri);
      const family = this.workspace.family(uri);
      if (family) pages.push({ uri, family });
    }
    return pages;
  }

  /** The linked YAML document of a file as the workspace is now; undefined where it is none of a known kind. */
  private linkDocument(given: string): Promise<LinkedDocument | undefined> {
    const uri = canonicalUri(given);
    const known = this.linkedDocuments.get(uri);
    if (known && known.version === this.workspace.version) return known.document;
    const document = LinkedDocument.load(uri, this.workspace);
    this.linkedDocuments.set(uri, { version: this.workspace.version, document });
    return document;
  }

  /** The linked family of a page as the workspace is now; asked again only after something changed. */
  private link(given: string): Promise<LinkedFamily | undefined> {
    const uri = canonicalUri(given);
    const known = this.linked.get(uri);
    if (known && known.version === this.workspace.version) return known.family;
    const family = LinkedFamily.load(uri, this.workspace);
    this.linked.set(uri, { version: this.workspace.version, family });
    return family;
  }
}
