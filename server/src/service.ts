import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  Range,
  WorkspaceSymbol,
} from 'vscode-languageserver-types';
import { type BaselineEntry, baselineEntries, formatBaseline, splitByBaseline } from './configuration/baseline.ts';
import type { Configuration } from './configuration/configuration.ts';
import { baselineOf, baselinePath, type Configured, ConfiguredWorkspace, type WorkspaceSettings } from './configuredWorkspace.ts';
import { codeActionsFor, fixAllAction } from './features/codeActions.ts';
import { completionAt } from './features/completion/completion.ts';
import { definitionAt } from './features/definition.ts';
import { type DiagnosticOptions, diagnosticOf } from './features/diagnostics.ts';
import { documentSymbols } from './features/documentSymbols.ts';
import { hoverAt } from './features/hover.ts';
import { referencesAt } from './features/references.ts';
import { documentCompletion } from './features/schema/documentCompletion.ts';
import { schemaHover } from './features/schema/schemaHover.ts';
import { type ListedFamily, workspaceSymbols } from './features/workspaceSymbols.ts';
import { ladderHtml } from './ladder/ladderHtml.ts';
import { ladderView } from './ladder/ladderView.ts';
import { type FamilyJson, familyJson } from './ladder/modelJson.ts';
import type { LadderResult } from './lsp/messages.ts';
import type { Finding, Fix } from './rules/finding.ts';
import { fixesTogether, tellsMore } from './rules/fixAll.ts';
import { type RunOptions, runDocumentRules, runRules } from './rules/runRules.ts';
import { EditedText } from './text/editedText.ts';
import { hashOf } from './text/hash.ts';
import type { LineIndex } from './text/lineIndex.ts';
import { applySpanEdits, type SpanEdit } from './text/spanEdit.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import { documentKinds } from './workspace/documentKinds.ts';
import type { Inputs } from './workspace/inputs.ts';
import { LinkedDocument } from './workspace/linkedDocument.ts';
import { LinkedFamily } from './workspace/linkedFamily.ts';
import type { Workspace } from './workspace/workspace.ts';
import type { WorkspaceHost } from './workspace/workspaceHost.ts';

/** What a language service is made with. */
export interface ServiceOptions {
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
  /** What the editor's settings say, laid over `.job-family.yaml`. */
  readonly settings?: EditorSettings;
  /** URI of the folder with a documentation page a rule. */
  readonly documentationFolder?: string | undefined;
  /** Told when a rule throws on a page; the host's log where nobody else wants to know. */
  readonly onRuleFailed?: (message: string) => void;
  /** So many files that are not open are kept whole at most; a number that suits an editor where it is not given. */
  readonly mostWhole?: number;
}

/** The editor's own settings: those of the configuration, which files count, and how findings are shown. */
export interface EditorSettings extends WorkspaceSettings {
  /** Shows findings of the baseline as hints, instead of not at all. */
  readonly showBaselined?: boolean;
  /** False where only pages that are open are to be checked. */
  readonly checkWorkspace?: boolean;
}

/** Says that an answer is no longer wanted. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** The findings of a page and the lines their spans are told by. */
export interface PageFindings {
  readonly findings: readonly Finding[];
  /** Those that the baseline keeps back. */
  readonly baselined: readonly Finding[];
  /** What the baseline holds of this page and is no more. */
  readonly gone: readonly BaselineEntry[];
  readonly lines: LineIndex;
}

/** What is told of a page. */
export interface PageDiagnostics {
  readonly uri: string;
  /** Equal for equal diagnostics. */
  readonly resultId: string;
  /** Undefined where they are those that the asker has. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
}

/**
 * The engine's only door: text in, answers out. Positions and ranges are LSP's, counted from 0 in UTF-16 units. Every
 * question about a page that is no job family, or that is gone, is answered by `undefined` or an empty list; none throws
 * because of what a page says. URIs may come in any spelling; those it gives by itself are canonical.
 */
export class LanguageService {
  private readonly configured: ConfiguredWorkspace;
  private readonly families = new KeptByUri<LinkedFamily>();
  private readonly linkedDocuments = new KeptByUri<LinkedDocument>();
  /** What was told of each page last, and what that was made of. */
  private readonly told = new Map<
    string,
    { readonly configured: Configured; readonly inputs: Inputs; readonly resultId: string }
  >();
  private readonly checked = new WeakMap<Subject, readonly Finding[]>();
  private settings: EditorSettings;

