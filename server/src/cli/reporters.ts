import type picocolors from 'picocolors';
import type { Finding, LinkData, Severity } from '../rules/finding.ts';
import type { LineIndex } from '../text/lineIndex.ts';

/** The findings of one page as they are reported. */
export interface ReportedPage {
  /** As printed: relative to the folder the program ran in. */
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly lines: LineIndex;
  /** True for a YAML document beside the pages: it counts as no page. */
  readonly isDocument: boolean;
}

/** What `check --format json` prints. Lines and columns count from 1, columns in UTF-16 units. */
export interface FindingsJson {
  readonly version: 1;
  readonly findings: readonly FindingJson[];
  readonly summary: {
    readonly pages: number;
    readonly families: number;
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly hints: number;
  };
}

export interface FindingJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly range: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  };
  readonly documentation: string;
  readonly fixable: boolean;
  readonly data?: LinkData;
}

/** How many findings of each severity there are. */
export function countBySeverity(pages: readonly ReportedPage[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const page of pages) for (const finding of page.findings) counts[finding.severity]++;
  return counts;
}

/** The findings for other programs. */
export function jsonReport(pages: readonly ReportedPage[]): string {
  const counts = countBySeverity(pages);
  const families = pages.filter(page => !page.isDocument).length;
  const report: FindingsJson = {
    version: 1,
    findings: pages.flatMap(page => page.findings.map(finding => findingJson(page, finding))),
    summary: {
      pages: families,
      families,
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingJson(page: ReportedPage, finding: Finding): FindingJson {
  const range = page.lines.rangeOf(finding.span);
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    path: page.path,
    range: {
      start: { line: range.start.line + 1, column: range.start.character + 1 },
      end: { line: range.end.line + 1, column: range.end.character + 1 },
    },
    documentation: `docs/rules/${finding.code}.md`,
    fixable: finding.fixes.length > 0,
    ...(finding.data ? { data: finding.data } : {}),
  };
}

/** The findings for a person: a line each, with a place that terminals and editors can open, and a line that counts them. */
export function textReport(pages: readonly ReportedPage[], colors: ReturnType<typeof picocolors.createColors>): string {
  const paint: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.blue,
    hint: colors.dim,
  };
  const lines: string[] = [];
  for (const page of pages) {
    for (const finding of page.findings) {
      const { line, character } = page.lines.positionAt(finding.span.start);
      lines.push(
        `${colors.bold(`${page.path}:${line + 1}:${character + 1}`)} ${paint[finding.severity](finding.severity)} ${finding.message} ${colors.dim(`(${finding.code})`)}`,
      );
    }
  }
  if (lines.length > 0) lines.push('');
  const counts = countBySeverity(pages);
  const found = (['error', 'warning', 'information', 'hint'] as const)
    .filter(severity => counts[severity] > 0)
    .map(severity => `${counts[severity]} ${severity === 'information' ? severity : plural(severity, counts[severity])}`);
  const documents = pages.filter(page => page.isDocument).length;
  const families = pages.length - documents;
  const beside = documents === 0 ? '' : ` and ${documents} YAML ${plural('file', documents)}`;
  lines.push(
    `${families} job ${families === 1 ? 'family' : 'families'}${beside}: ${found.length === 0 ? colors.green('no findings') : found.join(', ')}`,
  );
  return `${lines.join('\n')}\n`;
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}
