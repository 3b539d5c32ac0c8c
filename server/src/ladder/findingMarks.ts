import { type JobFamily, type Level, levelAt } from '../model/jobFamily.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { containsSpan, firstFrom, type Span } from '../text/span.ts';

/** A finding as the ladder tells it. */
export interface FindingMark {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Counted from 0. */
  readonly line: number;
}

/** A mark, what it stands for, and its place among all. */
interface RankedMark {
  readonly span: Span;
  readonly mark: FindingMark;
  /** Its place among the gravest. */
  readonly rank: number;
}

/** The findings of a page, to be asked by place. */
export class PageFindings {
  /** All of them, the gravest first, then in page order. */
  readonly all: readonly FindingMark[];
  /** In page order: long pages are asked for each of their bullets. */
  private readonly byPlace: readonly RankedMark[];
  /** The marks of each level, once somebody asks. */
  private levels: ReadonlyMap<Level | undefined, FindingMark[]> | undefined;

  constructor(
    private readonly family: JobFamily,
    findings: readonly Finding[],
  ) {
    const ranked = findings
      .map(finding => ({ span: finding.span, mark: this.markOf(finding) }))
      .sort((a, b) => SEVERITIES.indexOf(a.mark.severity) - SEVERITIES.indexOf(b.mark.severity) || a.span.start - b.span.start)
      .map((one, rank): RankedMark => ({ ...one, rank }));
    this.all = ranked.map(one => one.mark);
    this.byPlace = ranked.toSorted((a, b) => a.span.start - b.span.start);
  }

  /** Those that lie in a stretch of the page. */
  within(span: Span): FindingMark[] {
    const found: RankedMark[] = [];
    for (let index = firstFrom(this.byPlace, span.start); index < this.byPlace.length; index++) {
      const one = this.byPlace[index]!;
      if (one.span.start > span.end) break;
      if (containsSpan(span, one.span)) found.push(one);
    }
    return found.sort((a, b) => a.rank - b.rank).map(one => one.mark);
  }

  /** Those of a level: that lie in its part of the page and in no other level's within it. */
  ofLevel(level: Level): readonly FindingMark[] {
    this.levels ??= this.marksByLevel();
    return this.levels.get(level) ?? [];
  }

  private marksByLevel(): ReadonlyMap<Level | undefined, FindingMark[]> {
    const levels = new Map<Level | undefined, FindingMark[]>();
    for (const { span, mark } of this.byPlace.toSorted((a, b) => a.rank - b.rank)) {
      const level = levelAt(this.family, span.start);
      const marks = levels.get(level);
      if (marks) marks.push(mark);
      else levels.set(level, [mark]);
    }
    return levels;
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
