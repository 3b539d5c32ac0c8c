import { createHash } from 'node:crypto';
import { fingerprintOf } from '../../configuration/baseline.ts';
import type { Finding, Severity } from '../../rules/finding.ts';
import type { LineIndex } from '../../text/lineIndex.ts';
import type { Span } from '../../text/span.ts';

/** The findings of one page as they are reported. */
export interface ReportedPage {
  /** As printed: relative to the folder the program ran in, with `/`. */
  readonly path: string;
  /** Canonical. */
  readonly uri: string;
  readonly findings: readonly Finding[];
  readonly lines: LineIndex;
  /** True for a YAML document beside the pages: it counts as no page. */
  readonly isDocument: boolean;
}

/** What reporters may know beside the findings. */
export interface ReportSource {
  /** The program's own version. */
  readonly version: string;
  /** When the check was run. */
  readonly time: Date;
  /** True for findings that make the check fail by themselves. */
  fails(finding: Finding): boolean;
  /** A rule's page of the documentation, in markdown; undefined where it is not installed. */
  ruleText(code: string): string | undefined;
}

/** Makes a whole report, its last line end included. */
export type Reporter = (pages: readonly ReportedPage[], source: ReportSource) => string;

/** A place of a page. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface ReportedRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export function reportedRange(page: ReportedPage, span: Span): ReportedRange {
  const { start, end } = page.lines.rangeOf(span);
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

/**
 * What tells each finding of a page from all others of all pages, in the page's order: 32 hexadecimal digits. They stay the same
 * when lines above come or go, as those of the baseline do, which they are made of.
 */
export function fingerprintsOf(page: ReportedPage): string[] {
  const seen = new Map<string, number>();
  return page.findings.map(finding => {
    const onPage = fingerprintOf(finding, page.lines.text);
    const before = seen.get(onPage) ?? 0;
    seen.set(onPage, before + 1);
    return createHash('sha256').update(`${page.path}\n${onPage}\n${before}`).digest('hex').slice(0, 32);
  });
}

/** How many findings of each severity there are. */
export function countBySeverity(pages: readonly ReportedPage[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const page of pages) for (const finding of page.findings) counts[finding.severity]++;
  return counts;
}

/** A path as a relative URI reference. */
export function uriOfPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
