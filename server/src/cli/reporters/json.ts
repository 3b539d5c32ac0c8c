import type { Finding, LinkData, Severity } from '../../rules/finding.ts';
import { countBySeverity, type ReportedPage, type ReportedRange, reportedRange } from './reportedPage.ts';

/** What `check --format json` prints; `schemas/findings.schema.json` describes it. */
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
  readonly range: ReportedRange;
  readonly documentation: string;
  readonly fixable: boolean;
  /** Other places that belong to the finding, on the same page: those that a rule reported once a page also found. */
  readonly related?: readonly { readonly message: string; readonly range: ReportedRange }[];
  readonly data?: LinkData;
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
  const related = finding.related.filter(place => place.uri === page.uri);
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    path: page.path,
    range: reportedRange(page, finding.span),
    documentation: `docs/rules/${finding.code}.md`,
    fixable: finding.fixes.length > 0,
    ...(related.length > 0
      ? { related: related.map(({ message, span }) => ({ message, range: reportedRange(page, span) })) }
      : {}),
    ...(finding.data ? { data: finding.data } : {}),
  };
}