  constructor(
    private readonly host: WorkspaceHost,
    private readonly options: ServiceOptions,
  ) {
    this.settings = options.settings ?? {};
    this.configured = new ConfiguredWorkspace(host, options.folders.map(canonicalUri), this.settings, options.mostWhole);
  }

  /** The editor's settings have changed. */
  configure(settings: EditorSettings): void {
    this.settings = settings;
    this.configured.configure(settings);
  }

  /** How the workspace's families are read and checked. */
  async configuration(): Promise<Configuration> {
    return (await this.configured.ready()).configuration;
  }

  /** Sets the text of an open document; it stands over the file's until `closeDocument`. */
  setDocument(uri: string, text: string): void {
    this.configured.setDocument(canonicalUri(uri), text);
  }

  closeDocument(uri: string): Promise<void> {
    this.families.forget(canonicalUri(uri));
    this.linkedDocuments.forget(canonicalUri(uri));
    return this.configured.closeDocument(canonicalUri(uri));
  }

  /** A file was created, changed or deleted on disk. True where that may concern anything. */
  fileChanged(uri: string): Promise<boolean> {
    return this.configured.fileChanged(canonicalUri(uri));
  }

  /** True for a file that decides how every page is checked: `.job-family.yaml`, a profile of the workspace, the baseline. */
  decidesForAll(uri: string): boolean {
    return this.configured.decides(canonicalUri(uri));
  }

  /** The findings of a page or YAML document in its order; undefined where it is neither a job family nor a known document. */
  async findings(uri: string, cancellation?: Cancellation): Promise<PageFindings | undefined> {
    const configured = await this.configured.ready();
    const linked = await this.linkSubject(uri);
    if (!linked) return undefined;
    let findings = this.checked.get(linked);
    if (!findings) {
      findings = this.check(linked, configured, cancellation);
      if (!cancellation?.isCancellationRequested) this.checked.set(linked, findings);
    }
    const { text, lines } = writtenIn(linked);
    const { reported, kept, gone } = splitByBaseline(findings, text, baselineOf(linked.uri, configured));
    return { findings: reported, baselined: kept, gone, lines };
  }

  /**
   * The edits of every fix of a page that can be made at once, and again of what is left, until nothing changes any more;
   * empty where there is none. `wanted` chooses the fixes: those that nobody needs to look at where it is not given. Nothing
   * is made that would give the page a finding it did not have.
   */
  async fixAll(uri: string, wanted: (fix: Fix, finding: Finding) => boolean = isSafe): Promise<readonly SpanEdit[]> {
    const configured = await this.configured.ready();
    const page = canonicalUri(uri);
    const first = await this.link(uri);
    if (!first) return [];
    const findingsOf = async (text: string): Promise<readonly Finding[]> => {
      const linked = await LinkedFamily.load(page, configured.workspace, text);
      if (!linked) return [];
      return splitByBaseline(this.check(linked, configured), text, baselineOf(page, configured)).reported;
    };
    const edited = new EditedText(first.family.page.text);
    let findings = await findingsOf(edited.text);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const fixes = fixesTogether(findings, wanted);
      const made = await this.tryFixes(edited.text, findings, fixes, findingsOf);
      if (made.length === 0) break;
      edited.apply(made);
      findings = await findingsOf(edited.text);
    }
    return edited.edits();
  }

  /**
   * The text of the baseline file that keeps back every finding that the given pages have now. What it holds of other pages
   * stays, as long as they are there.
   */
  async baselineText(uris: readonly string[]): Promise<string> {
    const configured = await this.configured.ready();
    const subjects = [...(await this.familyPages()), ...(await this.documents())];
    const present = new Set(subjects.map(uri => baselinePath(uri, configured)));
    const before = Object.entries(configured.baseline?.pages ?? {}).filter(([path]) => present.has(path));
    const pages: Record<string, readonly BaselineEntry[]> = Object.fromEntries(before);
    for (const uri of uris) {
      const linked = await this.linkSubject(uri);
      if (linked)
        pages[baselinePath(linked.uri, configured)] = baselineEntries(this.check(linked, configured), writtenIn(linked).text);
    }
    return formatBaseline(pages);
  }

