import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/finding.ts';
import type { LineIndex } from '../text/lineIndex.ts';

/** What turning findings into diagnostics needs from outside. */
export interface DiagnosticOptions {
  /** URI of the folder with a page a rule; diagnostics carry no link where it is not known. */
  readonly documentationFolder: string | undefined;
  /** The lines of another page, for related places. */
  readonly linesOf: (uri: string) => LineIndex | undefined;
}

/** The name under which findings show in an editor's list. */
export const diagnosticSource = 'job-family';

/** A finding as LSP tells it. */
export function diagnosticOf(finding: Finding, lines: LineIndex, uri: string, options: DiagnosticOptions): Diagnostic {
  const related = finding.related.flatMap(place => {
    const index = place.uri === uri ? lines : options.linesOf(place.uri);
    return index ? [{ location: { uri: place.uri, range: index.rangeOf(place.span) }, message: place.message }] : [];
  });
  return {
    range: lines.rangeOf(finding.span),
    severity: severityOf(finding.severity),
    code: finding.code,
    source: diagnosticSource,
    message: finding.message,
    ...(options.documentationFolder === undefined
      ? {}
      : { codeDescription: { href: `${options.documentationFolder.replace(/\/$/, '')}/${finding.code}.md` } }),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.data ? { data: finding.data } : {}),
  };
}

function severityOf(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}
