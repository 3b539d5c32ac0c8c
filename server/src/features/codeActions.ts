import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { Finding } from '../rules/finding.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import { type DiagnosticOptions, diagnosticOf } from './diagnostics.ts';

/** The quick fixes of the findings that touch a range, the likeliest first. */
export function codeActionsFor(
  findings: readonly Finding[],
  lines: LineIndex,
  uri: string,
  range: Range,
  options: DiagnosticOptions,
): CodeAction[] {
  const start = lines.offsetAt(range.start);
  const end = lines.offsetAt(range.end);
  return findings
    .filter(finding => finding.span.start <= end && start <= finding.span.end)
    .flatMap(finding => {
      const diagnostic = diagnosticOf(finding, lines, uri, options);
      return finding.fixes.map(fix => ({
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: fix.preferred,
        edit: {
          changes: { [uri]: fix.edits.map((edit): TextEdit => ({ range: lines.rangeOf(edit.span), newText: edit.newText })) },
        },
      }));
    })
    .sort((a, b) => Number(b.isPreferred) - Number(a.isPreferred));
}