  async diagnostics(uri: string, cancellation?: Cancellation): Promise<Diagnostic[]> {
    const found = await this.findings(uri, cancellation);
    if (!found) return [];
    const baselined = this.settings.showBaselined === true ? found.baselined : [];
    const options = await this.diagnosticOptions();
    return [...found.findings, ...baselined.map(asBaselined)].map(finding => diagnosticOf(finding, found.lines, uri, options));
  }

  /**
   * The diagnostics of every job family and YAML document of the workspace, page after page: `undefined` where they are those
   * of the result that `previous` names for the page. Pages that `previous` names and that are no more come last, without any.
   */
  async *workspaceDiagnostics(
    previous: ReadonlyMap<string, string>,
    cancellation?: Cancellation,
  ): AsyncIterable<PageDiagnostics> {
    const pages = [...(await this.familyPages()), ...(await this.documents())];
    for (const uri of pages) {
      if (cancellation?.isCancellationRequested) return;
      yield await this.pageDiagnostics(uri, previous.get(uri), cancellation);
    }
    const present = new Set(pages);
    for (const uri of previous.keys())
      if (!present.has(canonicalUri(uri))) yield { uri, resultId: fingerprint([]), diagnostics: [] };
  }

  /** The diagnostics of a page; `undefined` where they are those of the result with the id `previous`. */
  async pageDiagnostics(uri: string, previous: string | undefined, cancellation?: Cancellation): Promise<PageDiagnostics> {
    const page = canonicalUri(uri);
    const configured = await this.configured.ready();
    await configured.workspace.loadLadder();
    const known = this.told.get(page);
    // What nothing has changed for needs not be made again, and most of it is kept no more.
    if (known?.configured === configured && known.resultId === previous && known.inputs.stillHold())
      return { uri, resultId: known.resultId, diagnostics: undefined };
    const diagnostics = await this.diagnostics(uri, cancellation);
    const resultId = fingerprint(diagnostics);
    const inputs = (await this.linkSubject(uri))?.inputs;
    if (inputs && !cancellation?.isCancellationRequested) this.told.set(page, { configured, inputs, resultId });
    configured.workspace.letGo();
    return { uri, resultId, diagnostics: resultId === previous ? undefined : diagnostics };
  }

  /** Those of these pages whose findings may be others now, because of a change on another page. */
  async outdated(uris: readonly string[]): Promise<readonly string[]> {
    const configured = await this.configured.ready();
    await configured.workspace.loadLadder();
    const old: string[] = [];
    for (const uri of uris) {
      const page = canonicalUri(uri);
      if ((await this.families.isOld(page, configured)) || (await this.linkedDocuments.isOld(page, configured))) old.push(uri);
    }
    return old;
  }

  /** Reads every page of the workspace beside what else is asked: references and symbols are there at once afterwards. */
  async loadAll(): Promise<void> {
    const { workspace } = await this.configured.ready();
    await workspace.loadAll();
  }

  /** The families and levels of the workspace whose name has the query's letters in this order, the best match first. */
  async workspaceSymbols(query: string): Promise<WorkspaceSymbol[]> {
    return workspaceSymbols(query, await this.allFamilies());
  }

  /** Every place of the workspace that speaks of what stands at a position, whatever page it is. */
  async references(uri: string, position: Position, includeDeclaration: boolean): Promise<Location[]> {
    const workspace = await this.wholeWorkspace();
    await workspace.loadDocuments('catalogue');
    const page = canonicalUri(uri);
    if (!(await workspace.loadOutline(page))) return [];
    return referencesAt(workspace, page, position, await this.link(page), includeDeclaration);
  }

