import picocolors from 'picocolors';
import type { Severity } from '../../rules/finding.ts';
import { type Reporter, reportedRange } from './reportedPage.ts';
import { countingLine } from './text.ts';

const COMMANDS: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** GitHub's workflow commands, which a job prints to mark lines of a pull request; the last line counts the findings for the log. */
export const githubReport: Reporter = pages => {
  const lines = pages.flatMap(page =>
    page.findings.map(finding => {
      const { start, end } = reportedRange(page, finding.span);
      const properties = Object.entries({
        file: page.path,
        line: start.line,
        endLine: end.line,
        // Columns count only where a finding stands on one line.
        ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
        title: finding.code,
      }).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
      return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${escapedData(finding.message)}`;
    }),
  );
  return `${[...lines, countingLine(pages, picocolors.createColors(false))].join('\n')}\n`;
};

function escapedData(text: string): string {
  return text.replace(/[%\r\n]/g, encodeURIComponent);
}

function escapedProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, encodeURIComponent);
}
