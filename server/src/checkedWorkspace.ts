import * as l10n from '@vscode/l10n';
import type { Diagnostic } from 'vscode-languageserver-types';
import { type BaselineEntry, baselineEntries, formatBaseline, splitByBaseline } from './configuration/baseline.ts';
import { baselineOf, baselinePath, type Configured } from './configuredWorkspace.ts';
import { type DiagnosticOptions, diagnosticOf } from './features/diagnostics.ts';
import { LinkedWorkspace, type Subject, writtenIn } from './linkedWorkspace.ts';
import type { Finding, Fix } from './rules/finding.ts';
import { fixesTogether, tellsMore } from './rules/fixAll.ts';
import { groupedFindings } from './rules/grouping.ts';
import { type RunOptions, runDocumentRules, runRules } from './rules/runRules.ts';
import { EditedText } from './text/editedText.ts';
import { hashOf } from './text/hash.ts';
import type { LineIndex } from './text/lineIndex.ts';
import { applySpanEdits, type SpanEdit } from './text/spanEdit.ts';
import { canonicalUri } from './workspace/canonicalUri.ts';
import type { Inputs } from './workspace/inputs.ts';
import { LinkedDocument } from './workspace/linkedDocument.ts';
import { LinkedFamily } from './workspace/linkedFamily.ts';

/** Says that an answer is no longer wanted. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** The findings of a page and the lines their spans are told by. */
export interface PageFindings {
  /** As they are shown: those of a rule that reports once a page are one. */
  readonly findings: readonly Finding[];
  /** The same, each at its own place. */
  readonly each: readonly Finding[];
  /** Those that the baseline keeps back. */
  readonly baselined: readonly Finding[];
  /** What the baseline holds of this page and is no more. */
  readonly gone: readonly BaselineEntry[];
  readonly lines: LineIndex;
}

/** A page before and after every fix that nobody needs to look at. */
export interface FixedPage {
  readonly before: string;
  /** The same as `before` where there is nothing to mend, and where there is a `trouble`. */
  readonly after: string;
  /** How many findings are gone by it. */
  readonly mended: number;
  /** What keeps the page from being read as it is meant, so that nothing is changed on it; `line` counts from 1. */
  readonly trouble: { readonly line: number; readonly message: string } | undefined;
}

/** What is told of a page. */
export interface PageDiagnostics {
  readonly uri: string;
  /** Equal for equal diagnostics. */
  readonly resultId: string;
  /** Undefined where they are those that the asker has. */
  readonly diagnostics: readonly Diagnostic[] | undefined;
}

/** What the rules find in a workspace, and what of it is told: kept as long as nothing that it was made of has changed. */
export class CheckedWorkspace extends LinkedWorkspace {
  /** What was told of each page last, and what that was made of. */
  private readonly told = new Map<
    string,
    { readonly configured: Configured; readonly inputs: Inputs; readonly resultId: string }
  >();

  /** The findings of a page or YAML document in its order; undefined where it is neither a job family nor a known document. */
  async findings(uri: string, cancellation?: Cancellation): Promise<PageFindings | undefined> {
    const configured = await this.configured.ready();
    const linked = await this.linkSubject(uri, configured);
    if (!linked) return undefined;
    let findings = linked.inputs.made.get(FINDINGS) as readonly Finding[] | undefined;
    if (!findings) {
      findings = this.check(linked, configured, cancellation);
      if (!cancellation?.isCancellationRequested) linked.inputs.made.set(FINDINGS, findings);
    }
    const { text, lines } = writtenIn(linked);
    const { reported, kept, gone } = splitByBaseline(findings, text, baselineOf(linked.uri, configured));
    const shown = groupedFindings(reported, linked.uri, configured.configuration.rules);
    return { findings: shown, each: reported, baselined: kept, gone, lines };
  }