  private async wholeWorkspace(): Promise<Workspace> {
    const { workspace } = await this.configured.ready();
    await workspace.loadAll();
    await workspace.loadAllExported();
    return workspace;
  }

  /** The quick fixes of the findings that touch a range, and what is offered beside them. */
  async codeActions(uri: string, range: Range, cancellation?: Cancellation): Promise<CodeAction[]> {
    const found = await this.findings(uri, cancellation);
    if (!found) return [];
    const page = (await this.link(uri))?.family.page;
    return codeActionsFor(found.findings, found.lines, page, uri, range, await this.diagnosticOptions());
  }

  /** The one action that makes every safe fix of a page; undefined where there is none to make. */
  async fixAllAction(uri: string): Promise<CodeAction | undefined> {
    const edits = await this.fixAll(uri);
    const linked = await this.link(uri);
    return linked && edits.length > 0 ? fixAllAction(edits, linked.family.page.lines, uri) : undefined;
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
    const { workspace } = await this.configured.ready();
    const linked = await this.link(uri);
    if (!linked) return [];
    return definitionAt(linked, linked.family.page.lines.offsetAt(position), {
      textOf: other => workspace.text(other),
      headingLines: async other => {
        await workspace.loadText(other);
        return new Map(workspace.outline(other)?.headings.map(heading => [heading.id, heading.line] as const));
      },
    });
  }

