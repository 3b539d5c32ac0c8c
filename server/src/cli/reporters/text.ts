import type picocolors from 'picocolors';
import type { Severity } from '../../rules/finding.ts';
import { visiblePath, visibleText } from '../visibleText.ts';
import { countBySeverity, type ReportedPage } from './reportedPage.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** The findings for a person: a line each, with a place that terminals and editors can open, and a line that counts them. */
export function textReport(pages: readonly ReportedPage[], colors: Colors): string {
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
        `${colors.bold(`${visiblePath(page.path)}:${line + 1}:${character + 1}`)} ${paint[finding.severity](finding.severity)} ${visibleText(finding.message)} ${colors.dim(`(${finding.code})`)}`,
      );
    }
  }
  if (lines.length > 0) lines.push('');
  lines.push(countingLine(pages, colors));
  return `${lines.join('\n')}\n`;
}

/** How much was checked and what was found in it, as “9 job families: 2 errors, 1 warning”. */
export function countingLine(pages: readonly ReportedPage[], colors: Colors): string {
  const counts = countBySeverity(pages);
  const found = (['error', 'warning', 'information', 'hint'] as const)
    .filter(severity => counts[severity] > 0)
    .map(severity => `${counts[severity]} ${severity === 'information' ? severity : plural(severity, counts[severity])}`);
  const documents = pages.filter(page => page.isDocument).length;
  const families = pages.length - documents;
  const beside = documents === 0 ? '' : ` and ${documents} YAML ${plural('file', documents)}`;
  return `${families} job ${families === 1 ? 'family' : 'families'}${beside}: ${found.length === 0 ? colors.green('no findings') : found.join(', ')}`;
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}
