import picocolors from 'picocolors';
import type { Severity } from '../../rules/finding.ts';
import { visibleText } from '../visibleText.ts';
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
      return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${escapedData(visibleMessage(finding.message))}`;
    }),
  );
  return `${[...lines, countingLine(pages, picocolors.createColors(false))].join('\n')}\n`;
};

/** Line breaks are escaped as GitHub reads them, and other control characters as in text. */
function visibleMessage(message: string): string {
  return message
    .split(/(\r?\n)/)
    .map((part, at) => (at % 2 === 0 ? visibleText(part) : part))
    .join('');
}

function escapedData(text: string): string {
  return text.replace(/[%\r\n]/g, encodeURIComponent);
}

function escapedProperty(text: string): string {
  return text.replace(/[%:,\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, encodeURIComponent);
}
