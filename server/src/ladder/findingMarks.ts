import { type JobFamily, type Level, levelAt } from '../model/jobFamily.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { containsSpan, type Span } from '../text/span.ts';

/** A finding as the ladder tells it. */
export interface FindingMark {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Counted from 0. */
  readonly line: number;
}

/** The findings of a page, to be asked by place. */
export class PageFindings {
  /** All of them, the gravest first, then in page order. */
  readonly all: readonly FindingMark[];
  /** The level of each mark, once somebody asks. */
  private levels: readonly (Level | undefined)[] | undefined;
  private readonly marks: readonly { readonly finding: Finding; readonly mark: FindingMark }[];

  constructor(
    private readonly family: JobFamily,
    findings: readonly Finding[],
  ) {
    this.marks = findings
      .map(finding => ({ finding, mark: this.markOf(finding) }))
      .sort(
        (a, b) =>
          SEVERITIES.indexOf(a.mark.severity) - SEVERITIES.indexOf(b.mark.severity) ||
          a.finding.span.start - b.finding.span.start,
      );
    this.all = this.marks.map(one => one.mark);
  }

  /** Those that lie in a stretch of the page. */
  within(span: Span): FindingMark[] {
    return this.marks.filter(one => containsSpan(span, one.finding.span)).map(one => one.mark);
  }

  /** Those of a level: that lie in its part of the page and in no other level's within it. */
  ofLevel(level: Level): FindingMark[] {
    this.levels ??= this.marks.map(one => levelAt(this.family, one.finding.span.start));
    return this.marks.filter((_, index) => this.levels![index] === level).map(one => one.mark);
  }

  private markOf(finding: Finding): FindingMark {
    return {
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      line: this.family.page.lines.lineAt(finding.span.start),
    };
  }
}

/** From grave to slight. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