  /** `snippets`: whether the client fills in snippets. */
  async completion(uri: string, position: Position, snippets: boolean): Promise<CompletionList> {
    const document = await this.linkDocument(uri);
    if (document) return documentCompletion(document, document.yaml.lines.offsetAt(position));
    const { workspace } = await this.configured.ready();
    const linked = await this.link(uri);
    if (!linked) return { isIncomplete: false, items: [] };
    const host = {
      urls: () => workspace.index.urls(),
      headingsAt: async (url: string) => {
        const page = workspace.index.pageAt(url);
        return page !== undefined && (await workspace.loadOutline(page)) ? workspace.outline(page)?.headings : undefined;
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
    const { workspace } = await this.configured.ready();
    await workspace.loadListing();
    return workspace.familyPages();
  }

  /** True where a file exists and is a job family. */
  async isFamily(uri: string): Promise<boolean> {
    const { workspace } = await this.configured.ready();
    const page = canonicalUri(uri);
    return (await workspace.loadText(page)) && workspace.isFamily(page);
  }

  private check(linked: Subject, { configuration }: Configured, cancellation?: Cancellation): Finding[] {
    const options: RunOptions = {
      settings: configuration.rules,
      isCancelled: () => cancellation?.isCancellationRequested === true,
      onRuleFailed: (code, error) =>
        this.ruleFailed(
          `The rule ${code} failed on ${linked.uri}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        ),
    };
    return linked instanceof LinkedDocument ? runDocumentRules(linked, options) : runRules(linked, options);
  }

  /** The edits of these fixes, or of those among them that give the page no finding it did not have. */
  private async tryFixes(
    text: string,
    findings: readonly Finding[],
    fixes: readonly Fix[],
    findingsOf: (text: string) => Promise<readonly Finding[]>,
  ): Promise<readonly SpanEdit[]> {
    const harmless = async (tried: readonly Fix[]): Promise<boolean> =>
      tried.length === 0 ||
      !tellsMore(
        await findingsOf(
          applySpanEdits(
            text,
            tried.flatMap(fix => fix.edits),
          ),
        ),
        findings,
      );
    if (await harmless(fixes)) return fixes.flatMap(fix => fix.edits);
    const kept: Fix[] = [];
    for (const fix of fixes) if (await harmless([...kept, fix])) kept.push(fix);
    return kept.flatMap(fix => fix.edits);
  }

  /** Every YAML document of the workspace that has findings of its own, in order. */
  async documents(): Promise<readonly string[]> {
    const { workspace } = await this.configured.ready();
    await workspace.loadListing();
    return workspace.documents.ofKind();
  }

  /** True where a file exists and is such a document. */
  async isDocument(uri: string): Promise<boolean> {
    const { workspace } = await this.configured.ready();
    const document = canonicalUri(uri);
    return workspace.documents.kindOf(document) !== undefined && (await workspace.loadText(document));
  }

  private ruleFailed(message: string): void {
    if (this.options.onRuleFailed) this.options.onRuleFailed(message);
    else this.host.log(message);
  }

  private async diagnosticOptions(): Promise<DiagnosticOptions> {
    const { workspace } = await this.configured.ready();
    return { documentationFolder: this.options.documentationFolder, linesOf: uri => workspace.lines(uri) };
  }

  private async allFamilies(): Promise<ListedFamily[]> {
    const workspace = await this.wholeWorkspace();
    return workspace.familyPages().flatMap(uri => {
      const exported = workspace.exported(uri);
      return exported ? [{ uri, exported }] : [];
    });
  }

  /** What has findings: a page that is a job family, or a YAML document of a known kind. */
  private async linkSubject(uri: string): Promise<Subject | undefined> {
    return (await this.link(uri)) ?? (await this.linkDocument(uri));
  }

  /** The linked YAML document of a file as the workspace is now; undefined where it is none of a known kind. */
  private async linkDocument(uri: string): Promise<LinkedDocument | undefined> {
    return this.linkedDocuments.get(canonicalUri(uri), await this.configured.ready(), LinkedDocument.load);
  }

  /** The linked family of a page as the workspace is now; undefined where it is none. */
  private async link(uri: string): Promise<LinkedFamily | undefined> {
    return this.families.get(canonicalUri(uri), await this.configured.ready(), LinkedFamily.load);
  }
}

type Subject = LinkedFamily | LinkedDocument;

/** The text of what has findings, and its lines. */
function writtenIn(subject: Subject): { readonly text: string; readonly lines: LineIndex } {
  return subject instanceof LinkedDocument ? subject.yaml : subject.family.page;
}

/** Something that knows of what it was made. */
interface MadeOfInputs {
  readonly inputs: Inputs;
}

/**
 * Answers by URI, kept as long as what they were made of stays as it was. A change of a page leaves the answers for all pages
 * that have not asked for what has changed.
 */
class KeptByUri<T extends MadeOfInputs> {
  private of: Configured | undefined;
  /** The one used longest ago first. */
  private readonly kept = new Map<string, { readonly version: number; readonly answer: Promise<T | undefined> }>();

  async get(
    uri: string,
    of: Configured,
    make: (uri: string, workspace: Workspace) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    if (this.of !== of) this.kept.clear();
    this.of = of;
    const { workspace } = of;
    await workspace.loadLadder();
    const known = this.kept.get(uri);
    if (known) {
      const answer = await known.answer;
      if (answer ? answer.inputs.stillHold() : known.version === workspace.version) return answer;
    }
    const again = this.kept.get(uri);
    // Somebody else was quicker.
    if (again && again !== known) return this.get(uri, of, make);
    const entry = { version: workspace.version, answer: make(uri, workspace) };
    this.kept.delete(uri);
    this.kept.set(uri, entry);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    return entry.answer;
  }

  /** True where an answer was kept for a page, and a change elsewhere has made it old. */
  async isOld(uri: string, of: Configured): Promise<boolean> {
    const answer = await this.kept.get(uri)?.answer;
    return answer !== undefined && (this.of !== of || !answer.inputs.stillHold());
  }

  forget(uri: string): void {
    this.kept.delete(uri);
  }
}

/** As many pages stay linked, with all that was parsed of them. */
const MOST_KEPT = 32;

/** Fixes that keep making room for others are cut off here; the next run goes on. */
const MOST_ROUNDS = 10;

function isSafe(fix: Fix): boolean {
  return fix.safe;
}

/** Equal for equal diagnostics: what a client that has them need not be sent again. */
function fingerprint(diagnostics: readonly Diagnostic[]): string {
  const text = JSON.stringify(diagnostics);
  return `${text.length.toString(36)}-${hashOf(text).toString(36)}`;
}

function asBaselined(finding: Finding): Finding {
  const { code, message, span, related, data } = finding;
  return { code, message: `${message} (in the baseline)`, span, related, data, severity: 'hint', fixes: [] };
}