  /**
   * The edits of every fix of a page that can be made at once, and again of what is left, until nothing changes any more;
   * empty where there is none. `wanted` chooses the fixes: those that nobody needs to look at where it is not given. Nothing
   * is made that would give the page a finding it did not have.
   */
  async fixAll(uri: string, wanted: (fix: Fix, finding: Finding) => boolean = isSafe): Promise<readonly SpanEdit[]> {
    const configured = await this.configured.ready();
    const page = canonicalUri(uri);
    const first = await this.link(uri, configured);
    if (!first) return [];
    const findingsOf = (text: string): Promise<readonly Finding[]> => this.findingsOfDraft(page, text, configured);
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

  /** What every safe fix makes of a page; undefined where it is no job family. */
  async fixedPage(uri: string): Promise<FixedPage | undefined> {
    const configured = await this.configured.ready();
    const page = (await this.link(uri, configured))?.family.page;
    if (!page) return undefined;
    const before = page.text;
    const broken = page.frontMatter?.errors[0];
    const [conflict] = page.conflictMarkers;
    const lineOf = (offset: number): number => page.lines.lineAt(offset) + 1;
    const trouble = broken
      ? { line: lineOf(broken.span.start), message: broken.message }
      : conflict && { line: lineOf(conflict.start), message: 'A merge conflict is not resolved.' };
    const after = trouble ? before : applySpanEdits(before, await this.fixAll(uri));
    if (after === before) return { before, after, mended: 0, trouble };
    const count = async (text: string): Promise<number> =>
      (await this.findingsOfDraft(canonicalUri(uri), text, configured)).length;
    return { before, after, mended: (await count(before)) - (await count(after)), trouble };
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
      const linked = await this.linkSubject(uri, configured);
      if (linked)
        pages[baselinePath(linked.uri, configured)] = baselineEntries(this.check(linked, configured), writtenIn(linked).text);
    }
    return formatBaseline(pages);
  }

  async diagnostics(uri: string, cancellation?: Cancellation): Promise<Diagnostic[]> {
    const found = await this.findings(uri, cancellation);
    if (!found) return [];
    const baselined = this.settings.showBaselined === true ? found.baselined : [];
    const findings = [...found.findings, ...baselined.map(asBaselined)];
    const options = await this.diagnosticOptions(findings);
    return findings.map(finding => diagnosticOf(finding, found.lines, uri, options));
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
    const inputs = (await this.linkSubject(uri, configured))?.inputs;
    if (inputs && !cancellation?.isCancellationRequested) this.told.set(page, { configured, inputs, resultId });
    configured.workspace.letGo();
    return { uri, resultId, diagnostics: resultId === previous ? undefined : diagnostics };
  }

  /** The findings that a page would have with another text; empty where it were no job family. */
  protected async findingsOfDraft(page: string, text: string, configured: Configured): Promise<readonly Finding[]> {
    const linked = await LinkedFamily.load(page, configured.workspace, text);
    if (!linked) return [];
    return splitByBaseline(this.check(linked, configured), text, baselineOf(page, configured)).reported;
  }

  protected check(linked: Subject, { configuration }: Configured, cancellation?: Cancellation): Finding[] {
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

  private ruleFailed(message: string): void {
    if (this.options.onRuleFailed) this.options.onRuleFailed(message);
    else this.host.log(message);
  }

  /** What turns these findings into diagnostics: the pages of their related places are read, which may have been let go of since. */
  protected async diagnosticOptions(findings: readonly Finding[]): Promise<DiagnosticOptions> {
    const { workspace } = await this.configured.ready();
    const related = new Set(findings.flatMap(finding => finding.related.map(place => place.uri)));
    for (const uri of related) await workspace.loadText(uri);
    return { documentationFolder: this.options.documentationFolder, linesOf: uri => workspace.lines(uri) };
  }
}

/** Under this a page's findings are kept. */
const FINDINGS = Symbol('findings');

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
  const { code, message, span, related, data, about } = finding;
  return { code, message: l10n.t`${message} (in the baseline)`, span, related, data, about, severity: 'hint', fixes: [] };
}
